import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { listYears } from '#areas/programs/index.ts';
import { can, worksAt } from '../access.ts';
import { openAccount } from '../ledger/actions.ts';
import { type CallRefusal, decideCall, decideEdit } from './rules.ts';
import {
  type Call,
  type CallVersion,
  deleteCall,
  deleteVersion,
  findDraft,
  findPublishedTerms,
  insertCall,
  insertVersion,
  isSlugTaken,
  lockCall,
  updateCall,
  updateVersion,
} from './store.ts';
import type { CallTerms } from './terms.ts';

export interface NewCall {
  readonly slug: string;
  readonly fiscalYear: number;
  readonly programId?: string | null;
  readonly bureauId: string;
  readonly budgetLine?: string;
  readonly shape: 'subsidy' | 'one-shot';
  readonly audience: 'groups' | 'persons';
  readonly previousId?: string | null;
  readonly illustrative?: boolean;
  readonly terms: CallTerms;
}

export type Done<Value = { callId: string }> = Promise<Result<Value, CallRefusal>>;
type Permitted = (typeof can)['editCall'];

export const personOf = (who: Who) => (who.kind === 'person' ? who.personId : null);

export function mustWorkAt(who: Who, bureauId: string, permission: Permitted): void {
  const may = who.kind === 'system' || permission.allows(who);
  if (!may || !worksAt(who, bureauId)) throw new Forbidden(permission.name);
}

export async function sayCall(
  tx: Tx,
  { event, callId, ...facts }: { event: `${string}.${string}`; callId: string } & Record<string, unknown>,
  now: Date,
): Promise<void> {
  await record(tx, { event, subject: { kind: 'grant-call', id: callId }, facts }, now);
}

/** Begins a call: its first draft, and an account with nothing in it. */
export async function makeCall(
  db: Db,
  who: Who,
  { terms, ...call }: NewCall,
  now = new Date(),
): Done<{ callId: string; slug: string }> {
  mustWorkAt(who, call.bureauId, can.editCall);
  return inTransaction(db, who, async (tx) => {
    const yearKnown = (await listYears(tx)).some(({ year }) => year === call.fiscalYear);
    const decision = decideCall({ slug: call.slug, taken: await isSlugTaken(tx, call.slug), yearKnown });
    if (!decision.ok) return decision;
    const callId = await insertCall(tx, { ...call, createdAt: now });
    await openAccount(tx, { callId, bureauId: call.bureauId });
    await insertDraft(tx, { callId, bureauId: call.bureauId, version: 1, terms }, now);
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'make' }, now);
    return ok({ callId, slug: call.slug });
  });
}

async function insertDraft(
  tx: Tx,
  draft: { callId: string; bureauId: string; version: number; terms: CallTerms },
  now: Date,
): Promise<void> {
  const personId = personOf(tx.who);
  const editors = personId ? [personId] : [];
  await insertVersion(tx, { ...draft, editors, editedBy: personId, editedAt: now });
}

/** Begins to change what is published: a draft with the terms that hold. */
export async function beginVersion(
  db: Db,
  who: Who,
  { callId }: { callId: string },
  now = new Date(),
): Done<{ version: number }> {
  return withCall(db, who, { callId, permission: can.editCall }, async (tx, call, draft) => {
    if (draft) return refuse('draft-stands');
    if (call.state !== 'published') return refuse('over-already');
    const { version, terms } = await findPublishedTerms(tx, callId);
    await insertDraft(tx, { callId, bureauId: call.bureauId, version: version + 1, terms }, now);
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'begin', version: version + 1 }, now);
    return ok({ version: version + 1 });
  });
}

export interface Editing {
  readonly callId: string;
  /** The revision of the draft from which the page was made. */
  readonly revision: number;
}

/** One change of the draft's terms; two who write at once are told, and neither overwrites the other. */
export async function editTerms(
  db: Db,
  who: Who,
  { callId, revision, change }: Editing & { change: (terms: CallTerms) => CallTerms },
  now = new Date(),
): Done<{ revision: number }> {
  return withCall(db, who, { callId, permission: can.editCall }, async (tx, _, draft) => {
    const decision = decideEdit(draft && { ...draft, proposed: draft.proposedAt !== null }, revision);
    if (!decision.ok || !draft) return refuse(decision.ok ? 'no-draft' : decision.refusal);
    const next = {
      terms: change(draft.terms),
      revision: revision + 1,
      ...editedBy(draft, who),
      editedAt: now,
    };
    await updateVersion(tx, draft.id, next);
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'change', version: draft.version }, now);
    return ok({ revision: revision + 1 });
  });
}

/** Drops the draft; a call that was never published goes with it. */
export async function discardVersion(
  db: Db,
  who: Who,
  { callId }: { callId: string },
  now = new Date(),
): Done<{ callId: string; gone: boolean }> {
  return withCall(db, who, { callId, permission: can.editCall }, async (tx, call, draft) => {
    if (!draft) return refuse('no-draft');
    if (draft.proposedAt) return refuse('proposed-already');
    const gone = call.state === 'draft';
    await (gone ? deleteCall(tx, callId) : deleteVersion(tx, draft.id));
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'discard', version: draft.version }, now);
    return ok({ callId, gone });
  });
}

/** Where its money stands in the budget, and whose figures come of it: no part of the terms. */
export async function saveFacts(
  db: Db,
  who: Who,
  { callId, ...facts }: { callId: string; programId: string | null; budgetLine: string },
  now = new Date(),
): Done {
  return withCall(db, who, { callId, permission: can.editCall }, async (tx) => {
    await updateCall(tx, callId, facts);
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'facts', programId: facts.programId }, now);
    return ok({ callId });
  });
}

/** One thing done with a call that is held, by somebody of its office. */
export async function withCall<Value>(
  db: Db,
  who: Who,
  { callId, permission }: { callId: string; permission: Permitted },
  act: (tx: Tx, call: Call, draft: CallVersion | undefined) => Promise<Result<Value, CallRefusal>>,
): Promise<Result<Value, CallRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const call = await lockCall(tx, callId);
    mustWorkAt(who, call.bureauId, permission);
    return act(tx, call, await findDraft(tx, callId));
  });
}

/** Whoever writes in a draft is one of its editors. */
export function editedBy(draft: CallVersion, who: Who) {
  const personId = personOf(who);
  const editors = personId ? [...new Set([...draft.editors, personId])] : draft.editors;
  return { editedBy: personId, editors };
}
