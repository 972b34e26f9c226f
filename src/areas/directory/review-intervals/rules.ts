import { ok, type Result, refuse } from '#platform/result.ts';
import type { ReviewDays } from '../services/rules.ts';

export type IntervalRefusal = 'days-out-of-range';

/** Within a week nobody could keep up; after two years nobody could rely on it. */
export const shortestDays = 7;
export const longestDays = 730;

export function decideIntervals(days: ReviewDays): Result<'save', IntervalRefusal> {
  const wrong = Object.entries(days).find(
    ([, each]) => !Number.isInteger(each) || each < shortestDays || each > longestDays,
  );
  return wrong ? refuse('days-out-of-range', { kind: wrong[0] }) : ok('save');
}
