import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthsOfFiscalYear } from '#platform/dates.ts';
import {
  countings,
  decideMeasure,
  decideRemoveMeasure,
  decideValue,
  isSummable,
  kinds,
  periodsOf,
  yearValue,
} from './rules.ts';

const months = monthsOfFiscalYear(2024);
const calls = { kind: 'count', counting: null };

describe('the value of a year', () => {
  test.each([
    ['the one reported for the year', calls, { '2024': 3115 }, 3115],
    ['the one reported for the year, whatever the months say', calls, { '2024': 3115, '2024-04': 1 }, 3115],
    ['a zero that was reported for the year', calls, { '2024': 0, '2024-04': 7 }, 0],
    ['the sum of the months', calls, { '2024-04': 7, '2025-03': 5 }, 12],
    ['zero when every reported month was zero', calls, { '2024-04': 0 }, 0],
    [
      'the sum of the months for 延べ people',
      { kind: 'people', counting: 'total' },
      { '2024-04': 2, '2024-05': 3 },
      5,
    ],
    ['the sum for yen', { kind: 'yen', counting: null }, { '2024-04': 2, '2024-05': 3 }, 5],
    ['the sum for views', { kind: 'views', counting: null }, { '2024-04': 2, '2024-05': 3 }, 5],
    [
      'not known for distinct people told by month',
      { kind: 'people', counting: 'distinct' },
      { '2024-04': 2 },
      null,
    ],
    [
      'not known for people whose counting nobody said',
      { kind: 'people', counting: null },
      { '2024-04': 2 },
      null,
    ],
    ['not known for a rate told by month', { kind: 'rate', counting: null }, { '2024-04': 61.5 }, null],
    ['not known for places told by month', { kind: 'places', counting: null }, { '2024-04': 3 }, null],
    ['not known for groups told by month', { kind: 'groups', counting: null }, { '2024-04': 27 }, null],
    ['not known when nothing was reported', calls, {}, null],
  ])('is %s', (_, measure, values, expected) => {
    expect(yearValue(measure, values)).toBe(expected);
  });

  const reported = fc.dictionary(fc.constantFrom(...months), fc.nat(1_000_000_000));
  const anyMeasure = fc.record({
    kind: fc.constantFrom(...kinds),
    counting: fc.constantFrom(null, ...countings),
  });

  test('never depends on the order in which months were reported', () => {
    fc.assert(
      fc.property(anyMeasure, reported, (measure, values) => {
        const turned = Object.fromEntries(Object.entries(values).reverse());
        expect(yearValue(measure, turned)).toBe(yearValue(measure, values));
      }),
    );
  });

  test('of what adds up grows by exactly what a further month reports; of the rest it stays unknown', () => {
    fc.assert(
      fc.property(anyMeasure, reported, fc.nat(1_000_000), (measure, values, more) => {
        const { '2025-03': _, ...before } = values;
        const after = yearValue(measure, { ...before, '2025-03': more });
        expect(after).toBe(isSummable(measure) ? (yearValue(measure, before) ?? 0) + more : null);
      }),
    );
  });

  test('said for the year always wins', () => {
    fc.assert(
      fc.property(anyMeasure, reported, fc.nat(), (measure, values, year) => {
        expect(yearValue(measure, { ...values, '2024': year })).toBe(year);
      }),
    );
  });
});

describe('one value of one period', () => {
  const monthly = { kind: 'count', rhythm: 'month', labelJa: '電話' };
  const yearly = { kind: 'count', rhythm: 'year', labelJa: '電話' };
  const rate = { kind: 'rate', rhythm: 'year', labelJa: '満足' };
  test.each([
    ['a month of the year', monthly, '2025-03', 5, 'save'],
    ['the year itself beside months', monthly, '2024', 5, 'save'],
    ['a zero', yearly, '2024', 0, 'save'],
    ['taking a value away', yearly, '2024', null, 'save'],
    ['a rate with decimals', rate, '2024', 61.5, 'save'],
    ['a month before the year', monthly, '2024-03', 5, 'period-unknown'],
    ['a month where the year is asked', yearly, '2024-04', 5, 'period-unknown'],
    ['another year', yearly, '2023', 5, 'period-unknown'],
    ['half a call', yearly, '2024', 0.5, 'value-not-whole'],
    ['less than nothing', yearly, '2024', -1, 'value-negative'],
    ['a rate below zero', rate, '2024', -0.1, 'value-negative'],
    ['a rate finer than is kept', rate, '2024', 1.23456, 'value-too-fine'],
    ['a measure of another program', undefined, '2024', 5, 'measure-unknown'],
  ])('%s', (_, measure, period, value, expected) => {
    const decision = decideValue({ measure, year: 2024, period, value });
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });

  test('a measure told by month has twelve months and the year', () => {
    expect(periodsOf('month', 2024)).toEqual([...months, '2024']);
    expect(periodsOf('year', 2024)).toEqual(['2024']);
  });
});

describe('a measure', () => {
  const facts = {
    unit: 'cases',
    units: ['cases'],
    kind: 'count',
    counting: null,
    rhythm: 'year',
    values: {},
  };
  test.each([
    ['is saved with a unit of its year', facts, 'save'],
    ['needs a unit of its year', { ...facts, unit: 'miles' }, 'unit-unknown'],
    ['of people says how they are counted', { ...facts, kind: 'people' }, 'counting-missing'],
    ['of people counted in all is saved', { ...facts, kind: 'people', counting: 'total' }, 'save'],
    [
      'does not lose the months that were reported',
      { ...facts, values: { '2024-04': 1 } },
      'months-reported',
    ],
    ['does not lose decimals that were reported', { ...facts, values: { '2024': 0.5 } }, 'values-not-whole'],
    ['keeps decimals as a rate', { ...facts, kind: 'rate', values: { '2024': 0.5 } }, 'save'],
  ])('%s', (_, given, expected) => {
    const decision = decideMeasure(given);
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });

  test.each([
    [{ values: 0, successors: 0 }, 'remove'],
    [{ values: 2, successors: 0 }, 'measure-has-values'],
    [{ values: 0, successors: 1 }, 'measure-goes-on'],
  ])('is removed only when nothing hangs on it: %j', (given, expected) => {
    const decision = decideRemoveMeasure(given);
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });
});
