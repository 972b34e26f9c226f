import { anonymous } from '#platform/access.ts';
import { searchServices } from '#areas/directory/search/actions.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { openPages, type Pages } from './pages.ts';
import { generateRecords } from './records.ts';

const few = 10_000;
const many = 1_000_000;
const turns = 30;
const warmUp = 3;
const limit = 3;

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
      await searched(places, size),
      ...(await found(places[0])),
    ];
  } finally {
    await Promise.all(places.map(({ db }) => db.close()));
  }
}

async function searched(places: readonly Pages[], size: number): Promise<Outcome> {
  const times: number[][] = places.map(() => []);
  for (let turn = -warmUp; turn < turns; turn += 1)
    for (const q of typed)
      for (const [at, { db }] of places.entries()) {
        const began = performance.now();
        await searchServices(db, anonymous, { q }, new Date());
        if (turn >= 0) times[at]?.push(performance.now() - began);
      }
  const [among = [], amongMany = []] = times;
  const ratio = p99(amongMany) / p99(among);
  return {
    what: `p99 of a search among ${size.toLocaleString('en')} entries against ${few.toLocaleString('en')}`,
    figure: `${ratio.toFixed(2)}× (${ms(p99(amongMany))} against ${ms(p99(among))}; median ${ms(median(amongMany))} against ${ms(median(among))})`,
    goal: `≤ ${limit}×`,
    met: ratio <= limit,
  };
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
