import { ok, type Result, refuse } from '#platform/result.ts';

export type TalkRefusal = 'talk-unknown' | 'talk-rests' | 'talk-over' | 'desk-closed-to-text' | 'talk-erased';

/** Wrong passphrases that a number takes before it rests. */
export const mostTries = 5;
/** How long it rests (minutes). */
export const restMinutes = 15;

/** Number and passphrase lead back; which of the two was wrong is not told, and neither is whether the number exists. */
export function decideReturn(facts: {
  known: boolean;
  matches: boolean;
  erased: boolean;
  restsUntil: Date | null;
  now: Date;
}): Result<'back', TalkRefusal> {
  const { restsUntil, now } = facts;
  if (restsUntil && restsUntil > now) return refuse('talk-rests', { minutes: restMinutes });
  if (!facts.known || !facts.matches) return refuse('talk-unknown');
  return facts.erased ? refuse('talk-erased') : ok('back');
}

/** What a wrong passphrase leads to. */
export function afterWrongTry(facts: { tries: number; now: Date }): {
  tries: number;
  restsUntil: Date | null;
} {
  const tries = facts.tries + 1;
  return tries >= mostTries
    ? { tries: 0, restsUntil: new Date(facts.now.getTime() + restMinutes * 60_000) }
    : { tries, restsUntil: null };
}

/** Where somebody stands who asks for a human: in the queue while the desk is open, otherwise a message for the next day. */
export function decideQueue(facts: {
  open: boolean;
  state: string;
}): Result<'queue' | 'leave-message', TalkRefusal> {
  if (facts.state === 'ended') return refuse('talk-over');
  return ok(facts.open ? 'queue' : 'leave-message');
}
