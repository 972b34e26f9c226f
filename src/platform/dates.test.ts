import { expect, test } from 'vitest';
import {
  addDays,
  dayName,
  endOfTokyoDay,
  fiscalYearName,
  fiscalYearOf,
  fiscalYearShort,
  monthName,
  monthsOfFiscalYear,
  tokyoDay,
  tokyoMinute,
} from './dates.ts';

test.each([
  ['2025-03-31T14:59:59Z', '2025-03-31'],
  ['2025-03-31T15:00:00Z', '2025-04-01'],
  ['2026-12-31T15:00:00Z', '2027-01-01'],
])('%s is %s in Tokyo', (moment, day) => {
  expect(tokyoDay(new Date(moment))).toBe(day);
});

test('the minute is said as a clock in Tokyo shows it', () => {
  expect(tokyoMinute(new Date('2025-07-31T15:04:59Z'))).toBe('2025-08-01 00:04');
});

test('a deadline on a day is met until its midnight in Tokyo', () => {
  expect(endOfTokyoDay('2026-05-29').toISOString()).toBe('2026-05-29T15:00:00.000Z');
});

test.each([
  ['2025-03-31', 2024],
  ['2025-04-01', 2025],
  ['2026-01-01', 2025],
])('%s lies in fiscal year %i', (day, year) => {
  expect(fiscalYearOf(day)).toBe(year);
});

test('a fiscal year has twelve months from April to March', () => {
  const months = monthsOfFiscalYear(2024);
  expect([months.length, months[0], months[8], months[9], months[11]]).toEqual([
    12,
    '2024-04',
    '2024-12',
    '2025-01',
    '2025-03',
  ]);
});

test.each([
  [2024, '令和6年度', 'R6'],
  [2019, '令和元年度', 'R1'],
  [2018, '平成30年度', 'H30'],
])('%i is %s', (year, name, short) => {
  expect([fiscalYearName('ja', year), fiscalYearShort(year)]).toEqual([name, short]);
});

test.each([
  ['2019-04-30', '平成31年4月30日'],
  ['2019-05-01', '令和元年5月1日'],
  ['2025-07-31', '令和7年7月31日'],
])('%s is %s', (day, name) => {
  expect(dayName('ja', day)).toBe(name);
});

test('English says plain dates', () => {
  expect([
    dayName('en', '2025-07-31'),
    fiscalYearName('en', 2024),
    monthName('en', '2024-04'),
    monthName('ja', '2025-01'),
  ]).toEqual(['31 July 2025', 'FY2024', 'Apr', '1月']);
});

test('days are counted over month and leap day', () => {
  expect([addDays('2028-02-28', 1), addDays('2027-03-01', -1)]).toEqual(['2028-02-29', '2027-02-28']);
});
