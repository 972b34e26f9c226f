import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result } from '#platform/result.ts';
import { asksAt, can, worksAt } from '../access.ts';
import { orderPayment, orderPayments } from '../payments/actions.ts';
import type { OrderRefusal } from '../payments/rules.ts';
import { rulesOf } from './actions.ts';
import { decideInterestPayment, type PayRefusal, subsidyOf } from './instalments/rules.ts';
import { listInstalments, lockInstalment, updateInstalment } from './instalments/store.ts';
import { type Benefit, findBenefit, lockBenefits } from './store.ts';
import type { BenefitTerms } from './terms.ts';

/**
 * Says that decided benefits are paid: to a group, which accounts for them by receipts (like an advance), or to the person. The
 * interest of instalments follows month by month.
 */
export async function payBenefits(
  db: Db,
  who: Who,
  { benefitIds, dueOn }: { benefitIds: readonly string[]; dueOn: string },
  now = new Date(),
): Promise<Result<{ paymentIds: readonly string[] }, OrderRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const benefits = await lockBenefits(tx, benefitIds);
    const schedules = Map.groupBy(await listInstalments(tx, benefitIds), ({ benefitId }) => benefitId);
    const rules = new Map<string, BenefitTerms>();
    for (const benefit of benefits)
      if (!rules.has(benefit.versionId)) rules.set(benefit.versionId, (await rulesOf(tx, benefit)).rules);
    const orders = [];
    for (const benefit of benefits) {
      const yen = benefit.yen - subsidyOf(schedules.get(benefit.id) ?? []);
      const payee = rules.get(benefit.versionId)?.payee;
      const kind = payee === 'group' ? ('advance' as const) : ('one-shot' as const);
      orders.push({ awardId: awardOf(benefit), yen, kind, dueOn });
    }
    return orderPayments(tx, who, orders, now);
  });
}

/** Whoever accompanies the person has seen that an instalment was paid. */
export async function seeInstalment(
  db: Db,
  who: Who,
  { instalmentId }: { instalmentId: string },
  now = new Date(),
): Promise<Result<{ benefitId: string }, PayRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const row = await lockInstalment(tx, instalmentId);
    if (!asksAt(who, row.organisationId)) throw new Forbidden(can.handOn.name);
    const decision = decideInterestPayment({ ...row, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    await updateInstalment(tx, instalmentId, { seenOn: tokyoDay(now), seenBy: personOf(who) });
    await say(tx, { event: 'benefit.hand-on', ...row }, now);
    return ok({ benefitId: row.benefitId });
  });
}

/** 利子補給 of an instalment that somebody has seen to be paid. */
export async function payInstalment(
  db: Db,
  who: Who,
  { instalmentId, dueOn }: { instalmentId: string; dueOn: string },
  now = new Date(),
): Promise<Result<{ benefitId: string }, PayRefusal | OrderRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const row = await lockInstalment(tx, instalmentId);
    if (!worksAt(who, row.bureauId)) throw new Forbidden(can.orderPayment.name);
    const decision = decideInterestPayment({ ...row, isSeen: row.seenOn !== null, today: tokyoDay(now) });
    if (!decision.ok) return decision;
    const benefit = await findBenefit(tx, row.benefitId);
    const order = { awardId: awardOf(benefit), yen: row.subsidyYen, kind: 'interest', dueOn } as const;
    const ordered = await orderPayment(tx, who, order, now);
    if (!ordered.ok) return ordered;
    await updateInstalment(tx, instalmentId, { orderedAt: now, orderedBy: personOf(who) });
    await say(tx, { event: 'grant-payment.order', ...row }, now);
    return ok({ benefitId: row.benefitId });
  });
}

const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

function awardOf({ awardId }: Benefit): string {
  if (awardId === null) throw new NotFound('grant award');
  return awardId;
}

async function say(
  tx: Tx,
  { event, benefitId, number }: { event: `${string}.${string}`; benefitId: string; number: number },
  now: Date,
): Promise<void> {
  await record(
    tx,
    { event, subject: { kind: 'benefit', id: benefitId }, facts: { instalment: number } },
    now,
  );
}
