import { ok, type Result, refuse } from '#platform/result.ts';
import type { Move } from '../ledger/rules.ts';

/** 概算払 (accounted for by a report), 精算払, 支援金・給付金, 利子補給. */
export const paymentKinds = ['advance', 'final', 'one-shot', 'interest'] as const;
export type PaymentKind = (typeof paymentKinds)[number];

/**
 * ordered (by an officer) → approved (by an approver) → released (to the bank, by an accountant) → confirmed (the bank did it);
 * released or confirmed → returned (the transfer came back: owed again, another payment goes in its place);
 * ordered or approved → cancelled.
 */
export const paymentStates = [
  'ordered',
  'approved',
  'released',
  'confirmed',
  'returned',
  'cancelled',
] as const;
export type PaymentState = (typeof paymentStates)[number];

export const paymentSteps = {
  approve: { from: ['ordered'], to: 'approved' },
  sendBack: { from: ['approved'], to: 'ordered' },
  release: { from: ['approved'], to: 'released' },
  confirm: { from: ['released'], to: 'confirmed' },
  return: { from: ['released', 'confirmed'], to: 'returned' },
  cancel: { from: ['ordered', 'approved'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly PaymentState[]; to: PaymentState }>;
export type PaymentStep = keyof typeof paymentSteps;

/** Why a transfer came back. */
export const returnReasons = [
  'not-credited',
  'name-differs',
  'no-such-account',
  'account-closed',
  'bank-unknown',
  'refused-by-payee',
  'other',
] as const;
export type ReturnReason = (typeof returnReasons)[number];
/** Why a payment is not made. */
export const cancelReasons = ['ordered-wrongly', 'award-changed', 'asked-by-payee', 'other'] as const;
export type CancelReason = (typeof cancelReasons)[number];

/** Why an approver, or an accountant, gives a payment back to the officer. */
export const sendBackReasons = ['look-at-account', 'look-at-amount', 'look-at-day', 'other'] as const;
export type SendBackReason = (typeof sendBackReasons)[number];

export type OrderRefusal = 'yen-not-positive' | 'more-than-owed' | 'award-ended' | 'payee-missing';
export type StepRefusal = 'step-not-now' | 'same-person';

/** `owed` of the award; `waiting`: of what is owed, ordered already and not yet paid. */
export function decideOrder(facts: {
  yen: number;
  owed: number;
  waiting: number;
  awardState: string;
  applicantId: string | null;
}): Result<'order', OrderRefusal> {
  const { yen, owed, waiting } = facts;
  if (!Number.isSafeInteger(yen) || yen <= 0) return refuse('yen-not-positive');
  if (facts.awardState === 'closed' || facts.awardState === 'cancelled') return refuse('award-ended');
  if (facts.applicantId === null) return refuse('payee-missing');
  return yen > owed - waiting ? refuse('more-than-owed', { yen: owed - waiting }) : ok('order');
}

/** Four eyes, and two more at the release: whoever touched the payment before does not take the next step. */
export function decideStep(facts: {
  step: PaymentStep;
  state: string;
  /** Null: the product itself. */
  personId: string | null;
  orderedBy: string | null;
  /** Who compared the account, or put it right. */
  checkedBy: string | null;
  approvedBy: string | null;
}): Result<PaymentState, StepRefusal> {
  const { step, state, personId, orderedBy, checkedBy, approvedBy } = facts;
  const { from, to } = paymentSteps[step];
  if (!(from as readonly string[]).includes(state)) return refuse('step-not-now');
  const prepared = [orderedBy, checkedBy];
  const before = step === 'approve' ? prepared : step === 'release' ? [...prepared, approvedBy] : [];
  return personId !== null && before.includes(personId) ? refuse('same-person') : ok(to);
}

/** Money of every kind but an advance is accounted for when the bank has done it. */
export function movesOfConfirming(payment: { awardId: string; kind: string; yen: number }): readonly Move[] {
  const { awardId, kind, yen } = payment;
  return kind === 'advance' ? [] : [{ awardId, kind: 'settle', yen }];
}

/** What came back is owed again, also when it was accounted for already. `unsettled`: paid − settled of the award. */
export function movesOfReturning(
  { awardId, yen }: { awardId: string; yen: number },
  unsettled: number,
): readonly Move[] {
  const settled = Math.max(0, yen - unsettled);
  return [
    ...(settled > 0 ? [{ awardId, kind: 'unsettle', yen: settled } as const] : []),
    { awardId, kind: 'bounce', yen },
  ];
}

/** Whose money came back is not at its end: the state in which the award of a closed account goes on. */
export function reopenedTo({ reports }: { reports: boolean }): 'fixed' | 'active' {
  return reports ? 'fixed' : 'active';
}
