import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidePlanRow, planTotals } from './rules.ts';

test.each([
  ['in a pillar of its year', {}, 'save'],
  ['in no pillar', { pillar: null }, 'save'],
  ['in a pillar of another year', { pillar: 'p9' }, 'pillar-unknown'],
  ['of half a yen', { amount: 0.5 }, 'amount-not-yen'],
  ['below zero', { amount: -1 }, 'amount-not-yen'],
  ['for a program of the year', { programYear: 2025 }, 'save'],
  ['for a program of another year', { programYear: 2024 }, 'program-of-other-year'],
])('a row %s', (_, given, expected) => {
  const facts = { year: 2025, pillar: 'p1', pillars: ['p1', 'p2'], amount: 35_090_000, programYear: null };
  const decision = decidePlanRow({ ...facts, ...given });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('pillars come in their order with what stands in none at the end, and empty ones are left out', () => {
  const rows = [
    { pillar: null, amount: 5 },
    { pillar: 'p2', amount: 3 },
    { pillar: 'p2', amount: 1 },
  ];
  expect(planTotals(rows, ['p1', 'p2'])).toEqual({
    total: 9,
    byPillar: [
      { pillar: 'p2', rows: 2, amount: 4 },
      { pillar: null, rows: 1, amount: 5 },
    ],
  });
});

test('the pillars always add up to the rows, to the yen', () => {
  const row = fc.record({
    pillar: fc.constantFrom('p1', 'p2', 'p3', null),
    amount: fc.nat(100_000_000_000),
  });
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      const { total, byPillar } = planTotals(rows, ['p1', 'p2', 'p3']);
      expect(byPillar.reduce((sum, each) => sum + each.amount, 0)).toBe(total);
      expect(byPillar.reduce((sum, each) => sum + each.rows, 0)).toBe(rows.length);
    }),
  );
});
