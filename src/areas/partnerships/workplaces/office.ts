import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { fiscalYearOf, tokyoDay } from '#platform/dates.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { can, workplaceAgent } from '../access.ts';
import { openRequest, personOf, type Told } from './actions.ts';
import { tellRole } from './mails.ts';
import {
  decideConfirm,
  decideMove,
  decideProposal,
  isCertified,
  type WorkplaceRefusal,
  isOpenRequest,
} from './rules.ts';
import {
  countNumbers,
  listRequestsOf,
  lockRequest,
  lockWorkplace,
  updateRequest,
  updateWorkplace,
  type WorkplaceRequest,
} from './store.ts';

type Done = Result<{ workplaceId: string }, WorkplaceRefusal>;

function mustCertify(who: Who): void {
  if (who.kind !== 'system' && !can.certifyWorkplace.allows(who))
    throw new Forbidden(can.certifyWorkplace.name);
}

async function note(
  tx: Tx,
  event: `workplace.${string}`,
  request: WorkplaceRequest,
  now: Date,
): Promise<void> {
  const facts = { request: request.id, kind: request.kind };
  await record(tx, { event, subject: { kind: 'workplace', id: request.workplaceId }, facts }, now);
}

/** Back to the workplace, with what has to be mended. */
export async function returnRequest(
  db: Db,
  who: Who,
  { requestId, reason, publicUrl }: Told & { reason: string },
  now = new Date(),
): Promise<Done> {
  mustCertify(who);
  return inTransaction(db, who, async (tx) => {
    const request = await lockRequest(tx, requestId);
    const state = decideMove(request.state, 'return');
    if (!state.ok) return state;
    if (!reason.trim()) return refuse('reason-missing');
    await updateRequest(tx, requestId, { state: state.value, reason: reason.trim() });
    const { workplaceId, organisationId } = request;
    await tellRole(tx, { role: workplaceAgent, organisationId, letter: 'returned', workplaceId, publicUrl });
    await note(tx, 'workplace.return', request, now);
    return ok({ workplaceId });
  });
}

/** What was looked at, at the desk and on the visit. It may be saved as often as one likes. */
export async function saveInspection(
  db: Db,
  who: Who,
  given: { requestId: string; ticked: readonly string[]; visitedOn: string | null; visitNote: string },
  now = new Date(),
): Promise<Done> {
  mustCertify(who);
  return inTransaction(db, who, async (tx) => {
    const request = await lockRequest(tx, given.requestId);
    if (request.state !== 'submitted') return refuse('move-not-now');
    if (given.visitedOn && given.visitedOn > tokyoDay(now)) return refuse('visit-later');
    const { visitedOn, visitNote } = given;
    await updateRequest(tx, request.id, { ticked: [...given.ticked], visitedOn, visitNote });
    await note(tx, 'workplace.inspect', request, now);
    return ok({ workplaceId: request.workplaceId });
  });
}

/** To the second person: to certify until a day, or to refuse with a reason. */
export async function proposeDecision(
  db: Db,
  who: Who,
  given: { requestId: string; proposal: 'certify' | 'refuse'; validUntil: string | null; reason: string },
  now = new Date(),
): Promise<Done> {
  mustCertify(who);
  return inTransaction(db, who, async (tx) => {
    const request = await lockRequest(tx, given.requestId);
    const today = tokyoDay(now);
    const state = decideProposal({ ...request, ...given, today });
    if (!state.ok) return state;
    const { proposal, validUntil, reason } = given;
    const proposed = { proposedBy: personOf(who), proposedAt: now };
    await updateRequest(tx, request.id, { state: state.value, proposal, validUntil, reason, ...proposed });
    await note(tx, 'workplace.propose', request, now);
    return ok({ workplaceId: request.workplaceId });
  });
}

/** 取消しの提案: goes to the second person at once. */
export async function proposeRevocation(
  db: Db,
  who: Who,
  { workplaceId, reason, vault }: { workplaceId: string; reason: string; vault: Vault },
  now = new Date(),
): Promise<Done> {
  mustCertify(who);
  return inTransaction(db, who, async (tx) => {
    const workplace = await lockWorkplace(tx, workplaceId);
    if (!isCertified(workplace, tokyoDay(now))) return refuse('not-certified');
    if (!reason.trim()) return refuse('reason-missing');
    if ((await listRequestsOf(tx, workplaceId)).some(isOpenRequest)) return refuse('request-open');
    const proposed = { proposal: 'revoke', proposedBy: personOf(who), proposedAt: now, submittedAt: now };
    const made = { workplace, vault, kind: 'revocation', state: 'proposed', reason: reason.trim() };
    const id = await openRequest(tx, { ...made, ...proposed }, now);
    const subject = { kind: 'workplace', id: workplaceId };
    await record(
      tx,
      { event: 'workplace.propose', subject, facts: { request: id, kind: 'revocation' } },
      now,
    );
    return ok({ workplaceId });
  });
}

/** The second person agrees, or gives it back to the officer. */
export async function confirmDecision(
  db: Db,
  who: Who,
  { requestId, agree, publicUrl }: Told & { agree: boolean },
  now = new Date(),
): Promise<Done> {
  if (who.kind !== 'person' || !can.confirmWorkplace.allows(who))
    throw new Forbidden(can.confirmWorkplace.name);
  return inTransaction(db, who, async (tx) => {
    const request = await lockRequest(tx, requestId);
    const state = decideConfirm(request, { by: who.personId, agree });
    if (!state.ok) return state;
    const { workplaceId, organisationId } = request;
    const decided = { decidedBy: who.personId, decidedAt: now };
    // A revocation that nobody confirms is over: there is no request of the workplace behind it.
    const next = !agree && request.kind === 'revocation' ? 'withdrawn' : state.value;
    await updateRequest(tx, requestId, { state: next, ...(agree ? decided : { proposal: null }) });
    if (agree) {
      await takeEffect(tx, request, now);
      const letter = state.value as 'certified' | 'refused' | 'revoked';
      await tellRole(tx, { role: workplaceAgent, organisationId, letter, workplaceId, publicUrl });
    }
    await note(tx, agree ? 'workplace.confirm' : 'workplace.send-back', request, now);
    return ok({ workplaceId });
  });
}

async function takeEffect(tx: Tx, request: WorkplaceRequest, now: Date): Promise<void> {
  const { workplaceId, proposal, validUntil } = request;
  const today = tokyoDay(now);
  if (proposal === 'revoke') await updateWorkplace(tx, workplaceId, { endedOn: today, changedAt: now });
  if (proposal !== 'certify') return;
  const workplace = await lockWorkplace(tx, workplaceId);
  const year = fiscalYearOf(today);
  const number = workplace.number ?? `${year}-${String((await countNumbers(tx, year)) + 1).padStart(3, '0')}`;
  const certifiedOn = workplace.endedOn || !workplace.certifiedOn ? today : workplace.certifiedOn;
  await updateWorkplace(tx, workplaceId, { number, certifiedOn, validUntil, endedOn: null, changedAt: now });
}
