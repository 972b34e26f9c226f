import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { Forbidden, NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { asksAt, can, worksAt } from '../../access.ts';
import { moveMoney } from '../../ledger/actions.ts';
import type { MoveRefusal } from '../../ledger/rules.ts';
import type { Tray } from '../../applications/papers/actions.ts';
import { rulesOf } from '../actions.ts';
import { type Benefit, insertSteps, lockBenefits, noMoney, readMoney, updateBenefits } from '../store.ts';
import { sealWords } from '../told.ts';
import {
  type ConfirmRefusal,
  type Custody,
  decideConfirm,
  decideHandOn,
  decideOutcome,
  decideReturn,
  type HandOnRefusal,
  type OutcomeRefusal,
  type ReturnRefusal,
  type Way,
} from './rules.ts';
import { keepReceipt, type Receipt, type ReceiptRefusal, scanReceipts } from './receipts.ts';
import { confirmHandOns, insertHandOns, lockHandOns, noSums, sumHandOns } from './store.ts';

const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

export interface NewHandOn {
  readonly benefitId: string;
  readonly yen: number;
  readonly on: string;
  readonly way: Way;
  readonly receipt: Receipt | null;
  /** What the form said that the group holds. */
  readonly seenYen?: number | null;
}

/** The group has given the money to the person, and shows the receipt. Many at once: all of them or none. */
export async function handOn(
  db: Db,
  who: Who,
  { tray, all }: { tray: Tray; all: readonly NewHandOn[] },
  now = new Date(),
): Promise<Result<{ handOnIds: readonly string[] }, HandOnRefusal | ReceiptRefusal>> {
  const scans = await scanReceipts(
    tray,
    all.map(({ receipt }) => receipt),
  );
  return inTransaction(db, who, async (tx) => {
    const benefits = await lockBenefits(
      tx,
      all.map(({ benefitId }) => benefitId),
    );
    const custodies = await custodyOf(tx, benefits);
    const byId = new Map(benefits.map((benefit) => [benefit.id, benefit]));
    // One signed list may stand behind several: it is kept once.
    const papers = new Map<object, Awaited<ReturnType<typeof keepReceipt>>>();
    const rows = [];
    for (const { receipt, seenYen = null, ...given } of all) {
      const benefit = byId.get(given.benefitId);
      if (!benefit || !asksAt(who, benefit.organisationId)) throw new Forbidden(can.handOn.name);
      const custody = custodies.get(benefit.id) ?? nothing;
      const decision = decideHandOn(custody, {
        ...given,
        seenYen,
        today: tokyoDay(now),
        hasReceipt: receipt !== null,
      });
      if (!decision.ok || !receipt) return decision.ok ? refuse('receipt-missing') : decision;
      custodies.set(benefit.id, { ...custody, handedYen: custody.handedYen + given.yen });
      const kept =
        papers.get(receipt) ??
        (await keepReceipt(tx, tray, { content: receipt.content, scan: scans.get(receipt) }));
      if (!kept.ok) return kept;
      papers.set(receipt, kept);
      const { bureauId, organisationId } = benefit;
      const by = { bureauId, organisationId, personId: personOf(who), at: now };
      rows.push({ ...given, ...by, ...kept.value, kind: 'hand-on' });
    }
    const handOnIds = await insertHandOns(tx, rows);
    await insertSteps(
      tx,
      rows.map((row) => stepOf(row, 'hand-on')),
    );
    await say(tx, { event: 'benefit.hand-on', benefits, yen: total(rows) }, now);
    return ok({ handOnIds });
  });
}

/** The office has looked at the receipts: that money is accounted for. */
export async function confirm(
  db: Db,
  who: Who,
  { handOnIds }: { handOnIds: readonly string[] },
  now = new Date(),
): Promise<Result<{ handOnIds: readonly string[] }, ConfirmRefusal | MoveRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const rows = await lockHandOns(tx, handOnIds);
    for (const row of rows) {
      if (!worksAt(who, row.bureauId)) throw new Forbidden(can.confirmHandOn.name);
      const facts = { confirmedAt: row.confirmedAt, handedBy: row.personId, personId: personOf(who) };
      const decision = decideConfirm(facts);
      if (!decision.ok) return decision;
    }
    const benefits = await lockBenefits(
      tx,
      rows.map(({ benefitId }) => benefitId),
    );
    const [callId = '', ...more] = new Set(benefits.map((benefit) => benefit.callId));
    if (more.length > 0) throw new NotFound('hand-on');
    const awards = new Map(benefits.map((benefit) => [benefit.id, awardOf(benefit)]));
    const moves = rows.map(({ id: sourceId, benefitId, yen }) => ({
      awardId: awards.get(benefitId) ?? '',
      kind: 'settle' as const,
      yen,
      sourceId,
    }));
    const moved = await moveMoney(tx, { callId, moves }, now);
    if (!moved.ok) return moved;
    await confirmHandOns(
      tx,
      rows.map(({ id }) => id),
      { confirmedBy: personOf(who), confirmedAt: now },
    );
    await insertSteps(
      tx,
      rows.map((row) => ({ ...stepOf(row, 'confirm'), personId: personOf(who), at: now })),
    );
    await say(tx, { event: 'benefit.confirm', benefits, yen: total(rows) }, now);
    return ok({ handOnIds: rows.map(({ id }) => id) });
  });
}

