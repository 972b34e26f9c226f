import { expect, test } from 'vitest';
import { byMonth, daysBetween, excerpt } from './rules.ts';

test('months and what they hold stand newest first; of one day, what has a time before what has none', () => {
  const entries = [
    { kind: 'step', at: '2026-04-01' },
    { kind: 'record', at: '2026-05-02 09:00' },
    { kind: 'record', at: '2026-04-01 10:00' },
    { kind: 'task', at: '2026-04-30' },
  ] as const;
  expect(byMonth(entries).map(({ month, entries: held }) => [month, held.map(({ at }) => at)])).toEqual([
    ['2026-05', ['2026-05-02 09:00']],
    ['2026-04', ['2026-04-30', '2026-04-01 10:00', '2026-04-01']],
  ]);
});

test('a text is cut at letters, not in the middle of one', () => {
  expect(excerpt('𠮷田さんと\n話した', 5)).toBe('𠮷田さんと…');
  expect(excerpt('短い', 5)).toBe('短い');
});

test('days are counted over the end of a year', () => {
  expect(daysBetween('2025-12-31', '2026-01-02')).toBe(2);
});
