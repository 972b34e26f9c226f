import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

/** From when to when, `HH:MM`; one that closes at or before it opens ends on the next day. */
export interface Span {
  readonly opens: string;
  readonly closes: string;
}

/** A session as everybody sees it: an opening of the entry's hours, with what the operator said of it. */
export interface Session extends Span {
  readonly day: string;
  /** The hour for which it was first planned: by it and the day it is known. */
  readonly slot: string;
  readonly title: string;
  readonly reason: string;
  readonly cancelled: boolean;
  readonly sequence: number;
  readonly changedAt: Date | null;
}

/** What is kept of sessions beyond the hours. */
export interface SaidSession extends Span {
  readonly day: string;
  readonly slot: string;
  readonly title: string;
  readonly reason: string;
  readonly state: string;
  readonly sequence: number;
  readonly changedAt: Date;
}

export type SessionRefusal =
  | 'day-over'
  | 'too-far'
  | 'overlaps'
  | 'session-unknown'
  | 'until-before-now'
  | 'reason-missing'
  | 'times-equal';

/** As far ahead as sessions can be planned. */
export const daysAhead = 400;
const dayMinutes = 1440;

export function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

export function timeOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** In minutes of the day on which it begins: 18:00–02:00 ends at 1560. */
export function endOf({ opens, closes }: Span): number {
  const [from, to] = [minutesOf(opens), minutesOf(closes)];
  return to > from ? to : to + dayMinutes;
}

/** The sessions of a day: what the hours say is open, and what was cancelled and does not stand in the hours again. */
export function sessionsOf(facts: {
  day: string;
  open: readonly Span[];
  said: readonly SaidSession[];
}): readonly Session[] {
  const { day } = facts;
  const said = facts.said.filter((each) => each.day === day);
  const open = facts.open.map(({ opens, closes }): Session => {
    const row =
      said.find((each) => each.state === 'planned' && each.opens === opens) ??
      said.find((each) => each.slot === opens);
    if (!row) return { day, slot: opens, opens, closes, ...unsaid };
    const { slot, title, sequence, changedAt } = row;
    return { day, slot, opens, closes, title, reason: '', cancelled: false, sequence, changedAt };
  });
  const cancelled = said
    .filter((row) => row.state === 'cancelled' && !open.some(({ slot }) => slot === row.slot))
    .map(({ slot, opens, closes, title, reason, sequence, changedAt }): Session => {
      return { day, slot, opens, closes, title, reason, cancelled: true, sequence, changedAt };
    });
  return [...open, ...cancelled].toSorted((a, b) => minutesOf(a.opens) - minutesOf(b.opens));
}

const unsaid = { title: '', reason: '', cancelled: false, sequence: 0, changedAt: null } as const;

/** What the hours of the day are to be, after sessions were changed. */
export function openingsOf(sessions: readonly Session[]): readonly Span[] {
  return sessions
    .filter(({ cancelled }) => !cancelled)
    .map(({ opens, closes }) => ({ opens, closes }))
    .toSorted((a, b) => minutesOf(a.opens) - minutesOf(b.opens));
}

function overlaps(a: Span, b: Span): boolean {
  return minutesOf(a.opens) < endOf(b) && minutesOf(b.opens) < endOf(a);
}

function fitsAmong(span: Span, others: readonly Session[]): Result<'fits', SessionRefusal> {
  if (span.opens === span.closes) return refuse('times-equal');
  return others.some((other) => !other.cancelled && overlaps(span, other)) ? refuse('overlaps') : ok('fits');
}

export interface Planned extends Span {
  readonly day: string;
  readonly title: string;
}

/** A single session beside the rule. One that was cancelled at this hour is held after all. */
export function decideAdd(facts: {
  planned: Planned;
  sessions: readonly Session[];
  today: string;
}): Result<Session, SessionRefusal> {
  const { planned, sessions, today } = facts;
  if (planned.day < today) return refuse('day-over');
  if (planned.day > addDays(today, daysAhead)) return refuse('too-far');
  const fits = fitsAmong(planned, sessions);
  if (!fits.ok) return fits;
  const before = sessions.find(({ slot }) => slot === planned.opens);
  const { day, opens, closes, title } = planned;
  const slot = before && !before.cancelled ? freeSlot(sessions, opens) : opens;
  return ok({ day, slot, opens, closes, ...unsaid, title, sequence: before?.sequence ?? 0 });
}

