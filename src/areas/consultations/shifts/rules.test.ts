import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideShift, findGaps, readClock, shiftDays, shiftSpan } from './rules.ts';

const hour = 3_600_000;
const span = (from: number, to: number) => ({ from: from * hour, to: to * hour });

test.each([
  ['9:30', 570],
  ['９：３０', 570],
  ['9時', 540],
  ['24:00', 1440],
  ['24:30', undefined],
  ['9:75', undefined],
  ['朝', undefined],
])('%j is %s minutes', (typed, minutes) => {
  expect(readClock(typed)).toBe(minutes);
});

test('a weekly shift stands on each such weekday up to its last day, and without one only once', () => {
  expect(shiftDays('2026-12-21', '2027-01-04')).toEqual(['2026-12-21', '2026-12-28', '2027-01-04']);
  expect(shiftDays('2026-12-21', '')).toEqual(['2026-12-21']);
  expect(shiftDays('2026-12-21', '2026-12-20')).toEqual(['2026-12-21']);
});

test('a night shift ends on the next day, one until 24:00 at its end', () => {
  const at = (day: string, from: number, to: number) => {
    const found = shiftSpan(day, { from, to });
    return [new Date(found.from).toISOString(), new Date(found.to).toISOString()];
  };
  expect(at('2026-12-31', 1320, 120)).toEqual(['2026-12-31T13:00:00.000Z', '2026-12-31T17:00:00.000Z']);
  expect(at('2026-12-31', 1020, 1440)).toEqual(['2026-12-31T08:00:00.000Z', '2026-12-31T15:00:00.000Z']);
});

test.each([
  ['a free day', {}, 'plan'],
  ['one that touches another', { others: [span(5, 9)] }, 'plan'],
  ['one within another', { others: [span(5, 20)] }, 'shift-overlaps'],
  ['more hours than anybody works', { spans: [span(0, 17)] }, 'shift-too-long'],
  ['no door', { doors: [] }, 'shift-without-door'],
  ['somebody of another desk', { worksHere: false }, 'shift-of-stranger'],
  [
    'more weeks than a year has',
    { spans: Array.from({ length: 54 }, (_, at) => span(at * 24, at * 24 + 8)) },
    'shift-too-often',
  ],
])('%s: %s', (_, change, decided) => {
  const decision = decideShift({
    spans: [span(9, 17)],
    doors: ['chat'],
    worksHere: true,
    others: [],
    ...change,
  });
  expect(decision.ok ? decision.value : decision.refusal).toBe(decided);
});

describe('gaps', () => {
  const chat = { ...span(9, 17), door: 'chat', written: true };
  const phone = { ...span(9, 12), door: 'phone', written: false };
  const shift = (from: number, to: number, personId = 'a', doors = ['chat', 'phone']) => ({
    ...span(from, to),
    personId,
    doors,
  });
  const told = (facts: Parameters<typeof findGaps>[0]) =>
    findGaps(facts).map(({ where, from, to, have, need }) => [where, from / hour, to / hour, have, need]);

  test('an open door without anybody is a gap, at the doors of a shift only', () => {
    expect(told({ opens: [chat, phone], shifts: [shift(9, 12, 'a', ['chat'])], twoPeople: false })).toEqual([
      ['phone', 9, 12, 0, 1],
      ['chat', 12, 17, 0, 1],
    ]);
  });

  test('two people are asked for while people can write, and the same person twice is one', () => {
    const shifts = [shift(9, 17), shift(13, 17, 'b'), shift(9, 13, 'a', ['phone'])];
    expect(told({ opens: [chat, phone], shifts, twoPeople: true })).toEqual([['desk', 9, 13, 1, 2]]);
    expect(told({ opens: [phone], shifts: [shift(9, 12)], twoPeople: true })).toEqual([]);
  });

  test('shifts that follow each other leave none, and nothing open needs nobody', () => {
    expect(told({ opens: [chat], shifts: [shift(8, 12), shift(12, 18, 'b')], twoPeople: false })).toEqual([]);
    expect(told({ opens: [], shifts: [], twoPeople: true })).toEqual([]);
  });

  test('every minute of an open door is either covered or within exactly one gap', () => {
    const shifts = fc.array(
      fc
        .tuple(fc.integer({ min: 6, max: 20 }), fc.integer({ min: 1, max: 6 }))
        .map(([from, long]) => shift(from, from + long)),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(shifts, (planned) => {
        const gaps = findGaps({ opens: [chat], shifts: planned, twoPeople: false });
        for (let at = 9.5; at < 17; at += 1) {
          const moment = at * hour;
          const covered = planned.some(({ from, to }) => from <= moment && moment < to);
          const within = gaps.filter(({ from, to }) => from <= moment && moment < to).length;
          expect(within).toBe(covered ? 0 : 1);
        }
      }),
    );
  });
});
