import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultFewest } from '#platform/disclosure/cells.ts';
import { type Cell, disclose } from './rules.ts';

const cell = (code: string, distinct: number): Cell => ({
  code,
  total: distinct,
  distinct,
  yen: distinct * 1_000,
});
const shown = (...people: readonly number[]) => {
  const parts = people.map((distinct, at) => cell(`${at}`, distinct));
  const whole = cell(
    '',
    people.reduce((sum, each) => sum + each, 0),
  );
  const { whole: all, parts: told } = disclose(parts, whole);
  return [all, ...told].map((each) => (each.few ? 'few' : each.distinct));
};

test.each([
  ['enough everywhere', [10, 20], [30, 10, 20]],
  ['few in all', [3, 4], ['few', 'few', 'few']],
  ['one few: the smallest other is hidden with it', [9, 30, 12], [51, 'few', 30, 'few']],
  ['two few, and together enough', [5, 6, 40], [51, 'few', 'few', 40]],
  ['two few, and together still few', [2, 3, 40, 50], [95, 'few', 'few', 'few', 50]],
  ['nothing else to hide behind', [4, 11], [15, 'few', 'few']],
  ['nothing at all to hide behind', [1, 9], ['few', 'few', 'few']],
  ['nobody', [0, 12], [12, 0, 12]],
])('%s', (_, people, expected) => expect(shown(...people)).toEqual(expected));

test('no part of few people can be told, nor found by subtracting what is told from the whole', () => {
  const law = fc.property(
    fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 }),
    (people) => {
      const [whole, ...parts] = shown(...people);
      if (whole === 'few') return parts.every((part) => part === 'few');
      const hidden = people.filter((_, at) => parts[at] === 'few');
      const rest = hidden.reduce((sum, each) => sum + each, 0);
      return (
        people.every((each, at) => each >= defaultFewest || parts[at] === 'few') &&
        hidden.length !== 1 &&
        (hidden.length === 0 || rest > defaultFewest)
      );
    },
  );
  expect(fc.check(law, { numRuns: 2_000 })).toMatchObject({ failed: false });
});
