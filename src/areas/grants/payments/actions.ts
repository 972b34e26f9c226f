import { hasRole, organisationsWith, type PersonWho, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { accountant, can, grantApprover, grantOfficer, worksAt } from '../access.ts';
import { lockBudget } from '../ledger/store.ts';
import { openAccount, sealAccount } from './accounts/open.ts';
import { problemOfCodes } from './banks/rules.ts';
import { findKnownCodes } from './banks/store.ts';
import { decidePayee, type PayeeAccount, type PayeeRefusal } from './accounts/rules.ts';
import {
  type CancelReason,
  decideOrder,
  decideStep,
  type OrderRefusal,
  type PaymentKind,
  type SendBackReason,
  type StepRefusal,
} from './rules.ts';
import { insertPayments, listCallsOf, listOrderFacts, lockPayments, updatePayments } from './store.ts';

export interface Order {
  readonly awardId: string;
  readonly yen: number;
  /** An advance is accounted for by a report; every other kind is accounted for when the bank has done it. */
  readonly kind: PaymentKind;
  readonly dueOn: string;
  /** The returned payment in whose place it goes. */
  readonly insteadOf?: string;
}

/**
 * Says that what is owed shall be paid; an approver and an accountant follow, and the money moves at the release. Within the caller's
 * transaction, which has to end without writing anything when it is refused. The payee is the applicant, the account theirs of now.
 */
export async function orderPayment(
  tx: Tx,
  who: Who,
  order: Order,
  now: Date,
): Promise<Result<{ paymentId: string }, OrderRefusal>> {
  const ordered = await orderPayments(tx, who, [order], now);
  if (!ordered.ok) return ordered;
  const [paymentId] = ordered.value.paymentIds;
  if (!paymentId) throw new Error('payment was not written');
  return ok({ paymentId });
}

/** The same for many at once: all of them or none. */
export async function orderPayments(
  tx: Tx,
  who: Who,
  orders: readonly Order[],
  now: Date,
): Promise<Result<{ paymentIds: readonly string[] }, OrderRefusal>> {
  const awardIds = [...new Set(orders.map((order) => order.awardId))];
  const callIds = await listCallsOf(tx, awardIds);
  for (const callId of callIds) await lockBudget(tx, callId);
  const facts = await listOrderFacts(tx, awardIds);
  const waiting = new Map<string, number>();
  const rows = [];
  for (const order of orders) {
    const award = facts.get(order.awardId);
    if (!award) throw new NotFound('grant award');
    if (!worksAt(who, award.bureauId)) throw new Forbidden(can.orderPayment.name);
    const before = waiting.get(order.awardId) ?? award.waiting;
    const decision = decideOrder({ ...award, yen: order.yen, waiting: before });
    if (!decision.ok) return decision;
    waiting.set(order.awardId, before + order.yen);
    const { callId, bureauId, applicantId, sealedAccount } = award;
    if (applicantId === null) throw new Error('a payment without payee was not refused');
    const orderedBy = who.kind === 'person' ? who.personId : null;
    const id = crypto.randomUUID();
    rows.push({ ...order, id, callId, bureauId, applicantId, sealedAccount, orderedBy, orderedAt: now });
  }
  await insertPayments(tx, rows);
  for (const callId of callIds) {
    const of = rows.filter((row) => row.callId === callId);
    const yen = of.reduce((sum, row) => sum + row.yen, 0);
    const subject = { kind: 'grant-call', id: callId };
    await record(
      tx,
      { event: 'grant-payment.order', subject, facts: { payments: of.length, yen, ...one(of) } },
      now,
    );
  }
  return ok({ paymentIds: rows.map((row) => row.id) });
}

/** The payment itself, where an event is about a single one. */
function one(rows: readonly { readonly id: string }[]): { payment?: string } {
  const [row, ...more] = rows;
  return row && more.length === 0 ? { payment: row.id } : {};
}

/** Somebody else than who prepared them says yes: all of them or none. */
export async function approvePayments(
  db: Db,
  who: Who,
  { vault, paymentIds }: { vault: Vault; paymentIds: readonly string[] },
  now = new Date(),
): Promise<Result<'approved', StepRefusal | PayeeRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const payments = await lockPayments(tx, paymentIds);
    const personId = who.kind === 'person' ? who.personId : null;
    const accounts = payments.map((payment) => openAccount(vault, payment));
    const known = await findKnownCodes(
      tx,
      accounts.flatMap((account) => account ?? []),
    );
    for (const [at, payment] of payments.entries()) {
      if (who.kind === 'person' && !organisationsWith(who, grantApprover).includes(payment.bureauId))
        throw new Forbidden(can.approvePayment.name);
      const decision = decideStep({ ...payment, step: 'approve', personId });
      if (!decision.ok) return decision;
      const account = accounts[at];
      const code = account && problemOfCodes(known, account);
      const payee = decidePayee({ ...payment, account, code, checked: payment.checkedAt !== null });
      if (!payee.ok) return { ...payee, facts: { payment: payment.id } };
    }
    await updatePayments(tx, paymentIds, {
      state: 'approved',
      approvedBy: personId,
      approvedAt: now,
      reason: null,
    });
    const yen = payments.reduce((sum, payment) => sum + payment.yen, 0);
    const [first] = payments;
    const subject = { kind: 'grant-call', id: first?.callId ?? '' };
    const facts = { payments: payments.length, yen, ...one(payments) };
    if (first) await record(tx, { event: 'grant-payment.approve', subject, facts }, now);
    return ok('approved');
  });
}

