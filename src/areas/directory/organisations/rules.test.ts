import { expect, test } from 'vitest';
import { decideAddress, decideProfile, isLegalNumber } from './rules.ts';

test.each([
  ['7000012050002', true],
  ['1000020140007', true],
  ['8000012050002', false],
  ['7000012050020', false],
  ['700001205000', false],
  ['７000012050002', false],
])('%s is a corporate number: %s', (number, is) => {
  expect(isLegalNumber(number)).toBe(is);
});

const profile = { nameKana: 'ミホン', descriptionJa: '', descriptionEn: '', website: '', legalNumber: '' };
test.each([
  [{}, undefined],
  [{ website: 'mihon.example.jp' }, 'website-malformed'],
  [{ legalNumber: '1' }, 'legal-number-wrong'],
  [{ descriptionJa: '=1+1' }, 'formula'],
  [{ descriptionEn: 'a'.repeat(2001) }, 'too-long'],
])('a profile with %j: %s', (change, refusal) => {
  const decision = decideProfile({ ...profile, ...change });
  expect(decision.ok ? undefined : decision.refusal).toBe(refusal);
});

test('mail goes to an address or nowhere', () => {
  expect(decideAddress('').ok).toBe(true);
  expect(decideAddress('desk@mihon.example.jp').ok).toBe(true);
  expect(decideAddress('desk')).toMatchObject({ refusal: 'mail-malformed' });
});
