import { groupsOf, type RuleGroup, runsOf } from './groups.ts';
import type { Closure, Hours, HoursException, Interval } from './hours.ts';

const dayCodes = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const codeOf = (day: number | undefined) => dayCodes[(day ?? 1) - 1] ?? '';

/**
 * The `opening_hours` text of OpenStreetMap. Rules stand side by side (`, `); what follows after `; ` takes their place on its days:
 * public holidays, then closures, then single days. Every other week cannot be said and is `unknown` with a comment.
 */
export function osmHours(hours: Hours, from?: string): string {
  if (hours.alwaysOpen) return '24/7';
  const rules = groupsOf(hours.rules, from).map(ruleText);
  const closures = hours.closures
    .filter(({ to }) => to.length === 5 || !from || to >= from)
    .map((closure) => `${spanText(closure)} off`);
  const exceptions = hours.exceptions.filter(({ date }) => !from || date >= from).map(exceptionText);
  return [
    ...(rules.length > 0 ? [rules.join(', ')] : []),
    ...holidayText(hours),
    ...closures,
    ...exceptions,
  ].join('; ');
}

function ruleText({ days, nth, interval, intervals, validFrom, validTo }: RuleGroup): string {
  const names = runsOf(days).map((run) =>
    run.length > 1 ? `${codeOf(run[0])}-${codeOf(run.at(-1))}` : codeOf(run[0]),
  );
  const selected = nth ? days.map((day) => `${codeOf(day)}[${nth.join(',')}]`) : names;
  const valid = validTo
    ? `${dayText(validFrom ?? `${validTo.slice(0, 4)}-01-01`)}-${dayText(validTo)} `
    : validFrom && !interval
      ? `${dayText(validFrom)}-2099 Dec 31 `
      : '';
  const every = interval ? ` unknown "every ${interval} weeks from ${validFrom ?? ''}"` : '';
  return `${valid}${selected.join(',')} ${timesText(intervals)}${every}`;
}

function holidayText({ publicHolidays }: Hours): readonly string[] {
  if (publicHolidays === 'same') return [];
  return publicHolidays === 'closed' || publicHolidays.length === 0
    ? ['PH off']
    : [`PH ${timesText(publicHolidays)}`];
}

function exceptionText({ date, intervals }: HoursException): string {
  return `${dayText(date)} ${intervals.length === 0 ? 'off' : timesText(intervals)}`;
}

function spanText({ from, to }: Closure): string {
  return from === to ? dayText(from) : `${dayText(from)}-${dayText(to)}`;
}

/** 2026-11-07 → 2026 Nov 07; 12-29 → Dec 29 */
function dayText(day: string): string {
  const [date, month, year] = day.split('-').toReversed();
  return `${year ? `${year} ` : ''}${months[Number(month) - 1]} ${date}`;
}

function timesText(intervals: readonly Interval[]): string {
  return intervals.map(({ opens, closes }) => `${opens}-${closes}`).join(',');
}
