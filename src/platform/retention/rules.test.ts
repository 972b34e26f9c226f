import { describe, expect, test } from 'vitest';
import { decideHold, decideYears, endedBefore, keptTo } from './rules.ts';

const said = (decision: { ok: true; value: string } | { ok: false; refusal: string }) =>
  decision.ok ? decision.value : decision.refusal;

test.each([
  ['2026-11-26', 5, '2021-11-26'],
  ['2028-02-29', 1, '2027-02-28'],
  ['2028-02-29', 4, '2024-02-28'],
])('on %s, what is kept for %i years ended before %s', (today, years, day) => {
  expect(endedBefore(today, years)).toBe(day);
});

test.each([
  ['2026-11-26', 5, '2031-11-26'],
  ['2024-02-29', 3, '2027-02-28'],
])('what ended on %s and is kept for %i years stays to %s', (endedOn, years, day) => {
  expect(keptTo(endedOn, years)).toBe(day);
});

test.each([
  [1, 'set'],
  [30, 'set'],
  [0, 'years-out-of-bounds'],
  [31, 'years-out-of-bounds'],
  [2.5, 'years-out-of-bounds'],
])('%d years: %s', (years, answer) => expect(said(decideYears(years))).toBe(answer));

describe('a hold', () => {
  test.each([
    ['with a reason and an end', {}, 'hold'],
    ['without a reason', { reason: '訴訟' }, 'reason-missing'],
    ['that ends today', { untilOn: '2026-05-01' }, 'day-order'],
    ['on one that is held', { isHeld: true }, 'held-before'],
  ])('%s', (_, change, answer) => {
    const hold = {
      reason: '損害賠償の訴訟のため',
      untilOn: '2027-03-31',
      today: '2026-05-01',
      isHeld: false,
    };
    expect(said(decideHold({ ...hold, ...change }))).toBe(answer);
  });
});
