import { randomUUID } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { newDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, mustActFor, workOfficer, workplaceAgent } from '../access.ts';
import { tellRole } from './mails.ts';
import {
  decideMove,
  decideOffer,
  decideRequest,
  decideSubmit,
  isCertified,
  type Offer,
  type WorkplaceRefusal,
  isOpenRequest,
} from './rules.ts';
import {
  insertRequest,
  insertWorkplace,
  listPapers,
  listRequestsOf,
  lockRequest,
  lockWorkplace,
  updateRequest,
  updateWorkplace,
  type WorkplaceRequest,
} from './store.ts';

export interface WorkplaceFields extends Offer {
  readonly name: string;
  readonly legalForm: string;
  readonly municipality: string;
  readonly leastMinutes: number;
  readonly places: number;
  readonly work: string;
  readonly support: string;
}

const subjectOf = (id: string) => ({ kind: 'workplace', id });

function mustEdit(who: Who, organisationId: string): void {
  mustActFor(who, workplaceAgent, { organisationId, permission: can.editWorkplace });
}

/** A workplace as it presents itself: nothing of it is public before it is certified. */
export async function addWorkplace(
  db: Db,
  who: Who,
  { organisationId, ...fields }: WorkplaceFields & { organisationId: string },
  now = new Date(),
): Promise<Result<{ workplaceId: string }, WorkplaceRefusal>> {
  mustEdit(who, organisationId);
  return inTransaction(db, who, async (tx) => {
    const fits = decideOffer(fields);
    if (!fits.ok) return fits;
    const id = randomUUID();
    await insertWorkplace(tx, { ...columns(fields), id, organisationId, createdAt: now, changedAt: now });
    await record(tx, { event: 'workplace.edit', subject: subjectOf(id), facts: { new: true } }, now);
    return ok({ workplaceId: id });
  });
}

function columns({ tasks, days, kinds, ...rest }: WorkplaceFields) {
  return { ...rest, tasks: [...tasks], days: [...days], kinds: [...kinds] };
}

export async function changeWorkplace(
  db: Db,
  who: Who,
  { workplaceId, version, ...fields }: WorkplaceFields & { workplaceId: string; version: number },
  now = new Date(),
): Promise<Result<{ workplaceId: string }, WorkplaceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const workplace = await lockWorkplace(tx, workplaceId);
    mustEdit(who, workplace.organisationId);
    if (workplace.version !== version) return refuse('changed-meanwhile');
    const fits = decideOffer(fields);
    if (!fits.ok) return fits;
    await updateWorkplace(tx, workplaceId, { ...columns(fields), changedAt: now });
    await record(tx, { event: 'workplace.edit', subject: subjectOf(workplaceId) }, now);
    return ok({ workplaceId });
  });
}

/** 認定の申請を始める: the first, or the renewal before the end. One at a time. */
export async function askCertification(
  db: Db,
  who: Who,
  { workplaceId, vault }: { workplaceId: string; vault: Vault },
  now = new Date(),
): Promise<Result<{ requestId: string }, WorkplaceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const workplace = await lockWorkplace(tx, workplaceId);
    mustEdit(who, workplace.organisationId);
    const open = (await listRequestsOf(tx, workplaceId)).some(isOpenRequest);
    const kind = decideRequest(workplace, { open, today: tokyoDay(now) });
    if (!kind.ok) return kind;
    const requestId = await openRequest(tx, { workplace, vault, kind: kind.value, state: 'draft' }, now);
    const facts = { request: requestId, kind: kind.value };
    await record(tx, { event: 'workplace.ask', subject: subjectOf(workplaceId), facts }, now);
    return ok({ requestId });
  });
}

export async function openRequest(
  tx: Tx,
  {
    workplace,
    vault,
    ...rest
  }: {
    workplace: { id: string; organisationId: string };
    vault: Vault;
    kind: string;
    state: string;
    proposal?: string;
    reason?: string;
    proposedBy?: string | null;
    proposedAt?: Date;
    submittedAt?: Date;
  },
  now: Date,
): Promise<string> {
  const id = randomUUID();
  const { sealed: sealedKey } = newDataKey(vault, `workplace-request:${id}`);
  const { id: workplaceId, organisationId } = workplace;
  await insertRequest(tx, { id, workplaceId, organisationId, sealedKey, createdAt: now, ...rest });
  return id;
}

export interface Told {
  readonly requestId: string;
  readonly publicUrl: string;
}

/** The request as its own side moves it. */
async function moveOwn(
  db: Db,
  who: Who,
  { requestId, event }: { requestId: string; event: 'submit' | 'withdraw' },
  work: (tx: Tx, request: WorkplaceRequest) => Promise<Result<string, WorkplaceRefusal>>,
  now: Date,
): Promise<Result<{ workplaceId: string }, WorkplaceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const request = await lockRequest(tx, requestId);
    mustEdit(who, request.organisationId);
    const state = await work(tx, request);
    if (!state.ok) return state;
    const sent = event === 'submit' && { submittedAt: now, submittedBy: personOf(who) };
    await updateRequest(tx, requestId, { state: state.value, ...sent });
    const subject = subjectOf(request.workplaceId);
    await record(tx, { event: `workplace.${event}`, subject, facts: { request: requestId } }, now);
    return ok({ workplaceId: request.workplaceId });
  });
}

export const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

export async function submitRequest(
  db: Db,
  who: Who,
  { requestId, publicUrl }: Told,
  now = new Date(),
): Promise<Result<{ workplaceId: string }, WorkplaceRefusal>> {
  const submit = async (tx: Tx, request: WorkplaceRequest) => {
    const papers = (await listPapers(tx, requestId)).map(({ code }) => code);
    const decided = decideSubmit(request, papers);
    if (decided.ok)
      await tellRole(tx, {
        role: workOfficer,
        letter: 'submitted',
        workplaceId: request.workplaceId,
        publicUrl,
      });
    return decided;
  };
  return moveOwn(db, who, { requestId, event: 'submit' }, submit, now);
}

export async function withdrawRequest(
  db: Db,
  who: Who,
  { requestId }: { requestId: string },
  now = new Date(),
): Promise<Result<{ workplaceId: string }, WorkplaceRefusal>> {
  const withdraw = async (_: Tx, { state }: WorkplaceRequest) => decideMove(state, 'withdraw');
  return moveOwn(db, who, { requestId, event: 'withdraw' }, withdraw, now);
}

/** A certification given back by the workplace itself: from now on nobody is proposed there. */
export async function giveBack(
  db: Db,
  who: Who,
  { workplaceId }: { workplaceId: string },
  now = new Date(),
): Promise<Result<{ workplaceId: string }, WorkplaceRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const workplace = await lockWorkplace(tx, workplaceId);
    mustEdit(who, workplace.organisationId);
    const today = tokyoDay(now);
    if (!isCertified(workplace, today)) return refuse('not-certified');
    await updateWorkplace(tx, workplaceId, { endedOn: today, changedAt: now });
    await record(tx, { event: 'workplace.give-back', subject: subjectOf(workplaceId) }, now);
    return ok({ workplaceId });
  });
}
