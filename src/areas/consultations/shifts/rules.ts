import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export type ShiftRefusal =
  | 'shift-overlaps'
  | 'shift-too-long'
  | 'shift-without-door'
  | 'shift-of-stranger'
  | 'shift-too-often';

const mostHours = 16;
/** A year, and the day on which it began. */
const mostWeeks = 53;

/** Minutes of the day: 「9:30」「９時３０分」「24:00」; undefined for what is no time. */
export function readClock(typed: string): number | undefined {
  const [, hour = '', minute = ''] =
    /^(\d{1,2})[:時](\d{2})?分?$/.exec(typed.normalize('NFKC').trim().replace('：', ':')) ?? [];
  if (!hour) return undefined;
  const minutes = Number(hour) * 60 + Number(minute || 0);
  return Number(minute || 0) < 60 && minutes <= 1440 ? minutes : undefined;
}

/** The days of a weekly shift, the first and last included; without an end only the first. */
export function shiftDays(on: string, until: string): readonly string[] {
  const days = [on];
  for (let next = addDays(on, 7); until && next <= until && days.length <= mostWeeks; next = addDays(next, 7))
    days.push(next);
  return days;
}

/** From when to when (milliseconds); an end that is not after the beginning is on the next day. */
export function shiftSpan(day: string, { from, to }: { from: number; to: number }): Span {
  const start = Date.parse(`${day}T00:00:00+09:00`);
  return { from: start + from * 60_000, to: start + (to > from ? to : to + 1440) * 60_000 };
}

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Somebody of the desk, at a door at least, and in one place at a time. */
export function decideShift(facts: {
  spans: readonly Span[];
  doors: readonly string[];
  worksHere: boolean;
  others: readonly Span[];
}): Result<'plan', ShiftRefusal> {
  const { spans, others } = facts;
  if (!facts.worksHere) return refuse('shift-of-stranger');
  if (facts.doors.length === 0) return refuse('shift-without-door');
  if (spans.length > mostWeeks) return refuse('shift-too-often', { most: mostWeeks });
  if (spans.some(({ from, to }) => to - from > mostHours * 3_600_000))
    return refuse('shift-too-long', { most: mostHours });
  const overlaps = spans.some((span) => others.some((other) => span.from < other.to && other.from < span.to));
  return overlaps ? refuse('shift-overlaps') : ok('plan');
}

export interface Gap extends Span {
  /** `desk`: at all doors together, by the two-people rule. */
  readonly where: string;
  readonly have: number;
  readonly need: number;
}

/**
 * When a door is open and nobody is planned for it, and, where two people are to be on duty, when fewer than two are planned at
 * all while people can write. Neighbouring stretches of the same shortage are one.
 */
export function findGaps(facts: {
  opens: readonly (Span & { readonly door: string; readonly written: boolean })[];
  shifts: readonly (Span & { readonly doors: readonly string[]; readonly personId: string })[];
  twoPeople: boolean;
}): readonly Gap[] {
  const { opens, shifts, twoPeople } = facts;
  const gaps = opens.flatMap((open) =>
    shortages(open, {
      need: 1,
      where: open.door,
      shifts: shifts.filter(({ doors }) => doors.includes(open.door)),
    }),
  );
  const written = twoPeople ? union(opens.filter((open) => open.written)) : [];
  return [
    ...gaps,
    ...written.flatMap((open) => shortages(open, { need: 2, where: 'desk', shifts })),
  ].toSorted((a, b) => a.from - b.from || a.to - b.to);
}

function shortages(
  open: Span,
  {
    need,
    where,
    shifts,
  }: { need: number; where: string; shifts: readonly (Span & { readonly personId: string })[] },
): Gap[] {
  const marks = [open.from, open.to, ...shifts.flatMap(({ from, to }) => [from, to])];
  const points = [...new Set(marks)]
    .filter((at) => at >= open.from && at <= open.to)
    .toSorted((a, b) => a - b);
  const gaps: Gap[] = [];
  for (const [at, from] of points.slice(0, -1).entries()) {
    const to = points[at + 1] ?? from;
    const here = shifts.filter((shift) => shift.from <= from && shift.to >= to);
    const have = new Set(here.map(({ personId }) => personId)).size;
    if (have >= need) continue;
    const last = gaps.at(-1);
    if (last && last.to === from && last.have === have) gaps[gaps.length - 1] = { ...last, to };
    else gaps.push({ where, from, to, have, need });
  }
  return gaps;
}

function union(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}
