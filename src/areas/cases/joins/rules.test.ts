import { describe, expect, test } from 'vitest';
import { decideJoin, decideUndo, type JoinSide, proposalsOf, strengthOf } from './rules.ts';

describe('what two persons share', () => {
  test.each<[string[], string | undefined]>([
    [['name-birth', 'name'], 'strong'],
    [['phone', 'kana'], 'strong'],
    [['email', 'name'], 'strong'],
    [['phone'], 'likely'],
    [['name', 'municipality'], 'likely'],
    [['kana', 'municipality'], 'likely'],
    [['name'], 'weak'],
    [['name', 'kana'], 'weak'],
    [['kana'], undefined],
    [['municipality'], undefined],
  ])('%s is %s', (kinds, strength) => expect(strengthOf(new Set(kinds))).toBe(strength));

  test('the likeliest stands first; on whom somebody decided is not proposed again', () => {
    const matches = [
      { personId: 'namesake', kind: 'name' },
      { personId: 'neighbour', kind: 'name' },
      { personId: 'same', kind: 'phone' },
      { personId: 'same', kind: 'name' },
      { personId: 'decided', kind: 'name-birth' },
    ];
    const municipalityOf = (id: string) => (id === 'neighbour' ? '14201' : '14100');
    const found = proposalsOf({ matches, municipalityOf, municipality: '14201', decided: ['decided'] });
    expect(found).toEqual([
      { personId: 'same', evidence: ['phone', 'name'], strength: 'strong' },
      { personId: 'neighbour', evidence: ['name', 'municipality'], strength: 'likely' },
      { personId: 'namesake', evidence: ['name'], strength: 'weak' },
    ]);
  });

  test('who lives nowhere known is no neighbour of anybody', () => {
    const matches = [{ personId: 'a', kind: 'kana' }];
    expect(proposalsOf({ matches, municipalityOf: () => null, municipality: null, decided: [] })).toEqual([]);
  });
});

const side = (personId: string, change: Partial<JoinSide> = {}): JoinSide => ({
  personId,
  organisationId: 'home',
  joinedInto: null,
  erased: false,
  holdsOthers: false,
  isProtected: false,
  ...change,
});

describe('joining', () => {
  test.each<[string, JoinSide, JoinSide, boolean, string, string]>([
    ['with a reason, by who carries both', side('a'), side('b'), true, '本人に確かめた', 'join'],
    [
      'the kept one may hold others',
      side('a', { holdsOthers: true }),
      side('b'),
      true,
      '本人に確かめた',
      'join',
    ],
    ['no chains', side('a'), side('b', { holdsOthers: true }), true, '本人に確かめた', 'join-undo-first'],
    ['one with itself', side('a'), side('a'), true, '本人に確かめた', 'join-self'],
    [
      'across organisations',
      side('a'),
      side('b', { organisationId: 'x' }),
      true,
      '本人に確かめた',
      'join-elsewhere',
    ],
    [
      'a protected person',
      side('a'),
      side('b', { isProtected: true }),
      true,
      '本人に確かめた',
      'join-protected',
    ],
    ['joined before', side('a'), side('b', { joinedInto: 'c' }), true, '本人に確かめた', 'join-decided'],
    ['somebody else’s case', side('a'), side('b'), false, '本人に確かめた', 'join-not-yours'],
    ['without a reason', side('a'), side('b'), true, ' 同じ ', 'reason-missing'],
    ['erased', side('a', { erased: true }), side('b'), true, '本人に確かめた', 'person-erased'],
  ])('%s', (_, kept, other, carriesAll, reason, answer) => {
    const decision = decideJoin({ kept, other, carriesAll, reason });
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test.each([
    [{ undone: false, carriesAll: true, reason: '別の人と分かった' }, 'undo'],
    [{ undone: false, erased: true, carriesAll: true, reason: '別の人と分かった' }, 'person-erased'],
    [{ undone: true, carriesAll: true, reason: '別の人と分かった' }, 'join-decided'],
    [{ undone: false, carriesAll: false, reason: '別の人と分かった' }, 'join-not-yours'],
    [{ undone: false, carriesAll: true, reason: '' }, 'reason-missing'],
  ])('undoing %o: %s', (facts, answer) => {
    const decision = decideUndo({ erased: false, ...facts });
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });
});
