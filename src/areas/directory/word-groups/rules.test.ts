import { expect, test } from 'vitest';
import { decideGroup } from './rules.ts';

const letters = 'あ'.repeat(61);

test.each([
  [['家賃'], [], 'keep'],
  [[], ['家賃…払えない'], 'keep'],
  [['米'], [], 'keep'],
  [[], [], 'nothing-said'],
  [['家賃'], ['払'], 'word-too-short'],
  [['家賃'], ['…払'], 'word-too-short'],
  [[letters], [], 'word-too-long'],
  [Array.from({ length: 201 }, (_, at) => `言葉${at}`), [], 'too-many'],
])('words %j, sentences %j: %s', (words, phrases, expected) => {
  const decision = decideGroup({ topics: [], words, phrases });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});
