import type { Who } from '#platform/access.ts';
import type { Db, Tx } from '#platform/database/database.ts';
import type { Text } from '#platform/i18n.ts';
import { enqueue } from '#platform/jobs.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { can } from '../../access.ts';
import { type Done, editedBy, type Editing, personOf, sayCall, withCall } from '../actions.ts';
import { flawsOf } from '../checks/rules.ts';
import { decideEnd, decidePropose, decidePublish, decideReturn, type Draft } from '../rules.ts';
import { tellPublished } from '../subscriptions/telling.ts';
import { type Call, type CallVersion, findPublishedTerms, updateCall, updateVersion } from '../store.ts';

const nothingSaid: Text = { ja: '', en: '' };

/** To the approver: whole, and with a word on what is new. */
export async function proposeVersion(
  db: Db,
  who: Who,
  { callId, revision, note = nothingSaid }: Editing & { note?: Text },
  now = new Date(),
): Done {
  return withCall(db, who, { callId, permission: can.editCall }, async (tx, call, draft) => {
    const facts = draft && (await factsOf(tx, call, { ...draft, note }));
    const decision = decidePropose(facts, revision);
    if (!decision.ok || !draft) return refuse(decision.ok ? 'no-draft' : decision.refusal, factsIn(decision));
    const proposed = { note, proposedAt: now, proposedBy: personOf(who), returnReason: null };
    await updateVersion(tx, draft.id, { ...proposed, ...editedBy(draft, who) });
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'propose', version: draft.version }, now);
    return ok({ callId });
  });
}

const factsIn = (decision: Result<unknown, string>) => (decision.ok ? undefined : decision.facts);

async function factsOf(tx: Tx, call: Call, draft: CallVersion): Promise<Draft> {
  const before = call.state === 'draft' ? undefined : (await findPublishedTerms(tx, call.id)).terms;
  return {
    revision: draft.revision,
    version: draft.version,
    proposed: draft.proposedAt !== null,
    editors: draft.editors,
    note: draft.note.ja,
    problems: flawsOf(draft.terms, call.shape).length,
    same: before !== undefined && JSON.stringify(before) === JSON.stringify(draft.terms),
  };
}

/** The approver wants something changed first, or whoever proposed it takes it back. */
export async function returnVersion(
  db: Db,
  who: Who,
  { callId, reason }: { callId: string; reason: string },
  now = new Date(),
): Done {
  return withCall(db, who, { callId, permission: can.publishCall }, async (tx, call, draft) => {
    const decision = decideReturn(draft && (await factsOf(tx, call, draft)), reason);
    if (!decision.ok || !draft) return refuse(decision.ok ? 'no-draft' : decision.refusal);
    await updateVersion(tx, draft.id, { proposedAt: null, proposedBy: null, returnReason: reason });
    await sayCall(tx, { event: 'grant-call.publish', callId, what: 'return', version: draft.version }, now);
    return ok({ callId });
  });
}

export async function takeBack(db: Db, who: Who, { callId }: { callId: string }, now = new Date()): Done {
  return withCall(db, who, { callId, permission: can.editCall }, async (tx, _, draft) => {
    if (!draft?.proposedAt) return refuse('not-proposed');
    await updateVersion(tx, draft.id, { proposedAt: null, proposedBy: null });
    await sayCall(tx, { event: 'grant-call.edit', callId, what: 'take-back', version: draft.version }, now);
    return ok({ callId });
  });
}

/** From now on whoever begins an application begins it under these terms; what was begun keeps its own. */
export async function publishVersion(
  db: Db,
  who: Who,
  { callId, revision }: Editing,
  now = new Date(),
): Done<{ versionId: string; version: number }> {
  return withCall(db, who, { callId, permission: can.publishCall }, async (tx, call, draft) => {
    const facts = draft && (await factsOf(tx, call, draft));
    const decision = decidePublish(facts, { revision, personId: personOf(who) });
    if (!decision.ok || !draft) return refuse(decision.ok ? 'no-draft' : decision.refusal, factsIn(decision));
    await updateVersion(tx, draft.id, { publishedAt: now, publishedBy: personOf(who) });
    if (call.state === 'draft') {
      await updateCall(tx, callId, { state: 'published' });
      await enqueue(tx, tellPublished, { callId });
    }
    await publicPagesChanged(tx);
    await sayCall(tx, { event: 'grant-call.publish', callId, what: 'publish', version: draft.version }, now);
    return ok({ versionId: draft.id, version: draft.version });
  });
}

/** No further application from now on: before its last day, or for good. */
export async function endCall(
  db: Db,
  who: Who,
  { callId, state, note }: { callId: string; state: 'ended' | 'cancelled'; note: Text },
  now = new Date(),
): Done {
  return withCall(db, who, { callId, permission: can.publishCall }, async (tx, call) => {
    const decision = decideEnd({ state: call.state, note: note.ja });
    if (!decision.ok) return decision;
    await updateCall(tx, callId, { state, endNote: note, endedAt: now });
    await publicPagesChanged(tx);
    await sayCall(tx, { event: 'grant-call.publish', callId, what: state }, now);
    return ok({ callId });
  });
}
