import { expect, test } from 'vitest';
import { decideOpenYear, decideSummary } from './rules.ts';

test.each([
  ['that is not open yet', {}, 'open'],
  ['with the words of a year that is open', { copyFrom: { exists: true } }, 'open'],
  ['with the words of no year', { copyFrom: { exists: false } }, 'year-unknown'],
  ['that is open', { exists: true }, 'year-exists'],
  ['of era counting', { year: 6 }, 'year-out-of-range'],
  ['too far away', { year: 2101 }, 'year-out-of-range'],
])('opening a year %s', (_, given, expected) => {
  const decision = decideOpenYear({ year: 2024, exists: false, copyFrom: null, ...given });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('the overall rating is one of the year, or open', () => {
  expect(decideSummary({ rating: null, ratings: [] }).ok).toBe(true);
  expect(decideSummary({ rating: 'a', ratings: ['a'] }).ok).toBe(true);
  expect(decideSummary({ rating: 'b', ratings: ['a'] }).ok).toBe(false);
});
