import { ok, type Result, refuse } from '#platform/result.ts';
import type { Standing } from '../sessions/rules.ts';

export type EntryState = 'asked' | 'in' | 'waiting' | 'cancelled';

export type EntryRefusal = 'not-open' | 'already-in' | 'session-cancelled' | 'not-there' | 'over';

interface EntryFacts {
  readonly standing: Standing;
  /** The state of an earlier entry of the same person. */
  readonly earlier: EntryState | undefined;
  readonly taken: number;
  readonly waiting: number;
  readonly quota: number | null;
}

/** A place when there is one and nobody waits for it; the end of the list otherwise. Nobody has two. */
export function decideEntry(facts: EntryFacts): Result<'in' | 'waiting', EntryRefusal> {
  if (facts.standing === 'cancelled') return refuse('session-cancelled');
  if (facts.standing !== 'open') return refuse('not-open');
  if (facts.earlier === 'in' || facts.earlier === 'waiting') return refuse('already-in');
  const free = facts.quota === null || facts.taken < facts.quota;
  return ok(free && facts.waiting === 0 ? 'in' : 'waiting');
}

/** How many of the waiting list move up. */
export function movingUp(facts: { quota: number | null; taken: number; waiting: number }): number {
  if (facts.quota === null) return facts.waiting;
  return Math.max(0, Math.min(facts.waiting, facts.quota - facts.taken));
}

/** A place is given back until the session ends, and not after one was there. */
export function decideLeave(facts: {
  state: EntryState;
  attended: boolean;
  over: boolean;
}): Result<'leave', EntryRefusal> {
  if (facts.state === 'cancelled') return refuse('not-there');
  return facts.attended || facts.over ? refuse('over') : ok('leave');
}

/** A link that was not pressed for two days is forgotten, and not mailed again within ten minutes. */
export const unconfirmedHours = 48;
export const againMinutes = 10;

export function rests(mailedAt: Date | null, now: Date): boolean {
  return mailedAt !== null && now.getTime() - mailedAt.getTime() < againMinutes * 60_000;
}

/** Days after a session until names and addresses of its entries are gone, at the latest: the questions after it are over, a year too. */
export const keptDays = 400;
