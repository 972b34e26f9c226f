import { expect, test } from 'vitest';
import { tokyoMinute } from '#platform/dates.ts';
import { exampleHours, officeHours, weekdays } from './fixtures.ts';
import { nationalHolidays } from './holidays.ts';
import type { Hours, Interval } from './hours.ts';
import { type Asked, hoursOn, openingAt, openingOf, shownUntil, sourcesOf } from './rules.ts';
import { openingText } from './text.ts';

const asked: Asked = { holidays: nationalHolidays };
/** A moment in Tokyo: `2026-11-02 09:00`. */
const at = (text: string) => new Date(`${text.replace(' ', 'T')}:00+09:00`);

/** Every answer as one short text: `open 17:15`, `closed 2026-11-04 09:00`, in Tokyo. */
function said(hours: Hours | undefined, moment: string, about: Partial<Asked> = {}): string {
  const { state, until, opensAt } = openingAt(hours, at(moment), { ...asked, ...about });
  const when = until ?? opensAt;
  return when ? `${state} ${tokyoMinute(when)}` : state;
}

const nights = exampleHours([{ days: [5, 6], opens: '18:00', closes: '02:00' }]);
const secondAndFourthSaturday = exampleHours([{ days: [6], nth: [2, 4], opens: '11:00', closes: '14:00' }]);
const lastFriday = exampleHours([{ days: [5], nth: [-1], opens: '10:00', closes: '12:00' }]);
const fifthMonday = exampleHours([{ days: [1], nth: [5], opens: '10:00', closes: '12:00' }]);
const everyOtherWednesday = exampleHours([
  { days: [3], interval: 2, validFrom: '2026-11-04', opens: '10:00', closes: '12:00' },
]);
const withLastEntry = exampleHours([{ days: [1], opens: '09:00', closes: '17:00', lastEntry: '16:30' }]);
const nightEntry = exampleHours([{ days: [5], opens: '20:00', closes: '05:00', lastEntry: '01:00' }]);
const summer = exampleHours([
  { days: [1], opens: '09:00', closes: '12:00', validFrom: '2026-07-01', validTo: '2026-08-31' },
]);
const roundTheClock = exampleHours([{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }]);

test.each<[string, Hours | undefined, string, string]>([
  ['before opening', officeHours, '2026-11-02 08:59', 'closed 2026-11-02 09:00'],
  ['at the minute of opening', officeHours, '2026-11-02 09:00', 'open 2026-11-02 12:00'],
  ['at the last minute', officeHours, '2026-11-02 11:59', 'open 2026-11-02 12:00'],
  ['at the minute of the lunch gap', officeHours, '2026-11-02 12:00', 'closed 2026-11-02 13:00'],
  ['after lunch', officeHours, '2026-11-02 13:00', 'open 2026-11-02 17:15'],
  ['at closing, a holiday follows', officeHours, '2026-11-02 17:15', 'closed 2026-11-04 09:00'],
  ['on 文化の日', officeHours, '2026-11-03 10:00', 'closed 2026-11-04 09:00'],
  ['on Friday evening', officeHours, '2026-11-06 18:00', 'closed 2026-11-09 09:00'],
  ['on 国民の休日 2026', officeHours, '2026-09-22 10:00', 'closed 2026-09-24 09:00'],
  ['on 国民の休日 2032', officeHours, '2032-09-21 10:00', 'closed 2032-09-23 09:00'],
  ['on 振替休日 2024', officeHours, '2024-09-23 10:00', 'closed 2024-09-24 09:00'],
  ['on 振替休日 May 2026', officeHours, '2026-05-06 10:00', 'closed 2026-05-07 09:00'],
  ['on 振替休日 2027', officeHours, '2027-03-22 10:00', 'closed 2027-03-23 09:00'],
  ['on the first day of the year-end closure', officeHours, '2026-12-29 10:00', 'closed 2027-01-04 09:00'],
  ['on the last day of the year-end closure', officeHours, '2027-01-03 10:00', 'closed 2027-01-04 09:00'],
  ['on the day before the year-end closure', officeHours, '2026-12-28 10:00', 'open 2026-12-28 12:00'],
  ['in the evening of a night desk', nights, '2026-11-06 23:00', 'open 2026-11-07 02:00'],
  ['past midnight', nights, '2026-11-07 01:59', 'open 2026-11-07 02:00'],
  ['at the end past midnight', nights, '2026-11-07 02:00', 'closed 2026-11-07 18:00'],
  ['past the second midnight', nights, '2026-11-08 01:00', 'open 2026-11-08 02:00'],
  ['early on Friday, before its first night', nights, '2026-11-06 01:00', 'closed 2026-11-06 18:00'],
  ['on the second Saturday', secondAndFourthSaturday, '2026-11-14 11:00', 'open 2026-11-14 14:00'],
  ['on the third Saturday', secondAndFourthSaturday, '2026-11-21 12:00', 'closed 2026-11-28 11:00'],
  ['after the fourth Saturday', secondAndFourthSaturday, '2026-11-28 14:00', 'closed 2026-12-12 11:00'],
  ['before the last Friday', lastFriday, '2026-11-20 11:00', 'closed 2026-11-27 10:00'],
  ['on a last Friday that is the fifth', lastFriday, '2026-10-30 11:00', 'open 2026-10-30 12:00'],
  ['before a fifth Monday', fifthMonday, '2026-10-28 11:00', 'closed 2026-11-30 10:00'],
  ['before every other week begins', everyOtherWednesday, '2026-10-28 11:00', 'closed 2026-11-04 10:00'],
  ['in the week between', everyOtherWednesday, '2026-11-11 11:00', 'closed 2026-11-18 10:00'],
  ['in the next week', everyOtherWednesday, '2026-11-18 11:00', 'open 2026-11-18 12:00'],
  ['before the last entry', withLastEntry, '2026-11-02 16:29', 'open 2026-11-02 16:30'],
  ['after the last entry', withLastEntry, '2026-11-02 16:30', 'closed 2026-11-09 09:00'],
  ['before a last entry past midnight', nightEntry, '2026-11-07 00:59', 'open 2026-11-07 01:00'],
  ['after a last entry past midnight', nightEntry, '2026-11-07 01:00', 'closed 2026-11-13 20:00'],
  ['before it is valid', summer, '2026-06-29 10:00', 'closed 2026-07-06 09:00'],
  ['after it was valid', summer, '2026-08-31 13:00', 'closed'],
  ['by rules that leave no gap', roundTheClock, '2026-11-02 03:00', 'always'],
  ['when it never closes', { ...officeHours, alwaysOpen: true }, '2026-12-31 03:00', 'always'],
  ['when nobody said', undefined, '2026-11-02 10:00', 'unknown'],
  ['when there are no rules', exampleHours([]), '2026-11-02 10:00', 'unknown'],
])('%s', (_, hours, moment, expected) => {
  expect(said(hours, moment)).toBe(expected);
});

