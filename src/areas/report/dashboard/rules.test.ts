import { expect, test } from 'vitest';
import { csvRowsOf } from './panels.ts';
import { entriesOf, moneyOf, monthAsked, monthBefore, shareOf } from './rules.ts';

test.each([
  ['2025-04', 1, '2025-03'],
  ['2025-01', 1, '2024-12'],
  ['2025-04', 12, '2024-04'],
  ['2025-12', -1, '2026-01'],
])('%s, %d months before, is %s', (month, months, before) => {
  expect(monthBefore(month, months)).toBe(before);
});

test.each([
  ['', '2026-10'],
  ['2026-11', '2026-11'],
  ['2026-12', '2026-10'],
  ['2024-02', '2024-02'],
  ['2024-13', '2026-10'],
  ['<script>', '2026-10'],
])('asked for %j at the end of November 2026, the page is of %s', (asked, month) => {
  expect(monthAsked(asked, '2026-11-26')).toBe(month);
});

test.each([
  [1, 3, 33.3],
  [0, 3, 0],
  [0, 0, null],
])('%d of %d is %s percent', (part, whole, share) => {
  expect(shareOf(part, whole)).toBe(share);
});

test('what is budgeted, decided and paid is added up over the programs that were asked for', () => {
  const program = (id: string, initial: number | null, revised: number | null) => ({
    id,
    pillars: [],
    budget: { initial, revised },
  });
  const money = [
    { programId: 'a', decidedYen: 30, paidYen: 20 },
    { programId: 'c', decidedYen: 7, paidYen: 7 },
  ];
  expect(moneyOf([program('a', 100, 120), program('b', 50, null)], money)).toEqual({
    budgetYen: 170,
    decidedYen: 30,
    paidYen: 20,
  });
});

test('a bureau has still to hand in what is owed, drafted or returned', () => {
  const row = (organisationId: string, status: string, count: number) => ({ organisationId, status, count });
  const rows = [row('x', 'owed', 2), row('x', 'returned', 1), row('x', 'accepted', 5), row('y', 'draft', 4)];
  expect(entriesOf(rows, 'x')).toBe(3);
  expect(entriesOf(rows, 'x', 'accepted')).toBe(5);
  expect(entriesOf(rows, 'z')).toBe(0);
});

test('the file has every number of the page, with its unit', () => {
  const panel = { id: 'p', title: 'P', definition: '', unit: '件', picture: 'none' } as const;
  const rows = csvRowsOf([
    {
      id: 'g',
      title: 'G',
      panels: [
        { ...panel, labels: ['a', 'b'], series: [{ label: 'now', values: [1, null] }] },
        { ...panel, units: ['％'], labels: ['c'], series: [{ label: 'now', values: [3] }] },
      ],
    },
  ]);
  expect(rows).toEqual([
    ['G', 'P', 'a', 'now', 1, '件'],
    ['G', 'P', 'b', 'now', null, '件'],
    ['G', 'P', 'c', 'now', 3, '％'],
  ]);
});
