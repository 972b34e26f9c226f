import type { Typed } from '#platform/web/form.ts';
import type { ChannelKind, Closure, Hours, HoursException, HoursRule, Interval } from '../hours/hours.ts';
import { readTime } from '../hours-text/times.ts';
import type { ServiceContent } from '../services/content.ts';
import { type Reading, readTranslated } from './values.ts';
import { filledRows, isTicked, listOf, textOf } from '#platform/web/typed.ts';

/** The hours of the entry; of one way of contact, where the form says which. */
export function readHoursPart(typed: Typed, base: ServiceContent): Partial<Reading> {
  const channel = base.channels.find(({ id }) => id === textOf(typed, 'channel'));
  const { hours, rows } = readHours(typed, channel ? channel.hours : base.hours);
  if (!channel) {
    const { hours: _, ...without } = base;
    return { content: hours ? { ...without, hours } : without, rows };
  }
  const channels = base.channels.map((each) => {
    const { hours: _, ...without } = each;
    return each.id !== channel.id ? each : hours ? { ...without, hours } : without;
  });
  return { content: { ...base, channels }, rows };
}

/** The hours that a form of hours says; undefined: not known. */
export function readHours(
  typed: Typed,
  base: Hours | undefined,
): { hours: Hours | undefined; rows: Reading['rows'] } {
  if (textOf(typed, 'hours.known') === 'unknown') return { hours: undefined, rows: {} };
  const rules = filledRows(typed, 'hours.rules', ['days', 'opens', 'closes', 'lastEntry']);
  const closures = filledRows(typed, 'hours.closures', ['from', 'to', 'label']);
  const exceptions = filledRows(typed, 'hours.exceptions', ['date', 'label', 'closed', 'intervals.0.opens']);
  const excepted = exceptions.map((row) => readException(typed, `hours.exceptions.${row}`));
  const onHolidays = readIntervals(typed, 'hours.publicHolidays');
  // Times typed beside «closed on holidays» count, unless somebody has just turned them off.
  const hadOwn = typeof base?.publicHolidays === 'object';
  const note = readTranslated(typed, 'hours.note', base?.note ?? { ja: '' });
  const asked = textOf(typed, 'hours.onHolidays');
  const hours: Hours = {
    ...(textOf(typed, 'hours.known') === 'always' && { alwaysOpen: true }),
    rules: rules.map((row) => readRule(typed, `hours.rules.${row}`)),
    publicHolidays:
      asked === 'own' || (!hadOwn && onHolidays.intervals.length > 0)
        ? onHolidays.intervals
        : asked === 'same'
          ? 'same'
          : 'closed',
    closures: closures.map((row) => readClosure(typed, `hours.closures.${row}`)),
    exceptions: excepted.map(({ exception }) => exception),
    ...(Object.values(note).some(Boolean) && { note }),
  };
  return {
    hours: saysNothing(hours) ? undefined : hours,
    rows: {
      'hours.rules': rules,
      'hours.closures': closures,
      'hours.exceptions': exceptions,
      'hours.publicHolidays': onHolidays.rows,
      ...Object.fromEntries(
        excepted.map(({ rows }, at) => [`hours.exceptions.${exceptions[at]}.intervals`, rows]),
      ),
    },
  };
}

/** A form of hours that nobody filled. */
function saysNothing({ alwaysOpen, rules, publicHolidays, closures, exceptions, note }: Hours): boolean {
  return (
    !alwaysOpen &&
    !note &&
    typeof publicHolidays === 'string' &&
    [rules, closures, exceptions].every(({ length }) => length === 0)
  );
}

function readRule(typed: Typed, row: string): HoursRule {
  const numbers = (name: string) => listOf(typed, `${row}.${name}`).map(Number);
  const [nth, interval] = [numbers('nth'), Number(textOf(typed, `${row}.interval`) || 1)];
  const [channel, lang] = [textOf(typed, `${row}.channel`), textOf(typed, `${row}.lang`)];
  const [from, to] = [textOf(typed, `${row}.validFrom`), textOf(typed, `${row}.validTo`)];
  return {
    days: numbers('days'),
    ...(nth.length > 0 && { nth }),
    ...(interval !== 1 && { interval }),
    ...readInterval(typed, row),
    ...(channel && { channel: channel as ChannelKind }),
    ...(lang && { lang }),
    ...(from && { validFrom: from }),
    ...(to && { validTo: to }),
  };
}

/** What is no time stays as it was typed, so that the check finds it and the form shows it. */
function readInterval(typed: Typed, row: string): Interval {
  const time = (name: string) => {
    const text = textOf(typed, `${row}.${name}`);
    return readTime(text) ?? text;
  };
  const lastEntry = time('lastEntry');
  const opens = time('opens');
  return {
    opens: opens === '24:00' ? '00:00' : opens,
    closes: time('closes'),
    ...(lastEntry && { lastEntry }),
  };
}

function readIntervals(typed: Typed, list: string): { intervals: Interval[]; rows: readonly number[] } {
  const rows = filledRows(typed, list, ['opens', 'closes']);
  return { rows, intervals: rows.map((row) => readInterval(typed, `${list}.${row}`)) };
}

/** 「12-29」「12/29」「12月29日」「2026-08-13」 */
function readDay(text: string): string {
  const [, year, month = '', date = ''] =
    /^(?:(\d{4})[-/年.])?(\d{1,2})[-/月.](\d{1,2})日?$/.exec(text.normalize('NFKC').trim()) ?? [];
  if (!month) return text;
  const day = `${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return year ? `${year}-${day}` : day;
}

function readClosure(typed: Typed, row: string): Closure {
  const [from, to] = [readDay(textOf(typed, `${row}.from`)), readDay(textOf(typed, `${row}.to`))];
  const label = textOf(typed, `${row}.label`);
  return { from: from || to, to: to || from, ...(label && { label }) };
}

function readException(typed: Typed, row: string): { exception: HoursException; rows: readonly number[] } {
  const label = textOf(typed, `${row}.label`);
  const said = readIntervals(typed, `${row}.intervals`);
  const { intervals, rows } = isTicked(typed, `${row}.closed`) ? { intervals: [], rows: [] } : said;
  return { rows, exception: { date: textOf(typed, `${row}.date`), intervals, ...(label && { label }) } };
}
