import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls } from '../calls/tables.ts';
import type { Balance } from './rules.ts';
import { grantBudgets, grantMoneyChecks, grantMoves } from './tables.ts';

/** Locks the call's money until the transaction ends: moves of one call follow one another. */
export async function lockBudget(tx: Tx, callId: string): Promise<Balance & { bureauId: string }> {
  const [row] = await tx.select().from(grantBudgets).where(eq(grantBudgets.callId, callId)).for('update');
  if (!row) throw new NotFound('grant budget');
  const { bureauId, budgetYen, decidedYen, paidYen, settledYen } = row;
  return { bureauId, budget: budgetYen, decided: decidedYen, paid: paidYen, settled: settledYen };
}

/** Only awards of this call; the call's lock holds them too. */
export async function listBalances(
  tx: Tx,
  { callId, awardIds }: { callId: string; awardIds: readonly string[] },
): Promise<Map<string, Omit<Balance, 'budget'>>> {
  if (awardIds.length === 0) return new Map();
  const rows = await tx
    .select({
      id: grantAwards.id,
      decided: grantAwards.decidedYen,
      paid: grantAwards.paidYen,
      settled: grantAwards.settledYen,
    })
    .from(grantAwards)
    .where(
      and(
        eq(grantAwards.callId, callId),
        // One parameter, however many: a call may decide a hundred thousand at once.
        sql`${grantAwards.id} = any(${sql.param([...new Set(awardIds)])}::uuid[])`,
      ),
    );
  return new Map(rows.map(({ id, ...balance }) => [id, balance]));
}

export async function updateBudget(tx: Tx, callId: string, balance: Balance): Promise<void> {
  await tx
    .update(grantBudgets)
    .set({
      budgetYen: balance.budget,
      decidedYen: balance.decided,
      paidYen: balance.paid,
      settledYen: balance.settled,
    })
    .where(eq(grantBudgets.callId, callId));
}

export async function updateBalances(
  tx: Tx,
  balances: ReadonlyMap<string, Omit<Balance, 'budget'>>,
): Promise<void> {
  if (balances.size === 0) return;
  const rows = [...balances].map(([id, balance]) => ({ id, ...balance }));
  await tx.execute(sql`
    update grant_awards a set decided_yen = n.decided, paid_yen = n.paid, settled_yen = n.settled
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) n(id uuid, decided bigint, paid bigint, settled bigint)
    where a.id = n.id`);
}

export async function insertMoves(tx: Tx, rows: readonly (typeof grantMoves.$inferInsert)[]): Promise<void> {
  for (let at = 0; at < rows.length; at += 1_000)
    await tx.insert(grantMoves).values(rows.slice(at, at + 1_000));
}

export async function insertBudget(tx: Tx, row: { callId: string; bureauId: string }): Promise<void> {
  await tx.insert(grantBudgets).values(row).onConflictDoNothing();
}

/** How the money of a call stands, without holding it. */
export async function readBudget(tx: Tx, callId: string): Promise<Balance> {
  const [row] = await tx.select().from(grantBudgets).where(eq(grantBudgets.callId, callId));
  if (!row) throw new NotFound('grant budget');
  const { budgetYen, decidedYen, paidYen, settledYen } = row;
  return { budget: budgetYen, decided: decidedYen, paid: paidYen, settled: settledYen };
}

