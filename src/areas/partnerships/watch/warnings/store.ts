import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { watchReceipts, watchWarnings } from './tables.ts';

export type Warning = typeof watchWarnings.$inferSelect;

/** The latest first. */
export async function listWarnings(
  tx: Tx,
  { organisationId, state, limit = 50 }: { organisationId: string; state?: string; limit?: number },
): Promise<Warning[]> {
  return tx
    .select()
    .from(watchWarnings)
    .where(
      and(
        eq(watchWarnings.organisationId, organisationId),
        state === undefined ? undefined : eq(watchWarnings.state, state),
      ),
    )
    .orderBy(desc(watchWarnings.writtenAt), asc(watchWarnings.id))
    .limit(limit);
}

/** Of all networks that the reader may see, the one that waits longest first. */
export async function listToCheck(tx: Tx): Promise<Warning[]> {
  return tx
    .select()
    .from(watchWarnings)
    .where(eq(watchWarnings.state, 'proposed'))
    .orderBy(asc(watchWarnings.writtenAt), asc(watchWarnings.id))
    .limit(100);
}

interface Named {
  readonly organisationId: string;
  readonly warningId: string;
}

export async function findWarning(tx: Tx, { organisationId, warningId }: Named): Promise<Warning> {
  const [row] = await tx
    .select()
    .from(watchWarnings)
    .where(and(eq(watchWarnings.id, warningId), eq(watchWarnings.organisationId, organisationId)));
  if (!row) throw new NotFound('warning');
  return row;
}

/** Held until the transaction ends: it is sent once. */
export async function lockWarning(tx: Tx, named: Named): Promise<Warning> {
  const [row] = await tx
    .select()
    .from(watchWarnings)
    .where(and(eq(watchWarnings.id, named.warningId), eq(watchWarnings.organisationId, named.organisationId)))
    .for('update');
  if (!row) throw new NotFound('warning');
  return row;
}

export async function insertWarning(tx: Tx, row: typeof watchWarnings.$inferInsert): Promise<void> {
  await tx.insert(watchWarnings).values(row);
}

export async function updateWarning(
  tx: Tx,
  id: string,
  change: Partial<typeof watchWarnings.$inferInsert>,
): Promise<void> {
  await tx.update(watchWarnings).set(change).where(eq(watchWarnings.id, id));
}

export type NewReceipt = typeof watchReceipts.$inferInsert;

export async function insertReceipts(tx: Tx, rows: readonly NewReceipt[]): Promise<void> {
  if (rows.length > 0) await tx.insert(watchReceipts).values([...rows]);
}

/** Read once: the first moment stays. Who joined after it was sent was told by its page, and counts from now on. */
export async function markRead(
  tx: Tx,
  { at, ...read }: { organisationId: string; warningId: string; memberId: string; at: Date },
): Promise<void> {
  await tx
    .insert(watchReceipts)
    .values({ ...read, way: 'page', readAt: at })
    .onConflictDoUpdate({
      target: [watchReceipts.warningId, watchReceipts.memberId],
      set: { readAt: at },
      setWhere: isNull(watchReceipts.readAt),
    });
}

/** Member → by which way they were told, and when they read it. */
export async function listReceipts(
  tx: Tx,
  warningId: string,
): Promise<readonly { memberId: string; way: string; readAt: Date | null }[]> {
  return tx
    .select({ memberId: watchReceipts.memberId, way: watchReceipts.way, readAt: watchReceipts.readAt })
    .from(watchReceipts)
    .where(eq(watchReceipts.warningId, warningId));
}

export interface Reads {
  readonly read: number;
  /** Members who were told, with those who joined later and read it. */
  readonly of: number;
}

export async function countReads(tx: Tx, organisationId: string): Promise<ReadonlyMap<string, Reads>> {
  const rows = await tx
    .select({ warningId: watchReceipts.warningId, read: count(watchReceipts.readAt), of: count() })
    .from(watchReceipts)
    .where(eq(watchReceipts.organisationId, organisationId))
    .groupBy(watchReceipts.warningId);
  return new Map(rows.map(({ warningId, ...reads }) => [warningId, reads]));
}
