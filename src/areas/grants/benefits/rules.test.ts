import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type BenefitFacts,
  checkConditions,
  decideAmount,
  decideLimit,
  decideStep,
  incomeLimit,
  isWithin,
  monthsLater,
  savingsLimit,
  stageOf,
  steps,
  states,
  type BenefitStep,
} from './rules.ts';
import type { BenefitAmount, Condition } from './terms.ts';

const text = { ja: '', en: '' };
const named = (code: string) => ({ code, label: text, otherwise: text });
/** 横浜市, domain of 新生活応援: 84,000 for one person, rent limit 52,000. */
const base = [84_000, 130_000, 172_000, 214_000, 255_000, 297_000, 334_000] as const;
const income: Extract<Condition, { kind: 'income' }> = {
  ...named('income'),
  kind: 'income',
  base,
  areas: [{ code: 'yokohama', label: text, rent: [52_000, 62_000, 68_000, 68_000, 68_000, 73_000, 81_000] }],
  numerator: 13,
  denominator: 10,
};
const savings: Extract<Condition, { kind: 'savings' }> = {
  ...named('savings'),
  kind: 'savings',
  base,
  times: 6,
  cap: 1_000_000,
};
const conditions: readonly Condition[] = [
  { ...named('plan'), kind: 'plan' },
  { ...named('age'), kind: 'age', atMost: 39 },
  { ...named('working'), kind: 'answer', passes: 'yes' },
  { ...named('protection'), kind: 'answer', passes: 'no' },
  { ...named('moved'), kind: 'moved', withinMonths: 1 },
  income,
  savings,
];
const facts: BenefitFacts = {
  on: '2025-06-15',
  age: 39,
  plan: true,
  answers: { working: 'yes', protection: 'no' },
  household: 1,
  area: 'yokohama',
  incomeYen: 176_800,
  savingsYen: 504_000,
  movedOn: '2025-05-15',
};
const unmet = (changed: Partial<BenefitFacts>) =>
  checkConditions(conditions, { ...facts, ...changed }).flatMap(({ code, met }) => (met ? [] : [code]));

describe('the conditions of 新生活応援', () => {
  test.each<[string, Partial<BenefitFacts>, readonly string[]]>([
    ['all met, each at its limit', {}, []],
    ['no plan of a 自立相談支援機関', { plan: false }, ['plan']],
    ['forty years old', { age: 40 }, ['age']],
    ['a birth to come', { age: -1 }, ['age']],
    ['no work', { answers: { working: 'no', protection: 'no' } }, ['working']],
    ['nothing was answered', { answers: {} }, ['working', 'protection']],
    ['receives 生活保護', { answers: { working: 'yes', protection: 'yes' } }, ['protection']],
    ['moved in a day too early', { movedOn: '2025-05-14' }, ['moved']],
    ['has not moved in yet', { movedOn: null }, []],
    ['moves in tomorrow: not yet within', { movedOn: '2025-06-16' }, ['moved']],
    ['one yen above the income limit', { incomeYen: 176_801 }, ['income']],
    ['income not told', { incomeYen: null }, ['income']],
    ['an area that the call does not name', { area: 'elsewhere' }, ['income']],
    ['one yen above the savings limit', { savingsYen: 504_001 }, ['savings']],
    ['two: limits of two', { household: 2, incomeYen: 249_600, savingsYen: 780_000 }, []],
    ['everything at once is said at once', { plan: false, savingsYen: 9_999_999 }, ['plan', 'savings']],
  ])('%s', (_, changed, expected) => expect(unmet(changed)).toEqual(expected));

  test('limits by size of the household, the cap of savings, and the last size for all above', () => {
    expect([1, 2, 7, 9].map((household) => incomeLimit(income, { household, area: 'yokohama' }))).toEqual([
      176_800, 249_600, 539_500, 539_500,
    ]);
    expect(incomeLimit(income, { household: 0, area: 'yokohama' })).toBeNull();
    expect([1, 2, 3].map((household) => savingsLimit(savings, household))).toEqual([
      504_000, 780_000, 1_000_000,
    ]);
  });

  test('a month is a month also at its end', () => {
    expect(monthsLater('2025-01-31', 1)).toBe('2025-02-28');
    expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
    expect(monthsLater('2025-12-15', 1)).toBe('2026-01-15');
    expect(isWithin('2025-05-15', '2025-06-15', 1)).toBe(true);
    expect(isWithin('2025-05-15', '2025-06-16', 1)).toBe(false);
  });
});

const share: BenefitAmount = {
  kind: 'share',
  numerator: 1,
  denominator: 2,
  ceiling: 60_000,
  roundDownTo: 1,
  items: ['bedding', 'lamp', 'curtain'].map((code) => ({ code, label: text })),
  interest: null,
};

