import { expect, test } from 'vitest';
import { type Deadlines, deadlinesOn, decideDeadlines, usualDeadlines } from './rules.ts';

test.each([
  ['before the first: the usual', '2026-03-31', usualDeadlines.answerDays],
  ['on its first day', '2026-04-01', 5],
  ['the newer one', '2026-10-01', 7],
])('what held %s', (_, day, answerDays) => {
  const rows = [
    { ...usualDeadlines, answerDays: 5, fromOn: '2026-04-01' },
    { ...usualDeadlines, answerDays: 7, fromOn: '2026-10-01' },
  ];
  expect(deadlinesOn(rows, day).answerDays).toBe(answerDays);
});

test.each<[string, Partial<Deadlines>, string, string]>([
  ['as usual, from today', {}, '2026-04-01', 'set'],
  ['from yesterday', {}, '2026-03-31', 'day-past'],
  ['an answer at once', { answerDays: 0 }, '2026-04-01', 'out-of-bounds'],
  ['an answer some day', { answerDays: 31 }, '2026-04-01', 'out-of-bounds'],
  ['an outcome after two years', { outcomeDays: 730 }, '2026-04-01', 'out-of-bounds'],
])('to settle %s', (_, change, fromOn, answer) => {
  const decision = decideDeadlines({
    deadlines: { ...usualDeadlines, ...change },
    fromOn,
    today: '2026-04-01',
  });
  expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
});
