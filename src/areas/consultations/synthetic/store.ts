import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';

export interface SyntheticMonth {
  readonly deskId: string;
  readonly door: string;
  /** `2024-04` */
  readonly month: string;
  readonly contacts: number;
  /** Names the row of numbers that chance is taken from: the same seed, the same contacts. */
  readonly seed: string;
  /** First and last hour of arrival, 0 … 23. */
  readonly hours: readonly [number, number];
  readonly worries: readonly string[];
  readonly municipalities: readonly string[];
}

/**
 * Contacts of a month that nobody ever had: erased long ago, so only what is counted is there. Chance comes from md5 of the seed,
 * so the same world comes out everywhere. Their counts are added up once (`countSynthetic`) instead of one by one.
 */
export async function insertSynthetic(tx: Tx, given: SyntheticMonth): Promise<void> {
  const { deskId, door, month, contacts, seed, hours, worries, municipalities } = given;
  await tx.execute(sql`select set_config('app.counting', 'off', true)`);
  await tx.execute(sql`
    insert into contacts (desk_id, number, door, state, arrived_at, queued_at, taken_at, first_answer_at, ended_at, erased_at,
      end_reason, in_hours, about, worries, main_worry, age_band, sex, municipality, route, actions, outcome, minutes, risk)
    select ${deskId}::uuid, 'S' || substr(md5(${seed} || i), 1, 15), ${door}, 'ended', at, at, at + wait, at + wait,
      at + wait + make_interval(mins => minutes), at + interval '120 days', 'done', true,
      (array['self','self','self','family','friend','supporter'])[1 + r1 % 6],
      case when r2 % 3 = 0 then array[worry, other] else array[worry] end, worry,
      (array['18-29','30-39','40-49','50-59','60-64','65-74','unknown'])[1 + r3 % 7],
      (array['female','female','female','not-said','male'])[1 + r4 % 5],
      case when r5 % 5 = 0 then null else place end,
      (array['self','web','print','office','family'])[1 + r6 % 5], array['listened'],
      (array['settled','informed','continued','passed-on','broken'])[1 + r7 % 5], minutes,
      (array[0,0,0,0,0,1,1,2])[1 + r8 % 8]
    from (
      select i, r1, r2, r3, r4, r5, r6, r7, r8,
        (${`${month}-01`}::date + (r1 % 28) * interval '1 day' + (${hours[0]}::int + r2 % (${hours[1]}::int - ${hours[0]}::int + 1)) * interval '1 hour'
          + (r3 % 3600) * interval '1 second') at time zone 'Asia/Tokyo' as at,
        make_interval(secs => (r4 % 100) * (r4 % 100) / 25) as wait, 5 + r5 % 55 as minutes,
        (${sql.param([...worries])}::text[])[1 + (r6 % ${worries.length}) * (r7 % ${worries.length}) / ${worries.length}] as worry,
        (${sql.param([...worries])}::text[])[1 + r8 % ${worries.length}] as other,
        (${sql.param([...municipalities])}::text[])[1 + (r8 % ${municipalities.length}) * (r1 % ${municipalities.length}) / ${municipalities.length}] as place
      from generate_series(1, ${contacts}::int) i,
        lateral (select md5(${seed} || i) as m, md5('b' || ${seed} || i) as k) hash,
        lateral (select ('x' || substr(m, 1, 7))::bit(28)::int as r1, ('x' || substr(m, 8, 7))::bit(28)::int as r2,
          ('x' || substr(m, 15, 7))::bit(28)::int as r3, ('x' || substr(m, 22, 7))::bit(28)::int as r4,
          ('x' || substr(k, 1, 7))::bit(28)::int as r5, ('x' || substr(k, 8, 7))::bit(28)::int as r6,
          ('x' || substr(k, 15, 7))::bit(28)::int as r7, ('x' || substr(k, 22, 7))::bit(28)::int as r8) chance
    ) drawn`);
  await tx.execute(sql`select set_config('app.counting', '', true)`);
}

/** Adds up what the synthetic contacts of a desk count for between two months, in one statement. */
export async function countSynthetic(
  tx: Tx,
  { deskId, from, to }: { deskId: string; from: string; to: string },
): Promise<void> {
  await tx.execute(sql`
    insert into count_changes (desk_id, month, kind, a, b, n)
    select c.desk_id, to_char(c.arrived_at at time zone 'Asia/Tokyo', 'YYYY-MM'), f.kind, f.a, f.b, sum(f.n)
    from contacts c, contact_facts(c) f
    where c.desk_id = ${deskId}::uuid and c.number like 'S%'
      and to_char(c.arrived_at at time zone 'Asia/Tokyo', 'YYYY-MM') between ${from} and ${to}
    group by 1, 2, 3, 4, 5`);
}
