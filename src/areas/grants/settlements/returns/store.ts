import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantAwards } from '../../awards/tables.ts';
import { grantRefunds, grantReturns } from './tables.ts';

export type Return = typeof grantReturns.$inferSelect;
export type Refund = typeof grantRefunds.$inferSelect;

export async function insertReturn(
  tx: Tx,
  row: typeof grantReturns.$inferInsert & { id: string },
): Promise<void> {
  await tx.insert(grantReturns).values(row);
}

export async function findReturn(tx: Tx, id: string): Promise<Return> {
  const [row] = await tx.select().from(grantReturns).where(eq(grantReturns.id, id));
  if (!row) throw new NotFound('grant return');
  return row;
}

export async function updateReturn(
  tx: Tx,
  id: string,
  change: Partial<Pick<Return, 'state' | 'waivedAt' | 'sealedWaiver'>>,
): Promise<void> {
  await tx.update(grantReturns).set(change).where(eq(grantReturns.id, id));
}

export async function listReturns(tx: Tx, awardId: string): Promise<Return[]> {
  return tx
    .select()
    .from(grantReturns)
    .where(eq(grantReturns.awardId, awardId))
    .orderBy(asc(grantReturns.orderedOn), asc(grantReturns.id));
}

export async function countOpenReturns(tx: Tx, awardId: string): Promise<number> {
  return tx.$count(grantReturns, and(eq(grantReturns.awardId, awardId), eq(grantReturns.state, 'ordered')));
}

/** In the order of the days on which they came. */
export async function listRefunds(tx: Tx, returnIds: readonly string[]): Promise<Refund[]> {
  if (returnIds.length === 0) return [];
  return tx
    .select()
    .from(grantRefunds)
    .where(inArray(grantRefunds.returnId, [...returnIds]))
    .orderBy(asc(grantRefunds.receivedOn), asc(grantRefunds.recordedAt));
}

export async function insertRefund(
  tx: Tx,
  row: Omit<typeof grantRefunds.$inferInsert, 'id'> & { id: string },
): Promise<void> {
  await tx.insert(grantRefunds).values(row);
}

/** Awards that something is to come back from, oldest due day first; as row-level security shows them. */
export async function listOpenReturns(
  tx: Tx,
  dueBy?: string,
): Promise<{ returned: Return; number: string; applicationId: string }[]> {
  return tx
    .select({ returned: grantReturns, number: grantAwards.number, applicationId: grantAwards.applicationId })
    .from(grantReturns)
    .innerJoin(grantAwards, eq(grantAwards.id, grantReturns.awardId))
    .where(and(eq(grantReturns.state, 'ordered'), dueBy ? lte(grantReturns.dueOn, dueBy) : undefined))
    .orderBy(asc(grantReturns.dueOn), asc(grantReturns.id));
}
