import { ok, type Result, refuse } from '#platform/result.ts';
import type { BenefitAmount, BenefitTerms, BySize, Condition } from './terms.ts';

/** What the conditions are held against. Nothing of it is read that the call does not ask for. */
export interface BenefitFacts {
  /** The day on which it is asked. */
  readonly on: string;
  /** Full years on that day. */
  readonly age: number;
  /** That a plan exists at the named agency: the one fact that is read from a case. */
  readonly plan: boolean;
  /** By code of the condition: yes, no. */
  readonly answers: Readonly<Record<string, string>>;
  readonly household: number;
  readonly area: string;
  readonly incomeYen: number | null;
  readonly savingsYen: number | null;
  /** Null: has not moved in yet. */
  readonly movedOn: string | null;
}

export interface Checked {
  readonly code: string;
  readonly met: boolean;
}

/** Every condition, met or not: whoever asks learns all that stands against it at once. */
export function checkConditions(conditions: readonly Condition[], facts: BenefitFacts): readonly Checked[] {
  return conditions.map((condition) => ({ code: condition.code, met: isMet(condition, facts) }));
}

function isMet(condition: Condition, facts: BenefitFacts): boolean {
  switch (condition.kind) {
    case 'plan':
      return facts.plan;
    case 'age':
      return facts.age >= 0 && facts.age <= condition.atMost;
    case 'answer':
      return facts.answers[condition.code] === condition.passes;
    case 'moved':
      return facts.movedOn === null || isWithin(facts.movedOn, facts.on, condition.withinMonths);
    case 'income': {
      const limit = incomeLimit(condition, facts);
      return limit !== null && facts.incomeYen !== null && facts.incomeYen <= limit;
    }
    case 'savings':
      return facts.savingsYen !== null && facts.savingsYen <= savingsLimit(condition, facts.household);
  }
}

/** (base + rent limit) × factor, cut to whole yen; null for an area that the call does not name. */
export function incomeLimit(
  { base, areas, numerator, denominator }: Extract<Condition, { kind: 'income' }>,
  { household, area }: { household: number; area: string },
): number | null {
  const rent = areas.find(({ code }) => code === area)?.rent;
  if (!rent || household < 1) return null;
  return Math.floor(((bySize(base, household) + bySize(rent, household)) * numerator) / denominator);
}

export function savingsLimit(
  { base, times, cap }: Extract<Condition, { kind: 'savings' }>,
  household: number,
): number {
  return Math.min(bySize(base, household) * times, cap);
}

function bySize(amounts: BySize, household: number): number {
  return amounts[Math.min(Math.max(household, 1), amounts.length) - 1] ?? amounts[0];
}

/** From the day itself to the same day `months` later (its month's last day where there is none). */
export function isWithin(from: string, on: string, months: number): boolean {
  return from <= on && on <= monthsLater(from, months);
}

/** 2025-01-31 and one month: 2025-02-28. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  const at = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)));
  return at.toISOString().slice(0, 10);
}

export type AskRefusal =
  | 'not-for-persons'
  | 'call-closed'
  | 'consent-missing'
  | 'name-missing'
  | 'use-unknown'
  | 'account-missing'
  | 'not-eligible';

/** Whether it can be asked at all, before the conditions are looked at. The last day counts whole. */
export function decideAsk(facts: {
  state: string;
  windows: readonly { readonly opensOn: string; readonly closesOn: string }[];
  rules: BenefitTerms | undefined;
  on: string;
  name: string;
  use: string;
  consented: boolean;
  account: object | null;
}): Result<'ask', AskRefusal> {
  const { rules, on } = facts;
  if (!rules) return refuse('not-for-persons');
  const isOpen = facts.windows.some(({ opensOn, closesOn }) => opensOn <= on && on <= closesOn);
  if (facts.state !== 'published' || !isOpen) return refuse('call-closed');
  if (!facts.consented) return refuse('consent-missing');
  if (!facts.name.trim()) return refuse('name-missing');
  if (!rules.uses.some(({ code }) => code === facts.use)) return refuse('use-unknown');
  return rules.payee === 'person' && facts.account === null ? refuse('account-missing') : ok('ask');
}

export type AmountRefusal =
  | 'yen-not-positive'
  | 'over-ceiling'
  | 'over-limit'
  | 'times-reached'
  | 'item-unknown';

