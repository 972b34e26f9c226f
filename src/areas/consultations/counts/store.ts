import { and, between, eq, inArray, sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import { countChanges, counts, yearCounts } from './tables.ts';

export interface CountRow {
  readonly month: string;
  readonly kind: string;
  readonly a: string;
  readonly b: string;
  readonly n: number;
}

interface Asked {
  readonly kinds: readonly string[];
  /** `2024-04`, both inclusive. */
  readonly from: string;
  readonly to: string;
  /** Absent: every desk that one may see. */
  readonly deskId?: string | undefined;
}

/** Counts by month, what was folded and what changed since in one statement: no change is seen twice or missed. */
export async function listCounts(tx: Tx, asked: Asked): Promise<CountRow[]> {
  const of = (table: typeof counts | typeof countChanges): SQL | undefined =>
    and(
      inArray(table.kind, [...asked.kinds]),
      between(table.month, asked.from, asked.to),
      asked.deskId ? eq(table.deskId, asked.deskId) : undefined,
    );
  return summed(
    tx,
    sql`select month, kind, a, b, n from ${counts} where ${of(counts)}
      union all
      select month, kind, a, b, n from ${countChanges} where ${of(countChanges)}`,
  );
}

interface YearAsked {
  /** Told as sums of the year, whose month is ''. */
  readonly kinds: readonly string[];
  /** Told month by month. */
  readonly monthly: readonly string[];
  readonly fiscalYear: number;
  /** Absent: every desk that one may see. */
  readonly deskId?: string | undefined;
}

/** Counts of a fiscal year, as consistent as `listCounts`. */
export async function listYearCounts(
  tx: Tx,
  { kinds, monthly, fiscalYear, deskId }: YearAsked,
): Promise<CountRow[]> {
  const months = monthsOfFiscalYear(fiscalYear);
  const of = (table: typeof counts | typeof yearCounts | typeof countChanges, some: readonly string[]) =>
    and(inArray(table.kind, [...some]), deskId ? eq(table.deskId, deskId) : undefined);
  const within = sql`month between ${months[0]} and ${months.at(-1)}`;
  return summed(
    tx,
    sql`select month, kind, a, b, n from ${counts} where ${of(counts, monthly)} and ${within}
      union all
      select '', kind, a, b, n from ${yearCounts} where ${of(yearCounts, kinds)} and fiscal_year = ${fiscalYear}
      union all
      select month, kind, a, b, n from ${countChanges} where ${of(countChanges, monthly)} and ${within}
      union all
      select '', kind, a, b, n from ${countChanges} where ${of(countChanges, kinds)} and ${within}`,
  );
}

/** Sums by everything that is told, in the order of bytes: these are codes, and the order of a language takes longer than the sum. */
async function summed(tx: Tx, counted: SQL): Promise<CountRow[]> {
  const { rows } = await tx.execute<{ month: string; kind: string; a: string; b: string; n: string }>(sql`
    select * from (
      select month, kind, a, b, sum(n)::text as n from (${counted}) counted group by 1, 2, 3, 4 having sum(n) <> 0
    ) summed order by month collate "C", kind collate "C", a collate "C", b collate "C"`);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Contacts by way and calls by result, desk by desk in these months, with the desks' names; desks by code. */
export async function listDeskCounts(
  tx: Tx,
  months: readonly string[],
): Promise<(CountRow & { deskId: string; nameJa: string; nameEn: string })[]> {
  const asked = sql`kind in ('door', 'call') and month = any(${sql.param([...months])}::text[])`;
  const { rows } = await tx.execute<{
    desk_id: string;
    name_ja: string;
    name_en: string;
    month: string;
    kind: string;
    a: string;
    n: string;
  }>(sql`
    select d.id as desk_id, d.name_ja, d.name_en, month, kind, a, sum(n)::text as n from (
      select desk_id, month, kind, a, n from ${counts} where ${asked}
      union all
      select desk_id, month, kind, a, n from ${countChanges} where ${asked}
    ) both_ join desks d on d.id = both_.desk_id
    group by d.code, 1, 2, 3, 4, 5, 6 having sum(n) <> 0 order by d.code collate "C", month, kind, a collate "C"`);
  return rows.map(({ desk_id: deskId, name_ja: nameJa, name_en: nameEn, month, kind, a, n }) => ({
    deskId,
    nameJa,
    nameEn,
    month,
    kind,
    a,
    b: '',
    n: Number(n),
  }));
}

/** Contacts by way and month of desks by their codes, months inclusive; a desk of which nothing is counted has one empty row. */
export async function listDoors(
  tx: Tx,
  { codes, from, to }: { codes: readonly string[]; from: string; to: string },
): Promise<{ desk: string; month: string; door: string; n: number }[]> {
  const asked = sql`kind = 'door' and month between ${from} and ${to}`;
  const { rows } = await tx.execute<{ desk: string; month: string; door: string; n: string }>(sql`
    select d.code as desk, coalesce(month, '') as month, coalesce(a, '') as door, coalesce(sum(n), 0)::text as n
    from desks d left join (
      select desk_id, month, a, n from ${counts} where ${asked}
      union all
      select desk_id, month, a, n from ${countChanges} where ${asked}
    ) both_ on both_.desk_id = d.id
    where d.code = any(${sql.param([...codes])}::text[]) and d.closed_at is null group by 1, 2, 3`);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

export async function insertCountChanges(
  tx: Tx,
  rows: readonly Omit<typeof countChanges.$inferInsert, 'id'>[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(countChanges).values([...rows]);
}

/** Folds what changed into the counts; gives how many counts it touched. */
export async function foldCounts(tx: Tx): Promise<number> {
  const { rows } = await tx.execute<{ folded: string }>(sql`select fold_counts()::text as folded`);
  return Number(rows[0]?.folded ?? 0);
}

/** The first and the last month of which anything is counted; undefined when nothing is. */
export async function findCountedSpan(
  tx: Tx,
  deskId: string | undefined,
): Promise<{ first: string; last: string } | undefined> {
  const of = (table: typeof counts | typeof countChanges) =>
    and(eq(table.kind, 'door'), deskId ? eq(table.deskId, deskId) : undefined);
  const { rows } = await tx.execute<{ first: string | null; last: string | null }>(sql`
    select min(month) as first, max(month) as last from (
      select month from ${counts} where ${of(counts)}
      union all
      select month from ${countChanges} where ${of(countChanges)}
    ) both_`);
  const { first, last } = rows[0] ?? {};
  return first && last ? { first, last } : undefined;
}
