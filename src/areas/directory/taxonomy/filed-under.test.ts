import { expect, test } from 'vitest';
import { exampleContent } from '../services/fixtures.ts';
import { filedUnder } from './terms.ts';

test('an entry is filed under its kind, its words, the field of its worries, and every taxonomy that it uses', () => {
  const content = exampleContent({
    kind: 'place',
    topics: ['no_food', 'debt'],
    serviceTypes: [],
    placeTypes: ['learning'],
  });
  expect(filedUnder(content)).toEqual([
    'kind',
    'kind/place',
    'worry',
    'worry/no_food',
    'worry/debt',
    'need',
    'need/money',
    'place-type',
    'place-type/learning',
  ]);
});
