import { expect, test } from 'vitest';
import { nationalHolidays } from '../hours/holidays.ts';
import { decideOverride, endsSoon, holidaysFrom } from './rules.ts';

const today = '2026-11-02';

test.each([
  ['2026-11-04', true, '臨時の休日', false, 'change'],
  ['2026-11-03', false, '', true, 'change'],
  ['2026-11-02', true, '今日', false, 'change'],
  ['2026-11-01', true, '昨日', false, 'past-day'],
  ['2026-11-03', true, '文化の日', true, 'already-so'],
  ['2026-11-04', false, '', false, 'already-so'],
  ['2026-11-04', true, '', false, 'name-missing'],
] as const)('%s, holiday %s, named %s, national %s: %s', (date, holiday, nameJa, national, expected) => {
  const decision = decideOverride({ override: { date, holiday, nameJa }, national, today });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('the holidays to come are listed with their names', () => {
  expect(
    holidaysFrom(nationalHolidays, '2026-11-01', 30).map(({ day, name }) => `${day} ${name.ja}`),
  ).toEqual(['2026-11-03 文化の日', '2026-11-23 勤労感謝の日']);
});

test('staff are warned from two years before the table ends', () => {
  expect(endsSoon('2050-11-23', '2048-11-22')).toBe(false);
  expect(endsSoon('2050-11-23', '2048-11-24')).toBe(true);
});
