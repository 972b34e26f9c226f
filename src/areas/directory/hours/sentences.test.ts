import { expect, test } from 'vitest';
import { exampleHours, officeHours, weekdays } from './fixtures.ts';
import type { Hours } from './hours.ts';
import { hoursText } from './sentences.ts';

const night = exampleHours([{ days: [5, 6], opens: '18:00', closes: '02:00' }]);
const mixed = exampleHours(
  [
    { days: weekdays, opens: '09:00', closes: '12:00' },
    { days: [1, 3], opens: '13:00', closes: '17:00', lastEntry: '16:30' },
    { days: [6], nth: [2, 4], opens: '11:00', closes: '14:00' },
    { days: [7], interval: 2, validFrom: '2026-11-01', opens: '10:00', closes: '00:00' },
  ],
  {
    publicHolidays: [{ opens: '10:00', closes: '12:00' }],
    exceptions: [
      { date: '2026-11-07', intervals: [] },
      { date: '2026-11-08', intervals: [{ opens: '09:00', closes: '10:00' }], label: '臨時' },
      { date: '2025-11-08', intervals: [] },
    ],
  },
);

test.each<[string, Hours, string, string]>([
  [
    'office hours',
    officeHours,
    '月曜〜金曜 9:00〜12:00、13:00〜17:15。祝日は休み。12月29日〜1月3日（年末年始）は休み。',
    'Mon–Fri 9:00–12:00, 13:00–17:15. Closed on public holidays. Closed on 29 Dec–3 Jan (年末年始).',
  ],
  [
    'nights',
    night,
    '金曜・土曜 18:00〜翌2:00。祝日も同じです。',
    'Fri, Sat 18:00–2:00 the next day. The same on public holidays.',
  ],
  [
    'days that differ, nth weekdays, every other week, holidays of their own, exceptions to come',
    mixed,
    '月曜・水曜 9:00〜12:00、13:00〜17:00（受付は16:30まで）。火曜・木曜・金曜 9:00〜12:00。' +
      '隔週の日曜 10:00〜24:00。第2・第4土曜 11:00〜14:00。祝日は 10:00〜12:00。' +
      '2026年11月7日（土）は休み。2026年11月8日（日）（臨時）は 9:00〜10:00。',
    'Mon, Wed 9:00–12:00, 13:00–17:00 (last entry 16:30). Tue, Thu, Fri 9:00–12:00. ' +
      'Sun every other week 10:00–24:00. 2nd and 4th Sat of the month 11:00–14:00. On public holidays 10:00–12:00. ' +
      'Closed on Sat 7 Nov 2026. On Sun 8 Nov 2026 (臨時) 9:00–10:00.',
  ],
  ['always', { ...officeHours, alwaysOpen: true }, '24時間、毎日。', 'Day and night, every day.'],
  [
    'a note of what rules cannot say',
    exampleHours([{ days: [1], opens: '09:00', closes: '10:00' }], { note: { ja: '雨の日は休みます。' } }),
    '月曜 9:00〜10:00。祝日も同じです。雨の日は休みます。',
    'Mon 9:00–10:00. The same on public holidays. 雨の日は休みます.',
  ],
  [
    'one way and one language',
    exampleHours([{ days: [4], opens: '09:00', closes: '12:00', channel: 'phone', lang: 'ne' }]),
    '電話、ネパール語：木曜 9:00〜12:00。祝日も同じです。',
    'Telephone, Nepali: Thu 9:00–12:00. The same on public holidays.',
  ],
])('%s are said in plain sentences', (_, hours, ja, en) => {
  expect(hoursText('ja', hours, '2026-10-01')).toBe(ja);
  expect(hoursText('en', hours, '2026-10-01')).toBe(en);
});

test('what is over is left out', () => {
  const hours = exampleHours([{ days: [1], opens: '09:00', closes: '10:00', validTo: '2026-08-31' }], {
    closures: [{ from: '2026-09-01', to: '2026-09-02' }],
  });
  expect(hoursText('ja', hours, '2026-09-03')).toBe('祝日も同じです。');
  expect(hoursText('ja', hours, '2026-08-31')).toBe(
    '2026年8月31日（月）まで 月曜 9:00〜10:00。祝日も同じです。2026年9月1日（火）〜2026年9月2日（水）は休み。',
  );
});
