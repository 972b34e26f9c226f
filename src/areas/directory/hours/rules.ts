import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import type { Channel, ServiceContent } from '../services/content.ts';
import type { ChannelKind, Closure, Hours, HoursRule, Interval } from './hours.ts';

/** Days on which rules rest: the national table with what staff changed in it. */
export interface Holidays {
  /** The name of the holiday that a day (`YYYY-MM-DD`) is, or undefined. */
  readonly nameOf: (day: string) => Text | undefined;
}

/** For whom one asks. Without a channel: any way of contact counts; without a language: any language counts. */
export interface Asked {
  readonly holidays: Holidays;
  readonly channel?: ChannelKind | undefined;
  readonly lang?: string | undefined;
}

/** Hours, and the way of contact that they are about, where they are about one only. */
export interface HoursSource {
  readonly hours: Hours;
  readonly channel?: ChannelKind | undefined;
}

export interface Opening {
  /** `unknown`: nobody said. `always`: day and night without an end. */
  readonly state: 'open' | 'closed' | 'unknown' | 'always';
  /** Open: the moment from which one can no longer come or call (last entry, if that is before closing). */
  readonly until?: Date;
  /** Closed: when it opens next; undefined when that is not within 400 days. */
  readonly opensAt?: Date;
  /** The first day after today, `YYYY-MM-DD` in Tokyo, on which it opens. */
  readonly nextOpenDay?: string;
}

/** What holds on one day, and why. */
export interface DayHours {
  /** In the order of the clock; those past midnight belong to the day on which they begin. */
  readonly intervals: readonly Interval[];
  readonly because: 'always' | 'exception' | 'closure' | 'holiday' | 'rules';
  /** Of the exception or closure. */
  readonly label?: string | undefined;
  /** The public holiday that the day is, whatever follows from it. */
  readonly holiday?: Text | undefined;
  /** Languages that are spoken on this day only because a rule says so. */
  readonly languages?: readonly string[] | undefined;
}

/** Milliseconds since the epoch; `to` is exclusive. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;
const dayMinutes = 1440;
/** How far ahead one looks: every yearly closure and every fifth weekday lies within. */
export const horizonDays = 400;

/**
 * The intervals that begin on a day. Exceptions come before closures, closures before public holidays, those before rules.
 * A closure or an exception takes what begins on its day; what began the evening before goes on past midnight.
 */
export function hoursOn(hours: Hours, day: string, asked: Asked): DayHours {
  const holiday = asked.holidays.nameOf(day);
  if (hours.alwaysOpen)
    return { intervals: [{ opens: '00:00', closes: '24:00' }], because: 'always', holiday };
  const exception = hours.exceptions.find(({ date }) => date === day);
  if (exception)
    return { intervals: inOrder(exception.intervals), because: 'exception', label: exception.label, holiday };
  const closure = hours.closures.find((each) => isClosedBy(each, day));
  if (closure) return { intervals: [], because: 'closure', label: closure.label, holiday };
  if (holiday && hours.publicHolidays !== 'same') {
    const intervals = hours.publicHolidays === 'closed' ? [] : hours.publicHolidays;
    return { intervals: inOrder(intervals), because: 'holiday', holiday };
  }
  const rules = hours.rules.filter((rule) => isFor(rule, asked) && holdsOn(rule, day));
  const languages = [...new Set(rules.flatMap(({ lang }) => lang ?? []))];
  return { intervals: inOrder(rules), because: 'rules', holiday, ...(languages.length > 0 && { languages }) };
}

/** Open at this moment, until when, when next. Each moment is judged in Asia/Tokyo, whatever the zone of the process. */
export function openingAt(hours: Hours | undefined, moment: Date, asked: Asked): Opening {
  return openingOf(hours ? [{ hours, channel: asked.channel }] : [], moment, asked);
}

