import { and, desc, eq, lt, or } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { watchNotices } from './tables.ts';

export type WatchNotice = typeof watchNotices.$inferSelect;

export const pageSize = 30;

/** The latest first, one more than a page; `after` is the last of the page before. */
export async function listNotices(
  tx: Tx,
  {
    organisationId,
    after,
    limit = pageSize + 1,
  }: { organisationId: string; after?: { at: Date; id: string } | undefined; limit?: number },
): Promise<WatchNotice[]> {
  return tx
    .select()
    .from(watchNotices)
    .where(
      and(
        eq(watchNotices.organisationId, organisationId),
        after &&
          or(
            lt(watchNotices.at, after.at),
            and(eq(watchNotices.at, after.at), lt(watchNotices.id, after.id)),
          ),
      ),
    )
    .orderBy(desc(watchNotices.at), desc(watchNotices.id))
    .limit(limit);
}

export async function findNoticeIfAny(tx: Tx, id: string): Promise<WatchNotice | undefined> {
  const [row] = await tx.select().from(watchNotices).where(eq(watchNotices.id, id));
  return row;
}

export async function lockNotice(
  tx: Tx,
  { organisationId, noticeId }: { organisationId: string; noticeId: string },
): Promise<WatchNotice> {
  const [row] = await tx
    .select()
    .from(watchNotices)
    .where(and(eq(watchNotices.id, noticeId), eq(watchNotices.organisationId, organisationId)))
    .for('update');
  if (!row) throw new NotFound('notice');
  return row;
}

export async function findNoticeByToken(tx: Tx, token: string): Promise<WatchNotice> {
  const [row] = await tx
    .select()
    .from(watchNotices)
    .where(eq(watchNotices.tokenHash, hashToken(token)));
  if (!row) throw new NotFound('notice');
  return row;
}

export async function insertNotice(tx: Tx, row: typeof watchNotices.$inferInsert): Promise<void> {
  await tx.insert(watchNotices).values(row);
}

export async function updateNotice(
  tx: Tx,
  id: string,
  change: Partial<typeof watchNotices.$inferInsert>,
): Promise<void> {
  await tx.update(watchNotices).set(change).where(eq(watchNotices.id, id));
}

/** What goes on with `from` goes on with another from now. */
export async function moveJoined(
  tx: Tx,
  { from, into, contactId }: { from: string; into: string; contactId: string },
): Promise<void> {
  await tx.update(watchNotices).set({ joinedTo: into, contactId }).where(eq(watchNotices.joinedTo, from));
}
