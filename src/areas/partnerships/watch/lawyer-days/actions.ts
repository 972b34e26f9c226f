import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import { mustKeep, noted, watching } from '../actions.ts';
import { type Letter, type Outside, tell } from './letters.ts';
import { openBooking, type Person, sealedBooking } from './people.ts';
import { decideBooking, freeSlots, heldUntil, type LawyerRefusal, type LawyerTopic } from './rules.ts';
import {
  type Booking,
  findBookingByToken,
  findLawyerDay,
  insertBooking,
  type LawyerDay,
  listBookings,
  lockLawyerDay,
  releaseHeld,
  updateBooking,
} from './store.ts';

/** Of this network, held until the transaction ends. */
export async function ownDay(
  tx: Tx,
  { organisationId, dayId }: { organisationId: string; dayId: string },
): Promise<LawyerDay> {
  const day = await lockLawyerDay(tx, dayId);
  if (day.organisationId !== organisationId) throw new NotFound('lawyer day');
  return day;
}

interface Asked extends Outside {
  readonly dayId: string;
  readonly slot: number | null;
  readonly topic: LawyerTopic;
  readonly person: Person;
}

/** From the public form: the slot is held until the mailed link confirms it. The same address twice is one booking. */
export async function bookDay(
  db: Db,
  { dayId, slot, topic, person, ...outside }: Asked,
  now = new Date(),
): Promise<Result<'held' | 'waiting', LawyerRefusal>> {
  return inTransaction(db, watching, async (tx) => {
    const day = await lockLawyerDay(tx, dayId);
    await fill(tx, { day, ...outside }, now);
    const standing = await listBookings(tx, dayId);
    const addressMark = blindIndex(outside.vault, { purpose: 'lawyer-booking', value: person.mail });
    // The answer is the same: nobody learns from the form who has booked.
    const known = standing.find((each) => each.addressMark === addressMark);
    if (known) return ok(known.state === 'waiting' ? 'waiting' : 'held');
    const decision = decideBooking({ day, taken: takenOf(standing), slot, now });
    if (!decision.ok) return decision;
    const waits = decision.value.slot === null;
    const until = waits ? null : heldUntil(day, { now, movedUp: false });
    const state = waits ? 'waiting' : 'held';
    const row = { state, slot: decision.value.slot, heldUntil: until, topic, addressMark };
    const booking = await write(tx, { vault: outside.vault, day, row, person }, now);
    await tell(tx, { ...outside, day, bookings: [booking], letter: waits ? 'waiting' : 'held' });
    return ok(waits ? 'waiting' : 'held');
  });
}

/** By telephone, for somebody whom the keeper talks with: it stands at once. */
export async function bookFor(
  db: Db,
  who: Who,
  { organisationId, dayId, slot, topic, person, ...outside }: Asked & { organisationId: string },
  now = new Date(),
): Promise<Result<'booked' | 'waiting', LawyerRefusal>> {
  mustKeep(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const day = await ownDay(tx, { organisationId, dayId });
    await fill(tx, { day, ...outside }, now);
    const taken = takenOf(await listBookings(tx, dayId));
    const decision = decideBooking({ day, taken, slot, now });
    if (!decision.ok) return decision;
    const state = decision.value.slot === null ? 'waiting' : 'booked';
    const row = { state, slot: decision.value.slot, heldUntil: null, topic, addressMark: null };
    const booking = await write(tx, { vault: outside.vault, day, row, person }, now);
    await tell(tx, { ...outside, day, bookings: [booking], letter: state });
    return ok(state);
  });
}

function takenOf(standing: readonly Booking[]): readonly number[] {
  return standing.flatMap(({ slot }) => (slot === null ? [] : [slot]));
}

async function write(
  tx: Tx,
  {
    vault,
    day,
    row,
    person,
  }: {
    vault: Vault;
    day: LawyerDay;
    row: Pick<Booking, 'state' | 'slot' | 'heldUntil' | 'topic' | 'addressMark'>;
    person: Person;
  },
  now: Date,
): Promise<Booking> {
  const { id: dayId, organisationId } = day;
  const [id, token] = [randomUUID(), newToken()];
  const sealed = sealedBooking(vault, id, { ...person, token });
  const booking = { id, dayId, organisationId, ...row, ...sealed, tokenHash: hashToken(token), at: now };
  await insertBooking(tx, booking);
  const facts = { day: dayId, booking: id, state: row.state };
  await noted(tx, { event: 'watch.book-lawyer', organisationId, facts }, now);
  await publicPagesChanged(tx);
  return { ...booking, remindedAt: null };
}

