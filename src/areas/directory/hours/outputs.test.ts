import { expect, test } from 'vitest';
import { exampleHours, officeHours, weekdays } from './fixtures.ts';
import type { Hours } from './hours.ts';
import { gifHours } from './gif.ts';
import { hsdsSchedules } from './hsds.ts';
import { osmHours } from './osm.ts';

const from = '2026-11-01';
const saturdays = exampleHours([{ days: [6], nth: [2, 4], opens: '11:00', closes: '14:00' }]);
const lastFridayNight = exampleHours([{ days: [5], nth: [-1], opens: '20:00', closes: '02:00' }]);
const everyOtherWeek = exampleHours([
  { days: [3], interval: 2, validFrom: '2026-11-04', opens: '10:00', closes: '24:00' },
]);
const mixed = exampleHours(
  [
    { days: weekdays, opens: '09:00', closes: '17:00' },
    { days: [1], opens: '18:00', closes: '20:00', validFrom: '2026-12-01', validTo: '2026-12-28' },
  ],
  {
    publicHolidays: [{ opens: '10:00', closes: '12:00' }],
    closures: [{ from: '2026-11-10', to: '2026-11-11' }],
    exceptions: [{ date: '2026-11-14', intervals: [{ opens: '10:00', closes: '12:00' }] }],
  },
);

test.each<[string, Hours]>([
  ['Mo-Fr 09:00-12:00,13:00-17:15; PH off; Dec 29-Jan 03 off', officeHours],
  ['Sa[2,4] 11:00-14:00', saturdays],
  ['Fr[-1] 20:00-02:00', lastFridayNight],
  ['We 10:00-24:00 unknown "every 2 weeks from 2026-11-04"', everyOtherWeek],
  [
    'Mo-Fr 09:00-17:00, 2026 Dec 01-2026 Dec 28 Mo 18:00-20:00; PH 10:00-12:00; 2026 Nov 10-2026 Nov 11 off; 2026 Nov 14 10:00-12:00',
    mixed,
  ],
  ['24/7', { ...officeHours, alwaysOpen: true }],
])('OpenStreetMap reads %s', (text, hours) => {
  expect(osmHours(hours, from)).toBe(text);
});

test.each<[string, Hours]>([
  ['0Mo0Tu0We0Th0Fr 09:00/12:00,13:00/17:15', officeHours],
  ['24Sa 11:00/14:00', saturdays],
  ['6Fr 20:00/02:00', lastFridayNight],
  ['7We 10:00/24:00', everyOtherWeek],
  ['0Mo0Tu0We0Th0Fr 09:00/17:00;0Mo 18:00/20:00', mixed],
  ['0Mo0Tu0We0Th0Fr0Sa0Su 00:00/24:00', { ...officeHours, alwaysOpen: true }],
  ['', exampleHours([{ days: [1], interval: 3, validFrom: from, opens: '10:00', closes: '12:00' }])],
])('GIF writes %s', (text, hours) => {
  expect(gifHours(hours, from)).toBe(text);
});

test('an HSDS row leaves out what it does not say, and the year-end splits it', () => {
  const rows = hsdsSchedules(
    exampleHours([{ days: weekdays, opens: '09:00', closes: '17:00' }], { closures: officeHours.closures }),
    {
      from,
      idOf: (row) => row,
    },
  );
  const repeated = {
    timezone: 9,
    freq: 'WEEKLY',
    wkst: 'MO',
    byday: 'MO,TU,WE,TH,FR',
    opens_at: '09:00+09:00',
    closes_at: '17:00+09:00',
  };
  expect(rows.map((row) => JSON.parse(row.id))).toEqual([
    { valid_to: '2026-12-28', ...repeated },
    { valid_from: '2027-01-04', ...repeated },
  ]);
  expect(rows[0]?.description).toBe(
    '月曜〜金曜 9:00〜17:00 / 祝日も同じです / 12月29日〜1月3日（年末年始）は休み',
  );
  const [second] = hsdsSchedules(saturdays, { from, idOf: (row) => row });
  expect(second).toMatchObject({ freq: 'MONTHLY', byday: '2SA,4SA' });
});
