import { describe, expect, test } from 'vitest';
import type { FormField } from '../forms/form.ts';
import { fieldsOf, formOf, listOf } from '../forms/rules.ts';
import { standardSet } from '../forms/standard/set.ts';
import type { FieldClass } from '../relations/rules.ts';
import {
  type Answers,
  mergeAnswers,
  missingOf,
  partOf,
  piecesOf,
  readAnswer,
  sameAnswers,
  together,
} from './rules.ts';

const assessment = formOf(standardSet, 'assessment');
if (!assessment) throw new Error('no such form');
const pieces = piecesOf(standardSet, assessment);
const field = (code: string) => fieldsOf(assessment).find((each) => each.code === code) as FormField;

describe('what is typed is read as people write it', () => {
  test.each([
    ['incomeOwn', '１２０，０００円', '120000'],
    ['cohabitants', '3人', '3'],
    ['cohabitants', '', ''],
    ['jobWish', '清掃', '清掃'],
    ['housing', 'rented', 'rented'],
  ])('%s: %s', (code, typed, read) =>
    expect(readAnswer(field(code), listOf(standardSet, field(code).list).options, typed)).toEqual({
      ok: true,
      value: read,
    }),
  );

  test.each([
    ['incomeOwn', 'たくさん', 'number-wrong'],
    ['cohabitants', '-1', 'number-wrong'],
    ['housing', 'castle', 'code-unknown'],
    ['issues', ['poverty', 'boredom'], 'code-unknown'],
  ])('%s refuses %s: %s', (code, typed, refusal) =>
    expect(readAnswer(field(code), listOf(standardSet, field(code).list).options, typed)).toMatchObject({
      refusal,
    }),
  );

  test.each([
    ['jobWish', 300],
    ['summary', 5000],
  ])('%s has room for %i letters', (code, most) => {
    expect(readAnswer(field(code), [], 'あ'.repeat(most)).ok).toBe(true);
    expect(readAnswer(field(code), [], 'あ'.repeat(most + 1))).toMatchObject({ refusal: 'too-long' });
  });

  test('a day of an era, and no day that the era does not have', () => {
    const day = { ...field('jobWish'), kind: 'day' } as const;
    expect(readAnswer(day, [], '令和8年4月1日')).toEqual({ ok: true, value: '2026-04-01' });
    expect(readAnswer(day, [], '昭和64年1月8日')).toMatchObject({ refusal: 'day-wrong' });
  });
});

describe('one field whose choices tell different things of somebody', () => {
  const answers = { issues: ['poverty', 'illness', 'dv_abuse', 'ex_offender'] };

  test.each([
    ['basic', ['poverty']],
    ['health', ['illness']],
    ['violence', ['dv_abuse']],
    ['offence', ['ex_offender']],
    ['debts', []],
  ] as const)('is stored apart: %s', (fieldClass, codes) =>
    expect(partOf(pieces, fieldClass, answers)['issues']).toEqual(codes),
  );

  test('comes together again as far as it may be seen', () => {
    const stored = new Map<FieldClass, Answers>([
      ['basic', { issues: ['poverty'], summary: 'まとめ' }],
      ['health', { issues: ['illness'] }],
    ]);
    expect(together(pieces, stored)).toEqual({ issues: ['illness', 'poverty'], summary: 'まとめ' });
  });
});

describe('two who write at once', () => {
  const merge = (base: string, mine: string, theirs: string, ask: readonly string[] = []) =>
    mergeAnswers({ class: 'basic', base: { a: base }, mine: { a: mine }, theirs: { a: theirs }, ask });

  test.each([
    ['nobody changed it', '1', '1', '1', '1'],
    ['only I changed it', '1', '2', '1', '2'],
    ['only the other changed it', '1', '1', '3', '3'],
    ['both changed it to the same', '1', '2', '2', '2'],
    ['I emptied it', '1', '', '1', ''],
    ['both emptied it', '1', '', '', ''],
  ])('%s', (_, base, mine, theirs, merged) =>
    expect(merge(base, mine, theirs)).toEqual({ merged: { a: merged }, differences: [] }),
  );

  test.each([
    ['both changed it', '1', '2', '3'],
    ['one emptied what the other changed', '1', '', '3'],
    ['both wrote into an empty field', '', '2', '3'],
  ])('%s: neither is decided', (_, base, mine, theirs) =>
    expect(merge(base, mine, theirs).differences).toEqual([{ class: 'basic', field: 'a', mine, theirs }]),
  );

  test('who was asked and did not answer is asked again', () => {
    expect(merge('3', '2', '3', ['a']).differences).toHaveLength(1);
  });

  test('choices count one by one: nothing that either added or took away is lost', () => {
    const { merged, differences } = mergeAnswers({
      class: 'basic',
      base: { c: ['a', 'b'] },
      mine: { c: ['a', 'x'] },
      theirs: { c: ['a', 'b', 'y'] },
    });
    expect([merged, differences]).toEqual([{ c: ['a', 'y', 'x'] }, []]);
  });

  test('what the form did not hold stays', () => {
    const { merged } = mergeAnswers({ class: 'basic', base: {}, mine: { a: '1' }, theirs: { z: '9' } });
    expect(merged).toEqual({ z: '9', a: '1' });
  });
});

test('order of choices and empty fields make no difference', () => {
  expect(sameAnswers({ a: ['x', 'y'], b: '' }, { a: ['y', 'x'] })).toBe(true);
  expect(sameAnswers({ a: 'x' }, { a: 'y' })).toBe(false);
});

test('what is missing is told to those who may see it, each with why it matters', () => {
  const answered = {
    cohabitants: '0',
    incomeOwn: '0',
    strengths: '料理',
    summary: 'まとめ',
    issues: ['poverty'],
  };
  const missing = (seen: Parameters<typeof missingOf>[2]) =>
    missingOf(assessment, answered, seen).map(({ code }) => code);
  expect(missing(['basic', 'health', 'debts'])).toEqual(['housing', 'healthState', 'arrears', 'workState']);
  expect(missing(['basic'])).toEqual(['housing', 'workState']);
});