const day = (hours: Hours, date: string) =>
  hoursOn(hours, date, asked).intervals.map(({ opens, closes }: Interval) => `${opens}-${closes}`);

test('exceptions come before closures, closures before holidays, holidays before rules', () => {
  const hours: Hours = {
    ...officeHours,
    publicHolidays: [{ opens: '10:00', closes: '12:00' }],
    closures: [{ from: '2026-11-03', to: '2026-11-04', label: '改修' }],
    exceptions: [{ date: '2026-11-04', intervals: [{ opens: '08:00', closes: '09:00' }] }],
  };
  expect(day(hours, '2026-11-02')).toEqual(['09:00-12:00', '13:00-17:15']);
  expect(day(hours, '2026-11-23')).toEqual(['10:00-12:00']);
  expect(hoursOn(hours, '2026-11-03', asked)).toMatchObject({
    because: 'closure',
    label: '改修',
    intervals: [],
  });
  expect(day(hours, '2026-11-04')).toEqual(['08:00-09:00']);
});

test('a closure takes what begins on its day and leaves the night before its end', () => {
  const hours = { ...nights, closures: [{ from: '2026-11-07', to: '2026-11-07' }] };
  expect(said(hours, '2026-11-07 01:00')).toBe('open 2026-11-07 02:00');
  expect(said(hours, '2026-11-07 19:00')).toBe('closed 2026-11-13 18:00');
  expect(said(hours, '2026-11-08 01:00')).toBe('closed 2026-11-13 18:00');
});

test('hours that close where they open last a day, and touching hours are one', () => {
  expect(said(exampleHours([{ days: [1], opens: '09:00', closes: '09:00' }]), '2026-11-03 08:59')).toBe(
    'open 2026-11-03 09:00',
  );
  const touching = exampleHours([
    { days: [1], opens: '09:00', closes: '24:00' },
    { days: [2], opens: '00:00', closes: '03:00' },
    { days: [2], opens: '02:00', closes: '05:00' },
  ]);
  expect(said(touching, '2026-11-02 10:00')).toBe('open 2026-11-03 05:00');
});

test('round the clock with a closure ends at the closure', () => {
  const hours = { ...roundTheClock, closures: [{ from: '12-29', to: '01-03' }] };
  expect(said(hours, '2026-11-02 10:00')).toBe('open 2026-12-29 00:00');
  expect(said(hours, '2026-12-30 10:00')).toBe('closed 2027-01-04 00:00');
});

