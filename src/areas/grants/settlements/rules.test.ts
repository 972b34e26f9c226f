import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AmountRule } from '../calls/terms.ts';
import { decideMoves } from '../ledger/rules.ts';
import {
  type AmountFacts,
  decideClose,
  decideFix,
  decideInspect,
  decideSubmit,
  fixedAmount,
  keepUntil,
  type ReportFacts,
  reportDueOn,
} from './rules.ts';

const half: AmountRule = {
  kind: 'rate',
  numerator: 1,
  denominator: 2,
  ceiling: 300_000,
  roundDownTo: 1_000,
  question: 'costs',
};
const amount: AmountFacts = {
  rule: half,
  decidedYen: 250_000,
  spentYen: 500_000,
  acceptedYen: 500_000,
  incomeYen: 0,
  taxYen: 0,
  done: null,
};
const tiers: AmountRule = {
  kind: 'tiers',
  question: 'times',
  tiers: [
    { from: 3, yen: 15_000 },
    { from: 12, yen: 30_000 },
    { from: 24, yen: 50_000 },
  ],
};

describe('額の確定', () => {
  test.each<[string, Partial<AmountFacts>, number]>([
    ['as decided', {}, 250_000],
    ['never more than decided', { acceptedYen: 900_000, spentYen: 900_000 }, 250_000],
    ['half of what is accepted', { acceptedYen: 401_999 }, 200_000],
    ['cut to thousands', { acceptedYen: 399_999 }, 199_000],
    ['less the tax that comes back', { acceptedYen: 440_000, taxYen: 40_000 }, 200_000],
    ['no cost is covered twice', { incomeYen: 350_500 }, 149_000],
    ['everything was covered already', { incomeYen: 600_000 }, 0],
    ['nothing accepted', { acceptedYen: 0 }, 0],
    ['the ceiling', { decidedYen: 400_000, acceptedYen: 900_000, spentYen: 900_000 }, 300_000],
    [
      'a fixed sum, not above the costs',
      { rule: { kind: 'fixed', yen: 120_000 }, acceptedYen: 90_500 },
      90_500,
    ],
    ['by number: reached', { rule: tiers, done: 12, decidedYen: 30_000 }, 30_000],
    ['by number: fewer than decided', { rule: tiers, done: 11, decidedYen: 30_000 }, 15_000],
    ['by number: too few', { rule: tiers, done: 2, decidedYen: 30_000 }, 0],
  ])('%s', (_, change, yen) => {
    expect(fixedAmount({ ...amount, ...change })).toBe(yen);
  });

  test('after it every yen is settled, released, owed or to return, and a second look moves nothing', () => {
    const yen = fc.integer({ min: 0, max: 1_000 });
    expect(
      fc.check(
        fc.property(yen, yen, yen, (decided, paidPart, fixedPart) => {
          const paid = Math.min(paidPart, decided);
          const fixedYen = Math.min(fixedPart, decided);
          const stand = { decided, paid, settled: 0 };
          const facts = { ...fixing, stand, fixedYen };
          const decision = decideFix(facts);
          if (!decision.ok) return false;
          const { moves, toPay, toReturn } = decision.value;
          const after = decideMoves(
            { call: { budget: 1_000, ...stand }, awards: new Map([['a', stand]]) },
            moves,
          );
          if (!after.ok) return false;
          const now = after.value.awards.get('a');
          return (
            now !== undefined &&
            now.decided - now.paid === toPay &&
            now.paid - now.settled === toReturn &&
            now.settled + toPay === fixedYen &&
            Math.min(toPay, toReturn) === 0
          );
        }),
      ),
    ).toMatchObject({ failed: false });
  });

  const fixing = {
    state: 'inspected',
    awardId: 'a',
    inspectedBy: 'officer',
    fixer: 'approver',
    stand: { decided: 250_000, paid: 200_000, settled: 0 },
    fixedYen: 150_000,
    openOrders: 0,
    openChanges: 0,
  };
  test.each<[string, Partial<typeof fixing>, string]>([
    ['by who inspected', { fixer: 'officer' }, 'same-person'],
    ['before the inspection', { state: 'submitted' }, 'not-now'],
    ['twice', { state: 'fixed' }, 'not-now'],
    ['while money is on its way out', { openOrders: 1 }, 'payment-open'],
    ['while a change waits', { openChanges: 1 }, 'changes-open'],
  ])('not %s', (_, change, refusal) => {
    expect(decideFix({ ...fixing, ...change })).toMatchObject({ ok: false, refusal });
  });
});

