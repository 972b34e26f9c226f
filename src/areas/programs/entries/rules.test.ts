import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  askedPeriods,
  changeInPercent,
  changesOf,
  decideStep,
  type EntryAct,
  type EntryStatus,
  entrySteps,
  isUnusual,
  missingFields,
  missingPeriods,
  possibleActs,
} from './rules.ts';

const office = { secretariat: true, reporter: false };
const bureau = { secretariat: false, reporter: true };
const nobody = { secretariat: false, reporter: false };
const statuses: readonly EntryStatus[] = ['owed', 'draft', 'submitted', 'returned', 'accepted'];

describe('the steps of a return', () => {
  test.each<[EntryAct, EntryStatus, typeof office, string]>([
    ['save', 'owed', bureau, 'draft'],
    ['save', 'returned', bureau, 'draft'],
    ['save', 'draft', office, 'draft'],
    ['save', 'submitted', bureau, 'already-submitted'],
    ['save', 'accepted', office, 'already-accepted'],
    ['submit', 'draft', bureau, 'submitted'],
    ['submit', 'returned', bureau, 'submitted'],
    ['submit', 'submitted', bureau, 'already-submitted'],
    ['return', 'submitted', office, 'returned'],
    ['return', 'submitted', bureau, 'not-yours'],
    ['return', 'draft', office, 'not-submitted'],
    ['accept', 'submitted', office, 'accepted'],
    ['accept', 'submitted', bureau, 'not-yours'],
    ['accept', 'accepted', office, 'already-accepted'],
    ['reopen', 'accepted', office, 'returned'],
    ['reopen', 'accepted', bureau, 'not-yours'],
    ['reopen', 'submitted', office, 'not-accepted'],
    ['save', 'draft', nobody, 'not-yours'],
  ])('%s from %s leads to %4$s', (act, status, actor, expected) => {
    const decision = decideStep(act, { status, roundOpen: true, actor });
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });

  test('nothing moves in a closed round', () => {
    for (const act of Object.keys(entrySteps) as EntryAct[])
      for (const status of statuses)
        expect(decideStep(act, { status, roundOpen: false, actor: office })).toMatchObject({ ok: false });
  });

  test('the buttons of a page are exactly the acts that are not refused', () => {
    expect(possibleActs({ status: 'submitted', roundOpen: true, actor: office })).toEqual([
      'return',
      'accept',
    ]);
    expect(possibleActs({ status: 'draft', roundOpen: true, actor: bureau })).toEqual(['save', 'submit']);
    expect(possibleActs({ status: 'draft', roundOpen: true, actor: nobody })).toEqual([]);
  });
});

const count = { id: 'm', kind: 'count', counting: null, rhythm: 'year', values: {} };
const monthly = { ...count, rhythm: 'month' };
const people = { ...monthly, kind: 'people', counting: 'distinct' };

describe('what is asked', () => {
  test('is the year; twelve months where they add up; and the year besides where they do not', () => {
    expect(askedPeriods(count, 2024)).toEqual(['2024']);
    expect(askedPeriods(monthly, 2024)).toHaveLength(12);
    expect(askedPeriods(people, 2024)).toHaveLength(13);
    expect(askedPeriods({ ...monthly, values: { '2024': 5 } }, 2024)).toContain('2024');
  });

  test('a zero is an answer, nothing is not', () => {
    expect(missingPeriods(count, 2024)).toEqual(['2024']);
    expect(missingPeriods({ ...count, values: { '2024': 0 } }, 2024)).toEqual([]);
    expect(missingPeriods({ ...monthly, values: { '2024-04': 0 } }, 2024)).toHaveLength(11);
    expect(missingPeriods({ ...monthly, values: { '2024': 12 } }, 2024)).toEqual([]);
  });

  test('every value, the evaluation and the rating are needed, the next step is not', () => {
    const filled = { fiscalYear: 2024, measures: [count], evaluation: ' ', rating: null };
    expect(missingFields(filled)).toEqual(['value:m:2024', 'evaluation', 'rating']);
    const full = {
      ...filled,
      measures: [{ ...count, values: { '2024': 1 } }],
      evaluation: '良い',
      rating: 'a',
    };
    expect(missingFields(full)).toEqual([]);
  });
});

describe('what changed', () => {
  const stored = {
    measures: [{ ...count, values: { '2024': 5 } }],
    summary: 'a',
    evaluation: '',
    rating: null,
    nextStep: '',
  };

  test('is said field by field; what was left out stays', () => {
    const input = {
      values: [{ measureId: 'm', period: '2024', value: null }],
      words: { summary: 'b', rating: 'good' },
    };
    expect(changesOf(stored, input)).toEqual([
      { field: 'value:m:2024', before: '5', after: null },
      { field: 'summary', before: 'a', after: 'b' },
      { field: 'rating', before: null, after: 'good' },
    ]);
    expect(changesOf(stored, {})).toEqual([]);
  });

  test('saving what is stored is no change, whatever it is', () => {
    const text = fc.string();
    const words = fc.record({ summary: text, evaluation: text, rating: fc.option(text), nextStep: text });
    fc.assert(
      fc.property(words, fc.option(fc.nat()), (given, value) => {
        const values: Record<string, number> = value === null ? {} : { '2024': value };
        const held = { ...given, measures: [{ ...count, values }] };
        const input = { values: [{ measureId: 'm', period: '2024', value }], words: given };
        expect(changesOf(held, input)).toEqual([]);
      }),
    );
  });

  test.each([
    [150, 100, true, 50],
    [149, 100, false, 49],
    [50, 100, true, -50],
    [3, 0, true, undefined],
    [0, 0, false, undefined],
    [undefined, 100, false, undefined],
    [100, undefined, false, undefined],
  ])('%s after %s: please check %s', (value, previous, unusual, percent) => {
    expect(isUnusual(value, previous)).toBe(unusual);
    expect(changeInPercent(value, previous)).toBe(percent);
  });
});
