import { ok, type Result, refuse } from '#platform/result.ts';

export const applicantKinds = ['corporation', 'unincorporated', 'individual'] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

/** What an applicant says about itself. Of a group the name is public, everything else is sealed. */
export interface ApplicantFacts {
  readonly kind: ApplicantKind;
  /** A group's name, or an individual's. */
  readonly name: string;
  /** 法人番号, 13 digits; empty for those without. */
  readonly corporateNumber: string;
  readonly contact: Contact;
}

export interface Contact {
  /** 代表者: office and name. Of an individual empty. */
  readonly representative: string;
  readonly postalCode: string;
  readonly address: string;
  readonly phone: string;
  readonly mail: string;
}

/** 1 普通, 2 当座, 4 貯蓄: the codes of the banks' transfer file. */
export const accountKinds = ['1', '2', '4'] as const;
export type AccountKind = (typeof accountKinds)[number];

export interface Account {
  /** Four digits. */
  readonly bank: string;
  readonly bankName: string;
  /** Three digits. */
  readonly branch: string;
  readonly branchName: string;
  readonly kind: AccountKind;
  /** Seven digits. */
  readonly number: string;
  /** 口座名義 in kana, as the passbook has it. */
  readonly holder: string;
  /** The holder is not the applicant: then a 委任状 comes along. */
  readonly holderIsAnother: boolean;
}

export type CorporateNumberRefusal = 'corporate-number-length' | 'corporate-number-check';

/**
 * 法人番号: 13 digits, of which the first is the check digit over the other twelve. 9 − (Σ pₙ·qₙ mod 9), pₙ counted from the
 * right, qₙ 1 and 2 in turn (法人番号の指定等に関する省令 第2条). Full-width digits and hyphens are understood.
 */
export function readCorporateNumber(typed: string): Result<string, CorporateNumberRefusal> {
  const digits = digitsOf(typed);
  if (!/^\d{13}$/.test(digits)) return refuse('corporate-number-length');
  const sum = digits
    .slice(1)
    .split('')
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 2), 0);
  return Number(digits[0]) === 9 - (sum % 9) ? ok(digits) : refuse('corporate-number-check');
}

export type ApplicantProblem =
  | CorporateNumberRefusal
  | 'name-missing'
  | 'number-missing'
  | 'representative-missing'
  | 'address-missing'
  | 'postal-code'
  | 'phone'
  | 'reachable';

export type ApplicantField = 'name' | 'corporateNumber' | keyof Contact;

/** What is missing or wrong, by field. Nothing is wrong: it may be sent. A mail address is not needed by whoever has a telephone. */
export function problemsOfApplicant(
  facts: ApplicantFacts,
): readonly { field: ApplicantField; problem: ApplicantProblem }[] {
  const problems: { field: ApplicantField; problem: ApplicantProblem }[] = [];
  const { contact } = facts;
  const missing = (field: ApplicantField, problem: ApplicantProblem, wrong: boolean) => {
    if (wrong) problems.push({ field, problem });
  };
  missing('name', 'name-missing', facts.name.trim() === '');
  if (facts.kind === 'corporation') {
    const number = readCorporateNumber(facts.corporateNumber);
    if (facts.corporateNumber === '') problems.push({ field: 'corporateNumber', problem: 'number-missing' });
    else if (!number.ok) problems.push({ field: 'corporateNumber', problem: number.refusal });
  }
  missing(
    'representative',
    'representative-missing',
    facts.kind !== 'individual' && contact.representative.trim() === '',
  );
  missing('postalCode', 'postal-code', contact.postalCode !== '' && !/^\d{7}$/.test(contact.postalCode));
  missing('address', 'address-missing', contact.address.trim() === '');
  missing('phone', 'phone', contact.phone !== '' && !/^\+?[\d-]{10,16}$/.test(contact.phone));
  missing('phone', 'reachable', contact.phone === '' && contact.mail === '');
  return problems;
}

/** As typed, so far that machines understand it; nothing is dropped. */
export function tidyApplicant(typed: ApplicantFacts): ApplicantFacts {
  const { contact } = typed;
  return {
    kind: typed.kind,
    name: typed.name.normalize('NFC').replace(/\s+/g, ' ').trim(),
    corporateNumber: typed.kind === 'corporation' ? digitsOf(typed.corporateNumber) : '',
    contact: {
      representative: typed.kind === 'individual' ? '' : contact.representative,
      postalCode: digitsOf(contact.postalCode),
      address: contact.address,
      phone: contact.phone
        .normalize('NFKC')
        .replace(/[‐−―ー－]/g, '-')
        .replace(/[\s()]/g, ''),
      mail: contact.mail.normalize('NFKC').toLowerCase().replace(/\s/g, ''),
    },
  };
}

/** By what a group without a number, or a person, is known again: name and address, without what people write now so and now so. */
export function samenessOf({ name, contact }: Pick<ApplicantFacts, 'name' | 'contact'>): string {
  const plain = (text: string) =>
    text
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[‐−―ー－-]/g, '-')
      .replace(/丁目|番地|番/g, '-')
      .replace(/[\s号]|-(?=$|\s)/g, '');
  return `${plain(name)}\n${plain(contact.address)}`;
}

export type AccountProblem =
  | 'bank-code'
  | 'branch-code'
  | 'account-kind'
  | 'account-number'
  | 'holder-missing'
  | 'holder-kana';

export type AccountField = 'bank' | 'branch' | 'kind' | 'number' | 'holder';

/** Whether a transfer could be written to it: codes of four and three digits, seven digits of number, the holder in kana. */
export function problemsOfAccount(
  account: Account,
): readonly { field: AccountField; problem: AccountProblem }[] {
  const problems: { field: AccountField; problem: AccountProblem }[] = [];
  const wrong = (field: AccountField, problem: AccountProblem, is: boolean) => {
    if (is) problems.push({ field, problem });
  };
  wrong('bank', 'bank-code', !/^\d{4}$/.test(account.bank) || account.bank === '0000');
  wrong('branch', 'branch-code', !/^\d{3}$/.test(account.branch));
  wrong('kind', 'account-kind', !accountKinds.includes(account.kind));
  wrong('number', 'account-number', !/^\d{7}$/.test(account.number) || account.number === '0000000');
  wrong('holder', 'holder-missing', account.holder === '');
  wrong('holder', 'holder-kana', !/^[\p{Script=Katakana}ー・0-9A-Z ().\-/]*$/u.test(account.holder));
  return problems;
}

/** 「１２３－４５」 becomes 0012345, hiragana becomes katakana, half-width kana becomes full: as the passbook says it. */
export function tidyAccount(typed: Account): Account {
  const number = digitsOf(typed.number);
  return {
    ...typed,
    bank: digitsOf(typed.bank),
    branch: digitsOf(typed.branch),
    number: /^\d{1,7}$/.test(number) ? number.padStart(7, '0') : number,
    holder: typed.holder
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[ぁ-ゖ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + 0x60))
      .replace(/[‐−―－]/g, '-')
      .replace(/\s+/g, ' ')
      .trim(),
  };
}

function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s‐−―ー－-]/g, '');
}
