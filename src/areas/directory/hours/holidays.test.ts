import { expect, test } from 'vitest';
import { lastHoliday, nationalHolidays, withOverrides } from './holidays.ts';

test.each([
  ['2026-09-22', '国民の休日'],
  ['2032-09-21', '国民の休日'],
  ['2024-09-23', '秋分の日 振替休日'],
  ['2026-05-06', '憲法記念日 振替休日'],
  ['2027-03-22', '春分の日 振替休日'],
  ['2026-11-03', '文化の日'],
])('%s is %s', (day, name) => {
  expect(nationalHolidays.nameOf(day)?.ja).toContain(name.split(' ').at(-1));
});

test('days beside them are none', () => {
  for (const day of ['2026-09-24', '2026-11-02', '2024-09-24', '2051-01-01'])
    expect(nationalHolidays.nameOf(day)).toBeUndefined();
});

test('the table reaches further than anybody plans', () => {
  expect(lastHoliday).toBe('2050-11-23');
});

test('staff can make a day a holiday, and take one out', () => {
  const holidays = withOverrides([
    { date: '2026-11-04', holiday: true, nameJa: '臨時の休日', nameEn: '' },
    { date: '2026-11-03', holiday: false, nameJa: '', nameEn: '' },
  ]);
  expect(holidays.nameOf('2026-11-04')).toEqual({ ja: '臨時の休日', en: '臨時の休日' });
  expect(holidays.nameOf('2026-11-03')).toBeUndefined();
  expect(holidays.nameOf('2026-11-23')?.ja).toBe('勤労感謝の日');
});
