import { expect, test } from 'vitest';
import { closeReasonOf, decideConfirmation, decideReview, type ReviewFacts } from './rules.ts';

const whole: ReviewFacts = {
  plan: { decidedOn: '2026-04-13', reviewedOn: null },
  outcome: 'replan',
  reason: '',
  changes: ['goal'],
  reached: '半分まで',
  heldOn: '2026-10-01',
  today: '2026-10-01',
};

test.each<[string, Partial<ReviewFacts>, string | undefined]>([
  ['a whole one', {}, undefined],
  ['without a plan', { plan: undefined }, 'plan-missing'],
  ['of a reviewed plan', { plan: { decidedOn: '2026-04-13', reviewedOn: '2026-09-01' } }, 'reviewed-before'],
  ['without outcome', { outcome: '' }, 'outcome-missing'],
  ['of a plan that was not decided', { plan: { decidedOn: null, reviewedOn: null } }, 'plan-not-decided'],
  [
    'contact was lost before the decision',
    { plan: { decidedOn: null, reviewedOn: null }, outcome: 'break-off' },
    undefined,
  ],
  ['in the future', { heldOn: '2026-10-02' }, 'day-order'],
  ['before the decision', { heldOn: '2026-04-12' }, 'day-order'],
  ['closing without a reason', { outcome: 'close' }, 'reason-missing'],
  ['closing with one', { outcome: 'close', reason: 'settled' }, undefined],
  ['without what has changed', { changes: [] }, 'changes-missing'],
  ['nothing has changed', { changes: ['none'] }, undefined],
  ['nothing and something', { changes: ['none', 'goal'] }, 'changes-contradict'],
  ['without how far it came', { reached: '' }, 'reached-missing'],
])('a review: %s', (_, change, refusal) => {
  const decision = decideReview({ ...whole, ...change });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

test('is confirmed once, by a supervisor', () => {
  expect(decideConfirmation({ confirmedOn: null, supervisor: true }).ok).toBe(true);
  expect(decideConfirmation({ confirmedOn: null, supervisor: false }).ok).toBe(false);
  expect(decideConfirmation({ confirmedOn: '2026-10-01', supervisor: true }).ok).toBe(false);
});

test.each([
  ['close', 'settled', 'settled'],
  ['break-off', null, 'broken-off'],
  ['replan', null, undefined],
])('%s proposes %s to the case', (outcome, reason, proposed) => {
  expect(closeReasonOf({ outcome, reason })).toBe(proposed);
});
