import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  codesOf,
  directions,
  type FigureRow,
  flowMatrix,
  improvedRate,
  lines,
  monthsBegun,
  perMonthAnd100k,
  reachedOf,
  valueOf,
  workRate,
} from './rules.ts';
import { standardTargets } from './standard.ts';

const row = (figure: string, code: string, n: number, people = n, month = ''): FigureRow => ({
  month,
  figure,
  code,
  n,
  people,
});
const lineOf = (key: string) => lines.find((line) => line.key === key) ?? lines[0]!;

describe('a line of the survey', () => {
  const rows = [
    row('planned', 'first', 4, 4, '2025-04'),
    row('planned', 'again', 3, 3, '2025-04'),
    row('planned', 'again', 9, 8),
    row('employed', 'target', 2),
    row('employed', 'other', 1),
  ];
  test.each([
    ['planned', '2025-04', 7],
    ['again', '2025-04', 3],
    ['again', '', 9],
    ['planned', '2025-05', 0],
    ['employed', '', 3],
    ['employedTarget', '', 2],
  ])('%s in %j is %d', (key, month, value) => {
    expect(valueOf(rows, lineOf(key), month)).toBe(value);
  });

  test('a breakdown begins with what is most', () => {
    const found = codesOf([row('service', 'food', 2), row('service', 'visit', 5)], 'service');
    expect(found.map(({ code }) => code)).toEqual(['visit', 'food']);
  });
});

describe('就労・増収率', () => {
  test.each<[string, number, number, number, number | null]>([
    ['the state’s year 2022', 24_995, 0, 57_720, 43.3],
    ['the state’s year 2016', 17_836, 4878, 31_970, 71],
    ['nobody whose plan aims at work', 0, 0, 0, null],
    ['none of them yet', 0, 0, 8, 0],
  ])('%s', (_, employed, raised, target, rate) => {
    const rows = [
      row('employed', 'target', employed),
      row('employed', 'other', 99),
      row('raised', 'target', raised),
      row('target', '', target),
    ];
    expect(workRate(rows)).toBe(rate);
  });

  test('counts reviews with any change against all reviews', () => {
    expect(
      improvedRate([row('reviewed', 'close', 6), row('reviewed', 'replan', 4), row('improved', '', 8)]),
    ).toBe(80);
  });
});

test.each([
  [26, { months: 1, population: 100_000 }, 26],
  [226_411, { months: 12, population: 128_000_000 }, 14.7],
  [5, { months: 12, population: 0 }, null],
  [5, { months: 0, population: 100 }, null],
])('%d in %j is %j a month for 100,000 people', (n, span, value) => {
  expect(perMonthAnd100k(n, span)).toBe(value);
});

test('a rate is compared in percent, a number for people and months', () => {
  const rows = [row('received', '', 240), row('target', '', 10), row('employed', 'target', 4)];
  expect(reachedOf(rows, 'received', { months: 12, population: 100_000 })).toBe(20);
  expect(reachedOf(rows, 'rate', { months: 12, population: 0 })).toBe(40);
});

test('an unfinished year is divided by the months that have begun', () => {
  const months = ['2025-04', '2025-05', '2025-06'];
  expect([
    monthsBegun(months, '2025-03-31'),
    monthsBegun(months, '2025-05-01'),
    monthsBegun(months, '2026-01-01'),
  ]).toEqual([0, 2, 3]);
});

test('each 目安値 says whether it was read or remembered, and stands once for a year', () => {
  const keys = standardTargets.map(({ fiscalYear, figure }) => `${fiscalYear} ${figure}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(
    standardTargets.filter(({ source, fiscalYear }) => source === 'verified' && fiscalYear > 2018),
  ).toEqual([]);
});

describe('before and after', () => {
  const flows = [
    { domain: 'housing', before: 1, after: 4, n: 12 },
    { domain: 'housing', before: 2, after: 2, n: 3 },
    { domain: 'housing', before: 3, after: 1, n: 1 },
    { domain: 'work', before: 1, after: 5, n: 99 },
  ];

  test('a domain stands by itself, and few are not told', () => {
    expect(directions(flows, 'housing')).toEqual({ better: 12, same: 3, worse: 1 });
    const matrix = flowMatrix(flows, 'housing', (n) => (n === 0 || n >= 10 ? n : null));
    expect([matrix[0]?.[3], matrix[1]?.[1], matrix[2]?.[0], matrix[0]?.[4]]).toEqual([12, null, null, 0]);
  });

  test('nobody is lost or counted twice between the matrix and the directions', () => {
    const stage = fc.integer({ min: 1, max: 5 });
    const flow = fc.record({ domain: fc.constant('ties'), before: stage, after: stage, n: fc.nat(50) });
    fc.assert(
      fc.property(fc.array(flow, { maxLength: 40 }), (given) => {
        const cells = flowMatrix(given, 'ties', (n) => n).flat();
        const { better, same, worse } = directions(given, 'ties');
        expect(cells.reduce<number>((sum, n) => sum + (n ?? 0), 0)).toBe(better + same + worse);
      }),
    );
  });
});
