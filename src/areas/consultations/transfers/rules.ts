import { ok, type Result, refuse } from '#platform/result.ts';

export type TransferRefusal =
  | 'transfer-ended'
  | 'transfer-not-yours'
  | 'transfer-open-already'
  | 'transfer-desk-unfit'
  | 'transfer-basis-missing'
  | 'transfer-danger-missing'
  | 'transfer-handoff-missing'
  | 'transfer-gone'
  | 'transfer-too-many'
  | 'transfer-reason-missing';

/** Without the person's yes only for one of these reasons, which is recorded. */
export const dangerReasons = ['life', 'child', 'violence', 'others'] as const;
export type DangerReason = (typeof dangerReasons)[number];
export const declineReasons = ['not-ours', 'full', 'closed', 'language'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** Who has the conversation offers it, with the person's yes or under danger, and with words that spare a second telling. */
export function decideOffer(facts: {
  state: string;
  mine: boolean;
  supervisor: boolean;
  offered: boolean;
  /** The other desk is another one and answers at this door. */
  fits: boolean;
  basis: string;
  danger: string;
  handoff: string;
}): Result<'offer', TransferRefusal> {
  if (facts.state !== 'open') return refuse('transfer-ended');
  if (!facts.mine && !facts.supervisor) return refuse('transfer-not-yours');
  if (facts.offered) return refuse('transfer-open-already');
  if (!facts.fits) return refuse('transfer-desk-unfit');
  if (facts.basis !== 'consent' && facts.basis !== 'danger') return refuse('transfer-basis-missing');
  if (facts.basis === 'danger' && !dangerReasons.some((reason) => reason === facts.danger))
    return refuse('transfer-danger-missing');
  return facts.handoff.trim() ? ok('offer') : refuse('transfer-handoff-missing');
}

/** An offer is open until it is answered, taken back, or its time is up. */
export function decideAnswerOffer(facts: {
  state: string;
  dueAt: Date;
  now: Date;
}): Result<'answer', TransferRefusal> {
  return facts.state === 'offered' && facts.now < facts.dueAt ? ok('answer') : refuse('transfer-gone');
}

/** Accepting is taking: whoever holds as many as the desk allows asks a colleague. */
export function decideAccept(facts: {
  state: string;
  dueAt: Date;
  now: Date;
  holding: number;
  most: number;
}): Result<'accept', TransferRefusal> {
  const open = decideAnswerOffer(facts);
  if (!open.ok) return { ok: false, refusal: open.refusal };
  return facts.holding >= facts.most ? refuse('transfer-too-many', { most: facts.most }) : ok('accept');
}

export function minutesLeft({ dueAt }: { dueAt: Date }, now: Date): number {
  return Math.max(0, Math.ceil((dueAt.getTime() - now.getTime()) / 60_000));
}
