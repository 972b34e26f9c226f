import { sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';
import { preparedInsertAll } from '../database/prepared.ts';
import { pageViews } from './tables.ts';

/** Adds to what was counted before, also by other processes. */
export const addViews = preparedInsertAll(pageViews, {
  suffix: 'on conflict (day, section) do update set n = page_views.n + excluded.n',
});

export interface ViewRow {
  readonly section: string;
  /** Month of the fiscal year: 0 is April. */
  readonly at: number;
  readonly n: number;
}

/** Looks of a fiscal year by section and month. */
export async function countViews(tx: Tx, { fiscalYear }: { fiscalYear: number }): Promise<ViewRow[]> {
  const { rows } = await tx.execute<{ section: string; at: number; n: string }>(sql`
    select section, (extract(month from day)::int + 8) % 12 as at, sum(n)::text as n from ${pageViews}
    where day between ${`${fiscalYear}-04-01`}::date and ${`${fiscalYear + 1}-03-31`}::date
    group by 1, 2 order by 1, 2`);
  return rows.map(({ section, at, n }) => ({ section, at, n: Number(n) }));
}
