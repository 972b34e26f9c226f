import { sql } from 'drizzle-orm';
import { system } from '#platform/access.ts';
import { type Database, inTransaction } from '#platform/database/database.ts';
import { foldRollup } from '#platform/rollups/jobs.ts';
import { countLive } from '#areas/report/live-measures/compute.ts';
import { registry } from '#areas/report/live-measures/registry.ts';
import { listLiveValues } from '#areas/report/live-measures/store.ts';
import { fillCases } from './case-data.ts';
import { fillContacts } from './counts.ts';
import { generate, lastYear } from './generate.ts';
import { median, ms, type Outcome } from './outcome.ts';
import { compare, openPages, type Pages } from './pages.ts';

const few = 10_000;
const mostContacts = 10_000_000;
const mostCases = 1_000_000;
const size = { prefectures: 1, years: 1, programs: 50, measures: 20 };
const [limit, ratioLimit] = [2000, 2];
const it = system('bench');
const now = new Date('2025-07-01T03:00:00Z');

/**
 * All live measures of a year (a thousand, bound to every kind of counting) where ten thousand contacts and cases stand behind them, and
 * where ten million contacts and a million cases do (BENCH_SCALE of it).
 */
export async function measures(
  { small, large }: { small: string; large: string },
  folder: string,
  scale: number,
): Promise<Outcome[]> {
  const contacts = Math.max(few * 2, Math.round(mostContacts * scale));
  const cases = Math.max(few * 2, Math.round(mostCases * scale));
  const began = performance.now();
  const places = [
    await open(small, folder, { contacts: few, cases: few }),
    await open(large, folder, { contacts, cases }),
  ];
  const seconds = (performance.now() - began) / 1000;
  try {
    const counted = await inTransaction(places[1]?.db as Database, it, (tx) => listLiveValues(tx, lastYear));
    const told = counted.filter(({ value }) => value !== null).length;
    if (told < 100) throw new Error(`only ${told} of ${counted.length} measures counted anything`);
    const [alone = 0, among = 0] = await compare(places, count, { turns: 15, warmUp: 3 });
    return [
      {
        what: 'generated contacts and cases behind measures',
        figure: `${contacts.toLocaleString('en')} and ${cases.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
      },
      {
        what: `all live measures of a year (${size.programs * size.measures} bound)`,
        figure: ms(among),
        goal: `< ${ms(limit)}`,
        met: among < limit,
      },
      {
        what: 'the same, large world against small',
        figure: `${(among / alone).toFixed(2)}× (${ms(among)} against ${ms(alone)})`,
        goal: `≤ ${ratioLimit}×`,
        met: among / alone <= ratioLimit,
      },
      await unfolded(places[1] as Pages),
    ];
  } finally {
    for (const { db } of places) await db.close();
  }
}

async function open(
  url: string,
  folder: string,
  { contacts, cases }: { contacts: number; cases: number },
): Promise<Pages> {
  await generate(url, size);
  const pages = await openPages(url, folder);
  await fillContacts(pages.db, contacts, 'bench-desk');
  await fillCases(url, pages.vault, cases);
  await inTransaction(pages.db, it, async (tx) => {
    await tx.execute(scales);
    await tx.execute(stages);
    for (const register of ['case', 'flow', 'grant']) await foldRollup(tx, register);
    await bindAll((statement) => tx.execute(statement));
  });
  await pages.db.owner.query('vacuum analyze');
  await count(pages);
  return pages;
}

/** Every third case was asked twice how it is. */
const scales = sql`insert into case_scales (case_id, home_id, asked_on, at, with_person, written_at)
  select id, organisation_id, received_on + e * 60, 'review', true, now()
  from case_files, generate_series(0, 1) e where abs(hashtext(id::text)) % 3 = 0`;
const stages = sql`insert into case_scale_stages (scale_id, case_id, domain, class, stage)
  select s.id, s.case_id, domain, 'basic', 1 + abs(hashtext(s.id::text || domain)) % 5
  from case_scales s, unnest(array['housing', 'income']) domain`;

/** Each measure to the next kind of counting; desks and domains in turns. */
async function bindAll(run: (statement: ReturnType<typeof sql>) => Promise<unknown>): Promise<void> {
  const kinds = registry.map(({ code }) => code);
  await run(sql`insert into live_bindings (thread, from_year, live, parameters, bound_at)
    select m.id, ${lastYear}, k.live, case
        when k.live = 'contacts' then '{"desk":"bench-desk"}'::jsonb
        when k.live = 'improved' then '{"domain":"housing"}'::jsonb
        else jsonb_build_object('desk', 'cases-' || m.at / ${kinds.length}::int % o.n) end, now()
    from (select id, (row_number() over (order by id))::int as at from measures) m
      cross join (select count(*)::int as n from organisations where code like 'cases-%') o
      join unnest(${sql.param(kinds)}::text[]) with ordinality k (live, place) on k.place = 1 + m.at % ${kinds.length}::int`);
}

async function count({ db }: Pages): Promise<number> {
  const started = performance.now();
  await inTransaction(db, it, (tx) => countLive(tx, lastYear, now));
  return performance.now() - started;
}

/** While a thousand cases wait to be folded: as many as change in a busy minute, and more. */
async function unfolded(place: Pages): Promise<Outcome> {
  await inTransaction(place.db, it, (tx) =>
    tx.execute(
      sql`update case_records set service = 'protection' where case_id in (select id from case_files limit 1000)`,
    ),
  );
  const times: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) times.push(await count(place));
  return { what: 'the same while 1,000 changed cases are not folded yet', figure: ms(median(times)) };
}
