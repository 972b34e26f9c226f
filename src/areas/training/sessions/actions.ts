import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { mustKeepAt } from '../access.ts';
import { findCourse } from '../courses/store.ts';
import { moveUp } from '../entries/moving-up.ts';
import { type Outside, tellEntrants } from '../entries/sealed.ts';
import { countPlaces, listEntries } from '../entries/store.ts';
import { decideCancel, decideSession, isOnline, isRoom, type SessionRefusal, type Way } from './rules.ts';
import { insertSession, lockSession, updateSession, writeLink } from './store.ts';

export interface SessionInput {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly way: Way;
  readonly venue: string;
  readonly url: string;
  readonly quota: number | null;
  readonly entryFrom: string;
  readonly entryUntil: string;
}

export async function addSession(
  db: Db,
  who: Who,
  { courseId, url, ...input }: SessionInput & { courseId: string },
  now = new Date(),
): Promise<Result<{ sessionId: string }, SessionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const course = await findCourse(tx, courseId);
    const { organisationId } = course;
    mustKeepAt(who, organisationId);
    const decision = decideSession({ ...input, url, courseClosed: course.closedAt !== null, taken: 0 });
    if (!decision.ok) return decision;
    const venue = isRoom(input.way) ? input.venue : '';
    const row = { ...input, venue, courseId, organisationId, createdAt: now };
    const sessionId = await insertSession(tx, row);
    await writeLink(tx, { sessionId, organisationId, url: isOnline(input.way) ? url : '' });
    await record(
      tx,
      { event: 'training.add-session', subject: { kind: 'training-session', id: sessionId } },
      now,
    );
    await publicPagesChanged(tx);
    return ok({ sessionId });
  });
}

/** More places move the waiting list up at once. */
export async function changeSession(
  db: Db,
  who: Who,
  { sessionId, url, outside, ...input }: SessionInput & { sessionId: string; outside: Outside },
  now = new Date(),
): Promise<Result<{ sessionId: string }, SessionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const session = await lockSession(tx, sessionId);
    mustKeepAt(who, session.organisationId);
    const taken = (await countPlaces(tx, [sessionId])).get(sessionId)?.taken ?? 0;
    const decision = decideSession({ ...input, url, courseClosed: false, taken });
    if (!decision.ok) return decision;
    const change = { ...input, venue: isRoom(input.way) ? input.venue : '' };
    await updateSession(tx, sessionId, change);
    const { organisationId } = session;
    await writeLink(tx, { sessionId, organisationId, url: isOnline(input.way) ? url : '' });
    await moveUp(tx, outside, { ...session, ...change }, now);
    await record(
      tx,
      { event: 'training.change-session', subject: { kind: 'training-session', id: sessionId } },
      now,
    );
    await publicPagesChanged(tx);
    return ok({ sessionId });
  });
}

/** Everybody who has a place or waits for one is told. */
export async function cancelSession(
  db: Db,
  who: Who,
  { sessionId, reason, outside }: { sessionId: string; reason: string; outside: Outside },
  now = new Date(),
): Promise<Result<{ told: number }, SessionRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const session = await lockSession(tx, sessionId);
    mustKeepAt(who, session.organisationId);
    const decision = decideCancel({ cancelledAt: session.cancelledAt, reason });
    if (!decision.ok) return decision;
    await updateSession(tx, sessionId, { cancelledAt: now, cancelReason: reason });
    const course = await findCourse(tx, session.courseId);
    const entries = await listEntries(tx, sessionId, ['in', 'waiting']);
    await tellEntrants(
      tx,
      outside,
      entries.map((entry) => ({ entry, session, course, letter: 'cancelled' }) as const),
    );
    const facts = { told: entries.length };
    await record(
      tx,
      { event: 'training.cancel-session', subject: { kind: 'training-session', id: sessionId }, facts },
      now,
    );
    await publicPagesChanged(tx);
    return ok({ told: entries.length });
  });
}
