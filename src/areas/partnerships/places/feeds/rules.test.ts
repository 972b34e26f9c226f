import { describe, expect, test } from 'vitest';
import { readCalendar } from './reader.testing.ts';
import { type CalendarEvent, calendarText, escaped, folded } from './rules.ts';

const event: CalendarEvent = {
  uid: 'a-20261231-1800',
  sequence: 2,
  stamp: new Date('2026-12-01T03:04:05Z'),
  day: '2026-12-31',
  opens: '18:00',
  closes: '20:00',
  cancelled: false,
  summary: 'いかりのごはん',
  description: '',
  location: '',
  url: 'https://example.jp/places/a',
};
const written = (...events: readonly Partial<CalendarEvent>[]) =>
  calendarText({ name: '居場所', host: 'example.jp', events: events.map((each) => ({ ...event, ...each })) });

describe('what another reader makes of a calendar', () => {
  test.each<[string, Partial<CalendarEvent>, string, string]>([
    ['an evening', {}, '2026-12-31T09:00:00.000Z', '2026-12-31T11:00:00.000Z'],
    [
      'a night over the end of the year',
      { closes: '02:00' },
      '2026-12-31T09:00:00.000Z',
      '2026-12-31T17:00:00.000Z',
    ],
    ['until midnight', { closes: '24:00' }, '2026-12-31T09:00:00.000Z', '2026-12-31T15:00:00.000Z'],
    [
      'a New Year’s morning that is still last year in Greenwich',
      { day: '2027-01-01', opens: '08:00', closes: '10:00' },
      '2026-12-31T23:00:00.000Z',
      '2027-01-01T01:00:00.000Z',
    ],
    [
      'a night into 1 March of a leap year',
      { day: '2028-02-29', opens: '22:00', closes: '01:00' },
      '2028-02-29T13:00:00.000Z',
      '2028-02-29T16:00:00.000Z',
    ],
  ])('%s is at its hour', (_, change, starts, ends) => {
    const { events, zones, properties } = readCalendar(written(change));
    expect(events.map(({ start, end }) => [start.toISOString(), end.toISOString()])).toEqual([
      [starts, ends],
    ]);
    expect(zones).toEqual(['Asia/Tokyo']);
    expect(properties).toMatchObject({ VERSION: '2.0', METHOD: 'PUBLISH' });
  });

  test('texts come back as they were, whatever is in them', () => {
    const texts = [
      'カレー; サラダ, 「お茶」\\(^o^)/',
      '一行目\n二行目\r\n三行目',
      'BEGIN:VEVENT\nATTACH:evil',
      '👨‍👩‍👧‍👦'.repeat(30),
      'あ'.repeat(300),
    ];
    const { events } = readCalendar(written(...texts.map((summary) => ({ summary, description: summary }))));
    expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual(texts.map((text) => text.replaceAll('\r\n', '\n')));
    expect(events).toHaveLength(texts.length);
  });

  test('a session keeps its name when it moves, and says that it is cancelled', () => {
    const { events } = readCalendar(written({}, { opens: '19:00', cancelled: true, sequence: 3 }));
    expect(events).toMatchObject([
      { UID: 'a-20261231-1800@example.jp', SEQUENCE: '2', STATUS: 'CONFIRMED', DTSTAMP: '20261201T030405Z' },
      { UID: 'a-20261231-1800@example.jp', SEQUENCE: '3', STATUS: 'CANCELLED' },
    ]);
  });
});

test('the same facts are the same text: a cache may compare it', () => {
  expect(written({})).toBe(written({}));
});

test.each([74, 75, 76, 149, 150, 400])('a line of %i letters is folded and whole again', (length) => {
  for (const letter of ['a', 'é', 'あ', '𠮷']) {
    const line = letter.repeat(length);
    const lines = folded(line).split('\r\n');
    expect(Math.max(...lines.map((each) => Buffer.byteLength(each)))).toBeLessThanOrEqual(75);
    expect(lines.map((each, at) => (at === 0 ? each : each.slice(1))).join('')).toBe(line);
  }
});

test('what would end a line does not', () => {
  expect(escaped('a\r\nEND:VEVENT\u0000')).toBe('a\\nEND:VEVENT');
});
