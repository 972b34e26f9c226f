import { describe, expect, test } from 'vitest';
import { usualDiscipline } from '../discipline/rules.ts';
import { decideRequest, type RequestFacts, sameWords } from './rules.ts';

const facts: RequestFacts = {
  areMembers: true,
  isOwnPost: false,
  isOpen: true,
  isFree: true,
  isAsked: false,
  isBlocked: false,
  stoppedUntil: null,
  today: '2025-11-26',
  ofToday: 0,
  sameTo: 0,
  ownFits: true,
};

describe('a first request', () => {
  test.each<[Partial<RequestFacts>, string]>([
    [{}, 'ask'],
    [{ areMembers: false }, 'not-a-member'],
    [{ isOwnPost: true }, 'own-post'],
    [{ isOpen: false }, 'offer-ended'],
    [{ isFree: false }, 'month-full'],
    [{ isAsked: true }, 'asked-already'],
    [{ isBlocked: true }, 'not-taken'],
    [{ stoppedUntil: '2025-11-26' }, 'requests-stopped'],
    [{ stoppedUntil: '2025-11-25' }, 'ask'],
    [{ ofToday: 4 }, 'ask'],
    [{ ofToday: 5 }, 'too-many-today'],
    [{ sameTo: 2 }, 'ask'],
    [{ sameTo: 3 }, 'same-words'],
    [{ ownFits: false }, 'own-post-unfit'],
  ])('%j: %s', (change, answer) => {
    const decision = decideRequest({ ...facts, ...change }, usualDiscipline);
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test('who was shut out learns nothing from another limit', () => {
    const shut = decideRequest({ ...facts, isBlocked: true, ofToday: 99, sameTo: 99 }, usualDiscipline);
    expect(shut).toEqual({ ok: false, refusal: 'not-taken' });
  });
});

test('the same words with other blanks, signs, digits and width are the same words', () => {
  const one = sameWords('弊社の広告を 100 枚、貼ってください！');
  expect(sameWords('弊社の広告を２００枚 貼ってください')).toBe(one);
  expect(sameWords('弊社の広告を貼らないでください')).not.toBe(one);
  expect(sameWords('ＡＢＣ def')).toBe('abcdef');
});
