import { describe, expect, test } from 'vitest';
import { decideMember, livesTogether, type MemberFacts } from './rules.ts';

const nobody: MemberFacts = {
  relation: '',
  living: 'together',
  fromOn: '',
  untilOn: '',
  name: '',
  words: '',
};
const someone = (personId: string | null, isProtected = false) => ({ personId, isProtected });

describe('a member of a household', () => {
  test.each<[string, Partial<MemberFacts>, ReturnType<typeof someone> | undefined, string]>([
    ['a word is enough', { words: '長女、高校生' }, undefined, 'keep'],
    ['a relation is enough', { relation: 'child' }, undefined, 'keep'],
    ['a person of their own is enough', {}, someone('two'), 'keep'],
    ['nothing is nobody', {}, undefined, 'member-empty'],
    ['the person themselves', { name: '甲' }, someone('one'), 'member-self'],
    ['a number that leads to nobody', { name: '甲' }, someone(null), 'member-unknown'],
    ['somebody whom another one looks for', { name: '甲' }, someone('two', true), 'member-protected'],
    [
      'moved out before moving in',
      { name: '甲', fromOn: '2026-04-01', untilOn: '2026-03-31' },
      undefined,
      'days-crossed',
    ],
    ['a relation that is none', { relation: 'boss' }, undefined, 'code-unknown'],
    ['neither together nor apart', { name: '甲', living: '' }, undefined, 'code-unknown'],
  ])('%s', (_, change, other, answer) => {
    const decision = decideMember({ member: { ...nobody, ...change }, personId: 'one', other });
    expect(decision.ok ? decision.value : decision.refusal).toBe(answer);
  });

  test.each([
    [{ living: 'together', fromOn: null, untilOn: null }, true],
    [{ living: 'together', fromOn: '2026-04-01', untilOn: null }, true],
    [{ living: 'together', fromOn: '2026-04-02', untilOn: null }, false],
    [{ living: 'together', fromOn: null, untilOn: '2026-04-01' }, true],
    [{ living: 'together', fromOn: null, untilOn: '2026-03-31' }, false],
    [{ living: 'apart', fromOn: null, untilOn: null }, false],
  ])('%o lives with the person on 2026-04-01: %s', (member, answer) => {
    expect(livesTogether(member, '2026-04-01')).toBe(answer);
  });
});
