import { expect, test } from 'vitest';
import { manYen, yenFull, yenShort } from './money.ts';

test.each([
  [1_710_970_000, '17億1,097万円'],
  [35_090_000, '3,509万円'],
  [5_398_643, '539万円'],
  [200_000_000, '2億円'],
  [9_999, '9,999円'],
  [0, '0円'],
  [-35_090_000, '−3,509万円'],
])('%i yen is %s, cut and never rounded', (yen, text) => {
  expect(yenShort('ja', yen)).toBe(text);
});

test('English counts in millions and says small amounts in full', () => {
  expect([yenShort('en', 1_710_970_000), yenShort('en', 5_398_643), yenShort('en', 9_999)]).toEqual([
    '¥1,710.97 million',
    '¥5.39 million',
    '¥9,999',
  ]);
});

test('in full nothing is lost', () => {
  expect([yenFull('ja', 5_398_643), yenFull('en', -12), manYen(1_013_190_000)]).toEqual([
    '5,398,643円',
    '−¥12',
    '101,319',
  ]);
});
