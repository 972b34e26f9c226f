import { ok, type Result, refuse } from '#platform/result.ts';
import { bankName, isBlocking } from '../kana/rules.ts';

/** The account from which an office pays, as its bank knows it. */
export interface Payer {
  readonly clientCode: string;
  readonly clientName: string;
  readonly bankCode: string;
  readonly bankName: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly accountKind: string;
  readonly accountNumber: string;
  readonly lineBreaks: boolean;
}

export type PayerRefusal =
  | 'client-code'
  | 'client-name'
  | 'bank-code'
  | 'branch-code'
  | 'account-kind'
  | 'account-number';

const clientNameBytes = 40;
const shortNameBytes = 15;

/** As the bank's file says it: digits filled up, names in half-width kana. */
export function decidePayer(typed: Payer): Result<Payer, PayerRefusal> {
  const clientCode = digitsOf(typed.clientCode);
  const accountNumber = digitsOf(typed.accountNumber);
  const client = bankName(typed.clientName, clientNameBytes);
  const [bankCode, branchCode] = [digitsOf(typed.bankCode), digitsOf(typed.branchCode)];
  if (!/^\d{1,10}$/.test(clientCode)) return refuse('client-code');
  if (client.doubts.some(isBlocking)) return refuse('client-name');
  if (!/^\d{4}$/.test(bankCode) || bankCode === '0000') return refuse('bank-code');
  if (!/^\d{3}$/.test(branchCode)) return refuse('branch-code');
  if (!['1', '2', '9'].includes(typed.accountKind)) return refuse('account-kind');
  if (!/^\d{1,7}$/.test(accountNumber) || Number(accountNumber) === 0) return refuse('account-number');
  return ok({
    clientCode: clientCode.padStart(10, '0'),
    clientName: client.text,
    bankCode,
    bankName: optional(typed.bankName),
    branchCode,
    branchName: optional(typed.branchName),
    accountKind: typed.accountKind,
    accountNumber: accountNumber.padStart(7, '0'),
    lineBreaks: typed.lineBreaks,
  });
}

function optional(typed: string): string {
  const { text, doubts } = bankName(typed, shortNameBytes);
  return doubts.some(isBlocking) ? '' : text;
}

function digitsOf(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s‐−―ー-]/g, '');
}
