import { expect, test } from 'vitest';
import { nationalHolidays } from '#areas/directory/index.ts';
import { isBankDay, nextBankDay, payDay } from './rules.ts';

const holidayOf = (day: string) => nationalHolidays.nameOf(day);

test.each([
  ['2025-06-30', true],
  ['2025-06-28', false],
  ['2025-06-29', false],
  ['2025-11-24', false],
  ['2025-12-30', true],
  ['2025-12-31', false],
  ['2026-01-02', false],
  ['2026-01-05', true],
])('on %s banks work: %s', (day, works) => {
  expect(isBankDay(day, holidayOf)).toBe(works);
});

test('after 30 December comes 5 January', () => {
  expect(nextBankDay('2025-12-30', holidayOf)).toBe('2026-01-05');
});

test.each([
  ['2025-06-30', '2025-06-11', '2025-06-30'],
  ['2025-06-29', '2025-06-11', '2025-06-27'],
  ['2025-06-01', '2025-06-11', '2025-06-11'],
  ['2025-06-14', '2025-06-13', '2025-06-13'],
])('due on %s, not before %s: paid on %s', (dueOn, soonest, day) => {
  expect(payDay(dueOn, soonest, holidayOf)).toBe(day);
});
