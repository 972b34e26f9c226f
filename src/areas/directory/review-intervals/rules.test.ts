import { expect, test } from 'vitest';
import { reviewDays } from '../services/rules.ts';
import { decideIntervals } from './rules.ts';

test.each([
  [{}, true],
  [{ place: 7 }, true],
  [{ scheme: 730 }, true],
  [{ place: 6 }, false],
  [{ desk: 731 }, false],
  [{ desk: 30.5 }, false],
])('%j may be the days of review: %s', (change, may) => {
  expect(decideIntervals({ ...reviewDays, ...change }).ok).toBe(may);
});
