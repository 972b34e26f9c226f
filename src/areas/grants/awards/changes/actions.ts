import { randomUUID } from 'node:crypto';
import { type PersonWho, system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { NotFound } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { tellEditors } from '../../applications/editors/jobs.ts';
import { moveMoney } from '../../ledger/actions.ts';
import type { MoveRefusal } from '../../ledger/rules.ts';
import { orderPayment } from '../../payments/actions.ts';
import type { OrderRefusal } from '../../payments/rules.ts';
import { openOf, readReport, sealOf } from '../../settlements/report.ts';
import { orderReturn } from '../../settlements/returns/actions.ts';
import { type TaxFacts, taxToReturn } from '../../settlements/taxes/rules.ts';
import { sendLetter } from '../letters.ts';
import { type AwardEntrance, type DeadAward, enterAward, type OpenedAward } from '../open.ts';
import { findUnderWay, updateAward } from '../store.ts';
import {
  type Approval,
  type Asked,
  type AwardFacts,
  type ChangeKind,
  type ChangeMove,
  type ChangeRefusal,
  decideApproval,
  decideAsk,
  decideMoveOf,
} from './rules.ts';
import { type Change, findChange, insertChange, listChanges, updateChange } from './store.ts';

export interface NewChange {
  readonly kind: ChangeKind;
  readonly yen: number;
  readonly startsOn?: string | null;
  readonly endsOn?: string | null;
  readonly dueOn?: string | null;
  readonly tax?: TaxFacts;
  readonly reason: string;
}

/** What a group asks for, or the office for it (paper, telephone, 取消). One that came back is asked again in its place. */
export async function askChange(
  db: Db,
  entrance: AwardEntrance,
  { vault, ...input }: NewChange & { vault: Vault },
  now = new Date(),
): Promise<Result<{ changeId: string }, ChangeRefusal | DeadAward>> {
  return enterAward(db, { entrance, vault, lock: 'money' }, async (tx, opened) => {
    const rows = await listChanges(tx, opened.award.id);
    const own = rows.filter(({ kind }) => kind === input.kind);
    if (own.some(({ state }) => state === 'asked' || state === 'checked')) return refuse('already-asked');
    if (input.kind === 'tax' && own.some(({ state }) => state === 'approved')) return refuse('already-asked');
    if (input.kind === 'cancel' && entrance.by === 'link') throw new NotFound('grant change');
    const yen = input.tax ? await taxOf(tx, opened, input.tax) : input.yen;
    const asked: Asked = { ...withPeriod(opened, input), yen };
    const decision = decideAsk(await factsOf(tx, opened), asked, opened.terms);
    if (!decision.ok) return decision;
    const { kind, startsOn, endsOn } = asked;
    const row = {
      kind,
      state: 'asked',
      editorId: entrance.by === 'link' ? opened.by : null,
      yen,
      startsOn,
      endsOn,
      dueOn: input.dueOn ?? null,
      tax: input.tax ?? null,
      sealedReason: sealOf(opened, 'change', input.reason),
      sealedAnswer: null,
      askedAt: now,
      checkedBy: null,
      checkedAt: null,
    };
    const returned = own.find(({ state }) => state === 'returned');
    const id = returned?.id ?? randomUUID();
    if (returned) await updateChange(tx, id, row);
    else await insertChange(tx, { ...row, id, awardId: opened.award.id, bureauId: opened.award.bureauId });
    await tell(tx, opened, { verb: 'ask', facts: { change: id, kind, yen } }, now);
    return ok({ changeId: id });
  });
}

/** A change keeps the days that it does not name; everything else has none but its own. */
function withPeriod(
  { award }: OpenedAward,
  { kind, startsOn, endsOn, reason }: NewChange,
): Omit<Asked, 'yen'> {
  const change = kind === 'change';
  return {
    kind,
    reason,
    startsOn: startsOn ?? (change ? award.startsOn : null),
    endsOn: endsOn ?? (change ? award.endsOn : null),
  };
}

async function taxOf(tx: Tx, opened: OpenedAward, facts: TaxFacts): Promise<number> {
  const report = await readReport(tx, opened);
  const acceptedYen = report?.lines.reduce((sum, line) => sum + (line.acceptedYen ?? 0), 0) ?? 0;
  return taxToReturn(facts, { fixedYen: report?.settlement?.fixedYen ?? 0, acceptedYen });
}

async function factsOf(tx: Tx, { award }: OpenedAward): Promise<AwardFacts> {
  const { id, state, startsOn, endsOn, decidedYen: decided, paidYen: paid, settledYen: settled } = award;
  return { id, state, startsOn, endsOn, decided, paid, settled, ...(await findUnderWay(tx, id)) };
}

export type MoveChangeRefusal = ChangeRefusal | MoveRefusal | OrderRefusal | DeadAward;

interface Moving {
  readonly changeId: string;
  readonly vault: Vault;
  /** Words to the group: needed to send back and to refuse. */
  readonly answer: string;
}

/** The officer checks or sends back; the approver approves or refuses what somebody else checked. */
export async function moveChange(
  db: Db,
  who: PersonWho,
  { changeId, vault, move, answer }: Moving & { move: Exclude<ChangeMove, 'ask' | 'withdraw'> },
  now = new Date(),
): Promise<Result<'moved', MoveChangeRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { awardId } = await findChange(tx, changeId);
    const entrance = { by: 'office', who, awardId } as const;
    return enterAward(tx, { entrance, vault, lock: 'money' }, async (_, opened) => {
      const change = await findChange(tx, changeId);
      const decision = decideMoveOf({ move, state: change.state, answer });
      if (!decision.ok) return decision;
      if (move === 'approve') {
        const done = await approve(tx, vault, { opened, change, answer, who }, now);
        if (!done.ok) return done;
      } else if (move === 'refuse' && change.checkedBy === who.personId) return refuse('same-person');
      const byApprover = move === 'approve' || move === 'refuse';
      await updateChange(tx, changeId, {
        state: decision.value,
        ...(answer.trim() && { sealedAnswer: sealOf(opened, 'change', answer) }),
        ...(move === 'check' && { checkedBy: who.personId, checkedAt: now }),
        ...(byApprover && { decidedBy: who.personId, decidedAt: now }),
      });
      const letter = move === 'sendBack' ? 'change-returned' : 'change-decided';
      if (move !== 'check') await tellEditors(tx, { applicationId: opened.application.id, letter });
      await tell(tx, opened, { verb: move, facts: { change: changeId, kind: change.kind } }, now);
      return ok('moved');
    });
  });
}

