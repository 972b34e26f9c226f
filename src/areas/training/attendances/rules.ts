import { ok, type Result, refuse } from '#platform/result.ts';

const minute = 60_000;
/** A code is good for the ten minutes in which it is shown, and for the ten after. */
const slotMinutes = 10;
/** It tells that somebody was there until the end: a quarter of an hour before, to an hour after. */
const beforeEnd = 15 * minute;
const afterEnd = 60 * minute;
export const triesPerSlot = 5;
export const listDays = 30;

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly way: string;
}

export type AttendanceRefusal =
  | 'code-not-now'
  | 'code-wrong'
  | 'too-many-tries'
  | 'not-in'
  | 'list-not-now'
  | 'code-only'
  | 'session-cancelled';

/** The spans whose codes are taken at a moment, the present one first. A recording says one code at its end, as long as it is there. */
export function slotsAt({ startsAt, endsAt, way }: Times, now: Date): readonly string[] {
  if (way === 'recording') return now >= startsAt && now < endsAt ? ['whole'] : [];
  const [from, until] = [endsAt.getTime() - beforeEnd, endsAt.getTime() + afterEnd];
  if (now.getTime() < from || now.getTime() >= until) return [];
  const slot = Math.floor(now.getTime() / (slotMinutes * minute));
  return [slot, slot - 1].map(String);
}

/** Six signs that nobody takes for another one, out of a secret number in hexadecimal. */
export function codeOf(secret: string): string {
  return Array.from(
    { length: 6 },
    (_, at) => signs[Number.parseInt(secret.slice(at * 2, at * 2 + 2), 16) % signs.length],
  ).join('');
}
const signs = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** What somebody typed, however they typed it. */
export function readCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
}

/** Whoever has a place says the code of now, at most five times in one span. Twice is once. */
export function decideCode(facts: {
  state: string;
  cancelled: boolean;
  attended: boolean;
  codes: readonly string[];
  typed: string;
  tries: number;
}): Result<'attend' | 'already', AttendanceRefusal> {
  if (facts.cancelled) return refuse('session-cancelled');
  if (facts.attended) return ok('already');
  if (facts.state !== 'in') return refuse('not-in');
  if (facts.codes.length === 0) return refuse('code-not-now');
  if (facts.tries >= triesPerSlot) return refuse('too-many-tries');
  return facts.codes.includes(readCode(facts.typed)) ? ok('attend') : refuse('code-wrong');
}

/** The list is for those who were in the room: from the beginning, for a month. Who was online says the code. */
export function decideList(
  facts: Times & { state: string; cancelled: boolean; attended: boolean },
  now: Date,
): Result<'attend' | 'already', AttendanceRefusal> {
  if (facts.cancelled) return refuse('session-cancelled');
  if (facts.attended) return ok('already');
  if (facts.way === 'online' || facts.way === 'recording') return refuse('code-only');
  if (facts.state !== 'in') return refuse('not-in');
  const until = facts.endsAt.getTime() + listDays * 24 * 60 * minute;
  return now >= facts.startsAt && now.getTime() < until ? ok('attend') : refuse('list-not-now');
}