test('a rule may be for one way of contact, and for one language', () => {
  const hours = exampleHours([
    { days: weekdays, opens: '09:00', closes: '17:00', channel: 'phone' },
    { days: [4], opens: '09:00', closes: '12:00', channel: 'phone', lang: 'ne' },
    { days: [6], opens: '10:00', closes: '12:00', channel: 'visit' },
  ]);
  const about = (moment: string, rest: Partial<Asked>) => said(hours, moment, rest);
  expect(about('2026-11-07 11:00', {})).toBe('open 2026-11-07 12:00');
  expect(about('2026-11-07 11:00', { channel: 'phone' })).toBe('closed 2026-11-09 09:00');
  expect(about('2026-11-07 11:00', { channel: 'visit' })).toBe('open 2026-11-07 12:00');
  expect(about('2026-11-07 11:00', { channel: 'mail' })).toBe('unknown');
  const nepali = exampleHours(hours.rules.slice(1, 2));
  expect(said(nepali, '2026-11-04 11:00', { lang: 'ne' })).toBe('closed 2026-11-05 09:00');
  expect(said(nepali, '2026-11-04 11:00', { lang: 'vi' })).toBe('unknown');
});

test('an entry is open while one way is that somebody answers', () => {
  const channel = { id: '', value: '', label: { ja: '' }, freeOfCharge: false, languages: [] };
  const line = exampleHours([{ days: [1], opens: '16:00', closes: '21:00' }]);
  const content = {
    hours: officeHours,
    channels: [
      { ...channel, kind: 'phone' as const },
      { ...channel, kind: 'line' as const, hours: line },
      { ...channel, kind: 'mail' as const, hours: { ...officeHours, alwaysOpen: true } },
    ],
  };
  const opening = openingOf(sourcesOf(content), at('2026-11-02 16:30'), asked);
  expect(tokyoMinute(opening.until ?? at('2000-01-01 00:00'))).toBe('2026-11-02 21:00');
  expect(openingOf(sourcesOf({ ...content, channels: [] }), at('2026-11-02 18:00'), asked).state).toBe(
    'closed',
  );
  expect(openingOf(sourcesOf({ channels: [] }), at('2026-11-02 18:00'), asked).state).toBe('unknown');
});

test('the next open day is the first after today', () => {
  expect(openingAt(officeHours, at('2026-11-02 08:00'), asked).nextOpenDay).toBe('2026-11-04');
  expect(openingAt(officeHours, at('2026-12-28 18:00'), asked).nextOpenDay).toBe('2027-01-04');
});

test.each([
  ['2026-11-02 10:00', officeHours, 'いま開いています（12:00まで）', '2026-11-02 12:00'],
  ['2026-11-02 12:30', officeHours, '今日 13:00から', '2026-11-02 13:00'],
  ['2026-11-03 12:30', officeHours, '明日 9:00から', '2026-11-04 00:00'],
  ['2026-11-06 18:00', officeHours, '11月9日（月） 9:00から', '2026-11-07 00:00'],
  ['2026-11-06 20:00', nights, 'いま開いています（翌2:00まで）', '2026-11-07 00:00'],
  ['2026-11-07 01:00', nights, 'いま開いています（2:00まで）', '2026-11-07 02:00'],
])('at %s it says so and until when', (moment, hours, text, until) => {
  const opening = openingAt(hours, at(moment), asked);
  expect(openingText('ja', opening, at(moment))).toBe(text);
  expect(tokyoMinute(shownUntil(opening, at(moment)))).toBe(until);
});

test.each([
  ['America/New_York', 300],
  ['Pacific/Kiritimati', -840],
  ['Asia/Tokyo', -540],
])('the zone of the process, here %s, changes nothing', (zone, offset) => {
  const before = process.env['TZ'];
  process.env['TZ'] = zone;
  try {
    expect(at('2026-11-25 09:00').getTimezoneOffset()).toBe(offset);
    expect(said(officeHours, '2026-11-02 17:15')).toBe('closed 2026-11-04 09:00');
    expect(said(officeHours, '2026-09-22 10:00')).toBe('closed 2026-09-24 09:00');
    expect(said(nights, '2026-11-07 01:59')).toBe('open 2026-11-07 02:00');
    expect(said(secondAndFourthSaturday, '2026-11-14 00:01')).toBe('closed 2026-11-14 11:00');
    expect(said(officeHours, '2026-12-29 00:00')).toBe('closed 2027-01-04 09:00');
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
});
