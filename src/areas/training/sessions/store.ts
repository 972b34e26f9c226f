import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { type Course } from '../courses/store.ts';
import { trainingCourses } from '../courses/tables.ts';
import { trainingLinks, trainingSessions } from './tables.ts';

export type Session = typeof trainingSessions.$inferSelect;

export async function findSession(tx: Tx, id: string): Promise<Session> {
  const [row] = await tx.select().from(trainingSessions).where(eq(trainingSessions.id, id));
  if (!row) throw new NotFound('session');
  return row;
}

/** Whoever enters, leaves or is moved up waits for the others: places are counted by one at a time. */
export async function lockSession(tx: Tx, id: string): Promise<Session> {
  const [row] = await tx.select().from(trainingSessions).where(eq(trainingSessions.id, id)).for('update');
  if (!row) throw new NotFound('session');
  return row;
}

export interface CourseSession {
  readonly session: Session;
  readonly course: Course;
}

/** What is still to come, of all open courses; the next first. */
export async function listComing(
  tx: Tx,
  { now, courseId }: { now: Date; courseId?: string },
): Promise<CourseSession[]> {
  return tx
    .select({ session: trainingSessions, course: trainingCourses })
    .from(trainingSessions)
    .innerJoin(trainingCourses, eq(trainingCourses.id, trainingSessions.courseId))
    .where(
      and(
        gt(trainingSessions.endsAt, now),
        isNull(trainingSessions.cancelledAt),
        isNull(trainingCourses.closedAt),
        courseId ? eq(trainingCourses.id, courseId) : undefined,
      ),
    )
    .orderBy(asc(trainingSessions.startsAt), asc(trainingSessions.id))
    .limit(200);
}

export interface OfferedCourse {
  readonly id: string;
  readonly titleJa: string;
  readonly titleEn: string | null;
  /** Sessions that were held to their end. */
  readonly held: number;
  /** When the next begins; null: none is planned. */
  readonly next: Date | null;
}

/** The open courses of an organisation, by title, each with how often it was held and when it is next. */
export async function listOffered(
  tx: Tx,
  { organisationId, now }: { organisationId: string; now: Date },
): Promise<readonly OfferedCourse[]> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const rows = await tx
    .select({
      id: trainingCourses.id,
      titleJa: trainingCourses.titleJa,
      titleEn: trainingCourses.titleEn,
      held: sql<number>`count(*) filter (where ${trainingSessions.endsAt} <= ${at})::int`,
      next: sql<
        string | null
      >`min(${trainingSessions.startsAt}) filter (where ${trainingSessions.startsAt} > ${at})`,
    })
    .from(trainingCourses)
    .leftJoin(
      trainingSessions,
      and(eq(trainingSessions.courseId, trainingCourses.id), isNull(trainingSessions.cancelledAt)),
    )
    .where(and(eq(trainingCourses.organisationId, organisationId), isNull(trainingCourses.closedAt)))
    .groupBy(trainingCourses.id)
    .orderBy(asc(trainingCourses.titleJa), asc(trainingCourses.id));
  return rows.map(({ next, ...row }) => ({ ...row, next: next === null ? null : new Date(next) }));
}

/** All of a course, the latest first. */
export async function listSessions(tx: Tx, courseIds: readonly string[]): Promise<Session[]> {
  if (courseIds.length === 0) return [];
  return tx
    .select()
    .from(trainingSessions)
    .where(inArray(trainingSessions.courseId, [...courseIds]))
    .orderBy(desc(trainingSessions.startsAt), desc(trainingSessions.id))
    .limit(500);
}

/** Sessions that begin in a span. */
export async function listBetween(tx: Tx, from: Date, until: Date): Promise<Session[]> {
  return tx
    .select()
    .from(trainingSessions)
    .where(
      and(
        gte(trainingSessions.startsAt, from),
        lt(trainingSessions.startsAt, until),
        isNull(trainingSessions.cancelledAt),
      ),
    )
    .orderBy(asc(trainingSessions.startsAt));
}

export async function insertSession(tx: Tx, row: typeof trainingSessions.$inferInsert): Promise<string> {
  const [written] = await tx.insert(trainingSessions).values(row).returning({ id: trainingSessions.id });
  if (!written) throw new Error('session was not written');
  return written.id;
}

export async function updateSession(tx: Tx, id: string, change: Partial<Session>): Promise<void> {
  await tx.update(trainingSessions).set(change).where(eq(trainingSessions.id, id));
}

/** The address of the meeting; undefined for whoever has no place in it. */
export async function findLink(tx: Tx, sessionId: string): Promise<string | undefined> {
  const [row] = await tx.select().from(trainingLinks).where(eq(trainingLinks.sessionId, sessionId));
  return row?.url;
}

export async function writeLink(
  tx: Tx,
  { sessionId, organisationId, url }: { sessionId: string; organisationId: string; url: string },
): Promise<void> {
  await tx.delete(trainingLinks).where(eq(trainingLinks.sessionId, sessionId));
  if (url) await tx.insert(trainingLinks).values({ sessionId, organisationId, url });
}
