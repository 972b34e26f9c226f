import { addDays } from '#platform/dates.ts';
import type { Closure, Hours } from './hours.ts';
import { horizonDays } from './rules.ts';

/** Days, both inclusive; an end that is not said is open. */
export interface DaySpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface ClosedSpan {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
}

/** Closures as days of the calendar, from `from` on and as far as one looks ahead; those of every year once for each year. */
export function closedSpans(closures: readonly Closure[], from: string): readonly ClosedSpan[] {
  const last = addDays(from, horizonDays);
  const firstYear = Number(from.slice(0, 4)) - 1;
  return closures
    .flatMap((closure) => (closure.from.length === 5 ? yearly(closure, firstYear) : [closure]))
    .filter((span) => span.to >= from && span.from <= last)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

function yearly({ from, to, label }: Closure, firstYear: number): readonly ClosedSpan[] {
  return [0, 1, 2, 3]
    .map((ahead) => firstYear + ahead)
    .map((year) => ({
      from: `${year}-${from}`,
      to: `${from <= to ? year : year + 1}-${to}`,
      label,
    }));
}

/** What the rules do not say: closures, and days with hours of their own. */
export function spansBesideRules(hours: Hours, from: string): readonly ClosedSpan[] {
  const days = hours.exceptions
    .filter(({ date }) => date >= from)
    .map(({ date }) => ({ from: date, to: date }));
  return [...closedSpans(hours.closures, from), ...days].toSorted((a, b) => (a.from < b.from ? -1 : 1));
}

/** What is left of a time when spans are taken out of it, which stand in the order of their beginnings. */
export function without({ from, to }: DaySpan, spans: readonly ClosedSpan[]): readonly DaySpan[] {
  const left: DaySpan[] = [];
  let start = from;
  for (const span of spans) {
    if (to && span.from > to) break;
    const end = addDays(span.from, -1);
    if (!start || start <= end) left.push({ from: start, to: end });
    const after = addDays(span.to, 1);
    if (!start || after > start) start = after;
  }
  if (!start || !to || start <= to) left.push({ from: start, to });
  return left;
}
