import { and, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantCalls } from '../calls/tables.ts';
import { grantMoves } from '../ledger/tables.ts';

export interface CountedFigure {
  readonly programId: string;
  /** YYYY-MM; '' is the whole year, in which each person counts once. */
  readonly month: string;
  /** guards.sql */
  readonly figure: string;
  readonly n: number;
  readonly people: number;
}

export async function listCounts(
  tx: Tx,
  { programIds, fiscalYear }: { programIds: readonly string[]; fiscalYear: number },
): Promise<readonly CountedFigure[]> {
  const { rows } = await tx.execute<{
    owner: string;
    month: string;
    figure: string;
    n: string;
    people: string;
  }>(sql`select owner, month, figure, n, people
    from count_rollup('grant', ${sql.param([...programIds])}::uuid[], ${fiscalYear})`);
  return rows.map(({ owner, n, people, ...row }) => ({
    ...row,
    programId: owner,
    n: Number(n),
    people: Number(people),
  }));
}

export interface ProgramMoney {
  readonly programId: string;
  readonly decidedYen: number;
  readonly paidYen: number;
}

/** What the moves of a fiscal year's calls came to before a moment, by program; the two balances of ledger/rules.ts. */
export async function listMoney(
  tx: Tx,
  { fiscalYear, before }: { fiscalYear: number; before: Date },
): Promise<ProgramMoney[]> {
  const { kind, yen } = grantMoves;
  const rows = await tx
    .select({
      programId: sql<string>`${grantCalls.programId}`,
      decided: sql<string>`sum(case ${kind} when 'decide' then ${yen} when 'release' then -${yen} when 'refund' then -${yen} else 0 end)`,
      paid: sql<string>`sum(case ${kind} when 'pay' then ${yen} when 'bounce' then -${yen} when 'refund' then -${yen} else 0 end)`,
    })
    .from(grantMoves)
    .innerJoin(grantCalls, eq(grantCalls.id, grantMoves.callId))
    .where(
      and(eq(grantCalls.fiscalYear, fiscalYear), isNotNull(grantCalls.programId), lt(grantMoves.at, before)),
    )
    .groupBy(grantCalls.programId);
  return rows.map(({ programId, decided, paid }) => ({
    programId,
    decidedYen: Number(decided),
    paidYen: Number(paid),
  }));
}

export interface NotReceived {
  /** Of asking, YYYY-MM. */
  readonly month: string;
  /** Code of the municipality; '' where it was not told. */
  readonly place: string;
  /** Code of the worry; '' where it was not told. */
  readonly worry: string;
  readonly times: number;
}

/** Months inclusive, in these fiscal years; `before`: the last day of those that have waited too long. */
export async function listNotReceived(
  tx: Tx,
  { from, to, years, before }: { from: string; to: string; years: readonly number[]; before: string },
): Promise<NotReceived[]> {
  const { rows } = await tx.execute<{ month: string; place: string; worry: string; times: number }>(sql`
    select r.month, split_part(r.code, ':', 1) as place, split_part(r.code, ':', 2) as worry, sum(r.n)::int as times
    from unnest(${sql.param([...years])}::int[]) in_year, count_rollup('unreceived', null, in_year) r
    where r.month between ${from} and ${to} and (r.figure = 'withdrawn' or split_part(r.code, ':', 3) <= ${before})
    group by 1, 2, 3 order by 1, 2, 3`);
  return rows;
}
