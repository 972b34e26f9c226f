import { sql } from 'drizzle-orm';
import { system } from '#platform/access.ts';
import { type Database, inTransaction, openDatabase } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { readYear, sumBy } from '#areas/consultations/counts/read.ts';
import { foldCounts } from '#areas/consultations/counts/store.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { makeSyntheticYear } from '#areas/consultations/synthetic/actions.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { median, ms, type Outcome } from './outcome.ts';

const few = 10_000;
const most = 10_000_000;
const firstYear = 2015;
const years = 10;
const turns = 21;
const countings = 3;
const ratioLimit = 2;
const speedLimit = 100;
const bench = system('bench');

interface Place {
  readonly db: Database;
  readonly deskId: string;
}

/**
 * A desk's year from its rollups, with ten thousand contacts behind it and with ten million (at scale 1), and the same figures
 * counted from the rows.
 */
export async function counts(
  makeDatabase: (name: string) => Promise<string>,
  scale: number,
): Promise<Outcome[]> {
  const contacts = Math.max(few * 10, Math.round(most * scale));
  const started = performance.now();
  const places = [
    await fill(await makeDatabase('few'), few),
    await fill(await makeDatabase('many'), contacts),
  ] as const;
  const seconds = (performance.now() - started) / 1000;
  try {
    const [among, alone] = await inTurns(places);
    const counted = await countRows(places[1]);
    return [
      {
        what: 'generated contacts',
        figure: `${contacts.toLocaleString('en')} and ${few.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
      },
      {
        what: 'a desk’s year from rollups, many contacts against few',
        figure: `${(among / alone).toFixed(2)}× (${ms(among)} against ${ms(alone)})`,
        goal: `≤ ${ratioLimit}×`,
        met: among / alone <= ratioLimit,
      },
      {
        what: 'the same figures counted from the rows',
        figure: `${(counted / among).toFixed(0)}× slower (${ms(counted)})`,
        goal: `≥ ${speedLimit}× slower`,
        // A tenth of the rows takes a tenth of the time: the goal is one of the full size.
        ...(scale >= 1 && { met: counted / among >= speedLimit }),
      },
    ];
  } finally {
    for (const { db } of places) await db.close();
  }
}

async function fill(url: string, contacts: number): Promise<Place> {
  const db = openDatabase(url);
  return { db, deskId: await fillContacts(db, contacts) };
}

/** A desk with so many contacts over ten years, folded into their counts; gives its id. */
export async function fillContacts(db: Database, contacts: number, code = 'bench'): Promise<string> {
  const { deskId } = await makeDesk(db, { code });
  const year = Math.round(contacts / years);
  const part = (share: number) => Math.round(year * share);
  for (let at = 0; at < years; at += 1)
    await makeSyntheticYear(db, bench, {
      deskId,
      seed: 'bench',
      fiscalYear: firstYear + at,
      doors: {
        phone: year - part(0.25) - part(0.15) - part(0.08) - part(0.02),
        mail: part(0.25),
        line: part(0.15),
        chat: part(0.08),
        visit: part(0.02),
      },
      weights: [8, 8, 8, 8, 9, 9, 8, 8, 9, 9, 8, 8],
      hours: [9, 20],
      worries: worryTerms.map(({ code }) => code),
      municipalities: Array.from({ length: 58 }, (_, place) => String(14_101 + place)),
    });
  await inTransaction(db, bench, foldCounts);
  await db.owner.query('vacuum analyze contacts, counts, year_counts, count_changes');
  return deskId;
}

const fiscalYear = firstYear + years - 1;
const months = monthsOfFiscalYear(fiscalYear);

function readLastYear({ db, deskId }: Place) {
  return inTransaction(db, bench, (tx) => readYear(tx, { deskId, fiscalYear }));
}

/** Milliseconds with many and with few, taken in turns so that both see the same machine. */
async function inTurns([small, large]: readonly [Place, Place]): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []];
  for (let turn = -5; turn < turns; turn += 1)
    for (const [at, place] of [large, small].entries()) {
      const started = performance.now();
      await readLastYear(place);
      if (turn >= 0) times[at]?.push(performance.now() - started);
    }
  return [median(times[0]), median(times[1])];
}

/** The year's figures from its rows, by the same definition; throws when they are not what the rollups say. */
async function countRows(place: Place): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < countings; turn += 1) {
    const started = performance.now();
    const { rows } = await inTransaction(place.db, bench, (tx) =>
      tx.execute<{ kind: string; a: string; n: string }>(sql`
        select to_char(c.arrived_at at time zone 'Asia/Tokyo', 'YYYY-MM') as month, f.kind, f.a, f.b, sum(f.n)::text as n
        from contacts c, contact_facts(c) f
        where c.desk_id = ${place.deskId}::uuid
          and c.arrived_at >= ${`${months[0]}-01`}::date::timestamp at time zone 'Asia/Tokyo'
          and c.arrived_at < (${`${months[0]}-01`}::date + interval '1 year') at time zone 'Asia/Tokyo'
        group by 1, 2, 3, 4`),
    );
    times.push(performance.now() - started);
    const counted = rows.filter(({ kind }) => kind === 'door').reduce((sum, { n }) => sum + Number(n), 0);
    const rolled = Object.values(sumBy(await readLastYear(place), 'door')).reduce((sum, n) => sum + n, 0);
    if (counted !== rolled) throw new Error(`rollups say ${rolled}, the rows ${counted}`);
  }
  return median(times);
}
