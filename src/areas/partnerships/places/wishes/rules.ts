import { addDays } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';

export const wishKinds = ['hands', 'food', 'things'] as const;
export type WishKind = (typeof wishKinds)[number];

export type WishRefusal =
  | 'until-over'
  | 'until-too-far'
  | 'wish-over'
  | 'too-many-answers'
  | 'reach-wrong'
  | 'already-settled';

/** A wish that stands for half a year is one that nobody looks after. */
const longestDays = 183;
/** Answers that wait for the operator: more are not taken, so that nobody waits in vain. */
export const mostWaiting = 30;
/** Days after its end for which answers are kept. */
export const keptDays = 90;

export interface WishFacts {
  readonly untilOn: string;
  readonly endedAt: Date | null;
}

/** It ends by itself when its day is over. */
export function isOpen({ untilOn, endedAt }: WishFacts, today: string): boolean {
  return endedAt === null && today <= untilOn;
}

export function decideWish({
  untilOn,
  today,
}: {
  untilOn: string;
  today: string;
}): Result<'ask', WishRefusal> {
  if (untilOn < today) return refuse('until-over');
  return untilOn > addDays(today, longestDays) ? refuse('until-too-far') : ok('ask');
}

/** Whoever answers can be reached: by a mail address, or a number of at least nine digits. */
export function decideAnswer(facts: {
  open: boolean;
  waiting: number;
  reach: string;
}): Result<'take', WishRefusal> {
  if (!facts.open) return refuse('wish-over');
  if (!isReach(facts.reach)) return refuse('reach-wrong');
  return facts.waiting >= mostWaiting ? refuse('too-many-answers') : ok('take');
}

function isReach(reach: string): boolean {
  const text = reach.normalize('NFKC');
  return /^\S+@\S+\.\S+$/.test(text.trim()) || text.replace(/\D/g, '').length >= 9;
}

/** What was agreed ends the wish when there is enough. */
export function decideSettle(facts: {
  state: string;
  to: 'agreed' | 'declined';
  amount: number;
  agreed: number;
  wanted: number | null;
}): Result<{ state: 'agreed' | 'declined'; enough: boolean }, WishRefusal> {
  if (facts.state === facts.to) return refuse('already-settled');
  const after = facts.to === 'agreed' ? facts.agreed + facts.amount : facts.agreed;
  return ok({
    state: facts.to,
    enough: facts.to === 'agreed' && facts.wanted !== null && after >= facts.wanted,
  });
}
