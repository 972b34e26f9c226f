import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spread } from './rules.ts';

test.each([
  [10, [1, 1, 1], [4, 3, 3]],
  [3115, [1, 2], [1038, 2077]],
  [5, [0, 0], [0, 0]],
])('%d in the proportions %j is %j', (total, weights, parts) => {
  expect(spread(total, weights)).toEqual(parts);
});

test('the parts always add up to the whole, and none is negative', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 24 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), weights, (total, given) => {
      const parts = spread(total, given);
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    }),
  );
});
