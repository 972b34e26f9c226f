import { eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { caseHandOffs } from './tables.ts';

export type CaseHandOff = typeof caseHandOffs.$inferSelect;

export async function insertHandOff(tx: Tx, row: CaseHandOff): Promise<void> {
  await tx.insert(caseHandOffs).values(row);
}

/** What came along with a case out of a consultation, as far as the reader may see it. */
export async function findHandOff(tx: Tx, caseId: string): Promise<CaseHandOff | undefined> {
  const [row] = await tx.select().from(caseHandOffs).where(eq(caseHandOffs.caseId, caseId));
  return row;
}
