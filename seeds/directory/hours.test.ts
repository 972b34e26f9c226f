import { describe, expect, test } from 'vitest';
import { readHours } from './hours.ts';

describe('hours as the files write them', () => {
  test('say weekdays with a gap at noon, a monthly Saturday, holidays and the end of the year', () => {
    const text = '1-5 08:30-12:00 13:00-17:15; 6 nth 2,4 09:00-12:00; holidays closed; yearend';
    expect(readHours(text, '2026-04-01')).toEqual({
      rules: [
        { days: [1, 2, 3, 4, 5], opens: '08:30', closes: '12:00' },
        { days: [1, 2, 3, 4, 5], opens: '13:00', closes: '17:15' },
        { days: [6], nth: [2, 4], opens: '09:00', closes: '12:00' },
      ],
      publicHolidays: 'closed',
      closures: [{ from: '12-29', to: '01-03' }],
      exceptions: [],
    });
  });

  test('go past midnight, end their last entry before, and hold for one way of contact or one language', () => {
    expect(
      readHours('4,6 by line 22:00-02:00/01:30; 2 in ne 09:00-12:00; holidays 10:00-16:00', '2026-04-01'),
    ).toEqual({
      rules: [
        { days: [4, 6], channel: 'line', opens: '22:00', closes: '02:00', lastEntry: '01:30' },
        { days: [2], lang: 'ne', opens: '09:00', closes: '12:00' },
      ],
      publicHolidays: [{ opens: '10:00', closes: '16:00' }],
      closures: [],
      exceptions: [],
    });
  });

  test('count every second week from such a day, and single days from the load', () => {
    expect(
      readHours('3 every 2 13:00-16:00; day +7 closed 棚卸し; day +9 10:00-12:00', '2026-04-01'),
    ).toEqual({
      rules: [{ days: [3], interval: 2, validFrom: '2025-10-01', opens: '13:00', closes: '16:00' }],
      publicHolidays: 'same',
      closures: [],
      exceptions: [
        { date: '2026-04-08', intervals: [], label: '棚卸し' },
        { date: '2026-04-10', intervals: [{ opens: '10:00', closes: '12:00' }] },
      ],
    });
  });

  test('may be all day and night', () => {
    expect(readHours('always', '2026-04-01')).toMatchObject({ alwaysOpen: true, rules: [] });
  });

  test.each(['8 09:00-10:00', '1-5', '1-5 9-17', '1 by pigeon 09:00-10:00', 'sometimes'])(
    'refuse %j instead of guessing',
    (text) => {
      expect(() => readHours(text, '2026-04-01')).toThrow(/^no /);
    },
  );
});
