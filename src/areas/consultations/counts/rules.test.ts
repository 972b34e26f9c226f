import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { answerRate, waitBuckets, waitWithin } from './rules.ts';

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