async function approve(
  tx: Tx,
  vault: Vault,
  { opened, change, answer, who }: { opened: OpenedAward; change: Change; answer: string; who: PersonWho },
  now: Date,
): Promise<Result<'approved', MoveChangeRefusal>> {
  const { award, terms } = opened;
  const reason = openOf(opened, 'change', { sealed: change.sealedReason, nothing: '' });
  const asked = { ...change, kind: change.kind as ChangeKind, reason };
  const by = { terms, checkedBy: change.checkedBy, approver: who.personId };
  const decision = decideApproval(await factsOf(tx, opened), asked, by);
  if (!decision.ok) return decision;
  const { moves, pay } = decision.value;
  const sourced = moves.map((move) => ({ ...move, sourceId: change.id }));
  const moved = await moveMoney(tx, { callId: award.callId, moves: sourced }, now);
  if (!moved.ok) return moved;
  await updateAward(tx, award.id, decision.value.award);
  if (pay > 0) {
    const dueOn = change.dueOn ?? addDays(tokyoDay(now), 30);
    // Checked and approved by two persons: the product orders it, so that both remain free to approve and release.
    const order = { awardId: award.id, yen: pay, kind: 'advance', dueOn } as const;
    const ordered = await orderPayment(tx, system('grant-change.approve'), order, now);
    if (!ordered.ok) return ordered;
  }
  await letters(tx, vault, { opened, change, approval: decision.value, answer }, now);
  return ok('approved');
}

const letterOf = { change: 'change', abolish: 'abolition', cancel: 'cancellation' } as const;
const returnDays = 20;

async function letters(
  tx: Tx,
  vault: Vault,
  {
    opened,
    change,
    approval,
    answer,
  }: { opened: OpenedAward; change: Change; approval: Approval; answer: string },
  now: Date,
): Promise<void> {
  const { kind, yen, startsOn, endsOn } = change;
  // Of a cancellation the office itself wrote the reason; what a group asked for is not said back to it.
  const said =
    kind === 'cancel' ? openOf(opened, 'change', { sealed: change.sealedReason, nothing: '' }) : answer;
  const reason = said.trim() ? { reason: said } : {};
  if (kind in letterOf) {
    const letter = letterOf[kind as keyof typeof letterOf];
    await sendLetter(tx, vault, { opened, kind: letter, yen, startsOn, endsOn, ...reason }, now);
  }
  if (!approval.giveBack) return;
  const dueOn = change.dueOn ?? addDays(tokyoDay(now), returnDays);
  await orderReturn(tx, vault, { opened, ...approval.giveBack, dueOn, ...reason }, now);
}

/** The group takes back what it asked for, until it is decided. */
export async function withdrawChange(
  db: Db,
  entrance: AwardEntrance,
  { changeId, vault }: { changeId: string; vault: Vault },
  now = new Date(),
): Promise<Result<'withdrawn', ChangeRefusal | DeadAward>> {
  return enterAward(db, { entrance, vault, lock: 'money' }, async (tx, opened) => {
    const change = await findChange(tx, changeId);
    if (change.awardId !== opened.award.id) throw new NotFound('grant change');
    const decision = decideMoveOf({ move: 'withdraw', state: change.state, answer: '' });
    if (!decision.ok) return decision;
    await updateChange(tx, changeId, { state: decision.value });
    await tell(tx, opened, { verb: 'withdraw', facts: { change: changeId, kind: change.kind } }, now);
    return ok('withdrawn');
  });
}

async function tell(
  tx: Tx,
  { award, by }: OpenedAward,
  { verb, facts }: { verb: string; facts: Record<string, unknown> },
  now: Date,
): Promise<void> {
  const subject = { kind: 'grant-award', id: award.id };
  const link = tx.who.kind === 'system' ? { link: by } : {};
  await record(tx, { event: `grant-change.${verb}`, subject, facts: { ...facts, ...link } }, now);
}
