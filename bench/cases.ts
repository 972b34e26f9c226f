import { casePaths, recordPaths, statisticsPaths } from '#areas/cases/paths.ts';
import { type FilledCases, fillCases } from './case-data.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { openPages, type Pages } from './pages.ts';

const few = 10_000;
const many = 1_000_000;
const turns = 300;
const warmUp = 40;
const limit = 3;

interface Place {
  readonly pages: Pages;
  readonly filled: FilledCases;
}

/** A page as somebody asks for it: what stands at `turn` in this place. */
type Ask = (place: Place, turn: number) => Promise<number>;

const worker = ({ filled }: Place, turn: number) => filled.cookies[turn % filled.cookies.length] ?? '';
const caseAt = ({ filled }: Place, turn: number) => filled.cases[(turn * 37) % filled.cases.length];

const asked: Readonly<Record<string, Ask>> = {
  'my list': (place, turn) => place.pages.render(casePaths.list.to({}), { cookie: worker(place, turn) }),
  'all open cases of the organisation': (place, turn) =>
    place.pages.render(casePaths.list.to({}, { range: 'all' }), { cookie: worker(place, turn) }),
  'search by exact name': (place, turn) =>
    place.pages.render(casePaths.search.to({}), {
      cookie: worker(place, turn),
      form: { q: caseAt(place, turn)?.name ?? '' },
    }),
  'opening a case': (place, turn) =>
    place.pages.render(casePaths.case.to({ caseId: caseAt(place, turn)?.id ?? '' }), {
      cookie: worker(place, turn),
    }),
  'timeline of a case': (place, turn) =>
    place.pages.render(recordPaths.timeline.to({ caseId: caseAt(place, turn)?.id ?? '' }), {
      cookie: worker(place, turn),
    }),
  'a year’s statistics of the organisation': (place, turn) =>
    place.pages.render(statisticsPaths.year.to({}, { year: String(2017 + (turn % 8)) }), {
      cookie: place.filled.supervisor,
    }),
};

/**
 * Pages of cases among ten thousand and among a million (BENCH_SCALE of it), ten events on each, taken in turns; and among the
 * many once more as the tables' owner, for whom row-level security is off: what it costs.
 */
export async function cases(
  { small, large }: { small: string; large: string },
  folder: string,
  scale: number,
): Promise<Outcome[]> {
  const size = Math.max(few, Math.round(many * scale));
  const began = performance.now();
  const places = [await open(small, folder, few), await open(large, folder, size)] as const;
  const seconds = (performance.now() - began) / 1000;
  const free = await withoutRowSecurity(places[1], folder, large);
  try {
    const outcomes: Outcome[] = [
      {
        what: 'generated cases',
        figure: `${few.toLocaleString('en')} and ${size.toLocaleString('en')} with ${places[1].filled.events.toLocaleString('en')} events in ${seconds.toFixed(0)} s`,
      },
    ];
    for (const [what, ask] of Object.entries(asked))
      outcomes.push(...compared(what, size, await inTurns([...places, free], ask)));
    return outcomes;
  } finally {
    for (const { pages } of [...places, free]) await pages.db.close();
  }
}

async function open(url: string, folder: string, size: number): Promise<Place> {
  const pages = await openPages(url, folder);
  return { pages, filled: await fillCases(url, pages.vault, size) };
}

/** The same product on the same rows, whose policies nobody asks: the owner reads, and is no longer bound. */
async function withoutRowSecurity({ filled, pages }: Place, folder: string, url: string): Promise<Place> {
  const { rows } = await pages.db.owner.query<{ name: string }>(
    "select c.oid::regclass::text as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace",
  );
  for (const { name } of rows) await pages.db.owner.query(`alter table ${name} no force row level security`);
  return { filled, pages: await openPages(url, folder, { asOwner: true }) };
}

async function inTurns(places: readonly Place[], ask: Ask): Promise<number[][]> {
  const times: number[][] = places.map(() => []);
  for (let turn = -warmUp; turn < turns; turn += 1)
    for (const [at, place] of places.entries()) {
      const took = await ask(place, turn + warmUp);
      if (turn >= 0) times[at]?.push(took);
    }
  return times;
}

function compared(what: string, size: number, times: readonly number[][]): Outcome[] {
  const [alone = [], among = [], free = []] = times;
  const ratio = p99(among) / p99(alone);
  return [
    {
      what: `${what}: p99 among ${size.toLocaleString('en')} cases against ${few.toLocaleString('en')}`,
      figure: `${ratio.toFixed(2)}× (${ms(p99(among))} against ${ms(p99(alone))}; median ${ms(median(among))} against ${ms(median(alone))})`,
      goal: `≤ ${limit}×`,
      met: ratio <= limit,
    },
    {
      what: `${what}: row-level security on against off`,
      figure: `${(median(among) / median(free)).toFixed(2)}× (median ${ms(median(among))} against ${ms(median(free))})`,
    },
  ];
}

function p99(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
}
