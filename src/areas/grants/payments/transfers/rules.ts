import { ok, type Result, refuse } from '#platform/result.ts';
import { type HolidayOf, nextBankDay, payDay } from '../bank-days/rules.ts';
import type { HeaderGroup } from '../transfer-file/rules.ts';

/** Lines of one file: their number is part of the code by which a return is known again. */
export const mostLines = 99_999;

/** What the bank sees as 顧客コード1: the transfer's number and the line in its file. */
export function codeOfLine(transferNumber: string, line: number): number {
  return Number(transferNumber) * (mostLines + 1) + line;
}

export function lineOfCode(code: number): { number: string; line: number } {
  return { number: String(Math.floor(code / (mostLines + 1))), line: code % (mostLines + 1) };
}

interface Waiting {
  readonly id: string;
  readonly bureauId: string;
  readonly dueOn: string;
  readonly yen: number;
}

interface PayingAccount extends Omit<HeaderGroup, 'records'> {
  readonly id: string;
  /** Null: of every office without one of its own. */
  readonly bureauId: string | null;
  readonly lineBreaks: boolean;
}

/** A file to be: for one day and one bank, its accounts one after the other. */
export interface PlannedTransfer<P extends Waiting = Waiting> {
  readonly payOn: string;
  readonly bankCode: string;
  readonly lineBreaks: boolean;
  readonly groups: readonly { readonly header: HeaderGroup; readonly payments: readonly P[] }[];
  readonly records: number;
  readonly totalYen: number;
}

/**
 * Approved payments, split by the day on which they are paid and by the bank that pays them; each account is a group of its own.
 * `left`: those whose office has no account to pay from.
 */
export function planTransfers<P extends Waiting>(
  payments: readonly P[],
  { payers, today, holidayOf }: { payers: readonly PayingAccount[]; today: string; holidayOf: HolidayOf },
): { transfers: readonly PlannedTransfer<P>[]; left: readonly P[] } {
  const soonest = nextBankDay(today, holidayOf);
  const everywhere = payers.find(({ bureauId }) => bureauId === null);
  const left: P[] = [];
  const files = new Map<string, Map<PayingAccount, P[]>>();
  for (const payment of payments) {
    const payer = payers.find(({ bureauId }) => bureauId === payment.bureauId) ?? everywhere;
    if (!payer) {
      left.push(payment);
      continue;
    }
    const key = `${payDay(payment.dueOn, soonest, holidayOf)} ${payer.bankCode} ${payer.lineBreaks}`;
    const groups = files.get(key) ?? new Map<PayingAccount, P[]>();
    const own = groups.get(payer) ?? [];
    own.push(payment);
    files.set(key, groups.set(payer, own));
  }
  return { transfers: [...files].map(([key, groups]) => planned(key, groups)).toSorted(inOrder), left };
}

function planned<P extends Waiting>(
  key: string,
  groups: ReadonlyMap<PayingAccount, readonly P[]>,
): PlannedTransfer<P> {
  const [payOn = '', bankCode = '', lineBreaks] = key.split(' ');
  const all = [...groups.values()].flat();
  return {
    payOn,
    bankCode,
    lineBreaks: lineBreaks === 'true',
    groups: [...groups].map(([payer, payments]) => ({
      header: {
        clientCode: payer.clientCode,
        clientName: payer.clientName,
        bankCode: payer.bankCode,
        bankName: payer.bankName,
        branchCode: payer.branchCode,
        branchName: payer.branchName,
        accountKind: payer.accountKind,
        accountNumber: payer.accountNumber,
        records: payments.length,
      },
      payments,
    })),
    records: all.length,
    totalYen: all.reduce((sum, { yen }) => sum + yen, 0),
  };
}

function inOrder(one: PlannedTransfer, other: PlannedTransfer): number {
  return one.payOn.localeCompare(other.payOn) || one.bankCode.localeCompare(other.bankCode);
}

export type ReleaseRefusal = 'changed-meanwhile' | 'too-many-lines' | 'more-than-owed' | 'same-person';

/** What is released is what the accountant saw: the same number of transfers and the same sum. */
export function decideRelease(
  planned: PlannedTransfer | undefined,
  seen: { records: number; totalYen: number },
): Result<PlannedTransfer, ReleaseRefusal> {
  if (planned?.records !== seen.records || planned.totalYen !== seen.totalYen)
    return refuse('changed-meanwhile');
  return planned.records > mostLines ? refuse('too-many-lines', { most: mostLines }) : ok(planned);
}

export type CopyRefusal = 'copy-taken' | 'copy-waits' | 'copy-not-asked' | 'same-person' | 'reason-missing';

interface Copy {
  readonly copy: number;
  readonly askedBy: string | null;
  readonly allowedAt: Date | null;
  readonly takenAt: Date | null;
}

/** A file is handed out once for each time that it was allowed: at the release, and again only by a second person. */
export function decideTake(last: Copy | undefined): Result<'take', CopyRefusal> {
  if (!last || last.takenAt) return refuse('copy-taken');
  return last.allowedAt ? ok('take') : refuse('copy-waits');
}

export function decideAsk(last: Copy | undefined, reason: string): Result<'ask', CopyRefusal> {
  if (reason.trim() === '') return refuse('reason-missing');
  return last && !last.takenAt ? refuse('copy-waits') : ok('ask');
}

export function decideAllow(last: Copy | undefined, personId: string): Result<'allow', CopyRefusal> {
  if (!last || last.allowedAt) return refuse('copy-not-asked');
  return last.askedBy === personId ? refuse('same-person') : ok('allow');
}

/** Two transfers to one account in one file: shown before the release, since one of them may be a slip. */
export function sameAccounts<L extends { bank: string; branch: string; kind: string; number: string }>(
  lines: readonly L[],
): readonly (readonly L[])[] {
  const by = Map.groupBy(lines, ({ bank, branch, kind, number }) => [bank, branch, kind, number].join(' '));
  return [...by.values()].filter((same) => same.length > 1);
}
