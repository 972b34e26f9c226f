import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { erasureRequests } from '../tables.ts';

export type ErasureRequest = typeof erasureRequests.$inferSelect;

export async function insertRequest(tx: Tx, row: typeof erasureRequests.$inferInsert): Promise<void> {
  await tx.insert(erasureRequests).values(row);
}

export async function lockRequest(tx: Tx, id: string): Promise<ErasureRequest> {
  const [row] = await tx.select().from(erasureRequests).where(eq(erasureRequests.id, id)).for('update');
  if (!row) throw new NotFound('erasure request');
  return row;
}

export async function updateRequest(
  tx: Tx,
  id: string,
  change: Partial<typeof erasureRequests.$inferInsert>,
): Promise<void> {
  await tx.update(erasureRequests).set(change).where(eq(erasureRequests.id, id));
}

/** Requests that nobody has decided, of a case or of organisations. */
export async function listWaitingRequests(
  tx: Tx,
  of: { caseId: string } | { organisationIds: readonly string[] },
): Promise<ErasureRequest[]> {
  return tx
    .select()
    .from(erasureRequests)
    .where(
      and(
        isNull(erasureRequests.decidedAt),
        'caseId' in of
          ? eq(erasureRequests.caseId, of.caseId)
          : inArray(erasureRequests.organisationId, [...of.organisationIds]),
      ),
    )
    .orderBy(asc(erasureRequests.askedAt));
}
