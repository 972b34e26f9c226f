import { randomUUID } from 'node:crypto';
import { organisationsWith, system, type Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { directoryEditor, mayWriteService } from '../access.ts';
import { findPublicService } from '../entries/store.ts';
import { listMunicipalities } from '../municipalities/store.ts';
import { editService } from '../services/actions.ts';
import { createService } from '../services/creating/actions.ts';
import type { ServiceContent, ServiceStatus } from '../services/content.ts';
import { isSame, mergeOver, type ServiceRefusal } from '../services/rules.ts';
import { findService, type Service } from '../services/store.ts';
import { findVersion } from '../versions/store.ts';
import { applyDecision } from './apply.ts';
import type { CorrectableField, ProposedItem } from './items.ts';
import { tellOfProposal } from './jobs.ts';
import { decideDecision, decidePropose, decideStaffProposal, type ProposalRefusal } from './rules.ts';
import { countOpen, insertProposal, lockProposal, type Proposal, updateProposal } from './store.ts';

/** Whoever proposes without an account is nobody we know, and reads nothing back. */
export const asOutsider = system('proposal.outsider');
const dayMs = 86_400_000;

/** Anybody says what is wrong with an entry (or, without one, what is missing). It changes nothing until a person accepts it. */
export async function suggest(
  db: Db,
  input: { serviceId: string | null; items: readonly ProposedItem[]; source: string; email: string },
  now = new Date(),
): Promise<Result<'waits', ProposalRefusal>> {
  const { serviceId, items, source, email } = input;
  return inTransaction(db, asOutsider, async (tx) => {
    const service = serviceId === null ? undefined : await findPublicService(tx, serviceId);
    if (serviceId !== null && !service) return refuse('not-shown');
    const { ofEntry, recent } = await countOpen(tx, { serviceId, since: new Date(now.getTime() - dayMs) });
    const decision = decidePropose({ waiting: ofEntry, isNew: serviceId === null, today: recent });
    if (!decision.ok) return decision;
    await insertProposal(tx, {
      serviceId,
      serviceVersion: service?.version ?? null,
      origin: 'public',
      items,
      source,
      email: email || null,
      createdAt: now,
    });
    await tellOfProposal(tx, { organisationId: service?.organisationId ?? null }, now);
    return ok('waits');
  });
}

/** An editor of another organisation proposes how a part of an entry should be. */
export async function proposeEdit(
  db: Db,
  who: Who,
  input: { serviceId: string; version: number; content: ServiceContent; part: string; source: string },
  now = new Date(),
): Promise<Result<{ proposalId: string }, ProposalRefusal>> {
  const { serviceId, version, content, part, source } = input;
  return inTransaction(db, who, async (tx) => {
    const service = await findService(tx, serviceId);
    const decision = decideStaffProposal({
      mayWrite: mayWriteService(who, service),
      changed: !isSame(content, service.content),
    });
    if (!decision.ok) return decision;
    const proposalId = randomUUID();
    await insertProposal(tx, {
      id: proposalId,
      serviceId,
      serviceVersion: version,
      origin: 'staff',
      items: [{ field: 'part', said: part }],
      content,
      source,
      personId: who.kind === 'person' ? who.personId : null,
      personName: who.kind === 'person' ? who.name : '',
      organisationId: organisationsWith(who, directoryEditor)[0] ?? null,
      createdAt: now,
    });
    await tellOfProposal(tx, service, now);
    await record(tx, { event: 'proposal.make', subject: { kind: 'service', id: serviceId } }, now);
    return ok({ proposalId });
  });
}

/** `version` is the one that stood beside the proposal when it was decided. */
export type Decision =
  /** As an editor of another organisation proposed it, over what was changed since then. */
  | { readonly take: 'content'; readonly version: number }
  /** As whoever decides wrote it, out of an outsider's words. */
  | {
      readonly take: 'cells';
      readonly field: CorrectableField;
      readonly cells: Readonly<Record<string, string>>;
      readonly status: ServiceStatus;
      readonly version: number;
    }
  /** Somebody has mended it already. */
  | { readonly take: 'done' };

export type AcceptRefusal = ProposalRefusal | ServiceRefusal;

/** The entry becomes what was proposed, as a version of its own kind; the address of whoever wrote is erased. */
export async function acceptProposal(
  db: Db,
  who: Who,
  { proposalId, decision }: { proposalId: string; decision: Decision },
  now = new Date(),
): Promise<Result<{ serviceId: string }, AcceptRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const proposal = await lockProposal(tx, proposalId);
    const may = decideDecision({ status: proposal.status, decision: 'accept', reason: '' });
    if (!may.ok) return may;
    const serviceId = proposal.serviceId ?? '';
    const written = await write(tx, proposal, decision, now);
    if (!written.ok) return written;
    await close(tx, proposal, { status: 'accepted', madeVersion: written.value, reason: '' }, now);
    return ok({ serviceId });
  });
}

