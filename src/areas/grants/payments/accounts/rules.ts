import { ok, type Result, refuse } from '#platform/result.ts';
import type { CodeProblem } from '../banks/rules.ts';
import { bankName, isBlocking, type KanaDoubt } from '../kana/rules.ts';
import { type LineProblem, problemsOfLine, type TransferLine } from '../transfer-file/rules.ts';

/** What a payee said about its account: as `applicants` seals it. */
export interface PayeeAccount {
  readonly bank: string;
  readonly bankName: string;
  readonly branch: string;
  readonly branchName: string;
  /** 1 普通, 2 当座, 4 貯蓄 */
  readonly kind: string;
  readonly number: string;
  /** In kana, as the passbook has it. */
  readonly holder: string;
  /** The account is another's: then a power of attorney (委任状) lies with the application. */
  readonly holderIsAnother: boolean;
}

const shortName = 15;

/** The account as the file says it, and what a person should look at before. */
export function lineOf(
  account: PayeeAccount,
  { yen, code }: { yen: number; code: number },
): { line: TransferLine; problems: readonly LineProblem[]; doubts: readonly KanaDoubt[] } {
  const { text: name, doubts } = bankName(account.holder);
  const line: TransferLine = {
    bank: account.bank,
    bankName: optionalName(account.bankName),
    branch: account.branch,
    branchName: optionalName(account.branchName),
    kind: account.kind,
    number: account.number,
    name,
    yen,
    code,
  };
  const problems = problemsOfLine(line).filter((problem) => problem !== 'name' || doubts.length === 0);
  return { line, problems, doubts };
}

/** Names of banks may be left empty, and are when they are not kana. */
function optionalName(typed: string): string {
  const { text, doubts } = bankName(typed, shortName);
  return doubts.some(isBlocking) ? '' : text;
}

export type PayeeRefusal = 'account-missing' | 'account-broken' | 'payee-unchecked' | 'delegation-missing';

/** Whether money may go there: nothing is broken, and whatever is doubtful was looked at by a person. */
export function decidePayee(facts: {
  account: PayeeAccount | undefined;
  yen: number;
  /** What the register of banks says against its codes. */
  code?: CodeProblem | undefined;
  checked: boolean;
  /** The officer saw the power of attorney. */
  delegated: boolean;
}): Result<'pay', PayeeRefusal> {
  const { account, yen, checked, delegated } = facts;
  if (!account) return refuse('account-missing');
  const { problems, doubts } = lineOf(account, { yen, code: 0 });
  if (problems.length > 0 || doubts.some(isBlocking)) return refuse('account-broken');
  if (account.holderIsAnother && !delegated) return refuse('delegation-missing');
  const isDoubtful = doubts.length > 0 || facts.code !== undefined;
  return isDoubtful && !checked ? refuse('payee-unchecked') : ok('pay');
}

export type PostalRefusal = 'postal-symbol' | 'postal-number';

/**
 * ゆうちょ銀行: 記号 and 番号 of a passbook as other banks need them. 1ABC0 (総合口座) becomes branch AB8 with the number's last
 * digit dropped; 0ABC0 (振替口座) becomes branch AB9 with the number as it is. A digit behind 「-」 of the symbol is left out.
 */
export function postalAccount(typed: {
  symbol: string;
  number: string;
}): Result<Pick<PayeeAccount, 'bank' | 'branch' | 'kind' | 'number'>, PostalRefusal> {
  const symbol = typed.symbol
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[‐−―ー-]\d?$/, '');
  const number = typed.number.normalize('NFKC').replace(/\s/g, '');
  if (!/^[01]\d{3}0$/.test(symbol)) return refuse('postal-symbol');
  const two = symbol.slice(1, 3);
  if (symbol.startsWith('0')) {
    if (!/^\d{1,7}$/.test(number)) return refuse('postal-number');
    return ok({ bank: '9900', branch: `${two}9`, kind: '2', number: number.padStart(7, '0') });
  }
  if (!/^\d{2,8}$/.test(number) || !number.endsWith('1')) return refuse('postal-number');
  return ok({ bank: '9900', branch: `${two}8`, kind: '1', number: number.slice(0, -1).padStart(7, '0') });
}
