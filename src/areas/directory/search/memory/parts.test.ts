import { expect, test } from 'vitest';
import { isWithin, spansOf } from './spans.ts';
import { byTurns } from './turns.ts';

const at = (moment: string) => Date.parse(moment);

test.each([
  ['{}', []],
  ['{(,)}', [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]],
  [
    '{["2026-11-24 00:00:00+00","2026-11-24 08:30:00+00"),["2026-11-25 09:00:00.5+09","2026-11-25 17:00:00+09")}',
    [
      at('2026-11-24T00:00:00Z'),
      at('2026-11-24T08:30:00Z'),
      at('2026-11-25T00:00:00.5Z'),
      at('2026-11-25T08:00:00Z'),
    ],
  ],
])('the ranges %s are read as PostgreSQL means them', (written, expected) => {
  expect(spansOf(written)).toEqual(expected);
});

test('a beginning is inside, an end outside, to the millisecond', () => {
  const spans = [100, 200, 300, 400];
  expect([99, 100, 199, 200, 299, 300, 399, 400].map((each) => isWithin(spans, each))).toEqual([
    false,
    true,
    true,
    false,
    false,
    true,
    true,
    false,
  ]);
});

test('those who ask in one round share a run, those who ask during it the next one, which begins after they asked', async () => {
  const ends: (() => void)[] = [];
  let runs = 0;
  const ask = byTurns(async () => {
    const mine = ++runs;
    await new Promise<void>((end) => ends.push(end));
    return mine;
  });
  const round = () => new Promise(setImmediate);
  const first = [ask(), ask()];
  expect(runs).toBe(0);
  await round();
  await round();
  expect(runs).toBe(1);
  const next = [ask(), ask()];
  await round();
  expect(runs).toBe(1);
  ends[0]?.();
  expect(await Promise.all(first)).toEqual([1, 1]);
  await round();
  await round();
  ends[1]?.();
  expect(await Promise.all(next)).toEqual([2, 2]);
});

test('a run that breaks is told to those who waited for it, and to nobody after them', async () => {
  let runs = 0;
  const ask = byTurns(async () => {
    runs += 1;
    if (runs === 1) throw new Error('the database is away');
    return runs;
  });
  await expect(ask()).rejects.toThrow('away');
  expect(await ask()).toBe(2);
});