/** Per call and per award: what stands there, and what its moves come to. Every row is read once. */
export async function listSums(
  tx: Tx,
): Promise<{ calls: CallSums[]; awards: number; wrongAwards: AwardSums[] }> {
  const moved = sql`coalesce(sum(yen) filter (where kind = 'budget'), 0) as budget,
    coalesce(sum(yen) filter (where kind = 'decide'), 0) - coalesce(sum(yen) filter (where kind in ('release', 'refund')), 0) as decided,
    coalesce(sum(yen) filter (where kind = 'pay'), 0) - coalesce(sum(yen) filter (where kind in ('bounce', 'refund')), 0) as paid,
    coalesce(sum(yen) filter (where kind = 'settle'), 0) - coalesce(sum(yen) filter (where kind = 'unsettle'), 0) as settled`;
  const calls = await tx.execute<Record<keyof CallSums, string>>(sql`
    with moves as (select call_id, ${moved} from grant_moves group by call_id),
      awards as (select call_id, sum(decided_yen) as decided, sum(paid_yen) as paid, sum(settled_yen) as settled
        from grant_awards group by call_id)
    select b.call_id as "callId", b.bureau_id as "bureauId",
      array[b.budget_yen, b.decided_yen, b.paid_yen, b.settled_yen]::text as stored,
      array[coalesce(m.budget, 0), coalesce(m.decided, 0), coalesce(m.paid, 0), coalesce(m.settled, 0)]::bigint[]::text as moved,
      array[b.budget_yen, coalesce(a.decided, 0), coalesce(a.paid, 0), coalesce(a.settled, 0)]::bigint[]::text as awarded
    from grant_budgets b left join moves m on m.call_id = b.call_id left join awards a on a.call_id = b.call_id`);
  const wrong = await tx.execute<{ awardId: string; callId: string }>(sql`
    select a.id as "awardId", a.call_id as "callId" from grant_awards a
    left join (select award_id, ${moved} from grant_moves where award_id is not null group by award_id) m on m.award_id = a.id
    where (a.decided_yen, a.paid_yen, a.settled_yen)
      is distinct from (coalesce(m.decided, 0), coalesce(m.paid, 0), coalesce(m.settled, 0))
    order by a.id limit 1000`);
  const counted = await tx.execute<{ awards: number }>(sql`select count(*)::int as awards from grant_awards`);
  return {
    calls: calls.rows.map((row) => row as unknown as CallSums),
    awards: counted.rows[0]?.awards ?? 0,
    wrongAwards: wrong.rows,
  };
}

export interface CallSums {
  readonly callId: string;
  readonly bureauId: string;
  /** Budget, decided, paid and settled as PostgreSQL writes an array: as they stand, by the moves, by the awards. */
  readonly stored: string;
  readonly moved: string;
  readonly awarded: string;
}

interface AwardSums {
  readonly awardId: string;
  readonly callId: string;
}

export async function insertCheck(
  tx: Tx,
  row: Omit<typeof grantMoneyChecks.$inferInsert, 'id'>,
): Promise<void> {
  await tx.insert(grantMoneyChecks).values(row);
}

export async function findLastCheck(tx: Tx): Promise<typeof grantMoneyChecks.$inferSelect | undefined> {
  const [row] = await tx.select().from(grantMoneyChecks).orderBy(desc(grantMoneyChecks.at)).limit(1);
  return row;
}

export type CallMoney = Balance & {
  readonly callId: string;
  readonly bureauId: string;
  readonly fiscalYear: number;
};

export async function listMoney(tx: Tx): Promise<CallMoney[]> {
  const rows = await moneyOf(tx).orderBy(desc(grantCalls.fiscalYear), asc(grantCalls.slug));
  return rows;
}

export async function findMoney(tx: Tx, callId: string): Promise<CallMoney> {
  const [row] = await moneyOf(tx).where(eq(grantBudgets.callId, callId));
  if (!row) throw new NotFound('grant budget');
  return row;
}

function moneyOf(tx: Tx) {
  return tx
    .select({
      callId: grantBudgets.callId,
      bureauId: grantBudgets.bureauId,
      fiscalYear: grantCalls.fiscalYear,
      budget: grantBudgets.budgetYen,
      decided: grantBudgets.decidedYen,
      paid: grantBudgets.paidYen,
      settled: grantBudgets.settledYen,
    })
    .from(grantBudgets)
    .innerJoin(grantCalls, eq(grantCalls.id, grantBudgets.callId))
    .$dynamic();
}

export type ListedMove = typeof grantMoves.$inferSelect & { readonly awardNumber: string | null };

/** The newest first. */
export async function listMoves(
  tx: Tx,
  callId: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ moves: ListedMove[]; total: number }> {
  const rows = await tx
    .select({ move: grantMoves, awardNumber: grantAwards.number })
    .from(grantMoves)
    .leftJoin(grantAwards, eq(grantAwards.id, grantMoves.awardId))
    .where(eq(grantMoves.callId, callId))
    .orderBy(desc(grantMoves.at), desc(grantMoves.id))
    .limit(limit)
    .offset(offset);
  const [counted] = await tx.select({ total: count() }).from(grantMoves).where(eq(grantMoves.callId, callId));
  return {
    moves: rows.map(({ move, awardNumber }) => ({ ...move, awardNumber })),
    total: counted?.total ?? 0,
  };
}
