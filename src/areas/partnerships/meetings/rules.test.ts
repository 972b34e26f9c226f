import { describe, expect, test } from 'vitest';
import { decideEntry, decideMeeting, decideResult, suggestSeats } from './rules.ts';

const startsAt = new Date('2026-12-01T05:00:00Z');
const before = new Date('2026-11-30T05:00:00Z');
const meeting = { startsAt, cancelledAt: null, quota: 2, place: '横浜', online: false };

test.each([
  [meeting, 'site', 1, before, 'enter'],
  [meeting, 'site', 2, before, 'meeting-full'],
  [meeting, 'online', 0, before, 'not-that-way'],
  [{ ...meeting, place: '', online: true }, 'site', 0, before, 'not-that-way'],
  [{ ...meeting, place: '', online: true }, 'online', 0, before, 'enter'],
  [{ ...meeting, cancelledAt: before }, 'site', 0, before, 'meeting-cancelled'],
  [meeting, 'site', 0, startsAt, 'meeting-over'],
])('an entry to %j (%s, %d are in): %s', (at, attends, entered, now, expected) => {
  const decided = decideEntry(at, { attends, entered, now });
  expect(decided.ok ? decided.value : decided.refusal).toBe(expected);
});

test('a meeting is somewhere and ends after it starts', () => {
  const ends = new Date(startsAt.getTime() + 1);
  expect(decideMeeting({ startsAt, endsAt: ends, place: '横浜', url: '' }).ok).toBe(true);
  expect(decideMeeting({ startsAt, endsAt: startsAt, place: '横浜', url: '' }).ok).toBe(false);
  expect(decideMeeting({ startsAt, endsAt: ends, place: '', url: '' }).ok).toBe(false);
});

test('results come of what was held, and an agreement has two sides', () => {
  const say = (agreed: boolean, sides: (string | null)[], now = startsAt) =>
    decideResult(meeting, { agreed, sides, now }).ok;
  expect(say(false, [null, null])).toBe(true);
  expect(say(true, ['a', 'b'])).toBe(true);
  expect(say(true, ['a', 'a'])).toBe(false);
  expect(say(true, ['a', null])).toBe(false);
  expect(say(false, [null, null], before)).toBe(false);
});

describe('seats', () => {
  const guest = (id: string, kind: string, wishes: string[], organisationName = id) => ({
    id,
    kind,
    wishes,
    organisationName,
  });
  const tables = [
    { id: 'food', seats: 2 },
    { id: 'work', seats: 2 },
  ];

  test('who came first gets the wish, later ones their next', () => {
    const seats = suggestSeats(
      [guest('a', 'npo', ['food']), guest('b', 'company', ['food']), guest('c', 'npo', ['food', 'work'])],
      tables,
    );
    expect([...seats]).toEqual([
      ['a', 'food'],
      ['b', 'food'],
      ['c', 'work'],
    ]);
  });

  test('two of one organisation sit apart, even against their wish', () => {
    const seats = suggestSeats(
      [guest('a', 'npo', ['food'], '一つの会'), guest('b', 'npo', ['food'], '一つの会')],
      tables,
    );
    expect(seats.get('b')).toBe('work');
  });

  test('without wishes the kinds are mixed', () => {
    const seats = suggestSeats(
      [guest('a', 'npo', []), guest('b', 'npo', []), guest('c', 'company', []), guest('d', 'company', [])],
      tables,
    );
    expect(seats.get('a')).not.toBe(seats.get('b'));
    expect(seats.get('c')).not.toBe(seats.get('d'));
  });

  test('no table has more guests than seats', () => {
    const many = Array.from({ length: 9 }, (_, at) => guest(`g${at}`, 'npo', ['food']));
    const seats = [...suggestSeats(many, tables).values()];
    expect(seats.filter((id) => id === 'food')).toHaveLength(2);
    expect(seats).toHaveLength(4);
  });
});
