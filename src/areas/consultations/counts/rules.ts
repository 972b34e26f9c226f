/** Upper bounds (seconds) of the buckets in which waiting is counted; the same list as `wait_bucket` of guards.sql. */
export const waitBuckets = [15, 30, 60, 120, 300, 600, 1200, 1800, 3600] as const;

/**
 * The waiting (seconds) within which `share` (0 … 1) of the people were answered, between the bounds of the bucket in which it
 * lies; null when nobody was, Infinity when it lies beyond the last bound.
 */
export function waitWithin(buckets: Readonly<Record<string, number>>, share: number): number | null {
  const total = Object.values(buckets).reduce((sum, n) => sum + n, 0);
  if (total <= 0) return null;
  const wanted = total * share;
  let before = 0;
  let low = 0;
  for (const high of waitBuckets) {
    const here = buckets[String(high)] ?? 0;
    if (here > 0 && before + here >= wanted)
      return Math.round(low + ((wanted - before) / here) * (high - low));
    before += here;
    low = high;
  }
  return Number.POSITIVE_INFINITY;
}

/** Answered calls of those that came within hours, in percent with one decimal; null when none came. */
export function answerRate(calls: Readonly<Record<string, number>>): number | null {
  const of = (result: string) => calls[result] ?? 0;
  const within = of('answered') + of('abandoned') + of('busy');
  return within === 0 ? null : Math.round((of('answered') / within) * 1000) / 10;
}
