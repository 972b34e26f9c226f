import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Balance, decideMove, decideMoves, type MoveKind, moveKinds } from './rules.ts';

const start: Balance = { budget: 1_000, decided: 600, paid: 400, settled: 100 };

test.each<[MoveKind, number, Partial<Balance> | string]>([
  ['budget', 500, { budget: 1_500 }],
  ['budget', -400, { budget: 600 }],
  ['budget', -401, 'budget-too-small'],
  ['decide', 400, { decided: 1_000 }],
  ['decide', 401, 'more-than-free'],
  ['release', 200, { decided: 400 }],
  ['release', 201, 'more-than-owed'],
  ['pay', 200, { paid: 600 }],
  ['pay', 201, 'more-than-owed'],
  ['bounce', 300, { paid: 100 }],
  ['bounce', 301, 'more-than-unsettled'],
  ['settle', 300, { settled: 400 }],
  ['settle', 301, 'more-than-unsettled'],
  ['unsettle', 100, { settled: 0 }],
  ['unsettle', 101, 'more-than-settled'],
  ['refund', 300, { paid: 100, decided: 300 }],
  ['refund', 301, 'more-than-unsettled'],
  ['pay', 0, 'yen-not-positive'],
  ['decide', -1, 'yen-not-positive'],
  ['decide', 0.5, 'yen-not-positive'],
  ['budget', 0, 'yen-not-positive'],
])('%s of %i yen: %o', (kind, yen, expected) => {
  const decision = decideMove(start, { kind, yen });
  if (typeof expected === 'string') expect(decision).toMatchObject({ ok: false, refusal: expected });
  else expect(decision).toEqual({ ok: true, value: { ...start, ...expected } });
});

test('a settled transfer that comes back is owed again, and nothing else changes', () => {
  const moves = [
    { awardId: null, kind: 'unsettle', yen: 100 },
    { awardId: null, kind: 'bounce', yen: 100 },
  ] as const;
  const decision = decideMoves({ call: start, awards: new Map() }, moves);
  expect(decision).toMatchObject({ ok: true, value: { call: { ...start, paid: 300, settled: 0 } } });
});

test('over ten thousand random histories every yen is in one place, and the call is the sum of its awards', () => {
  const move = fc.record({
    awardId: fc.constantFrom('a', 'b', 'c'),
    kind: fc.constantFrom(...moveKinds),
    yen: fc.integer({ min: -50, max: 400 }),
  });
  const nothing = { decided: 0, paid: 0, settled: 0 };
  const law = fc.property(fc.array(move, { maxLength: 30 }), (history) => {
    let state = {
      call: { budget: 1_000, ...nothing } as Balance,
      awards: new Map(['a', 'b', 'c'].map((id) => [id, nothing as Omit<Balance, 'budget'>])),
    };
    for (const { awardId, ...each } of history) {
      const decision = decideMoves(state, [{ ...each, awardId: each.kind === 'budget' ? null : awardId }]);
      if (decision.ok) state = decision.value;
      const { budget, decided, paid, settled } = state.call;
      const sum = (of: 'decided' | 'paid' | 'settled') =>
        [...state.awards.values()].reduce((total, award) => total + award[of], 0);
      const gaps = [budget - decided, decided - paid, paid - settled, settled];
      if (gaps.some((gap) => gap < 0)) return false;
      if (gaps.reduce((total, gap) => total + gap, 0) !== budget) return false;
      if (sum('decided') !== decided || sum('paid') !== paid || sum('settled') !== settled) return false;
    }
    return true;
  });
  expect(fc.check(law, { numRuns: 10_000 })).toMatchObject({ failed: false });
});
