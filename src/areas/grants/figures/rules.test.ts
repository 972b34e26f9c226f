import { expect, test } from 'vitest';
import { figureCsv } from './file.ts';
import { type CountedRow, countOf, questionOf, sumsOf, valueOf } from './rules.ts';

const text = (ja: string) => ({ ja, en: '' });
const row = (change: Partial<CountedRow>): CountedRow => ({
  measureId: 'm',
  how: 'sum',
  question: '延べ人数',
  value: 0,
  group: '例示の会',
  number: 'R8-000001',
  call: text('例示補助金'),
  ...change,
});

test.each([
  ['a number as it was typed', '120', 120],
  ['zero, which is an answer', '0', 0],
  ['yes', 'yes', 1],
  ['no', 'no', 0],
  ['half a number', '12人くらい', null],
  ['nothing', undefined, null],
  ['a number of a report', 30, 30],
  ['a number that was left empty', null, null],
])('%s counts as what it is', (_, answer, value) => {
  expect(valueOf(answer)).toBe(value);
});

test('each measure has one sum: numbers together, or the groups that said more than nothing', () => {
  const rows = [
    row({ value: 120 }),
    row({ value: 0 }),
    row({ value: null }),
    row({ measureId: 'n', how: 'count', value: 5 }),
    row({ measureId: 'n', how: 'count', value: 0 }),
    row({ measureId: 'silent', value: null }),
  ];
  expect(sumsOf(rows)).toMatchObject([
    { measureId: 'm', value: 120, sources: 2 },
    { measureId: 'n', value: 1, sources: 2 },
  ]);
});

test('the file holds every answer by group, and its last column adds up to the figure', () => {
  const rows = [
    row({ value: 3 }),
    row({ how: 'count', value: 9, group: '会, その二' }),
    row({ value: null }),
  ];
  const lines = figureCsv(rows).trim().split('\r\n');
  expect(lines[1]).toBe('R8-000001,例示の会,例示補助金,延べ人数,3,3');
  expect(lines[2]).toBe('R8-000001,"会, その二",例示補助金,延べ人数,9,1');
  expect(lines[3]).toBe('R8-000001,例示の会,例示補助金,延べ人数,,0');
  expect(rows.reduce((sum, each) => sum + countOf(each), 0)).toBe(4);
});

test('a figure asks a number, yen or yes and no, and nothing that is not asked any more', () => {
  const questions = [
    { code: 'times', kind: 'number', label: text('回数'), required: true },
    { code: 'why', kind: 'text', label: text('なぜ'), required: true },
  ] as const;
  const counted = [{ code: 'people', label: text('延べ人数'), required: true }];
  const report = { daysAfterEnd: 1, latestOn: '', papers: [], keepYears: 5, questions: counted };
  const terms = { questions, report };
  expect(questionOf(terms, { from: 'application', question: 'times' })).toBe('回数');
  expect(questionOf(terms, { from: 'application', question: 'why' })).toBeUndefined();
  expect(questionOf(terms, { from: 'report', question: 'people' })).toBe('延べ人数');
  expect(questionOf({ questions, report: null }, { from: 'report', question: 'people' })).toBeUndefined();
});