/** The same for several that stand in for each other: open while one of them is. */
export function openingOf(sources: readonly HoursSource[], moment: Date, asked: Asked): Opening {
  if (sources.some(({ hours }) => hours.alwaysOpen)) return { state: 'always' };
  const said = sources.filter((source) => saysSomething(source, asked));
  if (said.length === 0) return { state: 'unknown' };
  const at = moment.getTime();
  const today = tokyoDay(moment);
  const last = startOf(addDays(today, horizonDays + 1));
  const next = spansFrom(said, today, asked).find(({ to }) => to > at);
  if (next && next.from <= at && next.to >= last) return { state: 'always' };
  const nextOpenDay = nextDayWith(said, today, asked);
  const further = nextOpenDay ? { nextOpenDay } : {};
  if (!next) return { state: 'closed' };
  return next.from <= at
    ? { state: 'open', until: new Date(next.to), ...further }
    : { state: 'closed', opensAt: new Date(next.from), ...further };
}

/** From when to when somebody can be reached in the coming days, in order; empty: never, or nobody said. */
export function openingsAhead(
  sources: readonly HoursSource[],
  moment: Date,
  { days, ...asked }: Asked & { readonly days: number },
): readonly { readonly from: Date; readonly to: Date }[] {
  const said = sources.filter((source) => source.hours.alwaysOpen || saysSomething(source, asked));
  const today = tokyoDay(moment);
  const spans = Array.from({ length: days + 1 }, (_, at) => spansOn(said, addDays(today, at - 1), asked));
  return spans.flat().map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
}

/** The moment at which open becomes closed or closed open; undefined when nothing is known to change. */
export function nextChange(hours: Hours | undefined, moment: Date, asked: Asked): Date | undefined {
  return changeOf(openingAt(hours, moment, asked));
}

export function changeOf(opening: Opening): Date | undefined {
  return opening.state === 'open' ? opening.until : opening.opensAt;
}

/** Until when a page that says 「今日 13:00から」 stays true: until it opens or closes, or the day ends. */
export function shownUntil(opening: Opening, moment: Date): Date {
  const change = changeOf(opening);
  const midnight = endOfTokyoDay(tokyoDay(moment));
  return change && change < midnight ? change : midnight;
}

/** The hours of a way of contact: its own, or the entry's. */
export function hoursOf(
  content: Pick<ServiceContent, 'hours'>,
  channel?: Pick<Channel, 'hours'>,
): Hours | undefined {
  return channel?.hours ?? content.hours;
}

/** Ways of contact in which somebody answers at once; a letter or a form can be sent at any hour. */
const answering: readonly ChannelKind[] = [
  'phone',
  'line',
  'chat',
  'visit',
  'outreach',
  'video',
  'metaverse',
];

export function isAnswered({ kind }: Pick<Channel, 'kind'>): boolean {
  return answering.includes(kind);
}

/** Hours that say when an entry can be reached: those of the ways that somebody answers, or of the others where there are no such. */
export function sourcesOf(content: Pick<ServiceContent, 'hours' | 'channels'>): readonly HoursSource[] {
  const answered = content.channels.filter(isAnswered);
  const channels = answered.length > 0 ? answered : content.channels;
  if (channels.length === 0) return content.hours ? [{ hours: content.hours }] : [];
  return channels.flatMap((channel) => {
    const hours = hoursOf(content, channel);
    return hours ? [{ hours, channel: channel.kind }] : [];
  });
}

/** `09:30` → 570, `24:00` → 1440; undefined for what is no time. */
export function minutesOf(time: string): number | undefined {
  const [, hour, minute] = /^(\d\d):([0-5]\d)$/.exec(time) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= dayMinutes ? minutes : undefined;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay() || 7;
}

export function isClosedBy({ from, to }: Closure, day: string): boolean {
  const shown = from.length === 5 ? day.slice(5) : day;
  return from <= to ? from <= shown && shown <= to : shown >= from || shown <= to;
}

/** Whether a rule applies on a day by its weekday, its place in the month, its weeks and its validity. */
export function holdsOn(rule: HoursRule, day: string): boolean {
  if (!rule.days.includes(weekdayOf(day))) return false;
  if ((rule.validFrom && day < rule.validFrom) || (rule.validTo && day > rule.validTo)) return false;
  if (rule.nth && !isNth(rule.nth, day)) return false;
  return !rule.interval || rule.interval < 2 || weeksSince(rule.validFrom, day) % rule.interval === 0;
}

