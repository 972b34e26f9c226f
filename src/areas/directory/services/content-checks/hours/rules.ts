import type { Closure, Hours, HoursException, HoursRule, Interval } from '../../../hours/hours.ts';
import { type Found, translated, when } from '../found/rules.ts';
import { isDay, isMonthDay, isTime } from '../forms/rules.ts';
import type { Known } from '../problem.ts';

/** What is wrong with hours that stand at `field`: `hours`, `channels.2.hours`. */
export function hoursProblems(hours: Hours, field: string, known: Known): Found {
  const { rules, publicHolidays, closures, exceptions, note } = hours;
  const dates = exceptions.map(({ date }) => date);
  return [
    ...when(rules.length > 60, `${field}.rules`, 'too-many', 60),
    ...when(closures.length > 60, `${field}.closures`, 'too-many', 60),
    ...when(exceptions.length > 200, `${field}.exceptions`, 'too-many', 200),
    ...rules.flatMap((rule, at) => ruleProblems(rule, `${field}.rules.${at}`, known)),
    ...(typeof publicHolidays === 'string'
      ? []
      : publicHolidays.flatMap((each, at) => intervalProblems(each, `${field}.publicHolidays.${at}`))),
    ...closures.flatMap((closure, at) => closureProblems(closure, `${field}.closures.${at}`)),
    ...exceptions.flatMap((each, at) => exceptionProblems(each, `${field}.exceptions.${at}`)),
    ...when(new Set(dates).size < dates.length, `${field}.exceptions`, 'twice'),
    ...(note ? translated(`${field}.note`, note, 500) : []),
  ];
}

function ruleProblems(rule: HoursRule, field: string, known: Known): Found {
  const { days, nth = [], interval, channel, lang, validFrom, validTo } = rule;
  const among = (given: readonly number[], allowed: readonly number[]) =>
    given.every((each) => allowed.includes(each));
  return [
    ...when(days.length === 0 || !among(days, [1, 2, 3, 4, 5, 6, 7]), `${field}.days`, 'no-weekday'),
    ...when(!among(nth, [1, 2, 3, 4, 5, -1]), `${field}.nth`, 'out-of-range', 5),
    ...intervalProblems(rule, field),
    ...when(
      interval !== undefined && !(Number.isInteger(interval) && interval >= 1 && interval <= 52),
      `${field}.interval`,
      'out-of-range',
      52,
    ),
    ...when((interval ?? 1) > 1 && !validFrom, `${field}.validFrom`, 'missing'),
    ...when(channel !== undefined && !known.channels.has(channel), `${field}.channel`, 'unknown-code'),
    ...when(lang !== undefined && !known.languages.has(lang), `${field}.lang`, 'unknown-code'),
    ...when(validFrom !== undefined && !isDay(validFrom), `${field}.validFrom`, 'not-a-day'),
    ...when(validTo !== undefined && !isDay(validTo), `${field}.validTo`, 'not-a-day'),
    ...when(
      validFrom !== undefined && validTo !== undefined && validFrom > validTo,
      `${field}.validTo`,
      'wrong-order',
    ),
  ];
}

function intervalProblems({ opens, closes, lastEntry }: Interval, field: string): Found {
  return [
    ...when(!isTime(opens), `${field}.opens`, 'not-a-time'),
    ...when(!isTime(closes) && closes !== '24:00', `${field}.closes`, 'not-a-time'),
    ...when(lastEntry !== undefined && !isTime(lastEntry), `${field}.lastEntry`, 'not-a-time'),
  ];
}

/** Both days of every year, where the first may be in the year before, or both of one year. */
function closureProblems({ from, to, label = '' }: Closure, field: string): Found {
  const yearly = isMonthDay(from) && isMonthDay(to);
  const dated = isDay(from) && isDay(to);
  return [
    ...when(!yearly && !isDay(from), `${field}.from`, 'not-a-day'),
    ...when(!yearly && !dated, `${field}.to`, 'not-a-day'),
    ...when(dated && from > to, `${field}.to`, 'wrong-order'),
    ...when(label.length > 100, `${field}.label`, 'too-long', 100),
  ];
}

function exceptionProblems({ date, intervals, label = '' }: HoursException, field: string): Found {
  return [
    ...when(!isDay(date), `${field}.date`, 'not-a-day'),
    ...intervals.flatMap((each, at) => intervalProblems(each, `${field}.intervals.${at}`)),
    ...when(label.length > 100, `${field}.label`, 'too-long', 100),
  ];
}
