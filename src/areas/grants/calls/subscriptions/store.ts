import { and, eq, isNotNull, isNull, lt, notExists, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { grantNotices, grantSubscriptions } from '../tables.ts';

export type Subscription = typeof grantSubscriptions.$inferSelect;

/** What somebody wants to hear of: every call for groups or persons, or one call. */
export interface Wanted {
  readonly audience: string | null;
  readonly callId: string | null;
}

export async function findAsked(
  tx: Tx,
  { addressMark, audience, callId }: Wanted & { addressMark: string },
): Promise<Subscription | undefined> {
  const [row] = await tx
    .select()
    .from(grantSubscriptions)
    .where(
      and(
        eq(grantSubscriptions.addressMark, addressMark),
        callId
          ? eq(grantSubscriptions.callId, callId)
          : and(isNull(grantSubscriptions.callId), eq(grantSubscriptions.audience, audience ?? '')),
      ),
    )
    .for('update');
  return row;
}

export async function findByToken(tx: Tx, token: string): Promise<Subscription | undefined> {
  const [row] = await tx
    .select()
    .from(grantSubscriptions)
    .where(eq(grantSubscriptions.tokenHash, hashToken(token)));
  return row;
}

export async function insertSubscription(
  tx: Tx,
  { token, ...row }: Omit<typeof grantSubscriptions.$inferInsert, 'tokenHash'> & { token: string },
): Promise<boolean> {
  const made = await tx
    .insert(grantSubscriptions)
    .values({ ...row, tokenHash: hashToken(token) })
    .onConflictDoNothing()
    .returning({ id: grantSubscriptions.id });
  return made.length > 0;
}

export async function updateSubscription(
  tx: Tx,
  id: string,
  change: Partial<Pick<Subscription, 'confirmedAt' | 'createdAt'>>,
): Promise<void> {
  await tx.update(grantSubscriptions).set(change).where(eq(grantSubscriptions.id, id));
}

export async function deleteSubscription(tx: Tx, id: string): Promise<void> {
  await tx.delete(grantSubscriptions).where(eq(grantSubscriptions.id, id));
}

export async function deleteUnconfirmed(tx: Tx, before: Date): Promise<void> {
  await tx
    .delete(grantSubscriptions)
    .where(and(isNull(grantSubscriptions.confirmedAt), lt(grantSubscriptions.createdAt, before)));
}

/** Of a call that is over, nobody has anything more to hear. */
export async function deleteOfCall(tx: Tx, callId: string): Promise<void> {
  await tx.delete(grantSubscriptions).where(eq(grantSubscriptions.callId, callId));
}

/** Who confirmed that they want to hear of this call (before a moment, if one is given) and was not told this yet; an address once. */
export async function listUntold(
  tx: Tx,
  {
    callId,
    audience,
    what,
    before,
  }: { callId: string; audience: string; what: string; before: Date | undefined },
): Promise<Subscription[]> {
  const told = tx
    .select({ one: sql`1` })
    .from(grantNotices)
    .where(
      and(
        eq(grantNotices.subscriptionId, grantSubscriptions.id),
        eq(grantNotices.callId, callId),
        eq(grantNotices.what, what),
      ),
    );
  const rows = await tx
    .select()
    .from(grantSubscriptions)
    .where(
      and(
        isNotNull(grantSubscriptions.confirmedAt),
        before && lt(grantSubscriptions.confirmedAt, before),
        or(eq(grantSubscriptions.callId, callId), eq(grantSubscriptions.audience, audience)),
        notExists(told),
      ),
    )
    .orderBy(grantSubscriptions.confirmedAt);
  return [...new Map(rows.map((row) => [row.addressMark, row])).values()];
}

/** False when it was told meanwhile. */
export async function insertNotice(tx: Tx, row: typeof grantNotices.$inferInsert): Promise<boolean> {
  const made = await tx.insert(grantNotices).values(row).onConflictDoNothing().returning();
  return made.length > 0;
}
