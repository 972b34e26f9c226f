import type { Closure, Hours, HoursRule, Interval } from '../hours/hours.ts';
import { writeDays } from './days.ts';
import type { HoursCells } from './read.ts';
import { writeInterval } from './times.ts';

/**
 * Hours as the municipal layouts hold them: the hours of most days in the columns, everything else as remarks, each of
 * which `readHours` understands.
 */
export function writeHours(hours: Hours | undefined): HoursCells {
  if (!hours) return { days: '', opens: '', closes: '', note: '' };
  const note = hours.note?.ja ? [hours.note.ja] : [];
  if (hours.alwaysOpen)
    return {
      days: '月火水木金土日',
      opens: '00:00',
      closes: '24:00',
      note: ['24時間', '祝日も利用可', ...note].join('；'),
    };
  const [main, ...others] = groupsOf(hours.rules);
  const columns = main ? columnsOf(main) : { days: '', opens: '', closes: '', remarks: [] };
  const { remarks, ...cells } = columns;
  const parts = [
    ...remarks,
    ...others.map((group) => `${writeDays(group)}${group.intervals.map(writeInterval).join('、')}`),
    ...(main ? [writeHolidays(hours.publicHolidays)] : []),
    ...hours.closures.map((closure) => `${writeClosure(closure)}休み`),
    ...hours.exceptions.map(({ date, intervals, label }) =>
      intervals.length === 0
        ? `${label ?? ''}${date.replaceAll('-', '/')}休み`
        : `${date.replaceAll('-', '/')}は${intervals.map(writeInterval).join('、')}`,
    ),
    ...note,
  ];
  return { ...cells, note: parts.join('；') };
}

/** Hours that say more than the cells can: by way of contact, by language, in a season, every other week. */
export function isPlain(hours: Hours | undefined): boolean {
  if (!hours) return true;
  return (
    hours.rules.every(
      ({ channel, lang, validFrom, validTo, interval }) =>
        !channel && !lang && !validFrom && !validTo && (interval ?? 1) === 1,
    ) &&
    hours.closures.every(({ label = '' }) => !/\d/.test(label)) &&
    hours.exceptions.every(
      ({ label = '', intervals }) => !label || (intervals.length === 0 && !/\d/.test(label)),
    ) &&
    Object.keys(hours.note ?? {}).every((lang) => lang === 'ja')
  );
}

interface Group {
  readonly days: readonly number[];
  readonly nth?: readonly number[];
  readonly intervals: readonly Interval[];
}

/** Days with the same hours together, the most days first. */
function groupsOf(rules: readonly HoursRule[]): readonly Group[] {
  const byDay = new Map<string, { day: number; nth?: readonly number[]; intervals: Interval[] }>();
  for (const { days, nth, opens, closes, lastEntry } of rules)
    for (const day of days) {
      const key = `${day} ${nth?.join() ?? ''}`;
      const known = byDay.get(key) ?? { day, ...(nth ? { nth } : {}), intervals: [] };
      known.intervals.push({ opens, closes, ...(lastEntry ? { lastEntry } : {}) });
      byDay.set(key, known);
    }
  const groups = new Map<
    string,
    { days: number[]; nth?: readonly number[]; intervals: readonly Interval[] }
  >();
  for (const { day, nth, intervals } of byDay.values()) {
    const sorted = intervals.toSorted((a, b) => a.opens.localeCompare(b.opens));
    const key = JSON.stringify([nth ? [...nth, day] : 0, sorted]);
    const known = groups.get(key);
    if (known) known.days.push(day);
    else groups.set(key, { days: [day], ...(nth ? { nth } : {}), intervals: sorted });
  }
  return [...groups.values()].toSorted(
    (a, b) => Number(!!a.nth) - Number(!!b.nth) || b.days.length - a.days.length,
  );
}

function columnsOf({ intervals, ...set }: Group): Omit<HoursCells, 'note'> & { remarks: readonly string[] } {
  const [first] = intervals;
  const last = intervals.at(-1);
  const gaps = intervals
    .slice(1)
    .map((next, index) => writeInterval({ opens: intervals[index]?.closes ?? '', closes: next.opens }));
  return {
    days: writeDays(set),
    opens: first?.opens ?? '',
    closes: last?.closes ?? '',
    remarks: [
      ...gaps.map((gap) => `${gap}を除く`),
      ...(last?.lastEntry ? [`受付は${last.lastEntry.replace(/^0/, '')}まで`] : []),
    ],
  };
}

function writeHolidays(publicHolidays: Hours['publicHolidays']): string {
  if (publicHolidays === 'closed') return '祝日休み';
  return publicHolidays === 'same' ? '祝日も利用可' : `祝日${publicHolidays.map(writeInterval).join('、')}`;
}

function writeClosure({ from, to, label = '' }: Closure): string {
  const short = (day: string) =>
    day
      .split('-')
      .map((part, index) => (part.length === 4 && index === 0 ? part : String(Number(part))))
      .join('/');
  const span = from === to ? short(from) : `${short(from)}-${short(to)}`;
  return label ? `${label}(${span})` : span;
}
