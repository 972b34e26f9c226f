import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  addMonths,
  answerRate,
  monthsBetween,
  protectedCount,
  takenRate,
  waitBuckets,
  waitWithin,
} from './rules.ts';

describe('waiting', () => {
  test.each([
    [{ '15': 10 }, 0.5, 8],
    [{ '15': 5, '60': 5 }, 0.5, 15],
    [{ '15': 5, '60': 5 }, 0.9, 54],
    [{ over: 3 }, 0.5, Number.POSITIVE_INFINITY],
    [{}, 0.5, null],
  ])('%j: %d of the people were answered within %d seconds', (buckets, share, seconds) => {
    expect(waitWithin(buckets, share)).toBe(seconds);
  });

  test('who waited longest waited at least as long as half of them', () => {
    const some = fc.dictionary(fc.constantFrom(...waitBuckets.map(String)), fc.integer({ min: 1, max: 99 }), {
      minKeys: 1,
    });
    fc.assert(
      fc.property(some, (buckets) => {
        expect(Number(waitWithin(buckets, 0.9))).toBeGreaterThanOrEqual(Number(waitWithin(buckets, 0.5)));
      }),
    );
  });
});

test.each([
  [{ answered: 16, abandoned: 900, busy: 84, 'out-of-hours': 500 }, 1.6],
  [{ 'out-of-hours': 3 }, null],
])('of the calls %j, %s percent were answered', (calls, rate) => {
  expect(answerRate(calls)).toBe(rate);
});

describe('numbers beyond the desk', () => {
  test.each([
    [0, 0],
    [1, null],
    [9, null],
    [10, 10],
    [12, 10],
    [13, 15],
    [5489, 5490],
  ])('%d is told as %s', (n, told) => {
    expect(protectedCount(n)).toBe(told);
  });

  test('one more person is never seen by itself: what is told moves by five or not at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => {
        const [before, after] = [protectedCount(n), protectedCount(n + 1)];
        if (before !== null && before > 0 && after !== null) expect((after - before) % 5).toBe(0);
        expect(before === null || before === 0 || before >= 10).toBe(true);
      }),
    );
  });
});

test('of ten that came in writing, seven that somebody took are seventy percent; of none there is no share', () => {
  const doors = ['line', 'chat'];
  expect(takenRate({ line: 6, chat: 4, phone: 90 }, { line: 5, chat: 2, phone: 90 }, doors)).toBe(70);
  expect(takenRate({ phone: 3 }, {}, doors)).toBeNull();
});

test.each([
  ['2024-11', 3, '2025-02'],
  ['2024-01', -1, '2023-12'],
  ['2024-12', -12, '2023-12'],
])('%s and %d months is %s', (month, months, then) => {
  expect(addMonths(month, months)).toBe(then);
});

test('months from one to another hold both, and none when the first comes later', () => {
  expect(monthsBetween('2024-11', '2025-02')).toEqual(['2024-11', '2024-12', '2025-01', '2025-02']);
  expect(monthsBetween('2025-02', '2024-11')).toEqual([]);
});
