import { describe, expect, test } from 'vitest';
import { decideAnswer, decideEnter, decideRequest, looksTold, pageStands, requestLength } from './rules.ts';

const now = new Date('2026-05-01T00:00:00Z');
const later = new Date('2026-05-01T00:10:00Z');

describe('entering', () => {
  const facts = { matches: true, stands: true, restsUntil: null, restMinutes: 15, now };
  test.each([
    [{}, 'enter'],
    [{ matches: false }, 'page-unknown'],
    [{ stands: false }, 'page-unknown'],
    [{ restsUntil: later }, 'page-rests'],
    [{ restsUntil: later, matches: false }, 'page-rests'],
    [{ restsUntil: new Date(now.getTime() - 1) }, 'enter'],
  ])('%o: %s', (change, answer) => {
    const decision = decideEnter({ ...facts, ...change });
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test.each([
    [{}, true],
    [{ revokedAt: now }, false],
    [{ sealedKey: null }, false],
    [{ fadesAt: now }, false],
    [{ fadesAt: later }, true],
  ])('a page with %o stands: %s', (change, answer) => {
    expect(pageStands({ revokedAt: null, sealedKey: 'x', fadesAt: null, ...change }, now)).toBe(answer);
  });
});

describe('asking and answering', () => {
  test.each([
    ['住所がちがう', 0, 'ask'],
    [' ', 0, 'words-missing'],
    ['長'.repeat(requestLength + 1), 0, 'words-too-long'],
    ['もう一つ', 5, 'too-many-open'],
  ])('%# a request is decided', (words, open, answer) => {
    const decision = decideRequest(words, open);
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test.each([
    [{ answered: false, answer: 'done', words: '' }, 'answer'],
    [{ answered: false, answer: 'refused', words: '記録は聞いたとおりです' }, 'answer'],
    [{ answered: false, answer: 'refused', words: ' ' }, 'words-missing'],
    [{ answered: false, answer: 'partly', words: '' }, 'words-missing'],
    [{ answered: false, answer: '', words: 'はい' }, 'answer-missing'],
    [{ answered: true, answer: 'done', words: '' }, 'answered-before'],
  ])('%o: %s', (facts, answer) => {
    const decision = decideAnswer(facts);
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });
});

test('looks are told once a day for each organisation and role; what happens in meetings is not', () => {
  const look = (day: string, as: string, organisationId = 'home') => ({ day, as, organisationId });
  const looks = [
    look('2026-04-01', 'assigned'),
    look('2026-04-02', 'assigned'),
    look('2026-04-02', 'assigned'),
    look('2026-04-02', 'urgent', 'elsewhere'),
    look('2026-04-02', 'member', 'elsewhere'),
    look('2026-04-01', 'link', 'elsewhere'),
    look('2026-04-01', 'received', 'elsewhere'),
    look('2026-04-02', 'revealed'),
    look('2026-04-02', 'none'),
  ];
  expect(looksTold(looks)).toEqual([
    look('2026-04-02', 'assigned'),
    look('2026-04-02', 'urgent', 'elsewhere'),
    look('2026-04-01', 'assigned'),
    look('2026-04-01', 'link', 'elsewhere'),
    look('2026-04-01', 'received', 'elsewhere'),
  ]);
});
