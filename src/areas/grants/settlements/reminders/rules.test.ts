import { expect, test } from 'vitest';
import { reminderDue } from './rules.ts';

test.each<[string, string[], string | null]>([
  ['2026-03-26', [], null],
  ['2026-03-27', [], 'soon'],
  ['2026-04-06', ['soon'], null],
  ['2026-04-07', ['soon'], 'days'],
  ['2026-04-10', ['soon', 'days'], null],
  ['2026-04-11', ['soon', 'days'], 'late'],
  ['2026-04-24', ['soon', 'days', 'late'], 'later'],
  ['2026-06-01', ['soon', 'days', 'late', 'later'], null],
  // The product stood still for weeks: one mail, not four.
  ['2026-04-12', [], 'late'],
  ['2026-04-12', ['late'], null],
])('on %s, with %o sent, the reminder for 10 April is %s', (today, sent, step) => {
  expect(reminderDue({ dueOn: '2026-04-10', today, sent })).toBe(step);
});
