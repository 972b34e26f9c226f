import { and, count, desc, eq, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedSelect } from '#platform/database/prepared.ts';
import { messages } from '../../messages/tables.ts';
import { lineCalls, lineMonths, lineOutbox } from './tables.ts';

export type Call = typeof lineCalls.$inferSelect;
export type Out = typeof lineOutbox.$inferSelect;

/** A message of a contact is handed over once, however often it is told. */
export async function insertOut(tx: Tx, out: typeof lineOutbox.$inferInsert): Promise<void> {
  await tx.insert(lineOutbox).values(out).onConflictDoNothing({ target: lineOutbox.messageId });
}

/** The next of a friend that no request carries yet, in their order. */
export async function listWaiting(tx: Tx, friendId: string, limit: number): Promise<Out[]> {
  return outsWaiting(tx, friendId, limit);
}
const outsWaiting = preparedSelect(lineOutbox, {
  name: 'line_outs_waiting',
  condition:
    "where t.friend_id = $1 and t.state = 'waiting' and t.call_id is null order by t.position limit $2",
});

export async function listOfCall(tx: Tx, callId: string): Promise<Out[]> {
  return outsOfCall(tx, callId);
}
const outsOfCall = preparedSelect(lineOutbox, {
  name: 'line_outs_of_call',
  condition: 'where t.call_id = $1 order by t.position',
});

export async function findOpenCall(tx: Tx, friendId: string): Promise<Call | undefined> {
  const [row] = await openCallOf(tx, friendId);
  return row;
}
const openCallOf = preparedSelect(lineCalls, {
  name: 'line_open_call',
  condition: "where t.friend_id = $1 and t.state = 'open'",
});

export async function findCall(tx: Tx, id: string): Promise<Call | undefined> {
  const [row] = await callById(tx, id);
  return row;
}
const callById = preparedSelect(lineCalls, { name: 'line_call', condition: 'where t.id = $1 for update' });

export async function insertCall(tx: Tx, call: typeof lineCalls.$inferInsert): Promise<Call> {
  const [row] = await tx.insert(lineCalls).values(call).returning();
  if (!row) throw new Error('call was not written');
  return row;
}

export async function updateCall(tx: Tx, id: string, change: Partial<Call>): Promise<void> {
  await tx.update(lineCalls).set(change).where(eq(lineCalls.id, id));
}

export async function updateOut(tx: Tx, ids: readonly string[], change: Partial<Out>): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(lineOutbox)
      .set(change)
      .where(inArray(lineOutbox.id, [...ids]));
}

/** What waits for somebody who can no longer be reached, or is not worth sending any more. */
export async function dropWaiting(
  tx: Tx,
  friendId: string,
  { state, now }: { state: 'blocked' | 'late'; now: Date },
): Promise<void> {
  const old = state === 'late' ? lt(lineOutbox.until, now) : undefined;
  await tx
    .update(lineOutbox)
    .set({ state, sealed: null })
    .where(
      and(eq(lineOutbox.friendId, friendId), eq(lineOutbox.state, 'waiting'), isNull(lineOutbox.callId), old),
    );
}

/** The sealed words that a row of the outbox carries, and where they stand. */
export async function findMessage(tx: Tx, id: string) {
  const [row] = await tx.select().from(messages).where(eq(messages.id, id));
  return row;
}

/** Friends for whom something waits, or whose request is due. */
export async function listDue(tx: Tx, now: Date): Promise<string[]> {
  const open = tx
    .select({ friendId: lineCalls.friendId })
    .from(lineCalls)
    .where(
      and(
        eq(lineCalls.state, 'open'),
        or(isNull(lineCalls.nextTryAt), lt(lineCalls.nextTryAt, now)),
        or(isNull(lineCalls.claimedUntil), lt(lineCalls.claimedUntil, now)),
      ),
    );
  const waiting = tx
    .selectDistinct({ friendId: lineOutbox.friendId })
    .from(lineOutbox)
    .where(and(eq(lineOutbox.state, 'waiting'), isNull(lineOutbox.callId)));
  const rows = [...(await open.limit(1000)), ...(await waiting.limit(1000))];
  return [...new Set(rows.map((row) => row.friendId))];
}

