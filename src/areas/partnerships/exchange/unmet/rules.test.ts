import { expect, test } from 'vitest';
import { draftable, keyOf, type Lack } from './rules.ts';

const lack: Lack = { why: 'searched', month: '2025-12', topic: 'debt', municipality: '99201', times: 10 };
const none = new Set<string>();

test.each([
  ['ten of one month', [lack], [10]],
  ['nine', [{ ...lack, times: 9 }], []],
  [
    'ten of two parts',
    [
      { ...lack, times: 4 },
      { ...lack, times: 6 },
    ],
    [10],
  ],
  [
    'five each of two months',
    [
      { ...lack, times: 5 },
      { ...lack, month: '2025-11', times: 5 },
    ],
    [],
  ],
  [
    'five each of two reasons',
    [
      { ...lack, times: 5 },
      { ...lack, why: 'declined' as const, times: 5 },
    ],
    [],
  ],
  ['ten of an unknown worry', [{ ...lack, topic: '' }], []],
])('%s', (_, lacks, expected) => {
  expect(draftable(lacks, none).map(({ times }) => times)).toEqual(expected);
});

test('what was drafted already is offered no more, and the most needed stands first', () => {
  const more = { ...lack, topic: 'housing', times: 30 };
  expect(draftable([lack, more], none).map(({ topic }) => topic)).toEqual(['housing', 'debt']);
  expect(draftable([lack, more], new Set([keyOf(more)]))).toEqual([lack]);
});
