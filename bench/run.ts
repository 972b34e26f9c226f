import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { loadDemo } from '#seeds/load.ts';
import { openDatabase } from '#platform/database/database.ts';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { migrate } from '#platform/database/migrate.ts';
import { cachedPages } from './cached-page.ts';
import { counts } from './counts.ts';
import { chats } from './chats.ts';
import { firstVisit } from './first-visit.ts';
import { hsds } from './hsds.ts';
import { largeData, uncached } from './large-data.ts';
import { lineWebhook } from './line-webhook.ts';
import { navigator } from './navigator.ts';
import { ms, type Outcome, printOutcomes } from './outcome.ts';
import { openPages } from './pages.ts';
import { search } from './search.ts';
import { startProduct } from './server-process.ts';
import { workbookImport } from './workbook-import.ts';

/**
 * `npm run bench`: everything side by side in one run, on whatever machine this is. BENCH_SCALE=1 is the full size of
 * 47 prefectures (some minutes and gigabytes); without it a tenth.
 */
const scale = Number(process.env['BENCH_SCALE'] ?? '0.1');

async function main(): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-bench-'));
  await chmod(folder, 0o755);
  try {
    return printOutcomes([...(await throughTheProcess(folder)), ...(await inThisProcess(folder))]);
  } finally {
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

async function inThisProcess(folder: string): Promise<Outcome[]> {
  const server = await startEmbedded({ dataDir: join(folder, 'databases'), durable: false });
  try {
    const [demo, small, large, directory, line, records, manyRecords, talks] = [
      await makeDatabase(server.url, 'demo'),
      await makeDatabase(server.url, 'small'),
      await makeDatabase(server.url, 'large'),
      await makeDatabase(server.url, 'directory'),
      await makeDatabase(server.url, 'line'),
      await makeDatabase(server.url, 'records'),
      await makeDatabase(server.url, 'many_records'),
      await makeDatabase(server.url, 'talks'),
    ];
    const place = await openPages(demo, folder);
    const started = performance.now();
    await loadDemo(place);
    const loading = performance.now() - started;
    const outcomes = [
      { what: 'loading the demo world', figure: ms(loading), goal: '< 4 s', met: loading < 4000 },
      ...(await uncached(place)),
      ...(await workbookImport(place.db, join(folder, 'files'))),
    ];
    await place.db.close();
    return [
      ...outcomes,
      ...(await hsds(directory, folder)),
      ...(await chats(talks, folder, scale)),
      ...(await lineWebhook(line, folder, scale < 1 ? 10 : 60)),
      ...(await search({ small: records, large: manyRecords }, folder, scale)),
      ...(await largeData({ small, large }, folder, scale)),
      ...(await counts((name) => makeDatabase(server.url, name), scale)),
    ];
  } finally {
    await server.stop();
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

process.exitCode = (await main()) ? 0 : 1;
