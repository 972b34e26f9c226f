import { ok, type Result, refuse } from '#platform/result.ts';

export type OpenYearRefusal = 'year-exists' | 'year-unknown' | 'year-out-of-range';

/** A fiscal year is opened once; its vocabularies may be copied from a year that exists. */
export function decideOpenYear(facts: {
  year: number;
  exists: boolean;
  copyFrom: { exists: boolean } | null;
}): Result<'open', OpenYearRefusal> {
  if (facts.year < 1990 || facts.year > 2100) return refuse('year-out-of-range');
  if (facts.exists) return refuse('year-exists', { year: facts.year });
  if (facts.copyFrom && !facts.copyFrom.exists) return refuse('year-unknown');
  return ok('open');
}

export type SummaryRefusal = 'rating-unknown';

/** The overall rating is one of the year's own ratings, or still open. */
export function decideSummary(facts: {
  rating: string | null;
  ratings: readonly string[];
}): Result<'save', SummaryRefusal> {
  return facts.rating !== null && !facts.ratings.includes(facts.rating)
    ? refuse('rating-unknown')
    : ok('save');
}