/** Pushes of a desk in a month (YYYY-MM). */
export async function findPushes(
  tx: Tx,
  { deskId, month }: { deskId: string; month: string },
): Promise<number> {
  const [row] = await tx
    .select({ pushes: lineMonths.pushes })
    .from(lineMonths)
    .where(and(eq(lineMonths.deskId, deskId), eq(lineMonths.month, month)));
  return row?.pushes ?? 0;
}

/** One push of the month, if one is left: counted before it goes, so that two at once cannot both have the last. */
export async function takePush(
  tx: Tx,
  { deskId, month, most }: { deskId: string; month: string; most: number },
): Promise<boolean> {
  if (most < 1) return false;
  const rows = await tx
    .insert(lineMonths)
    .values({ deskId, month, pushes: 1 })
    .onConflictDoUpdate({
      target: [lineMonths.deskId, lineMonths.month],
      set: { pushes: sql`${lineMonths.pushes} + 1` },
      setWhere: lt(lineMonths.pushes, most),
    })
    .returning({ pushes: lineMonths.pushes });
  return rows.length > 0;
}

/** A push that LINE did not take is not charged. */
export async function giveBackPush(
  tx: Tx,
  { deskId, month }: { deskId: string; month: string },
): Promise<void> {
  await tx
    .update(lineMonths)
    .set({ pushes: sql`greatest(${lineMonths.pushes} - 1, 0)` })
    .where(and(eq(lineMonths.deskId, deskId), eq(lineMonths.month, month)));
}

/** LINE itself says that the month is over. */
export async function useUpMonth(
  tx: Tx,
  { deskId, month, most }: { deskId: string; month: string; most: number },
): Promise<void> {
  await tx
    .insert(lineMonths)
    .values({ deskId, month, pushes: most })
    .onConflictDoUpdate({
      target: [lineMonths.deskId, lineMonths.month],
      set: { pushes: sql`greatest(${lineMonths.pushes}, ${most})` },
    });
}

/** How things of a contact stand: state → number. */
export async function countByState(tx: Tx, contactId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await tx
    .select({ state: lineOutbox.state, n: count() })
    .from(lineOutbox)
    .where(and(eq(lineOutbox.contactId, contactId)))
    .groupBy(lineOutbox.state);
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Requests of a desk that nobody tries any more, the newest first, with how many messages each carried. */
export async function listDead(tx: Tx, { deskId, limit }: { deskId: string; limit: number }) {
  return tx
    .select({
      id: lineCalls.id,
      how: lineCalls.how,
      lastError: lineCalls.lastError,
      endedAt: lineCalls.endedAt,
      messages: count(lineOutbox.id),
      contactId: sql<string | null>`max(${lineOutbox.contactId}::text)`,
    })
    .from(lineCalls)
    .innerJoin(lineOutbox, eq(lineOutbox.callId, lineCalls.id))
    .where(and(eq(lineCalls.deskId, deskId), eq(lineCalls.state, 'dead')))
    .groupBy(lineCalls.id)
    .orderBy(desc(lineCalls.endedAt))
    .limit(limit);
}
export type DeadCall = Awaited<ReturnType<typeof listDead>>[number];

/** Messages of a desk that wait, and those of requests that were tried in vain so far. */
export async function countWaiting(tx: Tx, deskId: string): Promise<{ waiting: number; tried: number }> {
  const [row] = await tx
    .select({ waiting: count(), tried: count(lineOutbox.callId) })
    .from(lineOutbox)
    .where(and(eq(lineOutbox.deskId, deskId), eq(lineOutbox.state, 'waiting')));
  return row ?? { waiting: 0, tried: 0 };
}

/** What was sent long ago says nothing any more. */
export async function removeEnded(tx: Tx, before: Date): Promise<void> {
  await tx
    .delete(lineOutbox)
    .where(and(inArray(lineOutbox.state, ['sent', 'late', 'blocked']), lt(lineOutbox.createdAt, before)));
  await tx
    .delete(lineCalls)
    .where(
      and(
        inArray(lineCalls.state, ['sent', 'dropped']),
        isNotNull(lineCalls.endedAt),
        lt(lineCalls.endedAt, before),
      ),
    );
}
