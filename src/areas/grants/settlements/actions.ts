import type { PersonWho } from '#platform/access.ts';
import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import type { Db, Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { tellEditors } from '../applications/editors/jobs.ts';
import { countOpenChanges } from '../awards/changes/store.ts';
import { sendLetter } from '../awards/letters.ts';
import { type DeadAward, enterAward, type OpenedAward } from '../awards/open.ts';
import { findUnderWay, updateAward } from '../awards/store.ts';
import { countFiguresSoon } from '../figures/jobs.ts';
import { moveMoney } from '../ledger/actions.ts';
import type { MoveRefusal } from '../ledger/rules.ts';
import { orderPayment } from '../payments/actions.ts';
import { amountOf, readReport, type Report, sealOf } from './report.ts';
import { orderReturn } from './returns/actions.ts';
import { countOpenReturns } from './returns/store.ts';
import {
  type CloseRefusal,
  decideClose,
  decideFix,
  decideInspect,
  isOpenTo,
  keepUntil,
  type SettlementRefusal,
} from './rules.ts';
import { type Settlement, updateLine, updateSettlement } from './store.ts';

type OfficeRefusal = SettlementRefusal | 'no-report' | DeadAward;

interface AtOffice {
  readonly awardId: string;
  readonly vault: Vault;
}

/** 検査: the officer says of each cost what is accepted, and writes down what was found. */
export async function inspectReport(
  db: Db,
  who: PersonWho,
  input: AtOffice & { accepted: ReadonlyMap<string, number>; remark: string },
  now = new Date(),
): Promise<Result<'inspected', OfficeRefusal>> {
  return withReport(db, who, input, async (tx, opened, { report, settlement }) => {
    const lines = report.lines.map((line) => ({
      ...line,
      acceptedYen: input.accepted.get(line.id) ?? line.spentYen ?? 0,
    }));
    const decision = decideInspect({ state: settlement.state, lines });
    if (!decision.ok) return decision;
    for (const { id, acceptedYen } of lines) await updateLine(tx, id, { acceptedYen });
    await updateSettlement(tx, settlement.id, {
      state: 'inspected',
      inspectedBy: who.personId,
      inspectedAt: now,
      sealedRemark: sealOf(opened, 'remark', input.remark),
    });
    await tell(tx, opened, { verb: 'inspect', facts: { yen: amountOf(opened, { ...report, lines }) } }, now);
    return ok('inspected');
  });
}

/** 差戻し: to the group with words, and nothing of what it wrote is lost. */
export async function sendReportBack(
  db: Db,
  who: PersonWho,
  input: AtOffice & { reason: string },
  now = new Date(),
): Promise<Result<'returned', OfficeRefusal>> {
  return withReport(db, who, input, async (tx, opened, { settlement }) => {
    if (!isOpenTo('sendBack', settlement.state)) return refuse('not-now');
    if (!input.reason.trim()) return refuse('reason-missing');
    const sealedRemark = sealOf(opened, 'remark', input.reason);
    await updateSettlement(tx, settlement.id, { state: 'returned', sealedRemark });
    await tellEditors(tx, { applicationId: opened.application.id, letter: 'report-returned' });
    await tell(tx, opened, { verb: 'send-back' }, now);
    return ok('returned');
  });
}

/** Days in which what is to come back is paid in, unless the approver says another day. */
const returnDays = 20;

/**
 * 額の確定: the approver looked at an amount, and it is still the same. What is owed beyond it is released, what was paid within it is
 * accounted for; the rest is ordered to be paid, or to come back. One transaction, with its letters.
 */
export async function fixAmount(
  db: Db,
  who: PersonWho,
  input: AtOffice & { seenYen: number; returnBy?: string | undefined },
  now = new Date(),
): Promise<Result<{ fixedYen: number }, OfficeRefusal | MoveRefusal>> {
  const { vault, seenYen } = input;
  const today = tokyoDay(now);
  return withReport(db, who, input, async (tx, opened, { report, settlement }) => {
    const { award } = opened;
    const fixedYen = amountOf(opened, report);
    if (isOpenTo('fix', settlement.state) && fixedYen !== seenYen) return refuse('amount-changed');
    const decision = decideFix({
      state: settlement.state,
      awardId: award.id,
      inspectedBy: settlement.inspectedBy,
      fixer: who.personId,
      stand: { decided: award.decidedYen, paid: award.paidYen, settled: award.settledYen },
      fixedYen,
      openOrders: (await findUnderWay(tx, award.id)).ordered,
      openChanges: await countOpenChanges(tx, award.id),
    });
    if (!decision.ok) return decision;
    const { moves, toPay, toReturn } = decision.value;
    const moved = await moveMoney(tx, { callId: award.callId, moves: sourced(moves, settlement) }, now);
    if (!moved.ok) return moved;
    const kept = keepUntil(today, report.terms.keepYears);
    await updateSettlement(tx, settlement.id, {
      state: 'fixed',
      fixedYen,
      fixedBy: who.personId,
      fixedAt: now,
      keepUntil: kept,
    });
    await updateAward(tx, award.id, { state: 'fixed' });
    await tell(tx, opened, { verb: 'fix', facts: { yen: fixedYen, toPay, toReturn } }, now);
    await sendLetter(tx, vault, { opened, kind: 'fixing', yen: fixedYen }, now);
    if (toPay > 0) await orderRest(tx, { awardId: award.id, yen: toPay }, now);
    if (toReturn > 0) {
      const dueOn = input.returnBy ?? addDays(today, returnDays);
      await orderReturn(tx, vault, { opened, kind: 'unspent', yen: toReturn, dueOn }, now);
    }
    await countFiguresSoon(tx, award.callId);
    await tellEditors(tx, { applicationId: opened.application.id, letter: 'report-fixed' });
    return ok({ fixedYen });
  });
}

/** Two persons decided on it already; the product orders it, so that both remain free to approve and release. */
async function orderRest(tx: Tx, { awardId, yen }: { awardId: string; yen: number }, now: Date) {
  const order = { awardId, yen, kind: 'final', dueOn: addDays(tokyoDay(now), 30) } as const;
  const ordered = await orderPayment(tx, system('grant-settlement.fix'), order, now);
  // The amount stands already: nothing of it may stay when its payment cannot be ordered.
  if (!ordered.ok) throw new Error(`final payment: ${ordered.refusal}`);
}

function sourced<M extends object>(moves: readonly M[], { id }: Settlement): (M & { sourceId: string })[] {
  return moves.map((move) => ({ ...move, sourceId: id }));
}

/** The account of an award is closed by hand, or by the nightly job. */
export async function closeAward(
  db: Db,
  who: PersonWho,
  { awardId, vault }: AtOffice,
  now = new Date(),
): Promise<Result<'closed', CloseRefusal | MoveRefusal | DeadAward>> {
  const entrance = { by: 'office', who, awardId } as const;
  return enterAward(db, { entrance, vault, lock: 'money' }, (tx, { award, terms }) =>
    close(tx, { award, reports: terms.report !== null }, now),
  );
}

/** Within a transaction that holds the call's money. */
export async function close(
  tx: Tx,
  { award, reports }: { award: OpenedAward['award']; reports: boolean },
  now: Date,
): Promise<Result<'closed', CloseRefusal | MoveRefusal>> {
  const { ordered, released } = await findUnderWay(tx, award.id);
  const decision = decideClose({
    awardId: award.id,
    state: award.state,
    reports,
    stand: { decided: award.decidedYen, paid: award.paidYen, settled: award.settledYen },
    openOrders: ordered + released,
    openChanges: await countOpenChanges(tx, award.id),
    openReturns: await countOpenReturns(tx, award.id),
  });
  if (!decision.ok) return decision;
  const moved = await moveMoney(tx, { callId: award.callId, moves: decision.value }, now);
  if (!moved.ok) return moved;
  await updateAward(tx, award.id, { state: 'closed', closedAt: now });
  await countFiguresSoon(tx, award.callId);
  await record(tx, { event: 'grant-award.close', subject: { kind: 'grant-award', id: award.id } }, now);
  return ok('closed');
}

async function withReport<T, Refusal extends string>(
  db: Db,
  who: PersonWho,
  { awardId, vault }: AtOffice,
  work: (
    tx: Tx,
    opened: OpenedAward,
    read: { report: Report; settlement: Settlement },
  ) => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal | 'no-report' | DeadAward>> {
  const entrance = { by: 'office', who, awardId } as const;
  type Answer = Result<T, Refusal | 'no-report'>;
  return enterAward(db, { entrance, vault, lock: 'money' }, async (tx, opened): Promise<Answer> => {
    const report = await readReport(tx, opened);
    if (!report?.settlement) return refuse('no-report');
    return work(tx, opened, { report, settlement: report.settlement });
  });
}

async function tell(
  tx: Tx,
  { award }: OpenedAward,
  { verb, facts = {} }: { verb: string; facts?: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const subject = { kind: 'grant-award', id: award.id };
  await record(tx, { event: `grant-settlement.${verb}`, subject, facts }, now);
}