/** The approver, or the accountant, does not let it pass: the officer looks again. */
export async function sendBackPayment(
  db: Db,
  who: PersonWho,
  { paymentId, reason }: { paymentId: string; reason: SendBackReason },
  now = new Date(),
): Promise<Result<'ordered', StepRefusal>> {
  return step(db, who, { paymentId, step: 'sendBack', reason, event: 'grant-payment.send-back' }, now);
}

/** Before it is released: it is not made, and what is owed can be ordered again. */
export async function cancelPayment(
  db: Db,
  who: PersonWho,
  { paymentId, reason }: { paymentId: string; reason: CancelReason },
  now = new Date(),
): Promise<Result<'cancelled', StepRefusal>> {
  return step(db, who, { paymentId, step: 'cancel', reason, event: 'grant-payment.cancel' }, now);
}

async function step<To extends 'ordered' | 'cancelled'>(
  db: Db,
  who: PersonWho,
  given: {
    paymentId: string;
    step: 'sendBack' | 'cancel';
    reason: SendBackReason | CancelReason;
    event: 'grant-payment.send-back' | 'grant-payment.cancel';
  },
  now: Date,
): Promise<Result<To, StepRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const [payment] = await lockPayments(tx, [given.paymentId]);
    if (!payment) throw new NotFound('grant payment');
    const atOffice = worksAt(who, payment.bureauId);
    const may = given.step === 'cancel' ? mayPrepare(who, payment.bureauId) : atOffice;
    if (!may && !(given.step === 'sendBack' && hasRole(who, accountant)))
      throw new Forbidden(can.orderPayment.name);
    const decision = decideStep({ ...payment, step: given.step, personId: who.personId });
    if (!decision.ok) return decision;
    await updatePayments(tx, [payment.id], {
      state: decision.value,
      reason: given.reason,
      approvedBy: null,
      approvedAt: null,
    });
    const subject = { kind: 'grant-payment', id: payment.id };
    await record(tx, { event: given.event, subject, facts: { reason: given.reason, yen: payment.yen } }, now);
    return ok(decision.value as To);
  });
}

function mayPrepare(who: Who, bureauId: string): boolean {
  return who.kind === 'system' || organisationsWith(who, grantOfficer).includes(bureauId);
}

/**
 * An officer compared the account with the passbook, put it right where it was wrong, and saw the 委任状 where it is another's. Whoever
 * did so does not approve.
 */
export async function checkPayee(
  db: Db,
  who: PersonWho,
  {
    vault,
    paymentId,
    account,
    delegated,
  }: { vault: Vault; paymentId: string; account: PayeeAccount; delegated: boolean },
  now = new Date(),
): Promise<Result<'checked', StepRefusal | PayeeRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const [payment] = await lockPayments(tx, [paymentId]);
    if (!payment) throw new NotFound('grant payment');
    if (!mayPrepare(who, payment.bureauId)) throw new Forbidden(can.orderPayment.name);
    if (payment.state !== 'ordered') return { ok: false, refusal: 'step-not-now' };
    if (!payment.sealedKey) return { ok: false, refusal: 'account-missing' };
    const decision = decidePayee({ account, yen: payment.yen, checked: true, delegated });
    if (!decision.ok) return decision;
    await updatePayments(tx, [payment.id], {
      sealedAccount: sealAccount(vault, { ...payment, account }),
      delegated: account.holderIsAnother && delegated,
      checkedBy: who.personId,
      checkedAt: now,
      reason: null,
    });
    const subject = { kind: 'grant-payment', id: payment.id };
    await record(tx, { event: 'grant-payment.check', subject, facts: { delegated } }, now);
    return ok('checked');
  });
}

/** In the place of a transfer that came back: the applicant's account as it is now, and all eyes again. */
export async function orderAgain(
  db: Db,
  who: PersonWho,
  { paymentId, dueOn }: { paymentId: string; dueOn: string },
  now = new Date(),
): Promise<Result<{ paymentId: string }, OrderRefusal | StepRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const [payment] = await lockPayments(tx, [paymentId]);
    if (!payment) throw new NotFound('grant payment');
    if (!mayPrepare(who, payment.bureauId)) throw new Forbidden(can.orderPayment.name);
    if (payment.state !== 'returned') return { ok: false, refusal: 'step-not-now' };
    const { awardId, yen } = payment;
    const kind = payment.kind as PaymentKind;
    return orderPayment(tx, who, { awardId, yen, kind, dueOn, insteadOf: payment.id }, now);
  });
}
