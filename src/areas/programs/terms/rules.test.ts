import fc from 'fast-check';
import { expect, test } from 'vitest';
import { codeFor, decideRemoveTerm, decideTerm, isScheme, moved, type TermFacts } from './rules.ts';

const facts: TermFacts = { scheme: 'category', code: '1', organisationId: null, others: [] };
const taken = [{ code: 'taken', organisationId: 'org' }];

test.each<[string, Partial<TermFacts>, string]>([
  ['with a short code', {}, 'save'],
  ['with a Japanese code', { code: '件' }, 'save'],
  ['with a code of blanks', { code: ' ' }, 'code-form'],
  ['with a code of 41 letters', { code: 'a'.repeat(41) }, 'code-form'],
  ['with a code that is taken', { code: 'taken', others: taken }, 'code-taken'],
  ['for a bureau without an organisation', { scheme: 'bureau' }, 'bureau-without-organisation'],
  ['for a bureau with one', { scheme: 'bureau', organisationId: 'org' }, 'save'],
  [
    'for an organisation that has a name already',
    { scheme: 'bureau', organisationId: 'org', others: taken },
    'organisation-taken',
  ],
])('a term %s', (_, given, expected) => {
  const decision = decideTerm({ ...facts, ...given });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('a term in use stays and says how often it is used', () => {
  expect(decideRemoveTerm({ name: '件', uses: 0 }).ok).toBe(true);
  expect(decideRemoveTerm({ name: '件', uses: 3 })).toEqual({
    ok: false,
    refusal: 'term-in-use',
    facts: { name: '件', uses: 3 },
  });
});

test.each([
  ['Women’s support', [], 'women-s-support'],
  ['Women’s support', ['women-s-support'], 'women-s-support-2'],
  ['', [], '1'],
  ['', ['1', '2'], '3'],
])('the code for %j with %j taken is %s', (nameEn, codes, expected) => {
  expect(codeFor(nameEn, codes)).toBe(expected);
});

test('a code is always free and well formed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(30), (nameEn, count) => {
      const codes: string[] = [];
      for (let number = 0; number <= count; number += 1) {
        const code = codeFor(nameEn, codes);
        expect(
          decideTerm({ ...facts, code, others: codes.map((each) => ({ code: each, organisationId: null })) })
            .ok,
        ).toBe(true);
        codes.push(code);
      }
    }),
  );
});

test('moving up and down again changes nothing, nothing is ever lost, and the ends hold', () => {
  const list = fc.uniqueArray(fc.nat(), { minLength: 1 });
  fc.assert(
    fc.property(list, fc.nat(), fc.constantFrom(-1 as const, 1 as const), (order, pick, by) => {
      const at = pick % order.length;
      const id = order[at] as number;
      const next = moved(order, id, by);
      expect(new Set(next)).toEqual(new Set(order));
      expect(next).toHaveLength(order.length);
      const end = by === -1 ? 0 : order.length - 1;
      expect(next.indexOf(id)).toBe(at === end ? at : at + by);
      if (at !== end) expect(moved(next, id, by === 1 ? -1 : 1)).toEqual(order);
    }),
  );
  expect(moved(['a'], 'z', 1)).toEqual(['a']);
});

test('only the schemes of a year are schemes', () => {
  expect(isScheme('category')).toBe(true);
  expect(isScheme('constructor')).toBe(false);
});
