import { and, asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { grantSettlementLines, grantSettlements } from './tables.ts';

export type Settlement = typeof grantSettlements.$inferSelect;
export type SettlementLine = typeof grantSettlementLines.$inferSelect;

export async function findSettlement(tx: Tx, awardId: string): Promise<Settlement | undefined> {
  const [row] = await tx.select().from(grantSettlements).where(eq(grantSettlements.awardId, awardId));
  return row;
}

export async function insertSettlement(
  tx: Tx,
  row: typeof grantSettlements.$inferInsert & { id: string },
): Promise<void> {
  await tx.insert(grantSettlements).values(row);
}

export async function updateSettlement(
  tx: Tx,
  id: string,
  change: Partial<typeof grantSettlements.$inferInsert>,
): Promise<void> {
  await tx.update(grantSettlements).set(change).where(eq(grantSettlements.id, id));
}

/** In the order of the plan, what came later after it. */
export async function listLines(tx: Tx, settlementId: string): Promise<SettlementLine[]> {
  return tx
    .select()
    .from(grantSettlementLines)
    .where(eq(grantSettlementLines.settlementId, settlementId))
    .orderBy(asc(grantSettlementLines.position));
}

export async function insertLines(
  tx: Tx,
  rows: readonly (typeof grantSettlementLines.$inferInsert & { id: string })[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(grantSettlementLines).values([...rows]);
}

export async function updateLine(
  tx: Tx,
  id: string,
  change: Partial<typeof grantSettlementLines.$inferInsert>,
): Promise<void> {
  await tx.update(grantSettlementLines).set(change).where(eq(grantSettlementLines.id, id));
}

/** Only of this settlement. */
export async function deleteLine(
  tx: Tx,
  { settlementId, id }: { settlementId: string; id: string },
): Promise<void> {
  await tx
    .delete(grantSettlementLines)
    .where(and(eq(grantSettlementLines.settlementId, settlementId), eq(grantSettlementLines.id, id)));
}
