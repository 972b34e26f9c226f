import { describe, expect, test } from 'vitest';
import { type Bands, decideCount, merge, totalOf } from './rules.ts';

describe('counting a session', () => {
  const facts = {
    counted: { primary: 8, adult: 3 },
    begun: true,
    before: undefined,
    way: undefined,
    reason: '',
  };
  const before = { primary: 5, senior: 1 };
  test.each<[string, Partial<Parameters<typeof decideCount>[0]>, object]>([
    ['the first count holds', {}, { value: { how: 'first', total: 11 } }],
    ['nobody came is a count too', { counted: { unknown: 0 } }, { value: { how: 'first', total: 0 } }],
    ['an empty form is none', { counted: {} }, { refusal: 'nobody-counted' }],
    ['not before it began', { begun: false }, { refusal: 'session-not-begun' }],
    ['a second one says what it is', { before }, { refusal: 'already-counted', facts: { total: 6 } }],
    [
      'other people are added, age by age',
      { before, way: 'add' },
      { value: { how: 'add', bands: { primary: 13, adult: 3, senior: 1 }, total: 17 } },
    ],
    [
      'a correction takes the place of what was wrong',
      { before, way: 'replace', reason: '二重に数えた' },
      { value: { how: 'replace', bands: { primary: 8, adult: 3 }, total: 11 } },
    ],
    ['and says why', { before, way: 'replace', reason: ' ' }, { refusal: 'reason-missing' }],
  ])('%s', (_, change, expected) => {
    expect(decideCount({ ...facts, ...change })).toMatchObject(expected);
  });
});

test('merging loses and makes nobody, whichever comes first', () => {
  const some: readonly Bands[] = [{}, { primary: 1 }, { primary: 2, senior: 3 }, { unknown: 7, youth: 0 }];
  for (const one of some)
    for (const other of some) {
      expect(totalOf(merge(one, other))).toBe(totalOf(one) + totalOf(other));
      expect(merge(one, other)).toEqual(merge(other, one));
    }
});
