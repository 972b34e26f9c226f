import { describe, expect, test } from 'vitest';
import { choiceFacts, numberFacts } from '../scheme.ts';
import { readAmount, readFacts } from './rules.ts';

describe('what is typed as an amount', () => {
  test.each([
    ['84000', 84_000],
    ['８４，０００円', 84_000],
    ['¥84,000', 84_000],
    ['12万', 120_000],
    ['12万円', 120_000],
    ['8万4000円', 84_000],
    ['8.4万', 84_000],
    ['3人', 3],
    ['24か月', 24],
    ['0', 0],
  ])('%s is %d', (typed, value) => {
    expect(readAmount(typed)).toBe(value);
  });

  test.each(['', '円', 'たくさん', '-5', '1e9', '99999999999999999999', '12.5', '1 or 1=1'])(
    '«%s» says nothing',
    (typed) => {
      expect(readAmount(typed)).toBeUndefined();
    },
  );
});

test('facts are what was said and can be: nobody lives in a household of none', () => {
  const said = { household: '0', rent: '5万', work: 'lost', home: 'moon', welfare: undefined };
  expect(readFacts(said, { numbers: numberFacts, choices: choiceFacts, area: [] })).toEqual({
    numbers: { rent: 50_000 },
    choices: { work: 'lost' },
  });
});
