import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import type { Application } from '../applications/store.ts';
import { grantApplications } from '../applications/tables.ts';
import type { Award } from '../awards/store.ts';
import { grantAwards } from '../awards/tables.ts';
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
    .orderBy(asc(grantSettlementLines.position), asc(grantSettlementLines.id));
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

/** The next reports by their id that were sent and are not being corrected, each with its award and application. */
export async function listSentAfter(
  tx: Tx,
  { after, limit }: { after: string; limit: number },
): Promise<{ settlement: Settlement; award: Award; application: Application }[]> {
  const rows = await tx
    .select({ settlement: grantSettlements, award: grantAwards, application: grantApplications })
    .from(grantSettlements)
    .innerJoin(grantAwards, eq(grantAwards.id, grantSettlements.awardId))
    .innerJoin(grantApplications, eq(grantApplications.id, grantAwards.applicationId))
    .where(
      and(
        gt(grantSettlements.id, after),
        isNotNull(grantApplications.sealedKey),
        isNotNull(grantSettlements.receiptHash),
        inArray(grantSettlements.state, ['submitted', 'inspected', 'fixed']),
      ),
    )
    .orderBy(asc(grantSettlements.id))
    .limit(limit);
  return rows.flatMap(({ application: { sealedKey, ...row }, ...of }) =>
    sealedKey === null ? [] : [{ ...of, application: { ...row, sealedKey } }],
  );
}
