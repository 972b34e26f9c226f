import { expect, test } from 'vitest';
import { flawsOf } from './checks/rules.ts';
import { oneShotTerms, subsidyTerms } from './fixtures.ts';
import { amountFor, standingOf } from './rules.ts';
import type { AmountRule } from './terms.ts';

const rate: AmountRule = {
  kind: 'rate',
  numerator: 3,
  denominator: 4,
  ceiling: 300_000,
  roundDownTo: 1_000,
  question: 'costs',
};
const tiers: AmountRule = {
  kind: 'tiers',
  question: 'sessions',
  tiers: [
    { from: 24, yen: 50_000 },
    { from: 3, yen: 15_000 },
    { from: 12, yen: 30_000 },
  ],
};

test.each<[AmountRule, number, number]>([
  [{ kind: 'fixed', yen: 120_000 }, 0, 120_000],
  [rate, 100_000, 75_000],
  [rate, 100_999, 75_000],
  [rate, 101_334, 76_000],
  [rate, 1_333, 0],
  [rate, 1_334, 1_000],
  [rate, 900_000, 300_000],
  [rate, 0, 0],
  [rate, -5, 0],
  [{ ...rate, numerator: 1, denominator: 3, ceiling: 99_999_999, roundDownTo: 1 }, 100, 33],
  [tiers, 2, 0],
  [tiers, 3, 15_000],
  [tiers, 11, 15_000],
  [tiers, 12, 30_000],
  [tiers, 400, 50_000],
])('%o of %i is %i yen', (rule, value, yen) => expect(amountFor(rule, value)).toBe(yen));

const windows = [
  { opensOn: '2026-05-01', closesOn: '2026-05-31' },
  { opensOn: '2026-09-01', closesOn: '2026-09-30' },
];
const published = { state: 'published', windows, firstCome: true, freeYen: 1 };
test.each([
  ['2026-04-30', {}, { is: 'soon', from: '2026-05-01' }],
  ['2026-05-01', {}, { is: 'open', until: '2026-05-31' }],
  ['2026-05-31', {}, { is: 'open', until: '2026-05-31' }],
  ['2026-05-31', { freeYen: 0 }, { is: 'full', until: '2026-05-31' }],
  ['2026-05-31', { freeYen: 0, firstCome: false }, { is: 'open', until: '2026-05-31' }],
  ['2026-06-01', {}, { is: 'between', from: '2026-09-01' }],
  ['2026-10-01', {}, { is: 'closed' }],
  ['2026-05-10', { state: 'ended' }, { is: 'ended' }],
  ['2026-05-10', { state: 'cancelled' }, { is: 'cancelled' }],
  ['2026-05-10', { state: 'draft' }, { is: 'draft' }],
])('on %s a call with %o stands as %o', (today, change, standing) =>
  expect(standingOf({ ...published, ...change }, today)).toEqual(standing),
);

test('what the fixtures make has no flaw in its shape, and one in the other', () => {
  const today = '2026-06-01';
  expect(flawsOf(subsidyTerms(today), 'subsidy')).toEqual([]);
  expect(flawsOf(oneShotTerms(today), 'one-shot')).toEqual([]);
  expect(flawsOf(subsidyTerms(today), 'one-shot')).toMatchObject([{ flaw: 'report-unwanted' }]);
  expect(flawsOf(oneShotTerms(today), 'subsidy')).toMatchObject([{ flaw: 'report-missing' }]);
});
