import { and, asc, count, desc, eq, inArray, isNotNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import type { Course } from '../courses/store.ts';
import { trainingCourses } from '../courses/tables.ts';
import type { Session } from '../sessions/store.ts';
import { trainingSessions } from '../sessions/tables.ts';
import { trainingEntries } from './tables.ts';

export type Entry = typeof trainingEntries.$inferSelect;

export interface EntryOf {
  readonly entry: Entry;
  readonly session: Session;
  readonly course: Course;
}

function joined(tx: Tx) {
  return tx
    .select({ entry: trainingEntries, session: trainingSessions, course: trainingCourses })
    .from(trainingEntries)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingEntries.sessionId))
    .innerJoin(trainingCourses, eq(trainingCourses.id, trainingSessions.courseId));
}

/** By its id, or by the hash of the token that its holder has. */
export async function findEntry(tx: Tx, by: { id: string } | { tokenHash: string }): Promise<EntryOf> {
  const is = 'id' in by ? eq(trainingEntries.id, by.id) : eq(trainingEntries.tokenHash, by.tokenHash);
  const [row] = await joined(tx).where(is);
  if (!row) throw new NotFound('entry');
  return row;
}

/** All of these entries: one that is not there makes the whole not found. */
export async function findEntries(tx: Tx, ids: readonly string[]): Promise<EntryOf[]> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return [];
  const rows = await joined(tx).where(inArray(trainingEntries.id, wanted));
  if (rows.length < wanted.length) throw new NotFound('entry');
  return rows;
}

export async function findByMark(
  tx: Tx,
  { sessionId, mark }: { sessionId: string; mark: string },
): Promise<Entry | undefined> {
  const [row] = await tx
    .select()
    .from(trainingEntries)
    .where(and(eq(trainingEntries.sessionId, sessionId), eq(trainingEntries.mark, mark)));
  return row;
}

/** Of a person with a sign-in, the latest session first. */
export async function listOwn(tx: Tx, personId: string): Promise<EntryOf[]> {
  return joined(tx)
    .where(eq(trainingEntries.personId, personId))
    .orderBy(desc(trainingSessions.startsAt))
    .limit(100);
}

/** Of a session: those who have a place, then those who wait, each in the order in which they asked. */
export async function listEntries(tx: Tx, sessionId: string, states?: readonly string[]): Promise<Entry[]> {
  return tx
    .select()
    .from(trainingEntries)
    .where(
      and(
        eq(trainingEntries.sessionId, sessionId),
        states ? inArray(trainingEntries.state, [...states]) : undefined,
      ),
    )
    .orderBy(asc(trainingEntries.state), asc(trainingEntries.askedAt), asc(trainingEntries.id));
}

export interface Places {
  readonly taken: number;
  readonly waiting: number;
}

export async function countPlaces(
  tx: Tx,
  sessionIds: readonly string[],
): Promise<ReadonlyMap<string, Places>> {
  if (sessionIds.length === 0) return new Map();
  const rows = await tx
    .select({
      id: trainingEntries.sessionId,
      taken: sql<number>`count(*) filter (where state = 'in')::int`,
      waiting: sql<number>`count(*) filter (where state = 'waiting')::int`,
    })
    .from(trainingEntries)
    .where(inArray(trainingEntries.sessionId, [...sessionIds]))
    .groupBy(trainingEntries.sessionId);
  return new Map(rows.map(({ id, ...places }) => [id, places]));
}

export async function insertEntry(tx: Tx, row: typeof trainingEntries.$inferInsert): Promise<void> {
  await tx.insert(trainingEntries).values(row);
}

export async function updateEntry(tx: Tx, id: string, change: Partial<Entry>): Promise<void> {
  await tx.update(trainingEntries).set(change).where(eq(trainingEntries.id, id));
}

/** Links that nobody pressed. */
export async function deleteUnconfirmed(tx: Tx, before: Date): Promise<void> {
  await tx
    .delete(trainingEntries)
    .where(and(eq(trainingEntries.state, 'asked'), lt(trainingEntries.askedAt, before)));
}

/** Names and addresses of sessions that ended before a moment are gone with their key; what is counted stays. */
export async function eraseEntries(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .update(trainingEntries)
    .set({ sealed: null, sealedKey: null })
    .where(
      and(
        isNotNull(trainingEntries.sealed),
        sql`exists (select from ${trainingSessions} where ${trainingSessions.id} = ${trainingEntries.sessionId}
          and ${trainingSessions.endsAt} < ${before.toISOString()}::timestamptz)`,
      ),
    )
    .returning({ id: trainingEntries.id });
  return gone.length;
}

export interface Attended {
  readonly audience: string;
  readonly total: number;
  readonly distinct: number;
}

/** Who was there in sessions that began in a span: attendances and persons, by audience. */
export async function countAttended(tx: Tx, from: Date, until: Date): Promise<Attended[]> {
  return tx
    .select({
      audience: trainingEntries.audience,
      total: count(),
      distinct: sql<number>`count(distinct mark)::int`,
    })
    .from(trainingEntries)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingEntries.sessionId))
    .where(within(from, until))
    .groupBy(trainingEntries.audience);
}

/** Persons over all audiences: somebody may have come as two. */
export async function countDistinct(tx: Tx, from: Date, until: Date): Promise<number> {
  const [row] = await tx
    .select({ distinct: sql<number>`count(distinct mark)::int` })
    .from(trainingEntries)
    .innerJoin(trainingSessions, eq(trainingSessions.id, trainingEntries.sessionId))
    .where(within(from, until));
  return row?.distinct ?? 0;
}

function within(from: Date, until: Date) {
  return and(
    isNotNull(trainingEntries.attendedAt),
    sql`${trainingSessions.startsAt} >= ${from.toISOString()}::timestamptz`,
    sql`${trainingSessions.startsAt} < ${until.toISOString()}::timestamptz`,
  );
}
