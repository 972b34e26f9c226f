import type { Tx } from '#platform/database/database.ts';
import { caseFollowUps } from './tables.ts';

export type FollowUp = typeof caseFollowUps.$inferSelect;
type NewFollowUp = typeof caseFollowUps.$inferInsert;

export async function insertFollowUp(tx: Tx, row: NewFollowUp): Promise<void> {
  await tx.insert(caseFollowUps).values(row);
}
