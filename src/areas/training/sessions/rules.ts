import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export const ways = ['on-site', 'online', 'both', 'recording'] as const;
export type Way = (typeof ways)[number];

export const isRoom = (way: string) => way === 'on-site' || way === 'both';
export const isOnline = (way: string) => way !== 'on-site';

export type SessionRefusal =
  | 'ends-before-start'
  | 'venue-missing'
  | 'link-missing'
  | 'link-not-https'
  | 'window-wrong'
  | 'quota-below'
  | 'course-closed'
  | 'already-cancelled'
  | 'reason-missing';

interface SessionFacts {
  readonly courseClosed: boolean;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly way: Way;
  readonly venue: string;
  readonly url: string;
  readonly quota: number | null;
  readonly entryFrom: string;
  readonly entryUntil: string;
  /** Places that are taken already. */
  readonly taken: number;
}

/** A room is named, a link leads somewhere safe, entry ends before the session does, and nobody loses a place that they have. */
export function decideSession(facts: SessionFacts): Result<'save', SessionRefusal> {
  if (facts.courseClosed) return refuse('course-closed');
  if (facts.endsAt <= facts.startsAt) return refuse('ends-before-start');
  if (isRoom(facts.way) && !facts.venue.trim()) return refuse('venue-missing');
  if (isOnline(facts.way) && !facts.url.trim()) return refuse('link-missing');
  if (isOnline(facts.way) && !URL.canParse(facts.url)) return refuse('link-not-https');
  if (isOnline(facts.way) && new URL(facts.url).protocol !== 'https:') return refuse('link-not-https');
  if (facts.entryUntil < facts.entryFrom || facts.entryUntil > tokyoDay(facts.endsAt))
    return refuse('window-wrong');
  if (facts.quota !== null && facts.quota < facts.taken) return refuse('quota-below', { taken: facts.taken });
  return ok('save');
}

export function decideCancel(facts: {
  cancelledAt: Date | null;
  reason: string;
}): Result<'cancel', SessionRefusal> {
  if (facts.cancelledAt) return refuse('already-cancelled');
  return facts.reason.trim() ? ok('cancel') : refuse('reason-missing');
}

export type Standing = 'before' | 'open' | 'closed' | 'over' | 'cancelled';

export interface Window {
  readonly entryFrom: string;
  readonly entryUntil: string;
  readonly endsAt: Date;
  readonly cancelledAt: Date | null;
}

/** Where a session stands for whoever wants to come: it follows from its days. */
export function standingOf(session: Window, now: Date): Standing {
  if (session.cancelledAt) return 'cancelled';
  if (session.endsAt <= now) return 'over';
  const today = tokyoDay(now);
  if (today < session.entryFrom) return 'before';
  return today > session.entryUntil ? 'closed' : 'open';
}
