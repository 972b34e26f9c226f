import { expect, test } from 'vitest';
import { decidePayee } from './rules.ts';

test.each([
  ['a group says it for the first time', {}, { ok: true }],
  ['a group changes it', { isKnown: true }, { refusal: 'payee-known' }],
  ['the office changes it', { isKnown: true, byOffice: true }, { ok: true }],
  [
    'a number with a wrong check digit',
    { factProblems: [{ field: 'corporateNumber' }] },
    { refusal: 'payee-wrong' },
  ],
  [
    'a bank of three digits',
    { accountProblems: [{ field: 'bank' }] },
    { refusal: 'account-wrong', facts: { field: 'bank' } },
  ],
])('%s', (_, given, expected) => {
  const facts = { isKnown: false, byOffice: false, factProblems: [], accountProblems: [] };
  expect(decidePayee({ ...facts, ...given })).toMatchObject(expected);
});
