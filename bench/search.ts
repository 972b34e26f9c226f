import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { anonymous } from '#platform/access.ts';
import { type Database, reading } from '#platform/database/database.ts';
import { searchIn, searchServices } from '#areas/directory/search/actions.ts';
import { inDatabase } from '#areas/directory/search/entries.ts';
import { currentVocabulary } from '#areas/directory/search/vocabulary/current.ts';
import { watchDatabase } from './cpu.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { openPages, type Pages } from './pages.ts';
import { generateRecords } from './records.ts';
import { startProduct } from './server-process.ts';

const few = 10_000;
const many = 1_000_000;
const turns = 30;
const warmUp = 3;
const limit = 3;
const run = promisify(execFile);
const manyUrls = fileURLToPath(new URL('many-urls.ts', import.meta.url));

/** What people type: sentences, words, places, a slip, what nobody offers, one among all. */
const typed = [
  '今日食べるものがない',
  '家賃が払えない',
  '横須賀 子ども食堂',
  '借金',
  '箱根で夜も話せる電話',
  '住居確保給付金',
  'フドバンク',
  '逗子 介護',
  'しおかぜフードバンク 1203',
  '相談',
  '仕事がない 横浜',
  'ぴゅるりんぽ',
];

/** The search among 10,000 entries and among a million (BENCH_SCALE of it), in turns, and its page made anew each time. */
export async function search(
  { small, large }: { small: string; large: string },
  folder: string,
  scale: number,
): Promise<Outcome[]> {
  const size = Math.max(few, Math.round(many * scale));
  const started = performance.now();
  await generateRecords(small, few);
  await generateRecords(large, size);
  const seconds = (performance.now() - started) / 1000;
  const places = [await openPages(small, folder), await openPages(large, folder)];
  try {
    return [
      {
        what: 'generated entries',
        figure: `${few.toLocaleString('en')} and ${size.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
      },
      ...(await searched(places, size)),
      ...(await found(places[0])),
      await loaded(small, folder),
    ];
  } finally {
    await Promise.all(places.map(({ db }) => db.close()));
  }
}

type Search = (db: Database, q: string) => Promise<unknown>;

/**
 * As it is answered, which is from memory among 10,000 and in the database among a million; and in the database on both sides, which
 * tells what the number of entries alone costs.
 */
async function searched(places: readonly Pages[], size: number): Promise<Outcome[]> {
  const ways: readonly (readonly [string, Search])[] = [
    ['as it is answered', (db, q) => searchServices(db, anonymous, { q }, new Date())],
    ['in the database', searchDatabase],
  ];
  const times = ways.map(() => places.map((): number[] => []));
  for (let turn = -warmUp; turn < turns; turn += 1)
    for (const q of typed)
      for (const [way, [, searchOne]] of ways.entries())
        for (const [at, { db }] of places.entries()) {
          const began = performance.now();
          await searchOne(db, q);
          if (turn >= 0) times[way]?.[at]?.push(performance.now() - began);
        }
  return ways.map(([how], way) => {
    const [among = [], amongMany = []] = times[way] ?? [];
    const ratio = p99(amongMany) / p99(among);
    return {
      what: `p99 of a search ${how}, ${size.toLocaleString('en')} entries against ${few.toLocaleString('en')}`,
      figure: `${ratio.toFixed(2)}× (${ms(p99(amongMany))} against ${ms(p99(among))}; median ${ms(median(amongMany))} against ${ms(median(among))})`,
      goal: `≤ ${limit}×`,
      met: ratio <= limit,
    };
  });
}

async function searchDatabase(db: Database, q: string): Promise<void> {
  const now = new Date();
  const vocabulary = await currentVocabulary(db, anonymous, now);
  await reading(db, anonymous, (tx) => searchIn(inDatabase(tx), { query: { q }, vocabulary, now }));
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}

async function found(place: Pages | undefined): Promise<Outcome[]> {
  const times: number[] = [];
  for (let turn = -2; turn < 10; turn += 1)
    for (const q of typed.slice(0, 8)) {
      const took = await place?.render(`/find?q=${encodeURIComponent(q)}`);
      if (turn >= 0 && took !== undefined) times.push(took);
    }
  const typical = median(times);
  return [
    {
      what: `/find made anew among ${few.toLocaleString('en')} entries, one after the other`,
      figure: `${(1000 / typical).toFixed(0)} pages/s (${ms(typical)})`,
    },
  ];
}

/** Pages for 16 who ask at a time: of what somebody typed none is kept. */
async function loaded(databaseUrl: string, folder: string): Promise<Outcome> {
  const product = await startProduct(join(folder, 'find'), { DATABASE_URL: databaseUrl, TSUNAGI_DEMO: '0' });
  const databaseMs = await watchDatabase(databaseUrl);
  const sum = { pages: 0, seconds: 0, process: 0, database: 0 };
  try {
    for (const q of ['借金', '今日食べるものがない', '横須賀 子ども食堂', 'しおかぜフードバンク 1203'])
      for (const [seconds, counts] of [
        [1, false],
        [3, true],
      ] as const) {
        const before = { process: product.cpuMs(), database: databaseMs() };
        const { perSecond } = await askMany(product.url, `/find?q=${encodeURIComponent(q)}&n={n}`, seconds);
        if (!counts) continue;
        sum.pages += perSecond * seconds;
        sum.seconds += seconds;
        sum.process += product.cpuMs() - before.process;
        sum.database += databaseMs() - before.database;
      }
  } finally {
    await product.stop();
  }
  const each = (used: number) => ms(used / sum.pages);
  return {
    what: `/find made anew among ${few.toLocaleString('en')} entries, 16 connections, CPU of a page`,
    figure: `${each(sum.process + sum.database)} (${each(sum.process)} process, ${each(sum.database)} database; ${(sum.pages / sum.seconds).toFixed(0)} pages/s)`,
  };
}

async function askMany(server: string, path: string, seconds: number): Promise<{ perSecond: number }> {
  const args = ['--import', 'tsx', manyUrls, server, path, String(seconds)];
  const { stdout } = await run(process.execPath, args);
  const result = JSON.parse(stdout) as { perSecond: number; failed: number };
  if (result.failed > 0) throw new Error(`${path}: ${result.failed} requests failed`);
  return result;
}
