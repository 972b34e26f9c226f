import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AssessmentRefusal,
  costKey,
  decideAssessment,
  decideChecked,
  decideDeclare,
  spreadOf,
  spreadReviewers,
  sumOf,
} from './rules.ts';

const text = (ja: string) => ({ ja, en: ja });
const terms = {
  criteria: [
    { code: 'need', label: text('必要性'), most: 10 },
    { code: 'plan', label: text('計画'), most: 20 },
  ],
  checks: [
    { code: 'papers', label: text('書類') },
    { code: 'rules', label: text('規約') },
  ],
};

test.each([
  ['asked', null, 'free'],
  ['asked', 'family', 'conflicted'],
  ['free', 'money', 'conflicted'],
  ['done', 'other', 'conflicted'],
  ['free', null, 'declared-already'],
  ['conflicted', null, 'declared-already'],
] as const)('who is %s and says %s: %s', (state, conflict, expected) => {
  const decision = decideDeclare({ state, ended: false }, conflict);
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('who is no longer asked declares nothing', () => {
  expect(decideDeclare({ state: 'asked', ended: true }, null)).toMatchObject({ refusal: 'ended' });
});

const whole = { points: { need: '7', plan: '20' }, words: {}, comment: '' };
const facts = {
  state: 'free',
  ended: false,
  inReview: true,
  version: 1,
  from: 1,
  assessment: whole,
  done: true,
};
test.each<[string, Partial<typeof facts>, AssessmentRefusal | undefined]>([
  ['whole points are handed in', {}, undefined],
  [
    'half of it is kept as a draft',
    { assessment: { ...whole, points: { need: '7', plan: '' } }, done: false },
    undefined,
  ],
  [
    'half of it is not handed in',
    { assessment: { ...whole, points: { need: '7', plan: '' } } },
    'points-missing',
  ],
  [
    'more than the most is no number of points',
    { assessment: { ...whole, points: { need: '11', plan: '1' } } },
    'points-form',
  ],
  [
    'nor is less than none, as a draft either',
    { assessment: { ...whole, points: { need: '-1', plan: '1' } }, done: false },
    'points-form',
  ],
  ['who has not declared writes nothing', { state: 'asked' }, 'not-declared'],
  ['nor who is conflicted', { state: 'conflicted' }, 'not-declared'],
  ['what is decided is not judged any more', { inReview: false }, 'not-in-review'],
  ['two windows of one reviewer do not overwrite each other', { from: 0 }, 'changed-meanwhile'],
])('%s', (_, change, refusal) => {
  const decision = decideAssessment(terms, { ...facts, ...change });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

test('points are added up, of the most that there is', () => {
  expect(sumOf(terms, whole)).toEqual({ points: 27, most: 30 });
  expect(sumOf(terms, { points: { need: '99' } })).toEqual({ points: 0, most: 30 });
});

test('how far reviewers are apart is told: 30 of 100 points and more', () => {
  const of = (...points: number[]) => spreadOf(points.map((each) => ({ points: each, most: 100 })));
  expect(of()).toBeUndefined();
  expect(of(50, 70)).toMatchObject({ count: 2, mean: 0.6, least: 0.5, greatest: 0.7, apart: false });
  expect(of(50, 80)).toMatchObject({ apart: true });
});

test('reviewers are spread evenly, and nobody is asked twice for one application', () => {
  const law = fc.property(
    fc.integer({ min: 1, max: 30 }),
    fc.integer({ min: 1, max: 6 }),
    fc.integer({ min: 1, max: 4 }),
    (count, people, each) => {
      const reviewers = Array.from({ length: people }, (_, at) => ({ id: `r${at}`, load: 0 }));
      const applications = Array.from({ length: count }, (_, at) => ({ id: `a${at}`, asked: [] }));
      const spread = spreadReviewers({ applications, reviewers, each });
      const loads = reviewers.map(({ id }) => spread.filter(({ reviewerId }) => reviewerId === id).length);
      expect(new Set(spread.map((pair) => `${pair.applicationId} ${pair.reviewerId}`)).size).toBe(
        spread.length,
      );
      expect(spread).toHaveLength(count * Math.min(each, people));
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    },
  );
  fc.assert(law);
});

test('whoever was asked before is not asked again, and who has less to read is asked first', () => {
  const reviewers = [
    { id: 'busy', load: 5 },
    { id: 'conflicted', load: 0 },
    { id: 'free', load: 1 },
  ];
  const applications = [{ id: 'a', asked: ['conflicted'] }];
  expect(spreadReviewers({ applications, reviewers, each: 1 })).toEqual([
    { applicationId: 'a', reviewerId: 'free' },
  ]);
});

test('an application is checked when everything of the list is ticked', () => {
  expect(decideChecked(terms, ['papers'])).toEqual({
    ok: false,
    refusal: 'checks-missing',
    facts: { check: '規約' },
  });
  expect(decideChecked(terms, ['rules', 'papers'])).toMatchObject({ ok: true });
});

test.each([
  ['会場 使用料', '会場使用'],
  ['食材費（４月）', '食材4月'],
  ['ｺﾋﾟｰ用紙代', 'コピー用紙'],
])('%s is the same cost as %s', (one, other) => {
  expect(costKey(one)).toBe(costKey(other));
});
