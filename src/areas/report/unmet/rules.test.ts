import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import {
  byPillar,
  countCell,
  type Lack,
  linesBy,
  originOf,
  periodsOf,
  type Source,
  sources,
} from './rules.ts';

const protect = (n: number) => (n === 0 ? 0 : n < 10 ? null : Math.round(n / 5) * 5);
const lack = (source: Source, place: string, worry: string, times: number): Lack => ({
  source,
  month: '2026-01',
  place,
  worry,
  times,
});

describe('what is told of a cell', () => {
  const lacks = [
    lack('not-found', '14201', 'debt', 13),
    lack('not-found', '14201', '*', 13),
    lack('outside', '14201', 'debt', 4),
    lack('outside', '14201', 'income', 4),
    lack('outside', '14201', '*', 4),
    lack('unanswered', '', '', 22),
    lack('unanswered', '', '*', 22),
  ];

  test.each([
    [{ place: '14201', worry: 'debt' }, 15, null, 15],
    [{ place: '14201' }, 15, null, 15],
    [{ place: '14201', worry: 'income' }, 0, null, null],
    [{ place: '' }, 0, 0, 20],
    [{}, 15, null, 40],
    [{ place: '14202' }, 0, 0, 0],
  ])('of %j: not found %s, out of hours %s, all %s', (cell, notFound, outside, all) => {
    const told = countCell(lacks, cell, protect);
    expect([told.bySource['not-found'], told.bySource.outside, told.all]).toEqual([notFound, outside, all]);
  });

  test('lines are by place or by worry, the most first and what is not known last, and a contact with two worries stands at both', () => {
    const of = (by: 'place' | 'worry', asked = {}) =>
      linesBy(lacks, { by, asked, protect }).map(({ code, all }) => [code, all]);
    expect(of('place')).toEqual([
      ['14201', 15],
      ['', 20],
    ]);
    expect(of('worry')).toEqual([
      ['debt', 15],
      ['income', null],
      ['', 20],
    ]);
    expect(of('worry', { place: '14201' })).toEqual([
      ['debt', 15],
      ['income', null],
    ]);
    expect(of('place', { worry: 'income' })).toEqual([['14201', null]]);
  });

  test('no number below ten and none that is not rounded is ever told', () => {
    const times = fc.array(
      fc.record({ times: fc.integer({ min: 1, max: 60 }), at: fc.nat(3), of: fc.nat(4) }),
    );
    fc.assert(
      fc.property(times, (rows) => {
        const all = rows.map(({ times: n, at, of }) => lack(sources[of] as Source, `1420${at}`, 'debt', n));
        for (const line of linesBy(all, { by: 'place', asked: { worry: 'debt' }, protect }))
          for (const n of [...Object.values(line.bySource), line.all])
            expect(n === null || n === 0 || (n >= 10 && n % 5 === 0)).toBe(true);
      }),
    );
  });
});

test.each([
  [{ place: '14201', worry: 'debt' }, 'unmet:14201:debt'],
  [{ place: '', worry: '' }, 'unmet:-:-'],
  [{}, 'unmet:*:*'],
])('a problem of %j says that it came of %s', (cell, origin) => {
  expect(originOf(cell)).toBe(origin);
});

test.each([
  ['2026-11-26', { from: '2025-12', to: '2026-11' }, '2026'],
  ['2026-03-31', { from: '2025-04', to: '2026-03' }, '2025'],
  ['2026-12-01', { from: '2026-01', to: '2026-12' }, '2026'],
])('on %s the last twelve months are %j and the first year is %s', (today, recent, year) => {
  const [first, second] = periodsOf(today);
  expect(first).toEqual({ key: 'recent', ...recent });
  expect(second?.key).toBe(year);
});

test('a program in two pillars counts in both, and one in none has a line of its own', () => {
  const programs = [
    { pillars: ['1', '2'], yen: 300 },
    { pillars: ['2'], yen: null },
    { pillars: [], yen: 50 },
  ];
  expect(byPillar(programs, ['1', '2', '3'])).toEqual([
    { code: '1', programs: 1, yen: 300 },
    { code: '2', programs: 2, yen: 300 },
    { code: '3', programs: 0, yen: 0 },
    { code: null, programs: 1, yen: 50 },
  ]);
});
