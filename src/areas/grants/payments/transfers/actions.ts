import { hasRole, type PersonWho, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { accountant, can, grantApprover } from '../../access.ts';
import { listClosed, updateAward } from '../../awards/store.ts';
import { moveMoney } from '../../ledger/actions.ts';
import type { Move } from '../../ledger/rules.ts';
import { listBalances, lockBudget } from '../../ledger/store.ts';
import {
  movesOfConfirming,
  movesOfReturning,
  decideStep,
  reopenedTo,
  type ReturnReason,
  type StepRefusal,
} from '../rules.ts';
import { type KeyedPayment, listPaymentsOf, lockPayments, updatePayments } from '../store.ts';
import { fileOf, readFileOf } from './file.ts';
import { planOf } from './plan.ts';
import {
  type CopyRefusal,
  decideAllow,
  decideAsk,
  decideRelease,
  decideTake,
  type ReleaseRefusal,
} from './rules.ts';
import {
  insertCopy,
  insertTransfer,
  listCopies,
  lockTransfer,
  nextNumber,
  placePayments,
  updateCopy,
  updateTransfer,
} from './store.ts';

/**
 * Money leaves: one file for one bank and one day, its payments released and paid, its record and its hash, in one transaction. The
 * bytes are made from the record whenever they are needed, so nothing lies between the file and the record.
 */
export async function releaseTransfer(
  db: Db,
  who: Who,
  {
    vault,
    payOn,
    bankCode,
    seen,
  }: { vault: Vault; payOn: string; bankCode: string; seen: { records: number; totalYen: number } },
  now = new Date(),
): Promise<Result<{ transferId: string }, ReleaseRefusal>> {
  mustBeAccountant(who);
  return inTransaction(db, who, async (tx) => {
    const number = await nextNumber(tx);
    const plan = await planOf(tx, who, { vault, now });
    const planned = plan.transfers.find((each) => each.payOn === payOn && each.bankCode === bankCode);
    const decision = decideRelease(planned, seen);
    if (!decision.ok || !planned) return decision.ok ? refuse('changed-meanwhile') : decision;
    const payments = planned.groups.flatMap((group) => group.payments);
    const locked = await lockPayments(
      tx,
      payments.map(({ id }) => id),
    );
    if (locked.some(({ state }) => state !== 'approved')) return refuse('changed-meanwhile');
    const short = await findShort(tx, payments);
    if (short) return refuse('more-than-owed', { award: short });
    const transferId = crypto.randomUUID();
    const { records, totalYen, lineBreaks } = planned;
    const groups = planned.groups.map(({ header }) => header);
    const { sha256 } = fileOf(vault, { number, payOn, groups, lineBreaks }, payments);
    const releasedBy = who.kind === 'person' ? who.personId : null;
    const row = { number, bankCode, payOn, groups, lineBreaks, records, totalYen, sha256, releasedBy };
    await insertTransfer(tx, { id: transferId, ...row, releasedAt: now });
    await insertCopy(tx, { transferId, copy: 1, askedBy: releasedBy, askedAt: now, allowedAt: now });
    await placePayments(
      tx,
      transferId,
      payments.map(({ id }, at) => ({ id, line: at + 1 })),
    );
    await move(tx, payments, ({ awardId, yen }) => [{ awardId, kind: 'pay', yen }], now);
    const subject = { kind: 'grant-transfer', id: transferId };
    const facts = { number, bankCode, payOn, records, yen: totalYen, sha256 };
    await record(tx, { event: 'grant-payment.release', subject, facts }, now);
    return ok({ transferId });
  });
}

function mustBeAccountant(who: Who): void {
  if (who.kind === 'person' && !hasRole(who, accountant)) throw new Forbidden(can.releasePayment.name);
}

/** Locks the money of every call, and names an award (by its number) of which less is owed than is to be paid. */
async function findShort(
  tx: Tx,
  payments: readonly { callId: string; awardId: string; awardNumber: string; yen: number }[],
): Promise<string | undefined> {
  for (const [callId, own] of byCall(payments)) {
    await lockBudget(tx, callId);
    const balances = await listBalances(tx, { callId, awardIds: own.map(({ awardId }) => awardId) });
    const left = new Map([...balances].map(([id, { decided, paid }]) => [id, decided - paid]));
    for (const { awardId, awardNumber, yen } of own) {
      const rest = (left.get(awardId) ?? 0) - yen;
      if (rest < 0) return awardNumber;
      left.set(awardId, rest);
    }
  }
  return undefined;
}

/** In the order of their ids, so that two who lock several calls never wait for each other. */
function byCall<P extends { callId: string }>(
  payments: readonly P[],
): readonly (readonly [string, readonly P[]])[] {
  const calls = Map.groupBy(payments, ({ callId }) => callId);
  return [...calls].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

type Paid = Pick<KeyedPayment, 'id' | 'callId' | 'awardId' | 'kind' | 'yen'>;

async function move<P extends Paid>(
  tx: Tx,
  payments: readonly P[],
  movesOf: (payment: P) => readonly Move[],
  now: Date,
): Promise<void> {
  for (const [callId, own] of byCall(payments)) {
    const moves = own.flatMap((payment) =>
      movesOf(payment).map((each) => ({ ...each, sourceId: payment.id })),
    );
    if (moves.length === 0) continue;
    const moved = await moveMoney(tx, { callId, moves }, now);
    // Asked before under the same locks: whatever is refused here is a bug, and undoes everything.
    if (!moved.ok) throw new Error(`money did not move: ${moved.refusal}`);
  }
}

/** The file goes out by somebody's hand: once for each time that it was allowed. */
export async function takeFile(
  db: Db,
  who: PersonWho,
  { vault, transferId }: { vault: Vault; transferId: string },
  now = new Date(),
): Promise<Result<{ bytes: Uint8Array; number: string; payOn: string }, CopyRefusal>> {
  mustBeAccountant(who);
  return inTransaction(db, who, async (tx) => {
    const transfer = await lockTransfer(tx, transferId);
    const last = (await listCopies(tx, transferId)).at(-1);
    const decision = decideTake(last);
    if (!decision.ok || !last) return decision.ok ? refuse('copy-taken') : decision;
    const bytes = await readFileOf(tx, vault, transfer);
    await updateCopy(tx, last.id, { takenBy: who.personId, takenAt: now });
    const subject = { kind: 'grant-transfer', id: transferId };
    const facts = { copy: last.copy, sha256: transfer.sha256 };
    await record(tx, { event: 'grant-transfer.take-file', subject, facts }, now);
    return ok({ bytes, number: transfer.number, payOn: transfer.payOn });
  });
}

/** The file is needed again: with a reason, and a second person says yes. */
export async function askForCopy(
  db: Db,
  who: PersonWho,
  { transferId, reason }: { transferId: string; reason: string },
  now = new Date(),
): Promise<Result<'asked', CopyRefusal>> {
  mustBeAccountant(who);
  return inTransaction(db, who, async (tx) => {
    await lockTransfer(tx, transferId);
    const last = (await listCopies(tx, transferId)).at(-1);
    const decision = decideAsk(last, reason);
    if (!decision.ok) return decision;
    const copy = (last?.copy ?? 0) + 1;
    await insertCopy(tx, { transferId, copy, reason, askedBy: who.personId, askedAt: now });
    const subject = { kind: 'grant-transfer', id: transferId };
    await record(tx, { event: 'grant-transfer.ask-copy', subject, facts: { copy } }, now);
    return ok('asked');
  });
}

export async function allowCopy(
  db: Db,
  who: PersonWho,
  { transferId }: { transferId: string },
  now = new Date(),
): Promise<Result<'allowed', CopyRefusal>> {
  if (!hasRole(who, accountant) && !hasRole(who, grantApprover)) throw new Forbidden(can.allowCopy.name);
  return inTransaction(db, who, async (tx) => {
    const last = (await listCopies(tx, transferId)).at(-1);
    const decision = decideAllow(last, who.personId);
    if (!decision.ok || !last) return decision.ok ? refuse('copy-not-asked') : decision;
    await updateCopy(tx, last.id, { allowedBy: who.personId, allowedAt: now });
    const subject = { kind: 'grant-transfer', id: transferId };
    await record(tx, { event: 'grant-transfer.allow-copy', subject, facts: { copy: last.copy } }, now);
    return ok('allowed');
  });
}

/** The bank did it: what has not come back is confirmed, and all but advances is accounted for. */
export async function confirmTransfer(
  db: Db,
  who: Who,
  { transferId }: { transferId: string },
  now = new Date(),
): Promise<Result<'confirmed', 'not-yet' | StepRefusal>> {
  mustBeAccountant(who);
  return inTransaction(db, who, async (tx) => {
    const transfer = await lockTransfer(tx, transferId);
    if (transfer.confirmedAt) return refuse('step-not-now');
    if (transfer.payOn > tokyoDay(now)) return refuse('not-yet', { day: transfer.payOn });
    const all = await listPaymentsOf(tx, { transferId });
    const payments = all.filter(({ state }) => state === 'released');
    await updatePayments(
      tx,
      payments.map(({ id }) => id),
      { state: 'confirmed', confirmedAt: now },
    );
    await move(tx, payments, movesOfConfirming, now);
    const confirmedBy = who.kind === 'person' ? who.personId : null;
    await updateTransfer(tx, transferId, { confirmedBy, confirmedAt: now });
    const subject = { kind: 'grant-transfer', id: transferId };
    await record(tx, { event: 'grant-payment.match', subject, facts: { confirmed: payments.length } }, now);
    return ok('confirmed');
  });
}

/** 組戻し・振込不能: the money came back on a day; it is owed again, also when it was accounted for or its account closed already. */
export async function returnPayments(
  db: Db,
  who: Who,
  { paymentIds, reason, on }: { paymentIds: readonly string[]; reason: ReturnReason; on: string },
  now = new Date(),
): Promise<Result<'returned', StepRefusal>> {
  mustBeAccountant(who);
  return inTransaction(db, who, async (tx) => {
    const payments = await lockPayments(tx, paymentIds);
    const personId = who.kind === 'person' ? who.personId : null;
    for (const payment of payments) {
      const decision = decideStep({ ...payment, step: 'return', personId });
      if (!decision.ok) return decision;
    }
    await updatePayments(tx, paymentIds, { state: 'returned', returnedOn: on, reason });
    for (const payment of payments) {
      const { callId, awardId } = payment;
      await lockBudget(tx, callId);
      const balance = (await listBalances(tx, { callId, awardIds: [awardId] })).get(awardId);
      const unsettled = balance ? balance.paid - balance.settled : 0;
      await move(tx, [payment], (each) => movesOfReturning(each, unsettled), now);
      const subject = { kind: 'grant-payment', id: payment.id };
      await record(tx, { event: 'grant-payment.return', subject, facts: { reason, yen: payment.yen } }, now);
    }
    const awardIds = payments.map(({ awardId }) => awardId);
    for (const { id, ...closed } of await listClosed(tx, awardIds))
      await updateAward(tx, id, { state: reopenedTo(closed), closedAt: null });
    return ok('returned');
  });
}
