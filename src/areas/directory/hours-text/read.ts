import { ok, refuse, type Result } from '#platform/result.ts';
import type { Hours, HoursRule, Interval } from '../hours/hours.ts';
import { type DaySet, foldHours, readDays } from './days.ts';
import { readRemarks, type ReadRemarks } from './remarks.ts';
import { readIntervals, readTime } from './times.ts';

/** Hours as the municipal layouts hold them: 利用可能曜日, 開始時間, 終了時間, 特記事項. */
export interface HoursCells {
  readonly days: string;
  readonly opens: string;
  readonly closes: string;
  readonly note: string;
}

export type HoursProblem = 'days-missing' | 'time-missing' | 'time-unreadable';

/**
 * What the four cells say. Remarks that are not understood are kept for people to read, and so are days that are no days
 * (不定期). Nobody says anything about public holidays: closed, unless 祝 is among the days or every day of the week is.
 */
export function readHours(cells: HoursCells): Result<Hours | undefined, HoursProblem> {
  const typed = pullRemark(cells);
  if ([typed.days, typed.opens, typed.closes, typed.note].every((text) => text.trim() === ''))
    return ok(undefined);
  const remarks = readRemarks(typed.note);
  const days = typed.days.trim() === '' ? undefined : readDays(typed.days);
  const times = readTimes(typed);
  if (!times.ok) return times;
  const unread =
    typed.days.trim() !== '' && !days
      ? [[typed.days, typed.opens, typed.closes].filter(Boolean).join(' ')]
      : [];
  if (times.value.length > 0 && typed.days.trim() === '' && !remarks.alwaysOpen)
    return refuse('days-missing');
  if (
    days &&
    days.sets.length > 0 &&
    times.value.length === 0 &&
    !remarks.alwaysOpen &&
    remarks.rules.length === 0
  )
    return refuse('time-missing');
  return ok(
    assemble({
      sets: days?.sets ?? [],
      holidays: days?.holidays ?? false,
      times: times.value,
      remarks,
      unread,
    }),
  );
}

/** 「月〜金（祝日を除く）」: what stands in brackets belongs to the remarks. */
function pullRemark(cells: HoursCells): HoursCells {
  const [, days = '', remark] = /^([^(（]*)[(（]([^)）]*)[)）]\s*$/.exec(cells.days) ?? [];
  return remark ? { ...cells, days, note: `${remark};${cells.note}` } : cells;
}

/** 「9:00」「17:00」; or 「9:00-12:00、13:00-17:00」 in the first alone; or 「9:00;13:00」「12:00;17:00」. */
function readTimes({ opens, closes }: HoursCells): Result<readonly Interval[], HoursProblem> {
  if (opens.trim() === '' && closes.trim() === '') return ok([]);
  if (closes.trim() === '') {
    if (foldHours(opens).startsWith('24時間')) return ok([{ opens: '00:00', closes: '24:00' }]);
    const intervals = readIntervals(opens);
    if (intervals) return ok(intervals);
    return readTime(opens) ? refuse('time-missing') : refuse('time-unreadable', { text: opens });
  }
  if (opens.trim() === '') return refuse('time-missing');
  const [starts, ends] = [opens, closes].map((text) => foldHours(text).split(/[;,、/]/)) as [
    string[],
    string[],
  ];
  const pairs = starts.map((start, index) => ({
    opens: readTime(start),
    closes: readTime(ends[index] ?? ''),
  }));
  const bad = pairs.findIndex(({ opens: from, closes: to }) => !from || !to);
  if (bad >= 0 || starts.length !== ends.length)
    return refuse('time-unreadable', { text: `${opens}-${closes}` });
  return ok(pairs.map((pair) => wholeDay({ opens: pair.opens ?? '', closes: pair.closes ?? '' })));
}

/** 0:00 to 0:00 is the whole day. */
function wholeDay(interval: Interval): Interval {
  return interval.opens === interval.closes
    ? { ...interval, closes: interval.opens === '00:00' ? '24:00' : interval.opens }
    : interval;
}

function assemble(read: {
  sets: readonly DaySet[];
  holidays: boolean;
  times: readonly Interval[];
  remarks: ReadRemarks;
  unread: readonly string[];
}): Hours {
  const { remarks } = read;
  const base = read.sets.flatMap((set) =>
    withBreaks(
      read.times.length > 0 || !remarks.alwaysOpen ? read.times : [{ opens: '00:00', closes: '24:00' }],
      remarks.breaks,
    ).map((interval): HoursRule => ({ ...set, ...interval, ...lastEntryOf(interval, remarks.lastEntry) })),
  );
  const rules = [...base.flatMap((rule) => without(rule, remarks.without)), ...remarks.rules];
  const everyDay = new Set(rules.flatMap((rule) => (rule.nth ? [] : rule.days))).size === 7;
  const publicHolidays = remarks.publicHolidays ?? (read.holidays || everyDay ? 'same' : 'closed');
  const dayAndNight = everyDay && rules.every(({ opens, closes }) => opens === '00:00' && closes === '24:00');
  const note = [...read.unread, ...remarks.rest].join('。');
  const plain = publicHolidays === 'same' && remarks.closures.length === 0 && remarks.exceptions.length === 0;
  const alwaysOpen = plain && (dayAndNight || (remarks.alwaysOpen && rules.length === 0));
  return {
    ...(alwaysOpen || (remarks.alwaysOpen && read.sets.length === 0) ? { alwaysOpen: true } : {}),
    rules: alwaysOpen ? [] : rules,
    publicHolidays: alwaysOpen ? 'same' : publicHolidays,
    closures: remarks.closures,
    exceptions: remarks.exceptions,
    ...(note ? { note: { ja: note } } : {}),
  };
}

/** 9:00-17:00 without 12:00-13:00 is 9:00-12:00 and 13:00-17:00. */
function withBreaks(times: readonly Interval[], breaks: readonly Interval[]): readonly Interval[] {
  return breaks.reduce<readonly Interval[]>(
    (left, pause) =>
      left.flatMap((interval) =>
        interval.opens < pause.opens && pause.closes < interval.closes
          ? [
              { opens: interval.opens, closes: pause.opens },
              { opens: pause.closes, closes: interval.closes },
            ]
          : [interval],
      ),
    times,
  );
}

function lastEntryOf({ opens, closes }: Interval, lastEntry: string | undefined): { lastEntry?: string } {
  const within = lastEntry && opens < lastEntry && (lastEntry < closes || closes <= opens);
  return within ? { lastEntry } : {};
}

/** A rule without some days, or without some weeks of them. */
function without(rule: HoursRule, taken: readonly DaySet[]): readonly HoursRule[] {
  return taken.reduce<readonly HoursRule[]>(
    (rules, { days, nth }) =>
      rules.flatMap((each) => {
        const kept = each.days.filter((day) => !days.includes(day));
        const touched = each.days.filter((day) => days.includes(day));
        const weeks = nth ? (each.nth ?? [1, 2, 3, 4, 5]).filter((week) => !nth.includes(week)) : [];
        return [
          ...(kept.length > 0 ? [{ ...each, days: kept }] : []),
          ...(touched.length > 0 && weeks.length > 0 ? [{ ...each, days: touched, nth: weeks }] : []),
        ];
      }),
    [rule],
  );
}
