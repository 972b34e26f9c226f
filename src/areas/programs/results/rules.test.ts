import { expect, test } from 'vitest';
import { decideResult } from './rules.ts';

test.each([
  ['over the version that was read', { readVersion: 2, storedVersion: 2 }, 'save'],
  ['over a later one', { readVersion: 1, storedVersion: 2 }, 'changed-meanwhile'],
  ['over an invented one', { readVersion: 3, storedVersion: 2 }, 'changed-meanwhile'],
  ['without a rating yet', { rating: null }, 'save'],
  ['with a rating of another year', { rating: 'A' }, 'rating-unknown'],
])('a result %s', (_, given, expected) => {
  const facts = { rating: 'good', ratings: ['good', 'late'], readVersion: 0, storedVersion: 0 };
  const decision = decideResult({ ...facts, ...given });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});
