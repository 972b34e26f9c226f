import { addDays } from '#platform/dates.ts';
import { ok, refuse, type Result } from '#platform/result.ts';

export const lawyerTopics = [
  'debt',
  'inheritance',
  'family',
  'housing',
  'work',
  'consumer',
  'other',
] as const;
export type LawyerTopic = (typeof lawyerTopics)[number];

export type LawyerRefusal =
  | 'day-over'
  | 'day-cancelled'
  | 'slot-taken'
  | 'slot-unknown'
  | 'day-past'
  | 'day-too-long'
  | 'booking-gone';

interface Day {
  readonly day: string;
  readonly opens: string;
  readonly minutes: number;
  readonly slots: number;
  readonly cancelledAt: Date | null;
}

const minuteMs = 60_000;

/** When a slot begins. */
export function startOf({ day, opens, minutes }: Pick<Day, 'day' | 'opens' | 'minutes'>, slot: number): Date {
  return new Date(Date.parse(`${day}T${opens}:00+09:00`) + slot * minutes * minuteMs);
}

/** `13:30`, by Tokyo's clock. */
export function timeOf(day: Pick<Day, 'day' | 'opens' | 'minutes'>, slot: number): string {
  return new Date(startOf(day, slot).getTime() + 9 * 3_600_000).toISOString().slice(11, 16);
}

/** A day is planned ahead, and ends on the same day. */
export function decideDay(day: Day, today: string): Result<'plan', LawyerRefusal> {
  if (day.day < today || day.day > addDays(today, 366)) return refuse('day-past');
  const end = startOf(day, day.slots).getTime();
  return end > Date.parse(`${day.day}T22:00:00+09:00`) ? refuse('day-too-long') : ok('plan');
}

/** Booked until the day begins; a slot that is free is held, and with none left one waits. */
export function decideBooking({
  day,
  taken,
  slot,
  now,
}: {
  day: Day;
  taken: readonly number[];
  /** Null: whichever comes free. */
  slot: number | null;
  now: Date;
}): Result<{ slot: number | null }, LawyerRefusal> {
  if (day.cancelledAt) return refuse('day-cancelled');
  if (now >= startOf(day, 0)) return refuse('day-over');
  const free = freeSlots(day, taken);
  if (free.length === 0) return ok({ slot: null });
  if (slot === null || !Number.isInteger(slot) || slot < 0 || slot >= day.slots)
    return refuse('slot-unknown');
  return free.includes(slot) ? ok({ slot }) : refuse('slot-taken');
}

export function freeSlots({ slots }: Pick<Day, 'slots'>, taken: readonly number[]): readonly number[] {
  return Array.from({ length: slots }, (_, at) => at).filter((at) => !taken.includes(at));
}

const hourMs = 3_600_000;

/** Until when a slot is kept for who has to confirm it: two hours from the form, a day for who moved up, never beyond the day's begin. */
export function heldUntil(day: Day, { now, movedUp }: { now: Date; movedUp: boolean }): Date {
  const long = now.getTime() + (movedUp ? 24 : 2) * hourMs;
  return new Date(Math.min(long, startOf(day, 0).getTime()));
}

/** The day before, once; who booked on that day was told a moment ago. */
export function isReminded(
  { day }: Pick<Day, 'day'>,
  { remindedAt, today, bookedOn }: { remindedAt: Date | null; today: string; bookedOn: string },
): boolean {
  return remindedAt === null && addDays(today, 1) === day && bookedOn < today;
}

/** Days after the day until who came is forgotten, at the latest. */
export const keptDays = 90;
