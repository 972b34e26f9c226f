import { addDays } from '#platform/dates.ts';
import { groupsOf, type RuleGroup } from './groups.ts';
import type { Hours, Interval } from './hours.ts';
import { type Asked, holdsOn, hoursOn } from './rules.ts';
import { closedSpans, without } from './spans.ts';

/** OpeningHoursSpecification of schema.org. Without `opens` it is closed. */
export interface OpeningHoursSpecification {
  readonly '@type': 'OpeningHoursSpecification';
  readonly dayOfWeek?: string | readonly string[];
  readonly opens?: string;
  readonly closes?: string;
  readonly validFrom?: string;
  readonly validThrough?: string;
}

export interface SchemaHours {
  readonly regular: readonly OpeningHoursSpecification[];
  /** Days of their own: closures, exceptions, and the next days of what is not weekly. */
  readonly special: readonly OpeningHoursSpecification[];
}

const dayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const type = { '@type': 'OpeningHoursSpecification' } as const;
/** Days ahead for which dates stand in for rules that are not weekly. */
const datesAhead = 92;

/**
 * schema.org knows weekdays and PublicHolidays. A day of its own takes their place, so it says all of its hours: exceptions, and in
 * the coming quarter the days of what is not weekly (第2土曜, every other week).
 */
export function schemaHours(hours: Hours, from: string, asked: Asked): SchemaHours {
  if (hours.alwaysOpen)
    return { regular: [{ ...type, dayOfWeek: dayNames, opens: '00:00', closes: '23:59' }], special: [] };
  const groups = groupsOf(hours.rules, from);
  const weekly = groups.filter((group) => !isDated(group));
  const days = [
    ...new Set([...datesOf(groups.filter(isDated), from), ...exceptionDays(hours, from)]),
  ].toSorted();
  const own = days.map((day) => ({ from: day, to: day }));
  return {
    regular: [...weekly.flatMap(weeklySpecs), ...holidaySpecs(hours)],
    special: [
      ...days.flatMap((day) => on(day, hoursOn(hours, day, asked).intervals)),
      ...closedSpans(hours.closures, from).flatMap((span) =>
        without(span, own).map((left) => ({ ...type, validFrom: left.from, validThrough: left.to })),
      ),
    ],
  };
}

function isDated({ nth, interval }: RuleGroup): boolean {
  return nth !== undefined || interval !== undefined;
}

function exceptionDays({ exceptions }: Hours, from: string): readonly string[] {
  return exceptions.map(({ date }) => date).filter((date) => date >= from);
}

/** The coming days on which one of the rules holds. */
function datesOf(groups: readonly RuleGroup[], from: string): readonly string[] {
  return Array.from({ length: datesAhead }, (_, ahead) => addDays(from, ahead)).filter((day) =>
    groups.some((group) => holdsOn({ ...group, opens: '', closes: '' }, day)),
  );
}

function weeklySpecs({
  days,
  intervals,
  validFrom,
  validTo,
}: RuleGroup): readonly OpeningHoursSpecification[] {
  return intervals.map((interval) => ({
    ...type,
    dayOfWeek: days.map((day) => dayNames[day - 1] ?? ''),
    ...timesOf(interval),
    ...(validFrom && { validFrom }),
    ...(validTo && { validThrough: validTo }),
  }));
}

function holidaySpecs({ publicHolidays }: Hours): readonly OpeningHoursSpecification[] {
  if (publicHolidays === 'same') return [];
  const onHolidays = { ...type, dayOfWeek: 'PublicHolidays' };
  if (publicHolidays === 'closed' || publicHolidays.length === 0) return [onHolidays];
  return publicHolidays.map((interval) => ({ ...onHolidays, ...timesOf(interval) }));
}

function on(day: string, intervals: readonly Interval[]): readonly OpeningHoursSpecification[] {
  const dated = { ...type, validFrom: day, validThrough: day };
  return intervals.length === 0 ? [dated] : intervals.map((interval) => ({ ...dated, ...timesOf(interval) }));
}

function timesOf({ opens, closes }: Interval) {
  return { opens, closes: closes === '24:00' ? '23:59' : closes };
}
