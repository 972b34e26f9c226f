import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result } from '#platform/result.ts';
import { mustKeep, noted } from '../actions.ts';
import { findNetwork } from '../store.ts';
import { ownDay } from './actions.ts';
import { type Outside, tell } from './letters.ts';
import { decideDay, type LawyerRefusal } from './rules.ts';
import { cancelDayRow, insertLawyerDay, listBookings } from './store.ts';

export interface NewDay {
  readonly organisationId: string;
  readonly day: string;
  readonly place: string;
  readonly opens: string;
  readonly minutes: number;
  readonly slots: number;
  readonly note: string;
  readonly illustrative?: boolean;
}

export async function planDay(
  db: Db,
  who: Who,
  input: NewDay,
  now = new Date(),
): Promise<Result<{ dayId: string }, LawyerRefusal>> {
  const { organisationId } = input;
  mustKeep(who, organisationId);
  const decision = decideDay({ ...input, cancelledAt: null }, tokyoDay(now));
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    await findNetwork(tx, organisationId);
    const dayId = randomUUID();
    await insertLawyerDay(tx, { ...input, id: dayId, createdAt: now });
    await noted(tx, { event: 'watch.plan-lawyer-day', organisationId, facts: { day: dayId } }, now);
    await publicPagesChanged(tx);
    return ok({ dayId });
  });
}

/** Whoever booked or waits is told. */
export async function cancelDay(
  db: Db,
  who: Who,
  { organisationId, dayId, ...outside }: { organisationId: string; dayId: string } & Outside,
  now = new Date(),
): Promise<void> {
  mustKeep(who, organisationId);
  await inTransaction(db, who, async (tx) => {
    const day = await ownDay(tx, { organisationId, dayId });
    if (day.cancelledAt) return;
    await cancelDayRow(tx, dayId, now);
    await tell(tx, { ...outside, day, bookings: await listBookings(tx, dayId), letter: 'dayCancelled' });
    await noted(tx, { event: 'watch.cancel-lawyer-day', organisationId, facts: { day: dayId } }, now);
    await publicPagesChanged(tx);
  });
}