/** A session that moved away keeps its hour as its name; the next one at that hour takes the minute after it. */
function freeSlot(sessions: readonly Session[], opens: string): string {
  const taken = new Set(sessions.map(({ slot }) => slot));
  let minute = minutesOf(opens);
  while (taken.has(timeOf(minute))) minute = (minute + 1) % dayMinutes;
  return timeOf(minute);
}

/** Other hours or another title for one session. */
export function decideMove(facts: {
  slot: string;
  planned: Planned;
  sessions: readonly Session[];
  today: string;
}): Result<Session, SessionRefusal> {
  const { slot, planned, sessions, today } = facts;
  if (planned.day < today) return refuse('day-over');
  const session = sessions.find((each) => each.slot === slot);
  if (!session) return refuse('session-unknown');
  const fits = fitsAmong(
    planned,
    sessions.filter((each) => each.slot !== slot),
  );
  if (!fits.ok) return fits;
  const { opens, closes, title } = planned;
  return ok({ ...session, opens, closes, title, cancelled: false, reason: '' });
}

/** Cancelling says why: who comes in vain wants to know. */
export function decideCancel(facts: {
  slot: string;
  day: string;
  reason: string;
  sessions: readonly Session[];
  today: string;
}): Result<Session, SessionRefusal> {
  if (facts.day < facts.today) return refuse('day-over');
  const session = facts.sessions.find(({ slot, cancelled }) => slot === facts.slot && !cancelled);
  if (!session) return refuse('session-unknown');
  return facts.reason.trim()
    ? ok({ ...session, cancelled: true, reason: facts.reason.trim() })
    : refuse('reason-missing');
}

/** A moment of today, `HH:MM` in Tokyo by the server's clock: a telephone's may be wrong. */
interface Today {
  readonly day: string;
  readonly minute: string;
  readonly sessions: readonly Session[];
}

/**
 * 「今日は休みます」: what is over stays, what runs ends now, what was to come is cancelled. Gives the sessions that change.
 */
export function closeToday({ minute, sessions, note }: Today & { note: string }): readonly Session[] {
  const now = minutesOf(minute);
  return sessions.flatMap((session): Session[] => {
    if (session.cancelled || endOf(session) <= now) return [];
    if (minutesOf(session.opens) < now) return [{ ...session, closes: minute }];
    return [{ ...session, cancelled: true, reason: note }];
  });
}

/** How long a place is open that opens without a plan, and nobody says until when. */
const usualMinutes = 180;
/** A session that ended so short a time ago goes on rather than beginning anew. */
const goesOnMinutes = 30;

/** The hour that is offered as the end of an opening that begins now. */
export function usualEnd(minute: string): string {
  return timeOf(Math.min(minutesOf(minute) + usualMinutes, dayMinutes - 1));
}

/**
 * 「今日は開いています」: what is planned for the rest of today stands; what was cancelled for it is held; where there is nothing, it
 * is open from now on. Gives the sessions that change.
 */
export function openToday(facts: Today & { until: string }): Result<readonly Session[], SessionRefusal> {
  const { day, minute, sessions, until } = facts;
  const now = minutesOf(minute);
  const ahead = sessions.filter((session) => endOf(session) > now);
  if (ahead.some(({ cancelled }) => !cancelled)) return ok([]);
  if (ahead.length > 0) return ok(ahead.map((session) => ({ ...session, cancelled: false, reason: '' })));
  if (minutesOf(until) <= now) return refuse('until-before-now');
  const last = sessions.findLast(({ cancelled }) => !cancelled);
  if (last && now - endOf(last) <= goesOnMinutes) return ok([{ ...last, closes: until }]);
  return ok([{ day, slot: freeSlot(sessions, minute), opens: minute, closes: until, ...unsaid }]);
}

/** `changed` in the place of those of the same slot. */
export function withChanges(sessions: readonly Session[], changed: readonly Session[]): readonly Session[] {
  const slots = new Set(changed.map(({ slot }) => slot));
  return [...sessions.filter(({ slot }) => !slots.has(slot)), ...changed];
}

export type TodayState = 'open' | 'later' | 'over' | 'cancelled' | 'none';

/** What today is, for a sentence: open now, later, over, all cancelled, or no session at all. */
export function todayState({ minute, sessions }: Omit<Today, 'day'>): TodayState {
  const now = minutesOf(minute);
  const held = sessions.filter(({ cancelled }) => !cancelled);
  if (held.some((session) => minutesOf(session.opens) <= now && now < endOf(session))) return 'open';
  if (held.some(({ opens }) => minutesOf(opens) > now)) return 'later';
  if (held.length > 0) return 'over';
  return sessions.length > 0 ? 'cancelled' : 'none';
}
