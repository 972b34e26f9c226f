import type { Tx } from '#platform/database/database.ts';
import { caseViews } from './tables.ts';

export async function insertView(tx: Tx, view: Omit<typeof caseViews.$inferInsert, 'id'>): Promise<void> {
  await tx.insert(caseViews).values(view);
}
