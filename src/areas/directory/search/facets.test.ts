import { expect, test } from 'vitest';
import { countSorts, type Sort } from './facets.ts';

const sorts: readonly Sort[] = [
  ['desk', ['debt', 'income'], ['ja', 'ne'], 3, 2],
  ['desk', ['income'], ['ja'], 4, 0],
  ['place', ['no_food'], ['ja', 'ne'], 5, 5],
];

test.each([
  [
    'nothing is chosen',
    {},
    { total: 12, open: 7, kinds: { desk: 7, place: 5 }, languages: { ja: 12, ne: 8 } },
  ],
  [
    'a kind is chosen',
    { kind: 'desk' },
    { total: 7, open: 2, kinds: { desk: 7, place: 5 }, languages: { ja: 7, ne: 3 } },
  ],
  [
    'a worry is chosen',
    { topic: 'debt' },
    { total: 3, open: 2, kinds: { desk: 3 }, topics: { debt: 3, income: 7, no_food: 5 } },
  ],
  [
    'two are chosen',
    { kind: 'desk', language: 'ne' },
    { total: 3, open: 2, kinds: { desk: 3, place: 5 }, topics: { debt: 3, income: 3 } },
  ],
  ['nothing fits', { kind: 'group' }, { total: 0, open: 0, topics: {}, languages: {} }],
])('when %s, each choice counts what it would show beside the others', (_, filters, expected) => {
  expect(countSorts(sorts, filters)).toMatchObject(expected);
});
