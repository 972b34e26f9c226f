import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import type { Tx } from '#platform/database/database.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { can, worksAt } from '../access.ts';
import { lockBudget } from '../ledger/store.ts';
import { decideOrder, type OrderRefusal, type PaymentKind } from './rules.ts';
import { insertPayments, listCallsOf, listOrderFacts } from './store.ts';

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
