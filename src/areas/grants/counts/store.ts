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

/** By the month of asking, months inclusive; `before`: the last day of those that have waited too long. */
export async function listNotReceived(
  tx: Tx,
  { from, to, before }: { from: string; to: string; before: string },
): Promise<{ month: string; times: number }[]> {
  const { rows } = await tx.execute<{ month: string; times: number }>(sql`
    select to_char(b.asked_on, 'YYYY-MM') as month, count(*)::int as times
    from grant_benefits b left join grant_awards a on a.id = b.award_id
    where to_char(b.asked_on, 'YYYY-MM') between ${from} and ${to}
      and not exists (select from jsonb_array_elements(b.checked) c where not (c->>'met')::boolean)
      and (b.state = 'withdrawn'
        or b.state in ('asked', 'returned', 'checked') and b.asked_on <= ${before}::date
        or b.state = 'decided' and b.decided_on <= ${before}::date and coalesce(a.paid_yen, 0) = 0)
    group by 1 order by 1`);
  return rows;
}
