import { addDays } from '#platform/dates.ts';
import {
  channelKinds,
  type ChannelKind,
  type Closure,
  type Hours,
  type HoursException,
  type HoursRule,
  type Interval,
} from '#areas/directory/hours/hours.ts';

/**
 * Hours as the files write them, parts separated by semicolons:
 * `1-5 08:30-12:00 13:00-17:15; 6 nth 2,4 09:00-12:00; 4 22:00-02:00/01:30; 3 every 2 13:00-16:00`,
 * also `by line` and `in ne` after the days, `always`, `holidays closed`, `yearend`, `closed 08-13..08-15`,
 * and `day +12 closed` or `day +12 10:00-12:00` for a day counted from the load.
 */
export function readHours(text: string, today: string): Hours {
  const parts = text.split(';').map((part) => part.trim());
  const rules: HoursRule[] = [];
  const closures: Closure[] = [];
  const exceptions: HoursException[] = [];
  let publicHolidays: Hours['publicHolidays'] = 'same';
  for (const part of parts) {
    const [head = '', ...words] = part.split(' ');
    if (head === 'always') continue;
    if (head === 'yearend') closures.push({ from: '12-29', to: '01-03' });
    else if (head === 'closed') closures.push(readClosure(words));
    else if (head === 'holidays') publicHolidays = readHolidays(words);
    else if (head === 'day') exceptions.push(readException(words, today));
    else rules.push(...readRules(head, words, today));
  }
  const alwaysOpen = parts.includes('always');
  return { ...(alwaysOpen ? { alwaysOpen } : {}), rules, publicHolidays, closures, exceptions };
}

function readRules(days: string, words: readonly string[], today: string): HoursRule[] {
  const times = words.filter((word) => word.includes(':'));
  const after = (name: string) => {
    const at = words.indexOf(name);
    return at < 0 ? undefined : words[at + 1];
  };
  const nth = after('nth');
  const every = after('every');
  const channel = after('by');
  const lang = after('in');
  if (times.length === 0) throw new Error(`no times in: ${days} ${words.join(' ')}`);
  return times.map((time) => ({
    days: readDays(days),
    ...readInterval(time),
    ...(nth ? { nth: nth.split(',').map(Number) } : {}),
    ...(every ? { interval: Number(every), validFrom: firstOf(days, today) } : {}),
    ...(channel ? { channel: readChannel(channel) } : {}),
    ...(lang ? { lang } : {}),
  }));
}

/** `1-5`, `1,3,5`, `7`. */
function readDays(text: string): number[] {
  const days = text.split(',').flatMap((piece) => {
    const [from = Number.NaN, to = from] = piece.split('-').map(Number);
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
  if (days.length === 0 || days.some((day) => !(day >= 1 && day <= 7))) throw new Error(`no days: ${text}`);
  return days;
}

/** A week from which to count every second one, half a year back. */
function firstOf(days: string, today: string): string {
  const [day = 1] = readDays(days);
  const then = addDays(today, -182);
  const weekday = ((new Date(`${then}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
  return addDays(then, day - weekday);
}

/** `22:00-02:00/01:30`: the last part is the last moment to come or call. */
function readInterval(text: string): Interval {
  const [, opens, closes, lastEntry] = /^(\d\d:\d\d)-(\d\d:\d\d)(?:\/(\d\d:\d\d))?$/.exec(text) ?? [];
  if (!opens || !closes) throw new Error(`no time: ${text}`);
  return { opens, closes, ...(lastEntry ? { lastEntry } : {}) };
}

function readChannel(name: string): ChannelKind {
  const found = channelKinds.find((kind) => kind === name);
  if (!found) throw new Error(`no way of contact: ${name}`);
  return found;
}

function readHolidays([first = '', ...rest]: readonly string[]): Hours['publicHolidays'] {
  return first === 'closed' || first === 'same' ? first : [first, ...rest].map(readInterval);
}

function readClosure([range = '', label]: readonly string[]): Closure {
  const [from = '', to = from] = range.split('..');
  return { from, to, ...(label ? { label } : {}) };
}

function readException([day = '', state = '', label]: readonly string[], today: string): HoursException {
  return {
    date: addDays(today, Number(day)),
    intervals: state === 'closed' ? [] : [readInterval(state)],
    ...(label ? { label } : {}),
  };
}
