import { defaultFewest } from '#platform/disclosure/cells.ts';

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

/**
 * A count of what people are like, for readers beyond the desk, who may look at it every day: 0 is told, 1 … 9 is not (null), and
 * the rest is rounded to the nearest 5, so that neither a sum nor yesterday's number gives a small one away. Rounded numbers do
 * not add up to their totals. Source: the practice of health statistics with frequent release (rounding instead of secondary
 * suppression), with the threshold that Japanese health data use.
 */
export function protectedCount(n: number): number | null {
  if (n === 0) return 0;
  return n < defaultFewest ? null : Math.round(n / 5) * 5;
}

/** Consultations that somebody took of all that came by these doors, in percent with one decimal; null when none came. */
export function takenRate(
  came: Readonly<Record<string, number>>,
  taken: Readonly<Record<string, number>>,
  doors: readonly string[],
): number | null {
  const sum = (of: Readonly<Record<string, number>>) => doors.reduce((all, door) => all + (of[door] ?? 0), 0);
  return sum(came) === 0 ? null : Math.round((sum(taken) / sum(came)) * 1000) / 10;
}

/** `2024-11` and so many months on (or back). */
export function addMonths(month: string, months: number): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
}

/** Every month from one to another, both inclusive, at most 20 years. */
export function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from; month <= to && months.length < 240; month = addMonths(month, 1)) months.push(month);
  return months;
}