export interface AskedItem {
  readonly code: string;
  readonly yen: number;
}

/** What a call pays for what was asked: as much as was asked, or a share of what things cost; without the interest of instalments. */
export function decideAmount(
  amount: BenefitAmount,
  asked: { yen: number; items: readonly AskedItem[] },
): Result<number, AmountRefusal> {
  if (amount.kind === 'asked') {
    if (!isYen(asked.yen)) return refuse('yen-not-positive');
    return asked.yen > amount.ceiling ? refuse('over-ceiling', { ceiling: amount.ceiling }) : ok(asked.yen);
  }
  const known = amount.items.map(({ code }) => code);
  if (asked.items.some(({ code }) => !known.includes(code))) return refuse('item-unknown');
  if (asked.items.length === 0 || asked.items.some(({ yen }) => !isYen(yen)))
    return refuse('yen-not-positive');
  const costs = asked.items.reduce((sum, { yen }) => sum + yen, 0);
  const share = Math.floor((costs * amount.numerator) / amount.denominator);
  const cut = Math.floor(Math.min(share, amount.ceiling) / amount.roundDownTo) * amount.roundDownTo;
  return cut > 0 ? ok(cut) : refuse('yen-not-positive');
}

/** What one person had before in this call, and what they may have. `before` says no more than two numbers. */
export function decideLimit(
  limit: BenefitTerms['limit'],
  before: { times: number; yen: number },
  yen: number,
): Result<'within', AmountRefusal> {
  if (before.times >= limit.times) return refuse('times-reached', { times: limit.times });
  return before.yen + yen > limit.yen ? refuse('over-limit', { yen: limit.yen - before.yen }) : ok('within');
}

function isYen(yen: number): boolean {
  return Number.isSafeInteger(yen) && yen > 0;
}

export const states = [
  'asked',
  'returned',
  'checked',
  'decided',
  'refused',
  'withdrawn',
  'cancelled',
] as const;
export type BenefitState = (typeof states)[number];

/** From which states a step is taken, and where it leads. Who checked never decides. */
export const steps = {
  return: { from: ['asked', 'checked'], to: 'returned' },
  ask: { from: ['returned'], to: 'asked' },
  check: { from: ['asked'], to: 'checked' },
  decide: { from: ['checked'], to: 'decided' },
  refuse: { from: ['checked'], to: 'refused' },
  withdraw: { from: ['asked', 'returned', 'checked'], to: 'withdrawn' },
  cancel: { from: ['decided'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly BenefitState[]; to: BenefitState }>;
export type BenefitStep = keyof typeof steps;

export type StepRefusal = 'step-not-now' | 'reason-missing' | 'same-person' | 'paid-already';

/** Returning, refusing and cancelling say why; deciding and refusing is for somebody who did not check. */
export function decideStep(facts: {
  step: BenefitStep;
  state: string;
  reason: string;
  checkedBy: string | null;
  personId: string | null;
  paidYen: number;
}): Result<BenefitState, StepRefusal> {
  const { step } = facts;
  if (!(steps[step].from as readonly string[]).includes(facts.state)) return refuse('step-not-now');
  if (['return', 'refuse', 'cancel'].includes(step) && !facts.reason.trim()) return refuse('reason-missing');
  if (
    (step === 'decide' || step === 'refuse') &&
    facts.checkedBy !== null &&
    facts.checkedBy === facts.personId
  )
    return refuse('same-person');
  if (step === 'cancel' && facts.paidYen > 0) return refuse('paid-already');
  return ok(steps[step].to);
}

/** Where it stands, as people say it: what follows from the money needs no state of its own. */
export type Stage = BenefitState | 'paid' | 'handed' | 'settled';

export function stageOf(facts: {
  state: string;
  decidedYen: number;
  paidYen: number;
  settledYen: number;
  handedYen: number;
}): Stage {
  const state = facts.state as BenefitState;
  if (state !== 'decided' || facts.paidYen === 0) return state;
  if (facts.settledYen >= facts.paidYen) return 'settled';
  return facts.handedYen >= facts.paidYen ? 'handed' : 'paid';
}

/** 給付番号, as it stands on paper. */
export function numberOf({ serial, askedOn }: { serial: number | null; askedOn: string }): string {
  return `B${askedOn.slice(2, 4)}-${String(serial ?? 0).padStart(5, '0')}`;
}
