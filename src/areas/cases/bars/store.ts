import { desc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { caseBars } from './tables.ts';

export type CaseBar = typeof caseBars.$inferSelect;

export async function insertBar(tx: Tx, row: typeof caseBars.$inferInsert): Promise<void> {
  await tx.insert(caseBars).values(row);
}

/** Newest first. */
export async function listBars(tx: Tx, caseId: string): Promise<CaseBar[]> {
  return tx.select().from(caseBars).where(eq(caseBars.caseId, caseId)).orderBy(desc(caseBars.createdAt));
}

export async function lockBar(tx: Tx, id: string): Promise<CaseBar> {
  const [row] = await tx.select().from(caseBars).where(eq(caseBars.id, id)).for('update');
  if (!row) throw new NotFound('bar');
  return row;
}

export async function updateBar(
  tx: Tx,
  id: string,
  change: Partial<typeof caseBars.$inferInsert>,
): Promise<void> {
  await tx.update(caseBars).set(change).where(eq(caseBars.id, id));
}
