import { and, eq, isNull, lt, max } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { preparedInsert, preparedSelect, runPrepared } from '#platform/database/prepared.ts';
import { lineEvents } from './tables.ts';

export type LineEvent = typeof lineEvents.$inferSelect;

/** `written` is false for one that was told before. */
export const insertEvent = preparedInsert(lineEvents, { suffix: 'on conflict do nothing' });

/** What is to be done for one user, in the order in which it happened. */
export async function listToDo(
  tx: Tx,
  { deskId, userIndex }: { deskId: string; userIndex: string },
): Promise<string[]> {
  const { rows } = await runPrepared<{ event_id: string }>(tx, eventsToDo, [deskId, userIndex]);
  return rows.map((row) => row.event_id);
}
const eventsToDo = {
  name: 'line_events_to_do',
  text: `select event_id from line_events where desk_id = $1 and user_index = $2 and done_at is null
    order by happened_at, event_id`,
};

/** One of them, held until it is done; undefined when another process has done it. */
export async function lockEvent(
  tx: Tx,
  { deskId, eventId }: { deskId: string; eventId: string },
): Promise<LineEvent | undefined> {
  const [row] = await eventToDo(tx, deskId, eventId);
  return row;
}
const eventToDo = preparedSelect(lineEvents, {
  name: 'line_event_to_do',
  condition: 'where t.desk_id = $1 and t.event_id = $2 and t.done_at is null for update',
});

/** Done: what it said is gone. */
export async function writeDone(
  tx: Tx,
  { deskId, eventId, now }: { deskId: string; eventId: string; now: Date },
): Promise<void> {
  await runPrepared(tx, eventDone, [deskId, eventId, now]);
}
const eventDone = {
  name: 'line_event_done',
  text: 'update line_events set done_at = $3, sealed = null where desk_id = $1 and event_id = $2',
};

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
