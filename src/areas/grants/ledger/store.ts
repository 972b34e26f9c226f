import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantAwards } from '../awards/tables.ts';
import type { Balance } from './rules.ts';
import { grantBudgets, grantMoves } from './tables.ts';

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
    .where(and(eq(grantAwards.callId, callId), inArray(grantAwards.id, [...new Set(awardIds)])));
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
