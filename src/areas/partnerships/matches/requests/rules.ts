import { ok, type Result, refuse } from '#platform/result.ts';
import type { Discipline } from '../discipline/rules.ts';

export type RequestRefusal =
  | 'own-post'
  | 'not-a-member'
  | 'offer-ended'
  | 'month-full'
  | 'asked-already'
  | 'too-many-today'
  | 'same-words'
  | 'not-taken'
  | 'requests-stopped'
  | 'own-post-unfit';

/** The same words to many are the same whatever blanks, signs, digits and width they are written with. */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

export interface RequestFacts {
  /** Both are members of the platform today. */
  readonly areMembers: boolean;
  readonly isOwnPost: boolean;
  readonly isOpen: boolean;
  readonly isFree: boolean;
  /** A match of these two about this post is on its way. */
  readonly isAsked: boolean;
  /** Either of the two has shut the other out. */
  readonly isBlocked: boolean;
  /** The concierge has stopped the first requests of this member until a day. */
  readonly stoppedUntil: string | null;
  readonly today: string;
  /** First requests of the last 24 hours. */
  readonly ofToday: number;
  /** Others who got the same words within a week. */
  readonly sameTo: number;
  /** A post of one's own that is named must be of the other side and the same kind. */
  readonly ownFits: boolean;
}

/** Whether a first request goes out. Who was shut out is not told by whom, or that it is so. */
export function decideRequest(
  facts: RequestFacts,
  { requestsPerDay, sameTextMost }: Pick<Discipline, 'requestsPerDay' | 'sameTextMost'>,
): Result<'ask', RequestRefusal> {
  if (!facts.areMembers) return refuse('not-a-member');
  if (facts.isOwnPost) return refuse('own-post');
  if (!facts.isOpen) return refuse('offer-ended');
  if (facts.isAsked) return refuse('asked-already');
  if (facts.isBlocked) return refuse('not-taken');
  if (facts.stoppedUntil !== null && facts.today <= facts.stoppedUntil)
    return refuse('requests-stopped', { until: facts.stoppedUntil });
  if (facts.ofToday >= requestsPerDay) return refuse('too-many-today', { most: requestsPerDay });
  if (facts.sameTo >= sameTextMost) return refuse('same-words', { most: sameTextMost });
  if (!facts.isFree) return refuse('month-full');
  return facts.ownFits ? ok('ask') : refuse('own-post-unfit');
}
