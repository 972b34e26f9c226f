import { expect, test } from 'vitest';
import { amountsOf } from './amounts.ts';

test('207 amounts add up to 5,398,643 yen, each above 0 and below the ceiling, and not all the same', () => {
  const amounts = amountsOf({ count: 207, total: 5_398_643 });
  expect(amounts).toHaveLength(207);
  expect(amounts.reduce((sum, yen) => sum + yen, 0)).toBe(5_398_643);
  expect(Math.min(...amounts)).toBeGreaterThan(10_000);
  expect(Math.max(...amounts)).toBeLessThan(50_000);
  expect(new Set(amounts).size).toBeGreaterThan(30);
});
