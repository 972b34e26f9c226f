import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#platform/dates.ts';
import {
  belongsInLetter,
  byUrgency,
  freshnessOf,
  isStale,
  mayWriteLetter,
  scoreOf,
  worthOf,
} from './rules.ts';

const today = '2026-11-25';
const entry = (reviewOn: string | null, verifiedOn: string | null = '2026-05-25') => ({
  verifiedOn,
  reviewOn,
});

describe('how far an entry can be relied on', () => {
  test.each([
    [addDays(today, 8), 'fresh', 0],
    [addDays(today, 7), 'due', 0],
    [today, 'due', 0],
    [addDays(today, -1), 'overdue', 1],
    [addDays(today, -400), 'overdue', 400],
    [null, 'never', 0],
  ])('review day %s: %s, %i days overdue', (reviewOn, state, daysOverdue) => {
    expect(freshnessOf(entry(reviewOn), today)).toEqual({ state, daysOverdue });
  });

  test('an entry with a review day that nobody has ever confirmed is not fresh', () => {
    expect(freshnessOf(entry(addDays(today, 90), null), today).state).toBe('never');
  });

  test('it is stale from the day after its review day on, and while nobody has confirmed it', () => {
    expect(isStale(entry(today), today)).toBe(false);
    expect(isStale(entry(addDays(today, -1)), today)).toBe(true);
    expect(isStale(entry(null, null), today)).toBe(true);
  });
});

describe('the score of an owner', () => {
  test.each([
    ['nothing to score', [], null],
    ['all within their review day', [entry(today), entry(addDays(today, 30))], 100],
    ['one of two just overdue is 99, not 100', [entry(today), entry(addDays(today, -1))], 99],
    ['half a year overdue counts for nothing', [entry(today), entry(addDays(today, -180))], 50],
    ['a quarter of a year overdue counts for half', [entry(addDays(today, -90))], 50],
    ['never confirmed counts for nothing', [entry(null, null)], 0],
  ])('%s', (_, entries, score) => {
    expect(scoreOf(entries, today)).toBe(score);
  });

  test('is the same whether entries that are alike are counted or listed', () => {
    const counted = { ...entry(addDays(today, -90)), count: 3 };
    expect(scoreOf([counted, entry(today)], today)).toBe(62);
    expect(
      scoreOf([...Array.from({ length: 3 }, () => entry(addDays(today, -90))), entry(today)], today),
    ).toBe(62);
  });

  test('stays between 0 and 100, and no later review day ever lowers it', () => {
    const days = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(days, (offsets) => {
        const score = scoreOf(
          offsets.map((offset) => entry(addDays(today, offset))),
          today,
        );
        const later = scoreOf(
          offsets.map((offset) => entry(addDays(today, offset + 1))),
          today,
        );
        expect(score).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(100);
        expect(later).toBeGreaterThanOrEqual(score ?? 0);
      }),
    );
  });

  test('100 means that nothing at all is overdue', () => {
    const many = Array.from({ length: 300 }, () => entry(today));
    expect(scoreOf([...many, entry(addDays(today, -1))], today)).toBe(99);
    expect(worthOf(entry(addDays(today, -1)), today)).toBeLessThan(1);
  });
});

test('the most overdue comes first, then what nobody confirmed, then the next in time', () => {
  const entries = [
    entry(addDays(today, 3)),
    entry(addDays(today, -2)),
    entry(null, null),
    entry(addDays(today, -50)),
    entry(today),
  ];
  expect(entries.toSorted(byUrgency(today)).map(({ reviewOn }) => reviewOn)).toEqual([
    addDays(today, -50),
    addDays(today, -2),
    null,
    today,
    addDays(today, 3),
  ]);
});

describe('a letter to an owner', () => {
  test.each([
    ['never written to', null, true],
    ['six days ago', addDays(today, -6), false],
    ['a week ago', addDays(today, -7), true],
  ])('%s', (_, lastSentOn, may) => expect(mayWriteLetter({ lastSentOn, today })).toBe(may));

  test.each([
    ['eight days before the review day', 8, null, false],
    ['seven days before', 7, null, true],
    ['on the day, named a week ago', 0, -7, true],
    ['on the day, named yesterday', 0, -1, false],
    ['a month overdue, named a week ago', -30, -7, true],
    ['nine weeks overdue, named a week ago', -63, -7, false],
    ['nine weeks overdue, named four weeks ago', -63, -28, true],
    ['a year overdue, never named', -365, null, true],
  ])('names an entry %s: %s', (_, review, named, belongs) => {
    const namedOn = named === null ? null : addDays(today, named);
    expect(belongsInLetter({ ...entry(addDays(today, review)), namedOn }, today)).toBe(belongs);
  });

  test('names an entry that nobody has confirmed at once, and then weekly', () => {
    expect(belongsInLetter({ ...entry(null, null), namedOn: null }, today)).toBe(true);
    expect(belongsInLetter({ ...entry(null, null), namedOn: addDays(today, -6) }, today)).toBe(false);
  });
});
