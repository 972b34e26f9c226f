import { and, asc, count, eq, gte, inArray, lt, ne } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { hashToken } from '#platform/sign-in/sessions.ts';
import { lawyerBookings, lawyerDays } from './tables.ts';

export type LawyerDay = typeof lawyerDays.$inferSelect;
export type Booking = typeof lawyerBookings.$inferSelect;

/** From a day on, the nearest first. */
export async function listLawyerDays(
  tx: Tx,
  { from, organisationId }: { from: string; organisationId?: string },
): Promise<LawyerDay[]> {
  return tx
    .select()
    .from(lawyerDays)
    .where(
      and(
        gte(lawyerDays.day, from),
        organisationId === undefined ? undefined : eq(lawyerDays.organisationId, organisationId),
      ),
    )
    .orderBy(asc(lawyerDays.day), asc(lawyerDays.opens), asc(lawyerDays.id))
    .limit(200);
}

export async function findLawyerDay(tx: Tx, dayId: string): Promise<LawyerDay> {
  const [row] = await tx.select().from(lawyerDays).where(eq(lawyerDays.id, dayId));
  if (!row) throw new NotFound('lawyer day');
  return row;
}

/** Bookings of a day queue for it. */
export async function lockLawyerDay(tx: Tx, dayId: string): Promise<LawyerDay> {
  const [row] = await tx.select().from(lawyerDays).where(eq(lawyerDays.id, dayId)).for('update');
  if (!row) throw new NotFound('lawyer day');
  return row;
}

export async function insertLawyerDay(tx: Tx, row: typeof lawyerDays.$inferInsert): Promise<void> {
  await tx.insert(lawyerDays).values(row);
}

export async function cancelDayRow(tx: Tx, dayId: string, cancelledAt: Date): Promise<void> {
  await tx.update(lawyerDays).set({ cancelledAt }).where(eq(lawyerDays.id, dayId));
}

/** All that stand, in the order of slots, then who waits longest. */
export async function listBookings(tx: Tx, dayId: string): Promise<Booking[]> {
  return tx
    .select()
    .from(lawyerBookings)
    .where(and(eq(lawyerBookings.dayId, dayId), ne(lawyerBookings.state, 'cancelled')))
    .orderBy(asc(lawyerBookings.slot), asc(lawyerBookings.at), asc(lawyerBookings.id));
}

/** Day → slots that are taken; read by the product for the public page: it says how many are free, and no more. */
export async function countTaken(tx: Tx, dayIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (dayIds.length === 0) return new Map();
  const rows = await tx
    .select({ dayId: lawyerBookings.dayId, taken: count() })
    .from(lawyerBookings)
    .where(and(inArray(lawyerBookings.dayId, [...dayIds]), inArray(lawyerBookings.state, ['held', 'booked'])))
    .groupBy(lawyerBookings.dayId);
  return new Map(rows.map(({ dayId, taken }) => [dayId, taken]));
}

export async function findBookingByToken(tx: Tx, token: string): Promise<Booking> {
  const [row] = await tx
    .select()
    .from(lawyerBookings)
    .where(eq(lawyerBookings.tokenHash, hashToken(token)));
  if (!row) throw new NotFound('booking');
  return row;
}

export async function insertBooking(tx: Tx, row: typeof lawyerBookings.$inferInsert): Promise<void> {
  await tx.insert(lawyerBookings).values(row);
}

export async function updateBooking(
  tx: Tx,
  id: string,
  change: Partial<typeof lawyerBookings.$inferInsert>,
): Promise<void> {
  await tx.update(lawyerBookings).set(change).where(eq(lawyerBookings.id, id));
}

export async function updateReminded(tx: Tx, ids: readonly string[], remindedAt: Date): Promise<void> {
  if (ids.length > 0)
    await tx
      .update(lawyerBookings)
      .set({ remindedAt })
      .where(inArray(lawyerBookings.id, [...ids]));
}

/** Slots that nobody confirmed in time are free again. Gives how many. */
export async function releaseHeld(tx: Tx, dayId: string, now: Date): Promise<number> {
  const freed = await tx
    .update(lawyerBookings)
    .set({ state: 'cancelled', slot: null, heldUntil: null })
    .where(
      and(
        eq(lawyerBookings.dayId, dayId),
        eq(lawyerBookings.state, 'held'),
        lt(lawyerBookings.heldUntil, now),
      ),
    )
    .returning({ id: lawyerBookings.id });
  return freed.length;
}
