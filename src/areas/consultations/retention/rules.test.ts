import { expect, test } from 'vitest';
import { erasedBefore, nextRun } from './rules.ts';

test.each([
  ['2026-11-25T00:00:00Z', '2026-11-25T18:30:00.000Z'],
  ['2026-11-25T18:29:59Z', '2026-11-25T18:30:00.000Z'],
  ['2026-11-25T18:30:00Z', '2026-11-26T18:30:00.000Z'],
  ['2026-12-31T20:00:00Z', '2027-01-01T18:30:00.000Z'],
])('after %s the next run is %s', (now, next) => {
  expect(nextRun(new Date(now)).toISOString()).toBe(next);
});

test('thirty days are whole days back from now', () => {
  expect(erasedBefore(30, new Date('2026-03-31T03:00:00Z')).toISOString()).toBe('2026-03-01T03:00:00.000Z');
});