/** Frees what was not confirmed in time, and moves up who waits longest; the caller holds the day. */
export async function fill(
  tx: Tx,
  { day, ...outside }: Outside & { day: LawyerDay },
  now: Date,
): Promise<void> {
  const freed = await releaseHeld(tx, day.id, now);
  const standing = await listBookings(tx, day.id);
  const open = decideBooking({ day, taken: [], slot: 0, now }).ok;
  const free = open ? freeSlots(day, takenOf(standing)) : [];
  const waiting = standing.filter(({ state }) => state === 'waiting');
  for (const [at, booking] of waiting.slice(0, free.length).entries()) {
    const change = {
      state: 'held',
      slot: free[at] ?? null,
      heldUntil: heldUntil(day, { now, movedUp: true }),
    };
    await updateBooking(tx, booking.id, change);
    await tell(tx, { ...outside, day, bookings: [{ ...booking, ...change }], letter: 'movedUp' });
  }
  if (freed > 0 || (free.length > 0 && waiting.length > 0)) await publicPagesChanged(tx);
}

/** What a mailed link shows. */
export async function openByToken(
  db: Db,
  { vault, token }: { vault: Vault; token: string },
): Promise<{ booking: Booking; day: LawyerDay; person: Person | undefined }> {
  return inTransaction(db, watching, async (tx) => {
    const booking = await findBookingByToken(tx, token);
    return { booking, day: await findLawyerDay(tx, booking.dayId), person: openBooking(vault, booking) };
  });
}

/** By whoever holds the mailed link. */
export async function confirmBooking(
  db: Db,
  { token, ...outside }: { token: string } & Outside,
  now = new Date(),
): Promise<Result<'booked', LawyerRefusal>> {
  return inTransaction(db, watching, async (tx) => {
    const { day, booking } = await held(tx, { token, ...outside }, now);
    if (day.cancelledAt) return refuse('day-cancelled');
    if (booking.state === 'booked') return ok('booked');
    if (booking.state !== 'held') return refuse('booking-gone');
    await updateBooking(tx, booking.id, { state: 'booked', heldUntil: null });
    await tell(tx, { ...outside, day, bookings: [booking], letter: 'booked' });
    return ok('booked');
  });
}

/** By the mailed link: the slot goes to who waits longest. */
export async function cancelBooking(
  db: Db,
  { token, ...outside }: { token: string } & Outside,
  now = new Date(),
): Promise<void> {
  await inTransaction(db, watching, async (tx) => {
    const { day, booking } = await held(tx, { token, ...outside }, now);
    if (booking.state !== 'cancelled') await giveUp(tx, { day, booking, ...outside }, now);
  });
}

async function held(tx: Tx, { token, ...outside }: { token: string } & Outside, now: Date) {
  const { dayId } = await findBookingByToken(tx, token);
  const day = await lockLawyerDay(tx, dayId);
  await fill(tx, { day, ...outside }, now);
  return { day, booking: await findBookingByToken(tx, token) };
}

/** By the keeper, for somebody who called. */
export async function cancelFor(
  db: Db,
  who: Who,
  input: { organisationId: string; dayId: string; bookingId: string } & Outside,
  now = new Date(),
): Promise<void> {
  const { organisationId, dayId, bookingId, ...outside } = input;
  mustKeep(who, organisationId);
  await inTransaction(db, who, async (tx) => {
    const day = await ownDay(tx, { organisationId, dayId });
    const booking = (await listBookings(tx, dayId)).find(({ id }) => id === bookingId);
    if (!booking) throw new NotFound('booking');
    await giveUp(tx, { day, booking, ...outside }, now);
  });
}

async function giveUp(
  tx: Tx,
  { day, booking, ...outside }: { day: LawyerDay; booking: Booking } & Outside,
  now: Date,
): Promise<void> {
  await updateBooking(tx, booking.id, { state: 'cancelled', slot: null, heldUntil: null });
  const letter: Letter = 'cancelled';
  await tell(tx, { ...outside, day, bookings: [booking], letter });
  await fill(tx, { day, ...outside }, now);
  const { organisationId, dayId } = booking;
  const facts = { day: dayId, booking: booking.id, state: 'cancelled' };
  await noted(tx, { event: 'watch.cancel-booking', organisationId, facts }, now);
  await publicPagesChanged(tx);
}
