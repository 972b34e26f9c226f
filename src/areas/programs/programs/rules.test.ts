import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decideChange, decideProgram, type EntryStatus, isFound, isSlug, slugFor } from './rules.ts';

describe('what a bureau handed in', () => {
  test.each<[EntryStatus | null, boolean]>([
    [null, true],
    ['owed', true],
    ['draft', true],
    ['returned', true],
    ['submitted', false],
    ['accepted', false],
  ])(
    'with the entry %s the bureau may change its program: %s; the secretariat always may',
    (entryStatus, may) => {
      expect(decideChange({ isSecretariat: false, entryStatus }).ok).toBe(may);
      expect(decideChange({ isSecretariat: true, entryStatus }).ok).toBe(true);
    },
  );
});

describe('a program', () => {
  const facts = {
    category: 'home',
    line: null,
    pillars: ['p1'],
    organisationId: 'a',
    partners: ['b'],
    slug: 'night-desk',
    budgets: [0, null, 5_398_643],
    vocabulary: { categories: ['home'], lines: ['L1'], pillars: ['p1', 'p2'], bureaus: ['a', 'b'] },
    slugsTaken: ['day-desk'],
  };
  test.each([
    ['speaks the words of its year', {}, 'save'],
    ['may stand in no category and no pillar', { category: null, pillars: [] }, 'save'],
    ['has a category of its year', { category: 'sea' }, 'category-unknown'],
    ['has a line of its year', { line: 'L9' }, 'line-unknown'],
    ['has pillars of its year, every one', { pillars: ['p1', 'p9'] }, 'pillar-unknown'],
    ['belongs to a bureau of its year', { organisationId: 'z' }, 'bureau-unknown'],
    ['has partners of its year', { partners: ['z'] }, 'bureau-unknown'],
    ['is not its own partner', { partners: ['a'] }, 'partner-is-itself'],
    ['has an address of small letters', { slug: 'Night desk' }, 'slug-form'],
    ['has an address of its own', { slug: 'day-desk' }, 'slug-taken'],
    ['has budgets of whole yen', { budgets: [0.5] }, 'budget-not-yen'],
    ['has budgets that are not below zero', { budgets: [-1] }, 'budget-not-yen'],
  ])('%s', (_, given, expected) => {
    const decision = decideProgram({ ...facts, ...given });
    expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
  });
});

describe('the address of a program', () => {
  const id = '0b1d9f0a-0000-4000-8000-000000000000';
  test.each([
    ['Night desk', [], 'night-desk'],
    ['Children’s cafeterias (support)', [], 'childrens-cafeterias-support'],
    ['Café für alle', [], 'cafe-fur-alle'],
    ['Night desk', ['night-desk', 'night-desk-2'], 'night-desk-3'],
    ['', [], 'p-0b1d9f0a'],
    ['夜の相談', [], 'p-0b1d9f0a'],
  ])('of %j with %j taken is %s', (nameEn, taken, expected) => {
    expect(slugFor({ nameEn, id }, taken)).toBe(expected);
  });

  test('is always a good and free one, whatever the name is and whatever is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(20), (nameEn, others) => {
        const taken: string[] = [];
        for (let number = 0; number <= others; number += 1) {
          const slug = slugFor({ nameEn, id }, taken);
          expect(isSlug(slug)).toBe(true);
          expect(taken).not.toContain(slug);
          taken.push(slug);
        }
      }),
    );
  });
});

test('a program is found by words in any width and case, by category and by bureau, all together', () => {
  const program = {
    nameJa: 'ＳＮＳ相談',
    nameEn: 'Chat Desk',
    division: '生活課',
    category: 'home',
    organisationId: 'a',
  };
  const finds = (filter: Partial<Parameters<typeof isFound>[1]>) =>
    isFound(program, { text: '', category: '', bureau: '', ...filter });
  expect(finds({})).toBe(true);
  expect(finds({ text: 'sns' })).toBe(true);
  expect(finds({ text: 'CHAT　生活' })).toBe(true);
  expect(finds({ text: 'chat 税' })).toBe(false);
  expect(finds({ text: 'chat', category: 'home', bureau: 'a' })).toBe(true);
  expect(finds({ text: 'chat', category: 'work' })).toBe(false);
  expect(finds({ bureau: 'b' })).toBe(false);
});
