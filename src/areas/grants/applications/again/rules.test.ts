import { expect, test } from 'vitest';
import { nextYearTerms } from '../../calls/copies/rules.ts';
import { oneShotTerms, subsidyTerms } from '../../calls/fixtures.ts';
import type { CallTerms } from '../../calls/terms.ts';
import { takenOver } from './rules.ts';

const text = (ja: string) => ({ ja, en: ja });
const number = { kind: 'number', required: true } as const;
const subsidy = subsidyTerms('2026-06-01');
const terms: CallTerms = {
  ...subsidy,
  questions: [
    ...subsidy.questions,
    { ...number, code: 'visitors', label: text('来る人の数') },
    { ...number, code: 'meals', label: text('食事の数') },
  ],
  report: subsidy.report && {
    ...subsidy.report,
    questions: [{ code: 'visitors', label: text('来た人の数'), required: true }],
  },
};

test('the call of next year has the questions, papers, rate and ceiling of this one, a year later', () => {
  const next = nextYearTerms(terms);
  expect(next.questions.map(({ code }) => code)).toEqual(terms.questions.map(({ code }) => code));
  for (const part of [
    'papers',
    'amount',
    'unit',
    'eligibility',
    'checks',
    'criteria',
    'conditions',
    'advance',
  ] as const)
    expect(next[part], part).toEqual(terms[part]);
  expect(next.report).toEqual({ ...terms.report, latestOn: '2028-04-10' });
  expect(Object.fromEntries(next.questions.map(({ code, fillFrom }) => [code, fillFrom]))).toMatchObject({
    purpose: 'last-year',
    costs: 'last-report',
    visitors: 'last-report:visitors',
    meals: undefined,
  });
  const tiers = { kind: 'tiers', question: 'visitors', tiers: [] } as const;
  const byNumber = nextYearTerms({ ...terms, amount: tiers });
  expect(byNumber.questions.find(({ code }) => code === 'visitors')?.fillFrom).toBe('last-report');
  const oneShot = nextYearTerms(oneShotTerms('2026-06-01')).questions;
  expect(oneShot.some(({ fillFrom }) => fillFrom?.startsWith('last-report'))).toBe(false);
});

const answers = new Map<string, never>(
  Object.entries({
    purpose: '去年の目的',
    visitors: '100',
    meals: '9',
    costs: [
      { what: '食材', yen: '300000', eligible: true },
      { what: '懇親会', yen: '20000', eligible: false },
      { what: '広告', yen: '10000', eligible: true },
    ],
  }) as [string, never][],
);
const report = {
  costs: [
    { what: '食材', yen: 251_300 },
    { what: '懇親会', yen: 12_000 },
    { what: '広告', yen: 0 },
    { what: '消毒液', yen: 4_000 },
  ],
  numbers: { visitors: 312 },
  done: null,
};
const said = (given: Parameters<typeof takenOver>[1], of = nextYearTerms(terms)) =>
  Object.fromEntries(takenOver(of, given).map(({ code, said: answer }) => [code, answer]));

test('what was spent and who came last year stands there, not what was planned; what was not needed is left out', () => {
  expect(said({ answers, report })).toEqual({
    purpose: '去年の目的',
    visitors: '312',
    costs: [
      { what: '食材', yen: '251300', eligible: true },
      { what: '懇親会', yen: '12000', eligible: false },
      { what: '消毒液', yen: '4000', eligible: true },
    ],
  });
});

test('before there is a report, and where a number was left empty, what was planned stands there', () => {
  expect(said({ answers, report: null })).toMatchObject({ visitors: '100', costs: answers.get('costs') });
  expect(said({ answers, report: { ...report, numbers: { visitors: null } } })).toMatchObject({
    visitors: '100',
  });
});

test('what the amount went by is taken from the report; a call that takes nothing over gets nothing', () => {
  const tiers = { kind: 'tiers', question: 'visitors', tiers: [] } as const;
  const next = nextYearTerms({ ...terms, amount: tiers });
  expect(said({ answers, report: { ...report, done: 24 } }, next)).toMatchObject({ visitors: '24' });
  expect(said({ answers, report }, terms)).toEqual({});
});
