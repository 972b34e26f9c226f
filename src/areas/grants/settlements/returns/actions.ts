import { randomUUID } from 'node:crypto';
import type { PersonWho } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { sendLetter } from '../../awards/letters.ts';
import { type DeadAward, enterAward, type OpenedAward } from '../../awards/open.ts';
import { findAward, listReceived } from '../../awards/store.ts';
import { moveMoney } from '../../ledger/actions.ts';
import type { MoveRefusal } from '../../ledger/rules.ts';
import { lockBudget } from '../../ledger/store.ts';
import { sealOf } from '../report.ts';
import { decideRefund, decideWaive, dueOnDay, type ReturnKind, type ReturnRefusal } from './rules.ts';
import { factsOf } from './shown.ts';
import { findReturn, insertRefund, insertReturn, listRefunds, updateReturn } from './store.ts';

/**
 * 返還命令, with its letter, within the transaction of the approver's decision. 加算金 is due where a decision was cancelled.
 */
export async function orderReturn(
  tx: Tx,
  vault: Vault,
  order: { opened: OpenedAward; kind: ReturnKind; yen: number; dueOn: string; reason?: string },
  now: Date,
): Promise<void> {
  const { opened, kind, yen, dueOn, reason } = order;
  const { award } = opened;
  const orderedOn = tokyoDay(now);
  const id = randomUUID();
  const surcharge = kind === 'cancel';
  const orderedBy = tx.who.kind === 'person' ? tx.who.personId : null;
  const row = {
    id,
    awardId: award.id,
    bureauId: award.bureauId,
    kind,
    yen,
    orderedOn,
    dueOn,
    surcharge,
    orderedBy,
  };
  await insertReturn(tx, row);
  const received = await listReceived(tx, award.id);
  const facts = { yen, orderedOn, dueOn, surcharge, waived: false, received, refunds: [] };
  const { surchargeYen } = dueOnDay(facts, dueOn);
  await sendLetter(
    tx,
    vault,
    { opened, kind: 'return', yen, dueOn, surchargeYen, ...(reason && { reason }) },
    now,
  );
  const subject = { kind: 'grant-award', id: award.id };
  await record(tx, { event: 'grant-return.order', subject, facts: { return: id, kind, yen, dueOn } }, now);
}

/** Money came back: the accountant writes down the day and the amount; the grant's part of it is free again. */
export async function receiveRefund(
  db: Db,
  who: PersonWho,
  { returnId, receivedOn, yen, seen }: { returnId: string; receivedOn: string; yen: number; seen: number },
  now = new Date(),
): Promise<Result<{ done: boolean }, ReturnRefusal | MoveRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { awardId } = await findReturn(tx, returnId);
    const { callId } = await findAward(tx, awardId);
    await lockBudget(tx, callId);
    const row = await findReturn(tx, returnId);
    const received = await listReceived(tx, awardId);
    const facts = factsOf(row, { received, refunds: await listRefunds(tx, [returnId]) });
    const decision = decideRefund(facts, { on: receivedOn, yen, seen }, tokyoDay(now));
    if (!decision.ok) return decision;
    const { done, ...share } = decision.value;
    // Money first: a refused move ends the transaction before anything is written.
    if (share.yen > 0) {
      const moves = [{ awardId, kind: 'refund', yen: share.yen, sourceId: returnId } as const];
      const moved = await moveMoney(tx, { callId, moves }, now);
      if (!moved.ok) return moved;
    }
    const id = randomUUID();
    const { bureauId } = row;
    const by = { recordedBy: who.personId, recordedAt: now };
    await insertRefund(tx, { id, returnId, bureauId, receivedOn, ...share, ...by });
    if (done) await updateReturn(tx, returnId, { state: 'done' });
    const subject = { kind: 'grant-award', id: awardId };
    await record(tx, { event: 'grant-return.receive', subject, facts: { return: returnId, ...share } }, now);
    return ok({ done });
  });
}

/** 加算金・延滞金の免除, by the approver, with a reason. */
export async function waiveInterest(
  db: Db,
  who: PersonWho,
  { returnId, reason, vault }: { returnId: string; reason: string; vault: Vault },
  now = new Date(),
): Promise<Result<'waived', ReturnRefusal | DeadAward>> {
  return inTransaction(db, who, async (tx) => {
    const { awardId } = await findReturn(tx, returnId);
    const entrance = { by: 'office', who, awardId } as const;
    return enterAward(tx, { entrance, vault, lock: 'money' }, async (_, opened) => {
      const row = await findReturn(tx, returnId);
      const received = await listReceived(tx, awardId);
      const facts = factsOf(row, { received, refunds: await listRefunds(tx, [returnId]) });
      const yenLeft = dueOnDay(facts, tokyoDay(now)).yen;
      const decision = decideWaive({ ...facts, reason, yenLeft });
      if (!decision.ok) return decision;
      const sealedWaiver = sealOf(opened, 'waiver', reason);
      await updateReturn(tx, returnId, {
        waivedAt: now,
        sealedWaiver,
        ...(decision.value.done && { state: 'done' }),
      });
      const subject = { kind: 'grant-award', id: awardId };
      await record(tx, { event: 'grant-return.waive', subject, facts: { return: returnId } }, now);
      return ok('waived');
    });
  });
}
