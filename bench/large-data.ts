import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { readYear } from '#areas/programs/index.ts';
import { generate, lastYear, type Size } from './generate.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { compare, openPages, type Pages } from './pages.ts';

const one: Size = { prefectures: 1, years: 1, programs: 500, measures: 20 };
const limit = 2;

/** The same pages of the same report, alone in its database and among those of many prefectures and years. */
export async function largeData(
  { small, large }: { small: string; large: string },
  folder: string,
  scale: number,
): Promise<Outcome[]> {
  const many: Size = { ...one, prefectures: Math.max(1, Math.round(47 * scale)), years: 10 };
  const started = performance.now();
  await generate(small, one);
  await generate(large, many);
  const seconds = (performance.now() - started) / 1000;
  const places = [await openPages(small, folder), await openPages(large, folder)];
  try {
    const measures = many.prefectures * many.years * many.programs * many.measures;
    const told: Outcome = {
      what: 'generated data',
      figure: `${many.prefectures} prefectures × ${many.years} years × ${many.programs} programs × ${many.measures} measures = ${measures.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
    };
    const pages = [`/reports/${lastYear}`, `/reports/${lastYear}/programs/program-7`];
    const outcomes: Outcome[] = [];
    for (const page of pages) outcomes.push(await showing(places, page));
    return [told, ...outcomes, await readingAYear(places)];
  } finally {
    await Promise.all(places.map(({ db }) => db.close()));
  }
}

async function showing(places: readonly Pages[], page: string): Promise<Outcome> {
  return ratioOf(page, await compare(places, ({ render }) => render(page), { turns: 31, warmUp: 8 }));
}

/** From which the next edition is made: every program of a year with its measures and values. */
async function readingAYear(places: readonly Pages[]): Promise<Outcome> {
  const read = async ({ db }: Pages) => {
    const started = performance.now();
    const { programs } = await inTransaction(db, system('bench'), (tx) => readYear(tx, lastYear));
    if (programs.length !== one.programs) throw new Error(`${programs.length} programs were read`);
    return performance.now() - started;
  };
  return ratioOf('reading a year’s 500 programs', await compare(places, read, { turns: 11, warmUp: 3 }));
}

function ratioOf(what: string, [alone = 0, among = 0]: readonly number[]): Outcome {
  const times = among / alone;
  return {
    what: `${what}, large database against small`,
    figure: `${times.toFixed(2)}× (${ms(among)} against ${ms(alone)})`,
    goal: `≤ ${limit}×`,
    met: times <= limit,
  };
}

/** Pages per second that one process reads and renders where nothing is kept. */
export async function uncached(place: Pages): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const page of ['/reports/2024', '/reports/2024/programs/life-line-by-ict', '/reports/2025/plan']) {
    const times: number[] = [];
    for (let turn = 0; turn < 60; turn += 1) times.push(await place.render(page));
    const typical = median(times.slice(20));
    outcomes.push({
      what: `uncached ${page}`,
      figure: `${(1000 / typical).toFixed(0)} pages/s (${ms(typical)})`,
    });
  }
  return outcomes;
}
