import { and, asc, count, desc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import {
  partnerMeetingEntries,
  partnerMeetingLinks,
  partnerMeetingResults,
  partnerMeetings,
  partnerMeetingTables,
} from './tables.ts';

export type Meeting = typeof partnerMeetings.$inferSelect;
export type MeetingTable = typeof partnerMeetingTables.$inferSelect;
export type MeetingEntry = typeof partnerMeetingEntries.$inferSelect;
export type MeetingResult = typeof partnerMeetingResults.$inferSelect;

/** The latest first. */
export async function listMeetings(tx: Tx): Promise<Meeting[]> {
  return tx.select().from(partnerMeetings).orderBy(desc(partnerMeetings.startsAt)).limit(200);
}

export async function findMeeting(tx: Tx, id: string): Promise<Meeting> {
  const [row] = await tx.select().from(partnerMeetings).where(eq(partnerMeetings.id, id));
  if (!row) throw new NotFound('meeting');
  return row;
}

/** Entries of one meeting queue for it: no place is given twice. */
export async function lockMeeting(tx: Tx, id: string): Promise<Meeting> {
  const [row] = await tx.select().from(partnerMeetings).where(eq(partnerMeetings.id, id)).for('update');
  if (!row) throw new NotFound('meeting');
  return row;
}

export async function insertMeeting(
  tx: Tx,
  {
    url,
    topics,
    seats,
    ...row
  }: typeof partnerMeetings.$inferInsert & { url: string; topics: readonly string[]; seats: number },
): Promise<string> {
  const [made] = await tx.insert(partnerMeetings).values(row).returning({ id: partnerMeetings.id });
  if (!made) throw new Error('meeting was not written');
  const meetingId = made.id;
  if (url) await tx.insert(partnerMeetingLinks).values({ meetingId, url });
  if (topics.length > 0)
    await tx
      .insert(partnerMeetingTables)
      .values(topics.map((topic, position) => ({ meetingId, position, topic, seats })));
  return meetingId;
}

export async function updateMeeting(
  tx: Tx,
  id: string,
  change: Partial<Pick<Meeting, 'cancelledAt' | 'sequence' | 'changedAt'>>,
): Promise<void> {
  await tx.update(partnerMeetings).set(change).where(eq(partnerMeetings.id, id));
}

export async function findLink(tx: Tx, meetingId: string): Promise<string> {
  const [row] = await tx
    .select({ url: partnerMeetingLinks.url })
    .from(partnerMeetingLinks)
    .where(eq(partnerMeetingLinks.meetingId, meetingId));
  return row?.url ?? '';
}

export async function listTables(tx: Tx, meetingId: string): Promise<MeetingTable[]> {
  return tx
    .select()
    .from(partnerMeetingTables)
    .where(eq(partnerMeetingTables.meetingId, meetingId))
    .orderBy(asc(partnerMeetingTables.position));
}

export async function countEntries(tx: Tx, meetingId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(partnerMeetingEntries)
    .where(and(eq(partnerMeetingEntries.meetingId, meetingId), isNull(partnerMeetingEntries.cancelledAt)));
  return row?.count ?? 0;
}

/** In the order of entry. */
export async function listEntries(tx: Tx, meetingId: string): Promise<MeetingEntry[]> {
  return tx
    .select()
    .from(partnerMeetingEntries)
    .where(and(eq(partnerMeetingEntries.meetingId, meetingId), isNull(partnerMeetingEntries.cancelledAt)))
    .orderBy(asc(partnerMeetingEntries.createdAt), asc(partnerMeetingEntries.id));
}

export async function findEntryByToken(tx: Tx, token: string): Promise<MeetingEntry> {
  const [row] = await tx
    .select()
    .from(partnerMeetingEntries)
    .where(eq(partnerMeetingEntries.tokenHash, hashToken(token)));
  if (!row) throw new NotFound('entry');
  return row;
}

export async function findEntryByMark(
  tx: Tx,
  { meetingId, addressMark }: { meetingId: string; addressMark: string },
): Promise<MeetingEntry | undefined> {
  const [row] = await tx
    .select()
    .from(partnerMeetingEntries)
    .where(
      and(eq(partnerMeetingEntries.meetingId, meetingId), eq(partnerMeetingEntries.addressMark, addressMark)),
    );
  return row;
}

/** Who cancelled and enters again goes to the end. */
export async function upsertEntry(
  tx: Tx,
  { token, ...row }: Omit<typeof partnerMeetingEntries.$inferInsert, 'tokenHash'> & { token: string },
): Promise<void> {
  const { id: _, ...rest } = { ...row, tokenHash: hashToken(token) };
  await tx
    .insert(partnerMeetingEntries)
    .values({ ...rest, ...(row.id && { id: row.id }) })
    .onConflictDoUpdate({
      target: [partnerMeetingEntries.meetingId, partnerMeetingEntries.addressMark],
      set: { ...rest, id: row.id, cancelledAt: null, tableId: null },
    });
}

export async function updateEntry(
  tx: Tx,
  id: string,
  change: Partial<Pick<MeetingEntry, 'cancelledAt' | 'tableId' | 'sealed' | 'sealedKey'>>,
): Promise<void> {
  await tx.update(partnerMeetingEntries).set(change).where(eq(partnerMeetingEntries.id, id));
}

export async function listResults(tx: Tx, meetingId: string): Promise<MeetingResult[]> {
  return tx
    .select()
    .from(partnerMeetingResults)
    .where(eq(partnerMeetingResults.meetingId, meetingId))
    .orderBy(asc(partnerMeetingResults.writtenAt));
}

export async function insertResult(tx: Tx, row: typeof partnerMeetingResults.$inferInsert): Promise<void> {
  await tx.insert(partnerMeetingResults).values(row);
}
