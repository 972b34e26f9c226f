import { expect, test } from 'vitest';
import { monthsUntil, rowsOf } from './rules.ts';

test('months go back over the turn of a year', () => {
  expect(monthsUntil('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
});

test('what is missed most often stands first, all reasons together', () => {
  const one = { month: '2026-02', topic: 'debt', municipality: '', why: 'nothing-found', times: 2 };
  const rows = rowsOf(
    [
      one,
      { ...one, why: 'none-open', times: 3 },
      { ...one, month: '2026-01', times: 1 },
      { ...one, topic: 'housing', municipality: '99201', times: 7 },
      { ...one, topic: 'income', month: '2020-01', times: 99 },
    ],
    ['2026-02', '2026-01'],
  );
  expect(rows).toEqual([
    { topic: 'housing', municipality: '99201', months: [7, 0], total: 7 },
    { topic: 'debt', municipality: '', months: [5, 1], total: 6 },
  ]);
});
