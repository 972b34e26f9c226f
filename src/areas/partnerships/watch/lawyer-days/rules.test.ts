import { expect, test } from 'vitest';
import { decideBooking, decideDay, freeSlots, heldUntil, isReminded, timeOf } from './rules.ts';

const day = { day: '2026-06-10', opens: '13:00', minutes: 30, slots: 4, cancelledAt: null };
const before = new Date('2026-06-01T00:00:00+09:00');

test('slots follow each other by their length, by Tokyo’s clock', () => {
  expect([0, 1, 3].map((slot) => timeOf(day, slot))).toEqual(['13:00', '13:30', '14:30']);
  expect(freeSlots(day, [0, 2])).toEqual([1, 3]);
});

const bookings: readonly [string, Partial<Parameters<typeof decideBooking>[0]>, unknown][] = [
  ['a free slot', { slot: 2 }, { slot: 2 }],
  ['a slot that somebody has', { slot: 1, taken: [1] }, 'slot-taken'],
  ['a slot that is not there', { slot: 4 }, 'slot-unknown'],
  ['none although some are free', { slot: null }, 'slot-unknown'],
  ['a full day', { slot: 1, taken: [0, 1, 2, 3] }, { slot: null }],
  ['a day that has begun', { slot: 2, now: new Date('2026-06-10T13:00:00+09:00') }, 'day-over'],
  ['a day that was cancelled', { slot: 2, day: { ...day, cancelledAt: before } }, 'day-cancelled'],
];
test.each(bookings)('booking %s', (_, change, expected) => {
  const decided = decideBooking({ day, taken: [], slot: 0, now: before, ...change });
  expect(decided.ok ? decided.value : decided.refusal).toEqual(expected);
});

test.each([
  ['2026-06-10', 'plan'],
  ['2026-05-31', 'day-past'],
  ['2027-07-01', 'day-past'],
])('a day on %s is %s', (on, expected) => {
  const decided = decideDay({ ...day, day: on }, '2026-06-01');
  expect(decided.ok ? decided.value : decided.refusal).toBe(expected);
});

test('a day that would go on into the night is none', () => {
  expect(decideDay({ ...day, slots: 20 }, '2026-06-01')).toEqual({ ok: false, refusal: 'day-too-long' });
});

test('a slot is kept two hours, a day for who moved up, and never beyond the day’s begin', () => {
  const late = new Date('2026-06-10T12:00:00+09:00');
  const hours = (now: Date, movedUp: boolean) =>
    (heldUntil(day, { now, movedUp }).getTime() - now.getTime()) / 3_600_000;
  expect([hours(before, false), hours(before, true), hours(late, true)]).toEqual([2, 24, 1]);
});

test.each([
  ['2026-06-09', '2026-06-01', null, true],
  ['2026-06-09', '2026-06-09', null, false],
  ['2026-06-09', '2026-06-01', before, false],
  ['2026-06-08', '2026-06-01', null, false],
  ['2026-06-10', '2026-06-01', null, false],
])('on %s who booked on %s, reminded at %s: is reminded %s', (today, bookedOn, remindedAt, expected) => {
  expect(isReminded(day, { today, bookedOn, remindedAt })).toBe(expected);
});
