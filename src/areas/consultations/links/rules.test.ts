import { expect, test } from 'vitest';
import { comparedPhone, decideLink, proposals } from './rules.ts';

test('one proposal for each contact with all its evidence, and none where somebody has decided', () => {
  const matches = [
    { earlierId: 'a', kind: 'phone' },
    { earlierId: 'a', kind: 'number' },
    { earlierId: 'b', kind: 'mail' },
    { earlierId: 'c', kind: 'line' },
  ];
  const decided = [
    { contactId: 'me', earlierId: 'b' },
    { contactId: 'c', earlierId: 'me' },
  ];
  expect(proposals(matches, decided)).toEqual([{ earlierId: 'a', evidence: ['phone', 'number'] }]);
});

test.each([
  ['045-000-0001', '0450000001'],
  ['０４５（０００）０００１', '0450000001'],
  ['+81 45 000 0001', '0450000001'],
])('%s is compared as %s', (typed, digits) => {
  expect(comparedPhone(typed)).toEqual({ ok: true, value: digits });
});

test('what is no telephone number is refused, and so is what was not proposed or is decided', () => {
  expect(comparedPhone('110')).toMatchObject({ refusal: 'link-phone-wrong' });
  expect(decideLink({ shared: false, decided: false })).toMatchObject({ refusal: 'link-nothing' });
  expect(decideLink({ shared: true, decided: true })).toMatchObject({ refusal: 'link-decided' });
});
