import { expect, test } from 'vitest';
import { opensAtEnd, type Tile } from './tiles.ts';

const tile = (code: string, column: number, count: number): Tile => ({
  code,
  column,
  count,
  name: code,
  short: [code],
  city: '',
  row: 0,
  depth: 0,
});
const tiles = [tile('west', 0, 1), tile('middle', 5, 9), tile('east', 10, 4)];

test.each([
  ['where most places are', undefined, true],
  ['where the chosen municipality is', 'west', false],
  ['where the chosen municipality is', 'east', true],
  ['at its beginning', 'middle', false],
])('a map that is too wide opens %s: %s', (_, chosen, expected) => {
  expect(opensAtEnd(tiles, chosen)).toBe(expected);
});

test('a map without places opens at its beginning', () => {
  expect(opensAtEnd([tile('west', 0, 0), tile('east', 9, 0)], undefined)).toBe(false);
  expect(opensAtEnd([], undefined)).toBe(false);
});
