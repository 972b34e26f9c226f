import { expect, test } from 'vitest';
import { erasers } from './erasers.ts';
import { daysOf, decideDays, erasedBefore } from './rules.ts';

const bounds = { least: 14, most: 90 };

test.each([
  [90, undefined],
  [14, undefined],
  [91, 'days-out-of-bounds'],
  [13, 'days-out-of-bounds'],
  [30.5, 'days-out-of-bounds'],
])('%s days of 14 to 90: %s', (days, refusal) => {
  const decided = decideDays(days, bounds);
  expect(decided.ok ? undefined : decided.refusal).toBe(refusal);
});

test('without a row the promise holds, and never more than the promise', () => {
  const kind = { kind: 'notice', most: 90 };
  expect(daysOf([], kind)).toBe(90);
  expect(daysOf([{ kind: 'booking', days: 10 }], kind)).toBe(90);
  expect(daysOf([{ kind: 'notice', days: 30 }], kind)).toBe(30);
  // The promise was shortened since: what was settled before does not outlive it.
  expect(daysOf([{ kind: 'notice', days: 120 }], kind)).toBe(90);
});

test('ninety days are ninety times twenty-four hours, over the turn of a year and a leap day too', () => {
  expect(erasedBefore(new Date('2028-03-10T00:00:00Z'), 90)).toEqual(new Date('2027-12-11T00:00:00Z'));
});

test('every kind can be settled', () => {
  for (const { least, most } of Object.values(erasers)) expect(least).toBeLessThan(most);
});
