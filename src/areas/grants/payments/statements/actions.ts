import { createHash } from 'node:crypto';
import { hasRole, type PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { seal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, type Vault } from '#platform/vault/vault.ts';
import { decodeText, readCsv } from '#areas/directory/index.ts';
import { accountant, can } from '../../access.ts';
import { openAccount } from '../accounts/open.ts';
import type { StepRefusal } from '../rules.ts';
import { findPayment, lockPayments } from '../store.ts';
import { type ReadLine, readRecords } from '../transfer-file/rules.ts';
import { confirmTransfer, returnPayments } from '../transfers/actions.ts';
import { lineOfCode } from '../transfers/rules.ts';
import { findPaymentOfLine, findTransfer } from '../transfers/store.ts';
import { readStatementRows, type StatementLine, type StatementRefusal } from './rules.ts';
import { insertLines, insertStatement, lockLine, updateLine } from './store.ts';

export type ReadRefusal = StatementRefusal | 'file-unreadable' | 'file-known' | 'file-missing';

export interface Taken {
  readonly kind: 'statement' | 'returns';
  /** Lines that are new, or payments that came back. */
  readonly taken: number;
  /** Lines that were known, or returns that fit no payment of ours. */
  readonly left: number;
}

/**
 * A file of the bank: a statement as CSV, whose lines wait to be matched; or our own layout with the transfers that could not be
 * credited, each of which comes back at once by its code, amount and account number.
 */
export async function readBankFile(
  db: Db,
  who: PersonWho,
  { vault, bytes }: { vault: Vault; bytes: Uint8Array },
  now = new Date(),
): Promise<Result<Taken, ReadRefusal>> {
  if (!hasRole(who, accountant)) throw new Forbidden(can.matchPayments.name);
  const returns = readRecords(bytes);
  const lines = returns.ok ? ok([]) : statementOf(bytes);
  if (!lines.ok) return lines;
  return inTransaction(db, who, async (tx) => {
    const id = crypto.randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, `grant-statement:${id}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const kind = returns.ok ? 'returns' : 'statement';
    const isNew = await insertStatement(tx, {
      id,
      kind,
      sha256,
      sealedKey,
      readBy: who.personId,
      readAt: now,
    });
    if (!isNew) return refuse('file-known');
    const taken = returns.ok
      ? await takeReturns(tx, who, { vault, returns: returns.value }, now)
      : await insertLines(tx, rowsOf(vault, { statementId: id, key, lines: lines.value }));
    const all = returns.ok ? returns.value.length : lines.value.length;
    const subject = { kind: 'grant-statement', id };
    await record(tx, { event: 'grant-statement.read', subject, facts: { kind, taken, all } }, now);
    return ok({ kind, taken, left: all - taken });
  });
}

function statementOf(bytes: Uint8Array): Result<readonly StatementLine[], ReadRefusal> {
  const text = decodeText(bytes);
  if (!text.ok) return refuse('file-unreadable');
  const rows = readCsv(text.value.text, text.value.delimiter);
  return rows.ok ? readStatementRows(rows.value.map(({ cells }) => cells)) : refuse('file-unreadable');
}

/** A line is known again by all that it says; equal ones of one file are counted apart. */
function rowsOf(
  vault: Vault,
  { statementId, key, lines }: { statementId: string; key: Buffer; lines: readonly StatementLine[] },
) {
  const seen = new Map<string, number>();
  return lines.map((line, at) => {
    const value = `${line.day} ${line.yen} ${line.text}`;
    const nth = (seen.get(value) ?? 0) + 1;
    seen.set(value, nth);
    return {
      statementId,
      line: at + 1,
      day: line.day,
      yen: line.yen,
      sealedText: seal(key, { text: line.text, owner: `grant-statement:${statementId}` }),
      lineKey: blindIndex(vault, { purpose: 'grant-statement-line', value: `${value} ${nth}` }),
    };
  });
}

async function takeReturns(
  tx: Parameters<typeof findPaymentOfLine>[0],
  who: PersonWho,
  { vault, returns }: { vault: Vault; returns: readonly ReadLine[] },
  now: Date,
): Promise<number> {
  const paymentIds: string[] = [];
  for (const { code, yen, number } of returns) {
    const found = await findPaymentOfLine(tx, lineOfCode(code));
    if (!found || found.yen !== yen || !['released', 'confirmed'].includes(found.state)) continue;
    const [payment] = await lockPayments(tx, [found.id]);
    if (payment && openAccount(vault, payment)?.number === number) paymentIds.push(found.id);
  }
  if (paymentIds.length === 0) return 0;
  const on = tokyoDay(now);
  const back = await returnPayments(tx, who, { paymentIds, reason: 'not-credited', on }, now);
  if (!back.ok) throw new Error(`payments were locked and yet did not come back: ${back.refusal}`);
  return paymentIds.length;
}

/** A person says what a line is: the transfer that went out, or the payment that came back. */
export async function matchLine(
  db: Db,
  who: PersonWho,
  { lineId, ...to }: { lineId: string } & ({ transferId: string } | { paymentId: string }),
  now = new Date(),
): Promise<Result<'matched', StepRefusal | 'not-yet' | 'amount-differs'>> {
  if (!hasRole(who, accountant)) throw new Forbidden(can.matchPayments.name);
  return inTransaction(db, who, async (tx) => {
    const line = await lockLine(tx, lineId);
    const yen =
      'transferId' in to
        ? -(await findTransfer(tx, to.transferId)).totalYen
        : (await findPayment(tx, to.paymentId)).yen;
    if (yen !== line.yen) return refuse('amount-differs');
    const done =
      'transferId' in to
        ? await confirmTransfer(tx, who, to, now)
        : await returnPayments(
            tx,
            who,
            { paymentIds: [to.paymentId], reason: 'not-credited', on: line.day },
            now,
          );
    if (!done.ok) return done;
    await updateLine(tx, lineId, { state: 'matched', ...to, settledBy: who.personId, settledAt: now });
    return ok('matched');
  });
}

/** Not of grants: it is asked about no more. */
export async function setLineAside(
  db: Db,
  who: PersonWho,
  { lineId }: { lineId: string },
  now = new Date(),
): Promise<void> {
  if (!hasRole(who, accountant)) throw new Forbidden(can.matchPayments.name);
  await inTransaction(db, who, async (tx) => {
    await lockLine(tx, lineId);
    await updateLine(tx, lineId, { state: 'aside', settledBy: who.personId, settledAt: now });
    const subject = { kind: 'grant-statement-line', id: lineId };
    await record(tx, { event: 'grant-statement.set-aside', subject }, now);
  });
}
