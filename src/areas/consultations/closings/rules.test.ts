import { expect, test } from 'vitest';
import { openingAt } from '#areas/directory/index.ts';
import { nationalHolidays, type Hours } from '#areas/directory/index.ts';
import { closingOf } from './rules.ts';

const evenings: Hours = {
  rules: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '17:00', closes: '24:00' }],
  publicHolidays: 'closed',
  closures: [],
  exceptions: [],
};
const at = (text: string) => {
  const now = new Date(`${text}:00+09:00`);
  return closingOf({ opening: openingAt(evenings, now, { holidays: nationalHolidays }), now });
};

test.each([
  ['2026-11-20T23:40', { state: 'open' }],
  ['2026-11-20T23:45', { state: 'soon', minutes: 15, closesAt: new Date('2026-11-21T00:00:00+09:00') }],
  ['2026-11-20T23:59', { state: 'soon', minutes: 1, closesAt: new Date('2026-11-21T00:00:00+09:00') }],
  ['2026-11-21T00:00', { state: 'closed', opensAt: new Date('2026-11-21T17:00:00+09:00') }],
  // The day turns into a public holiday (勤労感謝の日) at midnight: closed until the day after it.
  ['2026-11-22T23:50', { state: 'soon', minutes: 10, closesAt: new Date('2026-11-23T00:00:00+09:00') }],
  ['2026-11-23T00:00', { state: 'closed', opensAt: new Date('2026-11-24T17:00:00+09:00') }],
  ['2026-11-23T18:00', { state: 'closed', opensAt: new Date('2026-11-24T17:00:00+09:00') }],
])('at %s: %j', (moment, closing) => {
  expect(at(moment)).toEqual(closing);
});

test('day and night never closes', () => {
  expect(closingOf({ opening: { state: 'always' }, now: new Date() })).toEqual({ state: 'open' });
});