/** What the group could not hand over has come back to the fund: it is free again. */
export async function takeBack(
  db: Db,
  who: Who,
  { benefitId, yen, on, seenYen }: { benefitId: string; yen: number; on: string; seenYen: number | null },
  now = new Date(),
): Promise<Result<{ benefitId: string }, ReturnRefusal | MoveRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const [benefit] = await lockBenefits(tx, [benefitId]);
    if (!benefit || !worksAt(who, benefit.bureauId)) throw new Forbidden(can.confirmHandOn.name);
    const custody = (await custodyOf(tx, [benefit])).get(benefitId) ?? nothing;
    const decision = decideReturn(custody, { yen, seenYen });
    if (!decision.ok) return decision;
    const { bureauId, organisationId, callId } = benefit;
    const sourceId = crypto.randomUUID();
    const moves = [{ awardId: awardOf(benefit), kind: 'refund' as const, yen, sourceId }];
    const moved = await moveMoney(tx, { callId, moves }, now);
    if (!moved.ok) return moved;
    const row = {
      benefitId,
      bureauId,
      organisationId,
      yen,
      on,
      kind: 'return',
      personId: personOf(who),
      at: now,
    };
    await insertHandOns(tx, [{ ...row, id: sourceId, confirmedBy: personOf(who), confirmedAt: now }]);
    await insertSteps(tx, [stepOf(row, 'return-money')]);
    await say(tx, { event: 'benefit.confirm', benefits: [benefit], yen: -yen }, now);
    return ok({ benefitId });
  });
}

/** What came of it, in a code of the call and, if there is something to say, in words. */
export async function tellOutcome(
  db: Db,
  who: Who,
  { vault, ...told }: { vault: Vault; benefitId: string; outcome: string; on: string; words: string },
  now = new Date(),
): Promise<Result<{ benefitId: string }, OutcomeRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { benefitId, outcome, on, words } = told;
    const [benefit] = await lockBenefits(tx, [benefitId]);
    if (!benefit || !asksAt(who, benefit.organisationId)) throw new Forbidden(can.handOn.name);
    const { rules } = await rulesOf(tx, benefit);
    const { handedYen, paidYen } = (await custodyOf(tx, [benefit])).get(benefitId) ?? nothing;
    const known = rules.outcomes.map(({ code }) => code);
    const arrived = rules.payee === 'person' ? paidYen : handedYen;
    const decision = decideOutcome({ code: outcome, known, handedYen: arrived });
    if (!decision.ok) return decision;
    const sealedOutcome = words ? sealWords(vault, benefit, { place: 'outcome', words }) : null;
    await updateBenefits(tx, [benefitId], { outcome, outcomeOn: on, sealedOutcome });
    const { bureauId, organisationId } = benefit;
    const by = { bureauId, organisationId, personId: personOf(who), at: now };
    await insertSteps(tx, [{ benefitId, ...by, step: 'outcome' }]);
    await say(tx, { event: 'benefit.hand-on', benefits: [benefit], yen: 0 }, now);
    return ok({ benefitId });
  });
}

const nothing: Custody = { paidYen: 0, paidOn: null, ...noSums };

/** Where the money of each benefit is. */
export async function custodyOf(
  tx: Tx,
  benefits: readonly Pick<Benefit, 'id'>[],
): Promise<Map<string, Custody>> {
  const ids = benefits.map(({ id }) => id);
  const money = await readMoney(tx, ids);
  const sums = await sumHandOns(tx, ids);
  return new Map(
    ids.map((id) => {
      const { paidYen, paidOn } = money.get(id) ?? noMoney;
      const handed = sums.get(id) ?? noSums;
      // A refund has left the award; the trail goes on counting what was paid.
      return [id, { ...handed, paidYen: paidYen + handed.returnedYen, paidOn }];
    }),
  );
}

function awardOf({ awardId }: Benefit): string {
  if (awardId === null) throw new NotFound('grant award');
  return awardId;
}

const total = (rows: readonly { readonly yen: number }[]) => rows.reduce((sum, { yen }) => sum + yen, 0);

function stepOf(
  row: {
    benefitId: string;
    bureauId: string;
    organisationId: string;
    personId: string | null;
    at: Date;
  },
  step: string,
) {
  const { benefitId, bureauId, organisationId, personId, at } = row;
  return { benefitId, bureauId, organisationId, personId, at, step };
}

async function say(
  tx: Tx,
  { event, benefits, yen }: { event: `${string}.${string}`; benefits: readonly Benefit[]; yen: number },
  now: Date,
): Promise<void> {
  const [first, ...more] = benefits;
  if (!first) return;
  const one = more.length === 0;
  const subject = one ? { kind: 'benefit', id: first.id } : { kind: 'grant-call', id: first.callId };
  await record(tx, { event, subject, facts: { yen, benefits: benefits.length } }, now);
}