/** The second Saturday: the eighth to the fourteenth. The last: the same weekday a week later is in another month. */
function isNth(nth: readonly number[], day: string): boolean {
  const isLast = addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  return nth.includes(Math.ceil(Number(day.slice(8)) / 7)) || (isLast && nth.includes(-1));
}

/** Whole weeks, Monday to Sunday, from that of the first day to that of the other. */
function weeksSince(from: string | undefined, day: string): number {
  const mondayOf = (each: string) => Date.parse(`${each}T00:00:00Z`) / 86_400_000 - weekdayOf(each);
  return (mondayOf(day) - mondayOf(from ?? '1970-01-05')) / 7;
}

function isFor(rule: HoursRule, { channel, lang }: Omit<Asked, 'holidays'>): boolean {
  return (
    (!channel || !rule.channel || rule.channel === channel) && (!lang || !rule.lang || rule.lang === lang)
  );
}

function saysSomething({ hours, channel }: HoursSource, asked: Asked): boolean {
  const about = { ...asked, channel: channel ?? asked.channel };
  const onHolidays = typeof hours.publicHolidays !== 'string' && hours.publicHolidays.length > 0;
  return onHolidays || hours.exceptions.length > 0 || hours.rules.some((rule) => isFor(rule, about));
}

/** By the clock, each once: two languages may have the same hours. */
function inOrder(intervals: readonly Interval[]): readonly Interval[] {
  const once = new Map(intervals.map((each) => [`${each.opens} ${each.closes} ${each.lastEntry}`, each]));
  return [...once.values()].toSorted((a, b) => (a.opens < b.opens ? -1 : a.opens > b.opens ? 1 : 0));
}

function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00+09:00`);
}

/** The end of an interval in minutes of the day on which it begins: 18:00–02:00 ends at 1560. */
export function endOf({ opens, closes }: Interval): number | undefined {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  if (from === undefined || to === undefined) return undefined;
  return to > from ? to : to + dayMinutes;
}

/** From when to when one can come or call. */
function spanOf(interval: Interval, day: string): Span | undefined {
  const [opens, closes] = [minutesOf(interval.opens), endOf(interval)];
  if (opens === undefined || closes === undefined || opens === dayMinutes) return undefined;
  const entry = interval.lastEntry === undefined ? undefined : minutesOf(interval.lastEntry);
  const last = entry === undefined ? closes : entry > opens ? entry : entry + dayMinutes;
  const start = startOf(day);
  return { from: start + opens * minuteMs, to: start + Math.min(last, closes) * minuteMs };
}

function spansOn(sources: readonly HoursSource[], day: string, asked: Asked): readonly Span[] {
  return sources
    .flatMap(({ hours, channel }) =>
      hoursOn(hours, day, { ...asked, channel: channel ?? asked.channel }).intervals.flatMap(
        (interval) => spanOf(interval, day) ?? [],
      ),
    )
    .toSorted((a, b) => a.from - b.from);
}

/** Spans from yesterday's (which may reach past midnight) on, those that touch made one. */
function* spansFrom(sources: readonly HoursSource[], today: string, asked: Asked): Generator<Span> {
  let open: Span | undefined;
  for (let ahead = -1; ahead <= horizonDays; ahead += 1) {
    for (const span of spansOn(sources, addDays(today, ahead), asked)) {
      if (open && span.from <= open.to) open = { from: open.from, to: Math.max(open.to, span.to) };
      else {
        if (open) yield open;
        open = span;
      }
    }
  }
  if (open) yield open;
}

function nextDayWith(sources: readonly HoursSource[], today: string, asked: Asked): string | undefined {
  for (let ahead = 1; ahead <= horizonDays; ahead += 1) {
    const day = addDays(today, ahead);
    if (spansOn(sources, day, asked).length > 0) return day;
  }
  return undefined;
}
