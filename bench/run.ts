import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemo } from '#seeds/load.ts';
import { openDatabase } from '#platform/database/database.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { migrate } from '#platform/database/migrate.ts';
import { cachedPages } from './cached-page.ts';
import { cases } from './cases.ts';
import { counts } from './counts.ts';
import { chats } from './chats.ts';
import { firstVisit } from './first-visit.ts';
import { exchange } from './exchange.ts';
import { grants } from './grants.ts';
import { hsds } from './hsds.ts';
import { largeData, uncached } from './large-data.ts';
import { lineWebhook } from './line-webhook.ts';
import { navigator } from './navigator.ts';
import { measures } from './measures.ts';
import { ms, type Outcome, printOutcomes } from './outcome.ts';
import { openPages } from './pages.ts';
import { publication } from './publication.ts';
import { search } from './search.ts';
import { startProduct } from './server-process.ts';
import { workbookImport } from './workbook-import.ts';

/**
 * `npm run bench`: everything side by side in one run, on whatever machine this is; `npm run bench -- chats search` only these
 * parts. BENCH_SCALE=1 is the full size of 47 prefectures (some minutes and gigabytes); without it a tenth.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? '0.1');

interface Place {
  readonly folder: string;
  /** A new, migrated database of this name. */
  readonly make: (name: string) => Promise<string>;
}

const parts: Readonly<Record<string, (place: Place) => Promise<Outcome[]>>> = {
  process: ({ folder }) => throughTheProcess(folder),
  pages,
  hsds: async ({ folder, make }) => hsds(await make('directory'), folder),
  chats: async ({ folder, make }) => chats(await make('talks'), folder, scale),
  line: async ({ folder, make }) => lineWebhook(await make('line'), folder, scale < 1 ? 10 : 60),
  search: async ({ folder, make }) =>
    search({ small: await make('records'), large: await make('many_records') }, folder, scale),
  data: async ({ folder, make }) =>
    largeData({ small: await make('small'), large: await make('large') }, folder, scale),
  counts: ({ make }) => counts(make, scale),
  cases: async ({ folder, make }) =>
    cases({ small: await make('cases'), large: await make('many_cases') }, folder, scale),
  grants: async ({ folder, make }) => grants(await make('grants'), folder, scale),
  publication: async ({ folder, make }) => publication(await make('publication'), folder, scale),
  measures: async ({ folder, make }) =>
    measures({ small: await make('measures'), large: await make('many_measures') }, folder, scale),
  exchange: async ({ folder, make }) => exchange(await make('exchange'), folder, scale),
};

async function main(asked: readonly string[]): Promise<boolean> {
  const unknown = asked.find((name) => !(name in parts));
  if (unknown !== undefined)
    throw new Error(`the bench has no part ${unknown}: ${Object.keys(parts).join(', ')}`);
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-bench-'));
  await chmod(folder, 0o755);
  const server = await startEmbedded({ dataDir: join(folder, 'databases'), durable: false });
  const place: Place = { folder, make: (name) => makeDatabase(server.url, name) };
  try {
    const outcomes: Outcome[] = [];
    for (const [name, measure] of Object.entries(parts))
      if (asked.length === 0 || asked.includes(name)) outcomes.push(...(await measure(place)));
    return printOutcomes(outcomes);
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function throughTheProcess(folder: string): Promise<Outcome[]> {
  const dataDir = join(folder, 'product');
  const first = await startProduct(dataDir);
  await first.stop();
  const product = await startProduct(dataDir);
  try {
    return [
      { what: 'first start, demo world loaded', figure: ms(first.readyMs) },
      { what: 'later start', figure: ms(product.readyMs) },
      ...(await firstVisit(product)),
      ...(await cachedPages(product, folder)),
      ...(await navigator(product)),
    ];
  } finally {
    await product.stop();
  }
}

async function pages({ folder, make }: Place): Promise<Outcome[]> {
  const place = await openPages(await make('demo'), folder);
  try {
    const started = performance.now();
    await loadDemo({ ...place, files: { folder: join(folder, 'files') } });
    const loading = performance.now() - started;
    return [
      { what: 'loading the demo world', figure: ms(loading), goal: '< 4 s', met: loading < 4000 },
      ...(await uncached(place)),
      ...(await workbookImport(place.db, join(folder, 'files'))),
    ];
  } finally {
    await place.db.close();
  }
}

async function makeDatabase(serverUrl: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database bench_${name}`).finally(() => client.end());
  const url = new URL(serverUrl);
  url.pathname = `/bench_${name}`;
  const db = openDatabase(url.href);
  await migrate(db.owner).finally(() => db.close());
  return url.href;
}

process.exitCode = (await main(process.argv.slice(2))) ? 0 : 1;
