import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Account,
  type ApplicantFacts,
  problemsOfAccount,
  problemsOfApplicant,
  readCorporateNumber,
  samenessOf,
  tidyAccount,
  tidyApplicant,
} from './rules.ts';

const group: ApplicantFacts = {
  kind: 'unincorporated',
  name: '例示みなと食堂の会',
  corporateNumber: '',
  contact: {
    representative: '代表 港 みほん',
    postalCode: '2310000',
    address: '横浜市例示区見本町1-2-3',
    phone: '045-000-0001',
    mail: 'minato@example.jp',
  },
};
const account: Account = {
  bank: '0001',
  bankName: '例示銀行',
  branch: '123',
  branchName: '見本支店',
  kind: '1',
  number: '0012345',
  holder: 'レイジミナトシヨクドウノカイ',
  holderIsAnother: false,
};

describe('法人番号', () => {
  test.each([
    ['the example of the ministry’s ordinance', '8700110005901', '8700110005901'],
    ['with full-width digits and hyphens', '８－７００１－１０００－５９０１', '8700110005901'],
    ['one digit wrong', '8700110005902', 'corporate-number-check'],
    ['a wrong check digit', '7700110005901', 'corporate-number-check'],
    ['twelve digits', '700110005901', 'corporate-number-length'],
    ['letters', '87001100059O1', 'corporate-number-length'],
    ['nothing', '', 'corporate-number-length'],
  ])('%s', (_, typed, expected) => {
    const read = readCorporateNumber(typed);
    expect(read.ok ? read.value : read.refusal).toBe(expected);
  });

  test('of twelve digits exactly one first digit is right', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{12}$/), (twelve) => {
        const right = '0123456789'.split('').filter((digit) => readCorporateNumber(digit + twelve).ok);
        expect(right).toHaveLength(1);
        expect(right[0]).not.toBe('0');
      }),
    );
  });
});

describe('an applicant', () => {
  const contact = (change: Partial<ApplicantFacts['contact']>) => ({
    ...group,
    contact: { ...group.contact, ...change },
  });
  test.each<[string, ApplicantFacts, readonly string[]]>([
    ['a group without number', group, []],
    ['a corporation without number', { ...group, kind: 'corporation' }, ['corporateNumber number-missing']],
    [
      'a corporation with a number that cannot be',
      { ...group, kind: 'corporation', corporateNumber: '1234567890123' },
      ['corporateNumber corporate-number-check'],
    ],
    ['a person has no representative', { ...contact({ representative: '' }), kind: 'individual' }, []],
    ['a group has one', contact({ representative: ' ' }), ['representative representative-missing']],
    ['a telephone is enough', contact({ mail: '' }), []],
    ['a mail address is enough', contact({ phone: '' }), []],
    ['neither of both', contact({ mail: '', phone: '' }), ['phone reachable']],
    ['half a postal code', contact({ postalCode: '231' }), ['postalCode postal-code']],
    ['no address', contact({ address: '' }), ['address address-missing']],
  ])('%s', (_, facts, expected) => {
    expect(problemsOfApplicant(facts).map(({ field, problem }) => `${field} ${problem}`)).toEqual(expected);
  });

  test('what is typed full-width is understood', () => {
    const typed = contact({ postalCode: '２３１－００００', phone: '０４５ー０００ー０００１' });
    expect(tidyApplicant(typed).contact).toMatchObject({ postalCode: '2310000', phone: '045-000-0001' });
  });

  test('it is known again however the address is written', () => {
    const other = {
      ...contact({ address: '横浜市例示区見本町１丁目２番３号' }),
      name: '例示みなと食堂の会　',
    };
    expect(samenessOf(other)).toBe(samenessOf(group));
    expect(samenessOf({ ...group, name: '別の会' })).not.toBe(samenessOf(group));
  });
});

describe('an account', () => {
  test.each<[string, Partial<Account>, readonly string[]]>([
    ['as in the passbook', {}, []],
    ['a short number is filled up', { number: '12345' }, []],
    ['hiragana and half-width kana are read', { holder: 'れいじ ﾐﾅﾄ' }, []],
    ['a bank of three digits', { bank: '001' }, ['bank-code']],
    ['no branch', { branch: '' }, ['branch-code']],
    ['eight digits', { number: '12345678' }, ['account-number']],
    ['only zeros', { number: '0' }, ['account-number']],
    ['kanji', { holder: '例示' }, ['holder-kana']],
    ['no holder', { holder: '' }, ['holder-missing']],
  ])('%s', (_, change, expected) => {
    const problems = problemsOfAccount(tidyAccount({ ...account, ...change }));
    expect(problems.map(({ problem }) => problem)).toEqual(expected);
  });
});