async function write(
  tx: Tx,
  proposal: Proposal,
  decision: Decision,
  now: Date,
): Promise<Result<number | null, AcceptRefusal>> {
  if (decision.take === 'done') return ok(null);
  const service = await findService(tx, proposal.serviceId ?? '');
  const content = await contentOf(tx, { proposal, decision, service });
  if (!content.ok) return content;
  const { version } = decision;
  const input = { serviceId: service.id, version, content: content.value, how: 'proposal' } as const;
  const edited = await editService(tx, tx.who, input, now);
  return edited.ok ? ok(edited.value.version) : edited;
}

async function contentOf(
  tx: Tx,
  {
    proposal,
    decision,
    service,
  }: { proposal: Proposal; decision: Exclude<Decision, { take: 'done' }>; service: Service },
): Promise<Result<ServiceContent, ProposalRefusal>> {
  if (decision.take === 'content') {
    const proposed = await proposedContent(tx, { proposal, service });
    return isSame(proposed, service.content) ? refuse('nothing-changed') : ok(proposed);
  }
  const places = await listMunicipalities(tx);
  return applyDecision(service.content, decision, { places, newId: randomUUID });
}

/** The entry as it would be: what was proposed, over what was changed since then. */
export async function proposedContent(
  tx: Tx,
  { proposal, service }: { proposal: Proposal; service: Service },
): Promise<ServiceContent> {
  const { content, serviceVersion } = proposal;
  if (!content || serviceVersion === null) return service.content;
  const base = await findVersion(tx, { serviceId: service.id, version: serviceVersion });
  return base ? mergeOver(base.content, service.content, content) : content;
}

/** An entry that somebody missed begins as a draft of the organisation that will answer for it. */
export async function acceptSuggestion(
  db: Db,
  who: Who,
  input: { proposalId: string; organisationId: string; content: ServiceContent },
  now = new Date(),
): Promise<Result<{ serviceId: string }, AcceptRefusal>> {
  const { proposalId, organisationId, content } = input;
  return inTransaction(db, who, async (tx) => {
    const proposal = await lockProposal(tx, proposalId);
    const may = decideDecision({ status: proposal.status, decision: 'accept', reason: '' });
    if (!may.ok) return may;
    const made = await createService(tx, who, { organisationId, content }, now);
    if (!made.ok) return made;
    const { serviceId, version } = made.value;
    await close(tx, proposal, { status: 'accepted', madeVersion: version, reason: '', serviceId }, now);
    return ok({ serviceId });
  });
}

export async function declineProposal(
  db: Db,
  who: Who,
  { proposalId, reason }: { proposalId: string; reason: string },
  now = new Date(),
): Promise<Result<'declined', ProposalRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const proposal = await lockProposal(tx, proposalId);
    const may = decideDecision({ status: proposal.status, decision: 'decline', reason });
    if (!may.ok) return may;
    await close(tx, proposal, { status: 'declined', madeVersion: null, reason }, now);
    return ok('declined');
  });
}

async function close(
  tx: Tx,
  { id, origin }: Proposal,
  outcome: {
    status: 'accepted' | 'declined';
    madeVersion: number | null;
    reason: string;
    serviceId?: string;
  },
  now: Date,
): Promise<void> {
  const { who } = tx;
  await updateProposal(tx, id, {
    ...outcome,
    email: null,
    decidedAt: now,
    decidedBy: who.kind === 'person' ? who.personId : null,
    decidedByName: who.kind === 'person' ? who.name : '',
  });
  const facts = { origin, status: outcome.status, version: outcome.madeVersion };
  await record(tx, { event: 'proposal.decide', subject: { kind: 'proposal', id }, facts }, now);
}
