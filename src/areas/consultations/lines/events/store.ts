import { and, asc, eq, isNull, lt, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedInsert } from '#platform/database/prepared.ts';
import { lineEvents } from './tables.ts';

export type LineEvent = typeof lineEvents.$inferSelect;

/** `written` is false for one that was told before. */
export const insertEvent = preparedInsert(lineEvents, { suffix: 'on conflict do nothing' });

/** What is to be done for one user, in the order in which it happened. */
export async function listToDo(
  tx: Tx,
  { deskId, userIndex }: { deskId: string; userIndex: string },
): Promise<string[]> {
  const rows = await tx
    .select({ id: lineEvents.eventId })
    .from(lineEvents)
    .where(and(eq(lineEvents.deskId, deskId), eq(lineEvents.userIndex, userIndex), isNull(lineEvents.doneAt)))
    .orderBy(asc(lineEvents.happenedAt), asc(lineEvents.eventId));
  return rows.map((row) => row.id);
}

/** One of them, held until it is done; undefined when another process has done it. */
export async function lockEvent(
  tx: Tx,
  { deskId, eventId }: { deskId: string; eventId: string },
): Promise<LineEvent | undefined> {
  const [row] = await tx
    .select()
    .from(lineEvents)
    .where(and(eq(lineEvents.deskId, deskId), eq(lineEvents.eventId, eventId), isNull(lineEvents.doneAt)))
    .for('update');
  return row;
}

/** Done: what it said is gone. */
export async function writeDone(
  tx: Tx,
  { deskId, eventId, now }: { deskId: string; eventId: string; now: Date },
): Promise<void> {
  await tx
    .update(lineEvents)
    .set({ doneAt: now, sealed: null })
    .where(and(eq(lineEvents.deskId, deskId), eq(lineEvents.eventId, eventId)));
}

/** Whether a message was taken back, however late its own event comes. */
export async function isTakenBack(tx: Tx, messageIndex: string): Promise<boolean> {
  const [row] = await tx
    .select({ id: lineEvents.eventId })
    .from(lineEvents)
    .where(and(eq(lineEvents.messageIndex, messageIndex), eq(lineEvents.type, 'unsend')))
    .limit(1);
  return row !== undefined;
}

/** Users with events that nobody works on: their job was lost with a process. */
export async function listForgotten(tx: Tx, before: Date): Promise<{ deskId: string; userIndex: string }[]> {
  return tx
    .selectDistinct({ deskId: lineEvents.deskId, userIndex: lineEvents.userIndex })
    .from(lineEvents)
    .where(and(isNull(lineEvents.doneAt), lt(lineEvents.receivedAt, before)))
    .limit(1000);
}

export async function removeEventsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.delete(lineEvents).where(lt(lineEvents.receivedAt, before));
}

/** When LINE last told a desk something. */
export async function findLastEvent(tx: Tx, deskId: string): Promise<Date | null> {
  const [row] = await tx
    .select({ at: max(lineEvents.receivedAt) })
    .from(lineEvents)
    .where(eq(lineEvents.deskId, deskId));
  return row?.at ?? null;
}
