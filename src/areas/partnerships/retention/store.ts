import { and, desc, eq, exists, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { tokyoDay } from '#platform/dates.ts';
import type { Tx } from '#platform/database/database.ts';
import { forgetFiles } from '#platform/files/store.ts';
import { matchReports } from '../matches/discipline/tables.ts';
import { matches, matchLinks, matchNotes, matchThanks } from '../matches/tables.ts';
import { partnerMeetingEntries, partnerMeetings } from '../meetings/tables.ts';
import { memberApplications } from '../members/tables.ts';
import { placePapers } from '../places/papers/tables.ts';
import { placePhotos } from '../places/photos/tables.ts';
import { placeAnswers, placeWishes } from '../places/wishes/tables.ts';
import { lawyerBookings, lawyerDays } from '../watch/lawyer-days/tables.ts';
import { watchNotices } from '../watch/notices/tables.ts';
import { partnershipErasures, partnershipRetention } from './tables.ts';

export async function listSettled(tx: Tx) {
  return tx.select().from(partnershipRetention);
}

export async function upsertSettled(tx: Tx, row: typeof partnershipRetention.$inferInsert): Promise<void> {
  const { kind: _, ...set } = row;
  await tx
    .insert(partnershipRetention)
    .values(row)
    .onConflictDoUpdate({ target: partnershipRetention.kind, set });
}

export async function insertErasure(tx: Tx, row: typeof partnershipErasures.$inferInsert): Promise<void> {
  await tx.insert(partnershipErasures).values(row);
}

/** The latest first. */
export async function listErasures(tx: Tx, limit: number) {
  return tx.select().from(partnershipErasures).orderBy(desc(partnershipErasures.at)).limit(limit);
}

/** The thread of each match that ended before: what was said, the agreement, what a side reported, thanks that stayed between the two. */
export async function eraseMatchWords(tx: Tx, before: Date): Promise<number> {
  const said = tx.select().from(matchNotes).where(eq(matchNotes.matchId, matches.id));
  const over = await tx
    .update(matches)
    .set({ draft: '', wordsMark: '' })
    .where(and(lt(matches.endedAt, before), exists(said)))
    .returning({ id: matches.id });
  const ids = over.map(({ id }) => id);
  if (ids.length === 0) return 0;
  await tx.delete(matchNotes).where(inArray(matchNotes.matchId, ids));
  await tx.delete(matchLinks).where(inArray(matchLinks.matchId, ids));
  await tx.delete(matchThanks).where(and(inArray(matchThanks.matchId, ids), isNull(matchThanks.shownAt)));
  await tx.update(matchReports).set({ words: '' }).where(inArray(matchReports.matchId, ids));
  return ids.length;
}

/** Words, person and place of a notice go with their key; that there was one, and what was noticed, stays. */
export async function eraseNotices(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .update(watchNotices)
    .set({ sealed: null, sealedKey: null, placeMark: '' })
    .where(and(lt(watchNotices.at, before), isNotNull(watchNotices.sealedKey)))
    .returning({ id: watchNotices.id });
  return gone.length;
}

/** Who came to a lawyer; the topic stays to be counted. */
export async function eraseBookings(tx: Tx, before: Date): Promise<number> {
  const past = tx
    .select({ id: lawyerDays.id })
    .from(lawyerDays)
    .where(lt(lawyerDays.day, tokyoDay(before)));
  const gone = await tx
    .update(lawyerBookings)
    .set({ sealed: null, sealedKey: null, addressMark: null })
    .where(and(inArray(lawyerBookings.dayId, past), isNotNull(lawyerBookings.sealedKey)))
    .returning({ id: lawyerBookings.id });
  return gone.length;
}

/** Who answered a wish of a place, from the day on which it ended. */
export async function eraseAnswers(tx: Tx, before: Date): Promise<number> {
  const day = tokyoDay(before);
  const ended = tx
    .select({ id: placeWishes.id })
    .from(placeWishes)
    .where(or(lt(placeWishes.untilOn, day), lt(placeWishes.endedAt, new Date(`${day}T00:00:00+09:00`))));
  const gone = await tx
    .delete(placeAnswers)
    .where(inArray(placeAnswers.wishId, ended))
    .returning({ id: placeAnswers.id });
  return gone.length;
}

/** Who came to a partner meeting, and for whom. */
export async function eraseEntrants(tx: Tx, before: Date): Promise<number> {
  const over = tx
    .select({ id: partnerMeetings.id })
    .from(partnerMeetings)
    .where(lt(partnerMeetings.endsAt, before));
  const gone = await tx
    .update(partnerMeetingEntries)
    .set({
      sealed: null,
      sealedKey: null,
      organisationName: '',
      addressMark: sql`${partnerMeetingEntries.id}::text`,
    })
    .where(and(inArray(partnerMeetingEntries.meetingId, over), isNotNull(partnerMeetingEntries.sealedKey)))
    .returning({ id: partnerMeetingEntries.id });
  return gone.length;
}

/** Who applied, what they and the office wrote; also of those who were asked back and never answered. */
export async function eraseApplicants(tx: Tx, before: Date): Promise<number> {
  const { state, decidedAt, sealedKey, talk, id } = memberApplications;
  const silent = sql`${state} = 'returned' and (${talk} -> -1 ->> 'at')::timestamptz < ${before.toISOString()}::timestamptz`;
  const gone = await tx
    .update(memberApplications)
    .set({
      sealed: null,
      sealedKey: null,
      talk: [],
      reason: '',
      about: '',
      website: '',
      addressMark: sql`${id}::text`,
      state: sql`case when ${silent} then 'withdrawn' else ${state} end`,
    })
    .where(
      and(
        isNotNull(sealedKey),
        or(and(inArray(state, ['accepted', 'refused', 'withdrawn']), lt(decidedAt, before)), silent),
      ),
    )
    .returning({ id });
  return gone.length;
}

/** Papers that hold no more, with their bytes. */
export async function erasePapers(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(placePapers)
    .where(lt(placePapers.endedAt, before))
    .returning({ fileId: placePapers.fileId });
  await forgetFiles(
    tx,
    gone.map(({ fileId }) => fileId),
  );
  return gone.length;
}

/** Pictures that were taken off, with their bytes. */
export async function erasePhotos(tx: Tx, before: Date): Promise<number> {
  const gone = await tx
    .delete(placePhotos)
    .where(lt(placePhotos.removedAt, before))
    .returning({ fileId: placePhotos.fileId });
  await forgetFiles(
    tx,
    gone.map(({ fileId }) => fileId),
  );
  return gone.length;
}
