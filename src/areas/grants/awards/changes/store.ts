import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { grantAwardChanges } from './tables.ts';

export type Change = typeof grantAwardChanges.$inferSelect;

export async function insertChange(
  tx: Tx,
  row: typeof grantAwardChanges.$inferInsert & { id: string },
): Promise<void> {
  await tx.insert(grantAwardChanges).values(row);
}

export async function findChange(tx: Tx, id: string): Promise<Change> {
  const [row] = await tx.select().from(grantAwardChanges).where(eq(grantAwardChanges.id, id));
  if (!row) throw new NotFound('grant change');
  return row;
}

export async function updateChange(
  tx: Tx,
  id: string,
  change: Partial<typeof grantAwardChanges.$inferInsert>,
): Promise<void> {
  await tx.update(grantAwardChanges).set(change).where(eq(grantAwardChanges.id, id));
}

/** In the order in which they were asked. */
export async function listChanges(tx: Tx, awardId: string): Promise<Change[]> {
  return tx
    .select()
    .from(grantAwardChanges)
    .where(eq(grantAwardChanges.awardId, awardId))
    .orderBy(asc(grantAwardChanges.askedAt), asc(grantAwardChanges.id));
}

const open = ['asked', 'returned', 'checked'];

export async function countOpenChanges(tx: Tx, awardId: string): Promise<number> {
  const { awardId: of, state } = grantAwardChanges;
  return tx.$count(grantAwardChanges, and(eq(of, awardId), inArray(state, open)));
}
