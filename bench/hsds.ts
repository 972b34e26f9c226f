import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { system } from '#platform/access.ts';
import { openDatabase } from '#platform/database/database.ts';
import { createService } from '#areas/directory/services/creating/actions.ts';
import {
  exampleChannel,
  exampleContent,
  exampleLocation,
  granted,
  makeMunicipalities,
  makeOwner,
} from '#areas/directory/services/fixtures.ts';
import { answerOf } from './cached-page.ts';
import { watchDatabase } from './cpu.ts';
import type { Load } from './load-generator.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { startBare, startProduct } from './server-process.ts';

const entries = 10_000;
const written = 800;
const writers = 16;
const seconds = 3;
const turns = 3;
const owners = 20;
const run = promisify(execFile);
const manyUrls = fileURLToPath(new URL('many-urls.ts', import.meta.url));

/** The directory as other systems read and fill it: a list of 10,000 entries, and new entries, at 16 connections. */
export async function hsds(databaseUrl: string, folder: string): Promise<Outcome[]> {
  const creating = await createEntries(databaseUrl);
  await fill(databaseUrl);
  const product = await startProduct(join(folder, 'hsds'), { DATABASE_URL: databaseUrl, TSUNAGI_DEMO: '0' });
  const list = '/hsds/services?per_page=100';
  const file = join(folder, 'hsds.json');
  await writeFile(file, JSON.stringify(await answerOf(product.url + list, 'identity')));
  const bare = await startBare(file);
  const atRest = product.residentMb();
  const loads: Record<'bare' | 'kept' | 'anew' | 'search', Load[]> = {
    bare: [],
    kept: [],
    anew: [],
    search: [],
  };
  try {
    await ask(product.url, `${list}&page={page}&n={n}`, 1);
    for (let turn = 0; turn < turns; turn += 1) {
      loads.bare.push(await ask(bare.url, list, seconds));
      loads.kept.push(await ask(product.url, list, seconds));
      loads.anew.push(await ask(product.url, `${list}&page={page}&n={n}${turn}`, seconds));
    }
  } finally {
    await bare.stop();
  }
  const resident = product.residentMb();
  await product.stop();
  return [
    creating,
    ...(['kept', 'anew'] as const).map((how) => told(how, list, { ours: loads[how], bare: loads.bare })),
    {
      what: 'memory of the process with the list, at rest and after load',
      figure: `${atRest.toFixed(0)} MB, ${resident.toFixed(0)} MB`,
    },
  ];
}

function told(how: 'kept' | 'anew', list: string, { ours, bare }: { ours: Load[]; bare: Load[] }): Outcome {
  const rate = (loads: Load[]) => median(loads.map(({ perSecond }) => perSecond));
  const p99 = median(ours.map((each) => each.p99));
  const ratio = rate(ours) / rate(bare);
  const least = how === 'kept' ? 0.5 : 0.05;
  return {
    what: `${list}, ${how === 'kept' ? 'kept' : 'every request another page, made anew'}, 16 connections, of bare node:http`,
    figure: `${ratio.toFixed(2)} (${rate(ours).toFixed(0)} of ${rate(bare).toFixed(0)} requests/s, p99 ${ms(p99)})`,
    goal: `≥ ${least}`,
    met: ratio >= least,
  };
}

async function ask(server: string, path: string, forSeconds: number): Promise<Load> {
  const { stdout } = await run(process.execPath, [
    '--import',
    'tsx',
    manyUrls,
    server,
    path,
    String(forSeconds),
  ]);
  const result = JSON.parse(stdout) as Load & { failed: number };
  if (result.failed > 0) throw new Error(`${path}: ${result.failed} requests failed`);
  return result;
}

/** New public entries through the action that people use: version, search, ledger and all. */
async function createEntries(url: string): Promise<Outcome> {
  const db = openDatabase(url);
  const who = system('bench');
  try {
    await makeMunicipalities(db);
    const ids: string[] = [];
    for (let at = 0; at < owners; at += 1) ids.push(await makeOwner(db, { nameJa: `計測の会 ${at}` }));
    const create = async (from: number, to: number) => {
      let next = from;
      const writer = async () => {
        while (next < to) {
          const at = next++;
          const input = { organisationId: ids[at % owners] ?? '', code: `bench-${at}`, publish: true };
          granted(await createService(db, who, { ...input, content: contentOf(at) }));
        }
      };
      await Promise.all(Array.from({ length: writers }, writer));
    };
    await create(0, 100);
    const databaseMs = await watchDatabase(url);
    const before = { at: performance.now(), cpu: process.cpuUsage(), database: databaseMs() };
    await create(100, written);
    const count = written - 100;
    const rate = (count / (performance.now() - before.at)) * 1000;
    const { user, system: kernel } = process.cpuUsage(before.cpu);
    const [own, database] = [(user + kernel) / 1000 / count, (databaseMs() - before.database) / count];
    return {
      what: `new entries a second, ${writers} writers, each with version, search and ledger`,
      figure: `${rate.toFixed(0)} (CPU of each ${ms(own + database)}: ${ms(own)} process, ${ms(database)} database)`,
    };
  } finally {
    await db.close();
  }
}

function contentOf(at: number) {
  return exampleContent({
    name: { ja: `計測の相談窓口 ${at}`, en: `Bench desk ${at}` },
    description: { ja: '予約はいりません。家族や支援者からの相談も受けます。'.repeat(4) },
    channels: [exampleChannel(), exampleChannel({ kind: 'mail', value: 'desk@example.jp' })],
    locations: [exampleLocation()],
  });
}

/** The rest as copies of what was written: only the list is measured with them. */
async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`select set_config('app.system', 'bench', false)`);
    await client.query(
      `insert into services (id, organisation_id, code, content, title, kind, status, topics, areas, terms, published_at)
       select gen_random_uuid(), s.organisation_id, s.code || '-' || n, s.content, s.title, s.kind, s.status, s.topics, s.areas, s.terms, now()
       from generate_series(1, $1) n, lateral (select * from services where code like 'bench-%' and code not like 'bench-%-%') s
       limit $2`,
      [Math.ceil(entries / written), entries - written],
    );
    await client.query('vacuum analyze services');
  } finally {
    await client.end();
  }
}
