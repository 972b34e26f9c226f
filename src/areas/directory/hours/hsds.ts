import { addDays } from '#platform/dates.ts';
import type { Lang } from '#platform/i18n.ts';
import { groupsOf, type RuleGroup } from './groups.ts';
import type { Hours, Interval } from './hours.ts';
import { holdsOn, weekdayOf } from './rules.ts';
import { hoursSentences } from './sentences.ts';
import { type ClosedSpan, spansBesideRules, without } from './spans.ts';

/** A schedule object of HSDS 3.0; what is not said is left out. */
export interface HsdsSchedule {
  readonly id: string;
  readonly valid_from?: string;
  readonly valid_to?: string;
  readonly dtstart?: string;
  readonly timezone: number;
  readonly freq: 'WEEKLY' | 'MONTHLY';
  readonly interval?: number;
  readonly wkst: 'MO';
  readonly byday: string;
  /** `HH:MM+09:00`; closing not after opening means on the next day. */
  readonly opens_at: string;
  readonly closes_at: string;
  readonly description?: string;
  readonly notes?: string;
}

const dayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const codeOf = (day: number) => dayCodes[day - 1] ?? '';

/**
 * HSDS cannot say holidays, closures or exceptions: closures and days with hours of their own split the rows they touch, as far as
 * one looks ahead; public holidays are said in `notes`. `idOf` makes the same UUID of the same row again.
 */
export function hsdsSchedules(
  hours: Hours,
  { from, lang = 'ja', idOf }: { from: string; lang?: Lang; idOf: (row: string) => string },
): readonly HsdsSchedule[] {
  if (hours.alwaysOpen) {
    const always = { days: [1, 2, 3, 4, 5, 6, 7], intervals: [{ opens: '00:00', closes: '24:00' }] };
    return withIds(rowsOf(always, [], hoursSentences(lang, hours, from)), idOf);
  }
  const beside = spansBesideRules(hours, from);
  const said = hoursSentences(lang, hours, from);
  const exceptions = hours.exceptions
    .filter(({ date }) => date >= from)
    .flatMap(({ date, intervals }) =>
      rowsOf({ days: [weekdayOf(date)], intervals, validFrom: date, validTo: date }, [], said),
    );
  const rules = groupsOf(hours.rules, from).flatMap((group) => rowsOf(group, beside, said));
  return withIds([...rules, ...exceptions], idOf);
}

/** Rows that say the same twice are two rows: each further one is told apart by its number. */
function withIds(
  rows: readonly Omit<HsdsSchedule, 'id'>[],
  idOf: (row: string) => string,
): readonly HsdsSchedule[] {
  const seen = new Map<string, number>();
  return rows.map((row) => {
    const said = JSON.stringify({ ...row, description: undefined, notes: undefined });
    const before = seen.get(said) ?? 0;
    seen.set(said, before + 1);
    return { id: idOf(before === 0 ? said : `${said} ${before}`), ...row };
  });
}

function rowsOf(
  group: RuleGroup,
  beside: readonly ClosedSpan[],
  sentences: readonly string[],
): readonly Omit<HsdsSchedule, 'id'>[] {
  const touched = beside.filter((span) => touches(group, span));
  const spans = without({ from: group.validFrom, to: group.validTo }, touched);
  return group.intervals.flatMap((interval) =>
    spans.map(({ from, to }) => ({
      ...(from && { valid_from: from }),
      ...(to && { valid_to: to }),
      ...repeated(group),
      ...timesOf(interval),
      ...(sentences.length > 0 && { description: sentences.join(' / ') }),
    })),
  );
}

/** Whether a rule would hold on one of these days. */
function touches(group: RuleGroup, { from, to }: ClosedSpan): boolean {
  const rule = { ...group, opens: '', closes: '' };
  for (let day = from; day <= to; day = addDays(day, 1)) if (holdsOn(rule, day)) return true;
  return false;
}

function repeated({ days, nth, interval, validFrom }: RuleGroup) {
  const byday = nth ? nth.flatMap((each) => days.map((day) => `${each}${codeOf(day)}`)) : days.map(codeOf);
  return {
    timezone: 9,
    freq: nth ? ('MONTHLY' as const) : ('WEEKLY' as const),
    wkst: 'MO' as const,
    byday: byday.join(','),
    ...(interval && { interval }),
    ...(interval && validFrom && { dtstart: validFrom }),
  };
}

/** HSDS has no 24:00. */
function timesOf({ opens, closes }: Interval) {
  const end = closes === '24:00' ? '23:59' : closes;
  return { opens_at: `${opens}+09:00`, closes_at: `${end}+09:00` };
}
