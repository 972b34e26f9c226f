import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { caseRelations } from '../relations/tables.ts';
import { meetingMembers, meetingPapers, meetings } from './tables.ts';

export type Meeting = typeof meetings.$inferSelect;
export type MeetingMember = typeof meetingMembers.$inferSelect;
export type MeetingPaper = typeof meetingPapers.$inferSelect;

export async function insertMeeting(tx: Tx, row: typeof meetings.$inferInsert): Promise<Meeting> {
  const [inserted] = await tx.insert(meetings).values(row).returning();
  if (!inserted) throw new Error('meeting was not written');
  return inserted;
}

export async function findMeeting(tx: Tx, id: string): Promise<Meeting> {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, id));
  if (!row) throw new NotFound('meeting');
  return row;
}

export async function lockMeeting(tx: Tx, id: string): Promise<Meeting> {
  const [row] = await tx.select().from(meetings).where(eq(meetings.id, id)).for('update');
  if (!row) throw new NotFound('meeting');
  return row;
}

export async function updateMeeting(
  tx: Tx,
  id: string,
  change: Partial<typeof meetings.$inferInsert>,
): Promise<void> {
  await tx.update(meetings).set(change).where(eq(meetings.id, id));
}

/** Of one case, the latest first. */
export async function listMeetings(tx: Tx, caseId: string): Promise<Meeting[]> {
  return tx.select().from(meetings).where(eq(meetings.caseId, caseId)).orderBy(desc(meetings.startsAt));
}

/** To which somebody is asked, the latest first; at most 100. */
export async function listMeetingsOf(tx: Tx, personId: string) {
  const rows = await tx
    .select({ meeting: meetings, swornAt: meetingMembers.swornAt })
    .from(meetingMembers)
    .innerJoin(meetings, eq(meetings.id, meetingMembers.meetingId))
    .where(eq(meetingMembers.personId, personId))
    .orderBy(desc(meetings.startsAt))
    .limit(100);
  return rows.map(({ meeting, swornAt }) => ({ ...meeting, swornAt }));
}

export async function insertMembers(
  tx: Tx,
  rows: readonly (typeof meetingMembers.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(meetingMembers).values([...rows]);
}

/** Members with their names and organisations; the caller has seen who may read the list. */
export async function listMembers(tx: Tx, meetingId: string) {
  const rows = await tx
    .select({ member: meetingMembers, name: people.name, organisation: organisations })
    .from(meetingMembers)
    .leftJoin(people, eq(people.id, meetingMembers.personId))
    .leftJoin(organisations, eq(organisations.id, meetingMembers.organisationId))
    .where(eq(meetingMembers.meetingId, meetingId))
    .orderBy(desc(meetingMembers.isChair), asc(people.name), asc(meetingMembers.id));
  return rows.map(({ member, name, organisation }) => ({ ...member, name, organisation }));
}

export async function findMember(
  tx: Tx,
  { meetingId, personId }: { meetingId: string; personId: string },
): Promise<MeetingMember | undefined> {
  const [row] = await tx
    .select()
    .from(meetingMembers)
    .where(and(eq(meetingMembers.meetingId, meetingId), eq(meetingMembers.personId, personId)));
  return row;
}

export async function updateMember(
  tx: Tx,
  id: string,
  change: Partial<typeof meetingMembers.$inferInsert>,
): Promise<void> {
  await tx.update(meetingMembers).set(change).where(eq(meetingMembers.id, id));
}

/** Moves the time for which members see into the case; what has ended meanwhile (a withdrawn consent) stays ended. */
export async function moveRelations(
  tx: Tx,
  ids: readonly string[],
  { beginsAt, endsAt, now }: { beginsAt: Date; endsAt: Date; now: Date },
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .update(caseRelations)
    .set({ beginsAt, endsAt })
    .where(
      and(
        inArray(caseRelations.id, [...ids]),
        sql`${caseRelations.endsAt} > ${now.toISOString()}::timestamptz`,
      ),
    );
}

export async function insertPaper(tx: Tx, row: typeof meetingPapers.$inferInsert): Promise<void> {
  await tx.insert(meetingPapers).values(row);
}

export async function findPaper(tx: Tx, id: string): Promise<MeetingPaper> {
  const [row] = await tx.select().from(meetingPapers).where(eq(meetingPapers.id, id));
  if (!row) throw new NotFound('paper');
  return row;
}

/** Those that the reader may see, in the order in which they were written. */
export async function listPapers(tx: Tx, meetingId: string): Promise<MeetingPaper[]> {
  return tx
    .select()
    .from(meetingPapers)
    .where(eq(meetingPapers.meetingId, meetingId))
    .orderBy(asc(meetingPapers.writtenAt), asc(meetingPapers.id));
}

/** Writes over one version of a paper; false when somebody was faster. */
export async function updatePaper(
  tx: Tx,
  { id, version }: { id: string; version: number },
  change: Partial<typeof meetingPapers.$inferInsert>,
): Promise<boolean> {
  const changed = await tx
    .update(meetingPapers)
    .set({ ...change, version: version + 1 })
    .where(and(eq(meetingPapers.id, id), eq(meetingPapers.version, version)))
    .returning({ id: meetingPapers.id });
  return changed.length === 1;
}

/** Meetings that are on and not cancelled, for letters. */
export async function listMemberPeople(tx: Tx, meetingId: string) {
  return tx
    .select({ email: people.email, lang: people.lang, personId: people.id })
    .from(meetingMembers)
    .innerJoin(people, eq(people.id, meetingMembers.personId))
    .where(and(eq(meetingMembers.meetingId, meetingId), isNull(people.disabledAt)));
}
