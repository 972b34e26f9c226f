import { describe, expect, test } from 'vitest';
import type { Question } from '../calls/terms.ts';
import { oneShotTerms, subsidyTerms } from '../calls/fixtures.ts';
import {
  type Answer,
  applicationStates,
  askedPapers,
  askedQuestions,
  askedYen,
  decideMove,
  problemOf,
  sameAnswer,
  tidyNumber,
} from './rules.ts';

const label = { ja: '問い', en: 'Question' };
const question = (kind: Question['kind'], more: Partial<Question> = {}): Question => ({
  code: 'q',
  kind,
  label,
  required: false,
  ...more,
});
const options = [
  { code: 'a', label },
  { code: 'b', label },
];
const costs = (...rows: readonly [string, string, boolean][]): Answer =>
  rows.map(([what, yen, eligible]) => ({ what, yen, eligible }));

describe('an answer', () => {
  test.each<[string, Question, Answer | undefined, string | undefined]>([
    ['left empty', question('line'), '', undefined],
    ['left empty where it is needed', question('line', { required: true }), undefined, 'missing'],
    ['no choice where one is needed', question('choices', { options, required: true }), [], 'missing'],
    ['a line that is too long', question('line'), 'あ'.repeat(301), 'too-long'],
    ['a number', question('number'), '12', undefined],
    ['half a number', question('number'), '12か', 'number-wrong'],
    ['a negative number', question('number'), '-1', 'number-wrong'],
    ['yen', question('yen'), '0', undefined],
    ['yen with a fraction', question('yen'), '1.5', 'yen-wrong'],
    ['more yen than there are', question('yen'), '100000000000', 'yen-wrong'],
    ['a day', question('day'), '2028-02-29', undefined],
    ['a day that is none', question('day'), '2026-02-29', 'day-wrong'],
    ['neither yes nor no', question('yes-no'), 'maybe', 'code-unknown'],
    ['an option', question('choice', { options }), 'b', undefined],
    ['none of the options', question('choice', { options }), 'c', 'code-unknown'],
    ['several options', question('choices', { options }), ['a', 'b'], undefined],
    ['one of them unknown', question('choices', { options }), ['a', 'c'], 'code-unknown'],
    ['a municipality', question('municipality'), '99201', undefined],
    ['a municipality elsewhere', question('municipality'), '01100', 'code-unknown'],
    ['costs', question('costs'), costs(['食材', '1200', true]), undefined],
    ['costs without a name', question('costs'), costs([' ', '1200', true]), 'cost-name'],
    ['costs of nothing', question('costs'), costs(['食材', '0', true]), 'cost-yen'],
    ['costs below nothing', question('costs'), costs(['食材', '-5', true]), 'cost-yen'],
  ])('%s', (_, of, answer, expected) => {
    expect(problemOf(of, answer, ['99201'])).toBe(expected);
  });

  test.each([
    ['１２，０００円', '12000'],
    ['¥ 5,000', '5000'],
    ['12 人', '12'],
    ['十二', '十二'],
    ['', ''],
  ])('%s is read as %s', (typed, expected) => {
    expect(tidyNumber(typed)).toBe(expected);
  });

  test('nothing said and nothing chosen are the same', () => {
    expect([sameAnswer('', undefined), sameAnswer([], ''), sameAnswer(['a'], ['b'])]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('what is asked', () => {
  const terms = {
    questions: [
      question('yes-no', { code: 'food' }),
      question('line', { code: 'licence', onlyIf: { code: 'food', is: 'yes' } }),
      question('line', { code: 'until', onlyIf: { code: 'licence', is: 'x' } }),
    ],
    papers: [{ code: 'licence', label, required: true, onlyIf: { code: 'food', is: 'yes' } }],
  };
  test.each([
    ['nothing is answered', {}, ['food'], []],
    ['the answer brings another question', { food: 'yes' }, ['food', 'licence'], ['licence']],
    ['and that one another', { food: 'yes', licence: 'x' }, ['food', 'licence', 'until'], ['licence']],
    ['a question that is not asked brings none', { food: 'no', licence: 'x' }, ['food'], []],
  ])('when %s', (_, said, questions, papers) => {
    const answers = new Map(Object.entries(said));
    expect(askedQuestions(terms, answers).map(({ code }) => code)).toEqual(questions);
    expect(askedPapers(terms, answers).map(({ code }) => code)).toEqual(papers);
  });

  test.each<[string, Answer, number | null]>([
    [
      'half of the eligible costs, in thousands',
      costs(['a', '351999', true], ['b', '99999', false]),
      175_000,
    ],
    ['at most the ceiling', costs(['a', '9999999', true]), 500_000],
    ['what is no amount counts nothing', costs(['a', '三百', true], ['b', '3000', true]), 1_000],
    ['nothing while it is not answered', [], null],
  ])('asks for %s', (_, answer, expected) => {
    expect(askedYen(subsidyTerms('2026-05-01'), new Map([['costs', answer]]))).toBe(expected);
  });

  test('a fixed amount asks for nothing', () => {
    expect(askedYen(oneShotTerms('2026-05-01'), new Map())).toBe(120_000);
  });
});

describe('a move', () => {
  test.each([
    ['submit', { draft: 'submitted' }],
    ['return', { submitted: 'returned', checked: 'returned' }],
    ['resubmit', { returned: 'submitted' }],
    ['check', { submitted: 'checked' }],
    ['reopen', { checked: 'submitted' }],
    ['decide', { checked: 'decided' }],
    ['refuse', { checked: 'refused' }],
    ['withdraw', { submitted: 'withdrawn', returned: 'withdrawn', checked: 'withdrawn' }],
  ] as const)('%s goes from where it may, and from nowhere else', (move, expected) => {
    const ways = applicationStates.flatMap((state) => {
      const moved = decideMove(state, { move, reason: '理由' });
      return moved.ok ? [[state, moved.value]] : [];
    });
    expect(Object.fromEntries(ways)).toEqual(expected);
  });

  test.each(['return', 'refuse'] as const)('%s needs a reason', (move) => {
    expect(decideMove('checked', { move, reason: ' ' })).toMatchObject({ refusal: 'reason-missing' });
  });
});