describe('the amount', () => {
  const asked = { kind: 'asked', ceiling: 50_000 } as const;
  test.each<[string, BenefitAmount, { yen: number; items: { code: string; yen: number }[] }, unknown]>([
    ['as asked', asked, { yen: 26_081, items: [] }, { ok: true, value: 26_081 }],
    ['at the ceiling', asked, { yen: 50_000, items: [] }, { ok: true, value: 50_000 }],
    ['above it', asked, { yen: 50_001, items: [] }, { refusal: 'over-ceiling' }],
    ['nothing', asked, { yen: 0, items: [] }, { refusal: 'yen-not-positive' }],
    ['half a yen is cut', share, { yen: 0, items: [{ code: 'lamp', yen: 5_001 }] }, { value: 2_500 }],
    [
      'half of bedding, lamp and curtain',
      share,
      {
        yen: 0,
        items: [
          { code: 'bedding', yen: 19_800 },
          { code: 'lamp', yen: 5_480 },
          { code: 'curtain', yen: 7_000 },
        ],
      },
      { value: 16_140 },
    ],
    ['at most the ceiling', share, { yen: 0, items: [{ code: 'bedding', yen: 200_000 }] }, { value: 60_000 }],
    [
      'one yen has no half',
      share,
      { yen: 0, items: [{ code: 'lamp', yen: 1 }] },
      { refusal: 'yen-not-positive' },
    ],
    ['a minus', share, { yen: 0, items: [{ code: 'lamp', yen: -5 }] }, { refusal: 'yen-not-positive' }],
    [
      'a thing that is not on the list',
      share,
      { yen: 0, items: [{ code: 'tv', yen: 9_000 }] },
      { refusal: 'item-unknown' },
    ],
    ['no thing', share, { yen: 0, items: [] }, { refusal: 'yen-not-positive' }],
  ])('%s', (_, amount, given, expected) =>
    expect(decideAmount(amount, given)).toMatchObject(expected as object),
  );

  test('never more than the share, never above the ceiling, whatever was bought', () => {
    const law = fc.property(
      fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 1, maxLength: 6 }),
      (costs) => {
        const amount = decideAmount(share, { yen: 0, items: costs.map((yen) => ({ code: 'lamp', yen })) });
        const sum = costs.reduce((all, yen) => all + yen, 0);
        if (amount.ok)
          return (
            amount.value <= Math.min(sum / 2, 60_000) &&
            amount.value > sum / 2 - 1 - Math.max(0, sum / 2 - 60_000)
          );
        return sum < 2;
      },
    );
    expect(fc.check(law)).toMatchObject({ failed: false });
  });

  test('one person has it so often, and so much, in one call', () => {
    const limit = { times: 2, yen: 60_000 };
    expect(decideLimit(limit, { times: 0, yen: 0 }, 60_000)).toMatchObject({ ok: true });
    expect(decideLimit(limit, { times: 1, yen: 40_000 }, 20_001)).toMatchObject({
      refusal: 'over-limit',
      facts: { yen: 20_000 },
    });
    expect(decideLimit(limit, { times: 2, yen: 2 }, 1)).toMatchObject({ refusal: 'times-reached' });
  });
});

describe('the way of a benefit', () => {
  const at = (step: BenefitStep, state: string, given = {}) =>
    decideStep({ step, state, reason: '理由', checkedBy: 'a', personId: 'b', paidYen: 0, ...given });
  test('each step is taken from its states and from no other', () => {
    for (const step of Object.keys(steps) as BenefitStep[])
      for (const state of states) {
        const from = (steps[step].from as readonly string[]).includes(state);
        expect([step, state, at(step, state).ok]).toEqual([step, state, from]);
      }
  });
  test('who checked does not decide; a no says why; what is paid is not cancelled', () => {
    expect(at('decide', 'checked', { personId: 'a' })).toMatchObject({ refusal: 'same-person' });
    expect(at('refuse', 'checked', { personId: 'a' })).toMatchObject({ refusal: 'same-person' });
    for (const [step, state] of [
      ['return', 'asked'],
      ['refuse', 'checked'],
      ['cancel', 'decided'],
    ] as const)
      expect(at(step, state, { reason: ' ' })).toMatchObject({ refusal: 'reason-missing' });
    expect(at('cancel', 'decided', { paidYen: 1 })).toMatchObject({ refusal: 'paid-already' });
  });
  test.each([
    [{ paidYen: 0, handedYen: 0, settledYen: 0 }, 'decided'],
    [{ paidYen: 100, handedYen: 0, settledYen: 0 }, 'paid'],
    [{ paidYen: 100, handedYen: 60, settledYen: 60 }, 'paid'],
    [{ paidYen: 100, handedYen: 100, settledYen: 60 }, 'handed'],
    [{ paidYen: 100, handedYen: 100, settledYen: 100 }, 'settled'],
  ])('%j is %s', (money, stage) => {
    expect(stageOf({ state: 'decided', decidedYen: 100, ...money })).toBe(stage);
  });
});