describe('a report', () => {
  const line = { id: 'x', spentYen: 1_000, paidOn: '2025-08-01', acceptedYen: null };
  const whole: ReportFacts = {
    state: 'draft',
    awardState: 'active',
    said: '毎月ひらきました',
    endedOn: '2026-02-28',
    done: null,
    byNumber: false,
    lines: [line],
    withReceipt: new Set(['x']),
    missingNumbers: 0,
    missingPapers: 0,
    period: { startsOn: '2025-06-01', endsOn: '2026-03-31' },
  };
  test.each<[string, Partial<ReportFacts>, string]>([
    ['twice', { state: 'submitted' }, 'not-now'],
    ['of a decision that was cancelled', { awardState: 'cancelled' }, 'award-not-running'],
    ['without a word', { said: ' \n' }, 'work-missing'],
    ['without the day on which the work ended', { endedOn: null }, 'day-missing'],
    ['with an end before the beginning', { endedOn: '2025-05-31' }, 'day-outside'],
    ['with an end after the last day', { endedOn: '2026-04-01' }, 'day-outside'],
    ['without the number it goes by', { byNumber: true }, 'done-missing'],
    ['without costs', { lines: [] }, 'spent-missing'],
    ['with a cost left open', { lines: [{ ...line, spentYen: null }] }, 'spent-missing'],
    ['with a cost from before the decision', { lines: [{ ...line, paidOn: '2025-05-31' }] }, 'paid-outside'],
    ['without a receipt', { withReceipt: new Set() }, 'receipts-missing'],
    ['without a paper', { missingPapers: 1 }, 'papers-missing'],
  ])('does not go %s', (_, change, refusal) => {
    expect(decideSubmit({ ...whole, ...change })).toMatchObject({ ok: false, refusal });
  });

  test('goes when it is whole, again after it came back, and after an abolition; 0 yen need no receipt', () => {
    expect(decideSubmit(whole).ok).toBe(true);
    expect(decideSubmit({ ...whole, state: 'returned' }).ok).toBe(true);
    expect(decideSubmit({ ...whole, awardState: 'abolished' }).ok).toBe(true);
    const nothing = { ...line, spentYen: 0, paidOn: null };
    expect(decideSubmit({ ...whole, lines: [nothing], withReceipt: new Set() }).ok).toBe(true);
  });

  test('of no cost more is accepted than was spent', () => {
    const inspect = (acceptedYen: number) =>
      decideInspect({ state: 'submitted', lines: [{ ...line, acceptedYen }] });
    expect(inspect(1_000).ok).toBe(true);
    expect(inspect(1_001)).toMatchObject({ refusal: 'more-than-spent' });
  });

  test('is due the sooner of so many days after the end, and the fixed day; books are kept by fiscal years', () => {
    const report = { daysAfterEnd: 30, latestOn: '2026-04-10', papers: [], keepYears: 5 };
    expect(reportDueOn(report, '2025-12-31')).toBe('2026-01-30');
    expect(reportDueOn(report, '2026-03-31')).toBe('2026-04-10');
    expect(reportDueOn(report, null)).toBe('2026-04-10');
    expect(keepUntil('2026-03-31', 5)).toBe('2031-03-31');
    expect(keepUntil('2026-04-20', 5)).toBe('2032-03-31');
  });
});

describe('closing', () => {
  const done = {
    awardId: 'a',
    state: 'fixed',
    reports: true,
    stand: { decided: 100, paid: 100, settled: 60 },
    openOrders: 0,
    openChanges: 0,
    openReturns: 0,
  };
  test.each<[string, Partial<typeof done>, string | number]>([
    ['the rest that was paid after the fixing is settled', {}, 40],
    ['one-shot: when it was paid', { state: 'active', reports: false }, 40],
    [
      'nothing was kept of a cancelled one',
      { state: 'cancelled', stand: { decided: 0, paid: 0, settled: 0 } },
      0,
    ],
    ['before the report', { state: 'active' }, 'close-not-now'],
    ['abolished with money at the group', { state: 'abolished' }, 'close-not-now'],
    ['something is owed', { stand: { decided: 120, paid: 100, settled: 60 } }, 'still-owed'],
    ['a payment is under way', { openOrders: 1 }, 'still-owed'],
    ['something comes back', { openReturns: 1 }, 'still-to-return'],
    ['a question is open', { openChanges: 1 }, 'still-open'],
    ['twice', { state: 'closed' }, 'close-not-now'],
  ])('%s', (_, change, expected) => {
    const decision = decideClose({ ...done, ...change });
    if (typeof expected === 'string') expect(decision).toMatchObject({ ok: false, refusal: expected });
    else expect(decision.ok && decision.value.reduce((sum, { yen }) => sum + yen, 0)).toBe(expected);
  });
});
