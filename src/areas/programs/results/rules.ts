import { ok, type Result, refuse } from '#platform/result.ts';
import type { EntryRefusal } from '../programs/rules.ts';

export type ResultRefusal = EntryRefusal | 'rating-unknown' | 'changed-meanwhile';

/** A result is saved over the version that was read, never over somebody else's later one. */
export function decideResult(facts: {
  rating: string | null;
  ratings: readonly string[];
  readVersion: number;
  storedVersion: number;
}): Result<'save', ResultRefusal> {
  if (facts.readVersion !== facts.storedVersion) return refuse('changed-meanwhile');
  return facts.rating !== null && !facts.ratings.includes(facts.rating)
    ? refuse('rating-unknown')
    : ok('save');
}
