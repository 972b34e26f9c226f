import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, isKeeper } from '../access.ts';
import { type FlowRefusal, problemsOf, withOutcomes } from './checks/rules.ts';
import type { Flow } from './flow.ts';
import {
  deleteDraft,
  findFlow,
  findPublishedFlow,
  insertDraft,
  lockDraft,
  publishDraft,
  updateDraft,
} from './store.ts';
import { readSurroundings } from './surroundings.ts';

export type SaveRefusal = FlowRefusal | 'changed-meanwhile' | 'no-draft';

interface SaveInput {
  readonly flow: Flow;
  /** Of the draft that the form was made from, 0 without one; absent: whatever is there (a seed, a file). */
  readonly revision?: number | undefined;
  /** The situations are meant to come out differently: their table is written anew. */
  readonly acceptOutcomes?: boolean | undefined;
}

/** Writes the draft, or begins one. Refused while a situation has no desk or a name leads nowhere. */
export async function saveFlow(
  db: Db,
  who: Who,
  { flow: given, revision, acceptOutcomes = false }: SaveInput,
  now = new Date(),
): Promise<Result<{ version: number; revision: number }, SaveRefusal>> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    const draft = await lockDraft(tx);
    if (revision !== undefined && revision !== (draft?.revision ?? 0)) return refuse('changed-meanwhile');
    const surroundings = await readSurroundings(tx, given);
    const flow = acceptOutcomes ? withOutcomes(given, surroundings) : given;
    const [problem] = problemsOf(flow, surroundings);
    if (problem) return refuse(problem.refusal, problem.facts);
    const by = nameOf(who);
    const next = (draft?.revision ?? 0) + 1;
    const version = draft?.version ?? (await insertDraft(tx, { content: flow, by, now })).version;
    if (draft) await updateDraft(tx, { id: draft.id, content: flow, revision: next, by, now });
    await note(tx, 'navigator.edit', version, now);
    return ok({ version, revision: next });
  });
}

/** A draft that is what everybody walks now, or what they walked in an earlier version. */
export async function startDraft(
  db: Db,
  who: Who,
  { from }: { from?: number | undefined },
  now = new Date(),
): Promise<Result<{ version: number }, 'draft-there' | 'nothing-published'>> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    if (await lockDraft(tx)) return refuse('draft-there');
    const source = from === undefined ? await findPublishedFlow(tx) : await findFlow(tx, from);
    if (!source) return refuse('nothing-published');
    const { version } = await insertDraft(tx, { content: source.content, by: nameOf(who), now });
    await note(tx, 'navigator.edit', version, now);
    return ok({ version });
  });
}

export async function discardDraft(db: Db, who: Who, now = new Date()): Promise<void> {
  mustKeep(who);
  await inTransaction(db, who, async (tx) => {
    const draft = await lockDraft(tx);
    if (!draft) return;
    await deleteDraft(tx);
    await note(tx, 'navigator.discard', draft.version, now);
  });
}

/** Everybody walks the draft from now on. Entries may have gone since it was saved, so all is checked once more. */
export async function publishFlow(
  db: Db,
  who: Who,
  { revision }: { revision?: number | undefined } = {},
  now = new Date(),
): Promise<Result<{ version: number }, SaveRefusal>> {
  mustKeep(who);
  return inTransaction(db, who, async (tx) => {
    const draft = await lockDraft(tx);
    if (!draft) return refuse('no-draft');
    if (revision !== undefined && revision !== draft.revision) return refuse('changed-meanwhile');
    const [problem] = problemsOf(draft.content, await readSurroundings(tx, draft.content));
    if (problem) return refuse(problem.refusal, problem.facts);
    await publishDraft(tx, draft.id, now);
    await publicPagesChanged(tx);
    await note(tx, 'navigator.publish', draft.version, now);
    return ok({ version: draft.version });
  });
}

function mustKeep(who: Who): void {
  if (!isKeeper(who)) throw new Forbidden(can.editNavigator.name);
}

function nameOf(who: Who): string {
  return who.kind === 'person' ? who.name : who.kind === 'system' ? who.name : '';
}

async function note(tx: Tx, event: `navigator.${string}`, version: number, now: Date): Promise<void> {
  await record(tx, { event, subject: { kind: 'flow', id: String(version) }, facts: { version } }, now);
}
