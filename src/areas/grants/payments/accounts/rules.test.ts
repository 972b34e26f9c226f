import { expect, test } from 'vitest';
import { inventedAccount } from '../fixtures.ts';
import { decidePayee, lineOf, type PayeeAccount, postalAccount } from './rules.ts';

test.each<[string, Partial<PayeeAccount> | undefined, { checked?: boolean; delegated?: boolean }, string]>([
  ['an account as in the passbook', {}, {}, 'pay'],
  ['none', undefined, {}, 'account-missing'],
  ['a broken bank code', { bank: '99' }, { checked: true }, 'account-broken'],
  ['a name in kanji', { holder: '見本の会' }, { checked: true }, 'account-broken'],
  ['a name that was changed', { holder: 'ミホン・ハマ' }, {}, 'payee-unchecked'],
  ['the same, looked at by a person', { holder: 'ミホン・ハマ' }, { checked: true }, 'pay'],
  ['a name that is too long', { holder: 'ア'.repeat(40) }, {}, 'payee-unchecked'],
  ['an account of another', { holderIsAnother: true }, { checked: true }, 'delegation-missing'],
  ['the same with its 委任状', { holderIsAnother: true }, { delegated: true }, 'pay'],
])('%s', (_, change, { checked = false, delegated = false }, expected) => {
  const account = change && { ...inventedAccount, ...change };
  const decision = decidePayee({ account, yen: 1_000, checked, delegated });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test.each([0, -1, 10_000_000_000])('%i yen go to no account', (yen) => {
  expect(decidePayee({ account: inventedAccount, yen, checked: true, delegated: true }).ok).toBe(false);
});

test('names of banks that are not kana are left out, since the codes say it all', () => {
  const { line } = lineOf({ ...inventedAccount, bankName: '例示銀行' }, { yen: 1, code: 7 });
  expect(line).toMatchObject({ bankName: '', branchName: 'ﾐﾎﾝ', name: 'ﾐﾎﾝﾉｶｲ', code: 7 });
});

test.each([
  ['10580', '12345671', { branch: '058', kind: '1', number: '1234567' }],
  ['１０５８０', '1231', { branch: '058', kind: '1', number: '0000123' }],
  ['10580-2', '12345671', { branch: '058', kind: '1', number: '1234567' }],
  ['00120', '12345', { branch: '019', kind: '2', number: '0012345' }],
  ['00120-7', '12345', { branch: '019', kind: '2', number: '0012345' }],
])('記号 %s 番号 %s is branch and number %o of bank 9900', (symbol, number, expected) => {
  const read = postalAccount({ symbol, number });
  expect(read).toEqual({ ok: true, value: { bank: '9900', ...expected } });
});

test.each([
  ['20580', '12345671', 'postal-symbol'],
  ['1058', '12345671', 'postal-symbol'],
  ['10580', '12345672', 'postal-number'],
  ['10580', 'abc1', 'postal-number'],
  ['00120', '123456789', 'postal-number'],
])('記号 %s 番号 %s is refused: %s', (symbol, number, refusal) => {
  expect(postalAccount({ symbol, number })).toMatchObject({ ok: false, refusal });
});
