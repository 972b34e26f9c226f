import { sql } from 'drizzle-orm';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import { exchangePaths } from '#areas/partnerships/paths.ts';
import { findPost } from '#areas/partnerships/exchange/store.ts';
import { readSuggestions } from '#areas/partnerships/exchange/suggestions/read.ts';
import { worryTerms } from '#areas/directory/index.ts';
import { ms, type Outcome } from './outcome.ts';
import { openPages, type Pages } from './pages.ts';

const it = system('bench');
const now = new Date();
const turns = 400;
const members = 200;

/**
 * 100,000 published needs and offers (BENCH_SCALE of it) of five kinds, sixteen worries and thirty-three municipalities, a tenth of
 * them everywhere: suggestions for needs and offers in turn, and a filtered public list.
 */
export async function exchange(url: string, folder: string, scale: number): Promise<Outcome[]> {
  const many = Math.max(1000, Math.round(100_000 * scale));
  const place = await openPages(url, folder);
  try {
    const seconds = await fill(place, many);
    await place.db.owner.query('vacuum analyze exchange_posts, exchange_reach, exchange_capacity');
    const taken = await suggestAll(place);
    const p99 = taken.at(Math.ceil(taken.length * 0.99) - 1) ?? Number.NaN;
    const p50 = taken.at(Math.floor(taken.length / 2)) ?? Number.NaN;
    const began = performance.now();
    const list = exchangePaths.list.to({}, { side: 'offer', kind: 'goods', topic: 'no_food' });
    await place.render(list, {});
    return [
      {
        what: 'generated needs and offers',
        figure: `${many.toLocaleString('en')} in ${seconds.toFixed(0)} s`,
      },
      {
        what: `suggestions for one of ${many.toLocaleString('en')} needs and offers (p99 of ${turns}; p50 ${ms(p50)})`,
        figure: ms(p99),
        goal: '< 100 ms',
        met: p99 < 100,
      },
      { what: 'filtered list, made anew', figure: ms(performance.now() - began) },
    ];
  } finally {
    await place.db.close();
  }
}

async function fill({ db }: Pages, many: number): Promise<number> {
  const today = tokyoDay(now);
  const owners = await inTransaction(db, it, async (tx) => {
    const ids: string[] = [];
    for (let at = 0; at < members; at += 1)
      ids.push(
        await insertOrganisation(tx, { kind: 'npo', code: `bench-exchange-${at}`, nameJa: `計測の会${at}` }),
      );
    return ids;
  });
  const topics = worryTerms.map(({ code }) => code);
  const began = performance.now();
  await inTransaction(db, it, (tx) =>
    tx.execute(sql`insert into exchange_posts (side, kind, organisation_id, state, title, detail, topics, municipalities,
        quantity, unit, starts_on, ends_on, last_on, monthly_cap, published_at, changed_at, created_at)
      select case n % 2 when 0 then 'need' else 'offer' end,
        (array['money', 'goods', 'place', 'skills', 'work-training'])[1 + n / 2 % 5],
        (${sql.param(owners)}::uuid[])[1 + n % ${members}::int], 'published', 'post ' || n, 'bench',
        array[(${sql.param(topics)}::text[])[1 + (n * 7919 / 11) % 16], (${sql.param(topics)}::text[])[1 + (n * 104729 / 13) % 16]],
        case when n / 10 % 10 = 3 then '{}'::text[] else array[(14100 + (n * 31 / 7) % 33)::text, (14100 + (n * 17 / 5) % 33)::text] end,
        1 + n % 500, case n / 2 % 5 when 0 then 'yen' when 1 then 'kg' else 'person' end,
        ${addDays(today, -20)}::date + (n % 40)::int, ${addDays(today, 40)}::date + (n % 200)::int, ${addDays(today, 40)}::date + (n % 200)::int,
        case n % 2 when 1 then 1 + n % 5 end, ${now.toISOString()}::timestamptz - n * interval '1 second',
        ${now.toISOString()}::timestamptz, ${now.toISOString()}::timestamptz
      from generate_series(0::bigint, ${many - 1}::bigint) n`),
  );
  return (performance.now() - began) / 1000;
}

/** In milliseconds, the shortest first. */
async function suggestAll({ db }: Pages): Promise<number[]> {
  const today = tokyoDay(now);
  const { rows } = await inTransaction(db, it, (tx) =>
    tx.execute<{ id: string }>(sql`select id from exchange_posts order by md5(id::text) limit ${turns + 20}`),
  );
  const taken: number[] = [];
  for (const [at, { id }] of rows.entries()) {
    const began = performance.now();
    await inTransaction(db, it, async (tx) => readSuggestions(tx, await findPost(tx, id), { today }));
    if (at >= 20) taken.push(performance.now() - began);
  }
  return taken.toSorted((a, b) => a - b);
}
