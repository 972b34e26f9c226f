import { ok, type Result, refuse } from '#platform/result.ts';

export const statuses = [
  'proposed',
  'talking',
  'agreed',
  'delivered',
  'thanked',
  'counted',
  'declined',
  'withdrawn',
  'lapsed',
  'closed',
] as const;
export type Status = (typeof statuses)[number];

/** On their way: somebody still has something to do. */
export const openStatuses = ['proposed', 'talking', 'agreed', 'delivered', 'thanked'] as const;

/** Days after the end of a match until what its two sides said is gone, at the latest; that and how it ended stays. */
export const keptDays = 365;

/** The way of a match that comes to its end, in order. */
export const way = ['proposed', 'talking', 'agreed', 'delivered', 'thanked', 'counted'] as const;

/** Of the two organisations, who gives and who receives; either of them may have asked first. */
export type Side = 'giver' | 'receiver';
export const otherSide = { giver: 'receiver', receiver: 'giver' } as const;
/** Who takes a step: one of the two, the platform's own office, or the product itself. */
export type Hand = Side | 'concierge' | 'product';
type By = Side | 'asker' | 'answerer' | 'either' | 'concierge' | 'product' | 'office';

interface StepRule {
  readonly from: readonly Status[];
  /** Null: the state stays. */
  readonly to: Status | null;
  readonly by: By;
}

/** What can be done with a match: from which states, by whom, and where it leads. */
export const steps = {
  accept: { from: ['proposed'], to: 'talking', by: 'answerer' },
  decline: { from: ['proposed', 'talking'], to: 'declined', by: 'answerer' },
  withdraw: { from: ['proposed', 'talking'], to: 'withdrawn', by: 'asker' },
  say: { from: ['proposed', 'talking', 'agreed', 'delivered', 'thanked'], to: null, by: 'either' },
  draft: { from: ['talking'], to: null, by: 'either' },
  confirm: { from: ['talking'], to: 'agreed', by: 'either' },
  stepBack: { from: ['agreed'], to: 'withdrawn', by: 'either' },
  receive: { from: ['agreed'], to: null, by: 'receiver' },
  finish: { from: ['agreed'], to: 'delivered', by: 'receiver' },
  thank: { from: ['delivered'], to: 'thanked', by: 'receiver' },
  show: { from: ['thanked', 'counted'], to: null, by: 'giver' },
  count: { from: ['delivered', 'thanked'], to: 'counted', by: 'concierge' },
  lapse: { from: ['proposed'], to: 'lapsed', by: 'product' },
  close: { from: ['proposed', 'talking', 'agreed', 'delivered', 'thanked'], to: 'closed', by: 'office' },
} as const satisfies Record<string, StepRule>;
export type Step = keyof typeof steps;

export type MatchRefusal =
  | 'step-not-now'
  | 'not-your-step'
  | 'words-missing'
  | 'reason-missing'
  | 'own-agreement'
  | 'agreement-changed'
  | 'nothing-delivered'
  | 'amount-missing'
  | 'day-not-possible'
  | 'offer-ended'
  | 'month-full'
  | 'resting'
  | 'not-so-much';

export interface StepFacts {
  readonly status: string;
  readonly asker: Side;
  readonly by: Hand;
}

function isBy(rule: By, { asker, by }: Pick<StepFacts, 'asker' | 'by'>): boolean {
  if (rule === 'office') return by === 'concierge' || by === 'product';
  if (by === 'concierge' || by === 'product') return rule === by;
  if (rule === 'asker') return by === asker;
  if (rule === 'answerer') return by !== asker;
  return rule === 'either' || rule === by;
}

export function mayTake(step: Step, facts: StepFacts): boolean {
  const { from, by } = steps[step];
  return (from as readonly string[]).includes(facts.status) && isBy(by, facts);
}

/** The steps that this hand may take now, in the order in which a match goes. */
export function stepsFor(facts: StepFacts): readonly Step[] {
  return (Object.keys(steps) as Step[]).filter((step) => mayTake(step, facts));
}

/** Where a step leads. Who comes too late hears that the state has changed, not that they may not. */
export function decideStep(step: Step, facts: StepFacts): Result<Status, MatchRefusal> {
  const { from, to, by } = steps[step];
  if (!(from as readonly string[]).includes(facts.status)) return refuse('step-not-now');
  if (!isBy(by, facts)) return refuse('not-your-step');
  return ok(to ?? (facts.status as Status));
}

/** Why somebody declines: one press, so the reasons are few; the other side reads it as it stands. */
export const declineReasons = ['full', 'not-fitting', 'too-far', 'time', 'no-longer', 'other'] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** An agreement is confirmed by the side that did not write it, and as it stood when they read it. */
export function decideConfirm(
  facts: StepFacts & {
    readonly draftedBy: Side | null;
    readonly version: number;
    readonly seenVersion: number;
  },
): Result<Status, MatchRefusal> {
  const step = decideStep('confirm', facts);
  if (!step.ok) return step;
  if (facts.draftedBy === null || facts.version !== facts.seenVersion) return refuse('agreement-changed');
  return facts.draftedBy === facts.by ? refuse('own-agreement') : step;
}

/** Accepting takes the offerer's capacity of the month; an offer may have ended while somebody was about to accept. */
export function decideAccept(
  facts: StepFacts & { readonly isOpen: boolean; readonly isFree: boolean; readonly isResting: boolean },
): Result<Status, MatchRefusal> {
  const step = decideStep('accept', facts);
  if (!step.ok) return step;
  if (facts.isResting) return refuse('resting');
  if (!facts.isOpen) return refuse('offer-ended');
  return facts.isFree ? step : refuse('month-full');
}

/** What has arrived, said by who received it: on a day since the agreement, not in the future, and how much. */
export function decideReceive(
  facts: StepFacts & {
    readonly on: string;
    readonly today: string;
    readonly agreedOn: string;
    readonly quantity: number;
  },
): Result<Status, MatchRefusal> {
  const step = decideStep('receive', facts);
  if (!step.ok) return step;
  if (!(facts.quantity > 0)) return refuse('amount-missing');
  return facts.on > facts.today || facts.on < facts.agreedOn ? refuse('day-not-possible') : step;
}

/** It is all there only when something is. */
export function decideFinish(
  facts: StepFacts & { readonly deliveries: number },
): Result<Status, MatchRefusal> {
  const step = decideStep('finish', facts);
  if (!step.ok) return step;
  return facts.deliveries > 0 ? step : refuse('nothing-delivered');
}

/** Whose turn it is after a step: the clock of answers runs for them. Null: nobody waits for an answer. */
export function waitsFor(step: Step, { asker, by, status }: StepFacts): Side | null {
  if (step === 'say') {
    if (by !== 'giver' && by !== 'receiver') return null;
    if (status === 'proposed' || status === 'talking') return otherSide[by];
    return status === 'agreed' || status === 'delivered' ? 'receiver' : null;
  }
  if (step === 'accept') return asker;
  if (step === 'draft') return by === 'giver' || by === 'receiver' ? otherSide[by] : null;
  if (step === 'confirm' || step === 'receive') return 'receiver';
  return step === 'finish' ? 'receiver' : null;
}
