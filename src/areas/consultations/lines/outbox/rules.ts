import { tokyoDay } from '#platform/dates.ts';
import type { LineAnswer } from '../api.ts';

/** A reply token is good for a minute after LINE made it; what is left of it counts from the moment at which we had it (ms). */
export const replyMs = 50_000;
/** LINE forgets a retry key after a day: later the same request might arrive twice (ms). */
const forgetsMs = 24 * 3_600_000;

export type How = 'reply' | 'push';

/**
 * How the next words reach somebody: as an answer to what they did last, which costs nothing, as long as that can be answered;
 * otherwise as a push, as long as the month has any left. `wait`: they go with the person's next message.
 */
export function decideHow(facts: {
  replyUntil: Date | null;
  pushes: number;
  pushesPerMonth: number;
  now: Date;
}): How | 'wait' {
  if (facts.replyUntil && facts.replyUntil > facts.now) return 'reply';
  return facts.pushes < facts.pushesPerMonth ? 'push' : 'wait';
}

export type After =
  | { readonly next: 'sent' }
  | { readonly next: 'again'; readonly at: Date; readonly doubtful: boolean; readonly why: string }
  /** The answer cannot be given any more: as a push. */
  | { readonly next: 'turn'; readonly doubtful: boolean; readonly why: string }
  /** LINE says that nothing is left of the month. */
  | { readonly next: 'wait'; readonly why: string }
  | { readonly next: 'dead'; readonly why: string };

interface Tried {
  readonly how: How;
  readonly answer: LineAnswer;
  /** This try included. */
  readonly tries: number;
  readonly firstTriedAt: Date;
  readonly tokenUntil: Date | null;
  /** An earlier try may have arrived. */
  readonly doubtful: boolean;
  readonly now: Date;
}

/**
 * What an answer of LINE leads to. Nothing is lost while LINE is silent for hours, and nothing arrives twice: a push carries its
 * retry key (409: it had arrived), and a reply token that a silent try may have used tells by being used up.
 */
export function decideAfter(tried: Tried): After {
  const { how, answer } = tried;
  if (answer.kind === 'taken') return { next: 'sent' };
  if (answer.kind === 'unreached') return later(tried, { why: 'unreached', doubtful: tried.doubtful });
  if (answer.kind === 'silent') return later(tried, { why: 'silent', doubtful: true });
  const { status, why } = answer;
  if (status === 409 && how === 'push') return { next: 'sent' };
  if (why === 'month') return { next: 'wait', why: 'month' };
  if (how === 'reply' && why === 'token')
    return tried.doubtful && isYoung(tried)
      ? { next: 'sent' }
      : { next: 'turn', doubtful: tried.doubtful, why: 'token' };
  if (status === 429) return later(tried, { why: '429', doubtful: tried.doubtful });
  if (status === 401 || status === 403) return later(tried, { why: 'keys', doubtful: tried.doubtful });
  if (status >= 500) return later(tried, { why: String(status), doubtful: true });
  return { next: 'dead', why: String(status) };
}

/** A token that is used up within its minute was used by us. */
function isYoung({ tokenUntil, now }: Tried): boolean {
  return tokenUntil !== null && tokenUntil > now;
}

/** Pauses between tries (s): quick while a reply token lives, then patient. */
const pauses = [2, 8, 20, 60, 120, 300];
const longestPause = 600;

function later(tried: Tried, { why, doubtful }: { why: string; doubtful: boolean }): After {
  const { now, answer } = tried;
  if (now.getTime() - tried.firstTriedAt.getTime() >= forgetsMs) return { next: 'dead', why };
  const asked = answer.kind === 'refused' ? (answer.retryAfterSeconds ?? 0) : 0;
  const seconds = Math.max(asked, pauses[tried.tries - 1] ?? longestPause);
  const at = new Date(now.getTime() + seconds * 1000);
  if (tried.how === 'reply' && (tried.tokenUntil === null || tried.tokenUntil <= at))
    return { next: 'turn', doubtful, why };
  return { next: 'again', at, doubtful, why };
}

/** The bell rings for words that no page has shown, and once only until the person has looked. */
export function needsRing(facts: {
  /** Of the last words for the person. */
  lastSeq: number;
  seenSeq: number;
  rungSeq: number;
  erased: boolean;
}): boolean {
  const { lastSeq, seenSeq, rungSeq, erased } = facts;
  return !erased && lastSeq > seenSeq && rungSeq <= seenSeq;
}

/** YYYY-MM in Tokyo: the month that LINE counts. */
export function monthOf(moment: Date): string {
  return tokyoDay(moment).slice(0, 7);
}
