import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideMoves, type Move } from '../ledger/rules.ts';
import {
  decideOrder,
  decideStep,
  movesOfConfirming,
  movesOfReturning,
  paymentKinds,
  type PaymentState,
  paymentStates,
  type PaymentStep,
  paymentSteps,
} from './rules.ts';

const order = { yen: 100, owed: 300, waiting: 200, awardState: 'active', applicantId: 'a' };

test.each<[Partial<typeof order> & { applicantId?: string | null }, string]>([
  [{}, 'order'],
  [{ yen: 101 }, 'more-than-owed'],
  [{ yen: 0 }, 'yen-not-positive'],
  [{ yen: -5 }, 'yen-not-positive'],
  [{ awardState: 'closed' }, 'award-ended'],
  [{ awardState: 'cancelled' }, 'award-ended'],
  [{ awardState: 'abolished' }, 'order'],
])('ordered %o: %s', (change, expected) => {
  const decision = decideOrder({ ...order, ...change });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('nobody is paid whom nobody knows', () => {
  expect(decideOrder({ ...order, applicantId: null })).toMatchObject({ refusal: 'payee-missing' });
});

const touched = { personId: 'c', orderedBy: 'a', checkedBy: 'd', approvedBy: 'b' };

test('from every state only its steps lead on', () => {
  for (const state of paymentStates)
    for (const step of Object.keys(paymentSteps) as PaymentStep[]) {
      const { from, to } = paymentSteps[step];
      const decision = decideStep({ ...touched, step, state });
      if ((from as readonly PaymentState[]).includes(state))
        expect(decision).toEqual({ ok: true, value: to });
      else expect(decision).toMatchObject({ ok: false, refusal: 'step-not-now' });
    }
});

test.each<[PaymentStep, PaymentState, string, boolean]>([
  ['approve', 'ordered', 'a', false],
  ['approve', 'ordered', 'd', false],
  ['approve', 'ordered', 'b', true],
  ['release', 'approved', 'a', false],
  ['release', 'approved', 'b', false],
  ['release', 'approved', 'd', false],
  ['release', 'approved', 'c', true],
])('%s of what %s: by %s may be %s', (step, state, personId, may) => {
  expect(decideStep({ ...touched, step, state, personId }).ok).toBe(may);
});

test('whatever is paid, confirmed and comes back again and again, every yen is owed again and none is lost', () => {
  const one = fc.record({ kind: fc.constantFrom(...paymentKinds), yen: fc.integer({ min: 1, max: 200 }) });
  const law = fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (payments) => {
    const decided = payments.reduce((sum, { yen }) => sum + yen, 0);
    const none = { decided, paid: 0, settled: 0 };
    let state = { call: { ...none, budget: decided }, awards: new Map([['a', none]]) };
    const go = (moves: readonly Move[]) => {
      const decision = decideMoves(state, moves);
      if (!decision.ok) throw new Error(decision.refusal);
      state = decision.value as typeof state;
    };
    for (const { kind, yen } of payments) {
      go([{ awardId: 'a', kind: 'pay', yen }]);
      go(movesOfConfirming({ awardId: 'a', kind, yen }));
    }
    for (const { yen } of payments.toReversed())
      go(movesOfReturning({ awardId: 'a', yen }, state.call.paid - state.call.settled));
    expect(state.call).toEqual({ ...none, budget: decided });
    expect(state.awards.get('a')).toEqual(none);
  });
  fc.assert(law, { numRuns: 1_000 });
});
