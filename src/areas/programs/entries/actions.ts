import type { Who } from '#platform/access.ts';
import { organisationsWith } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { isSecretariat, reporter } from '../access.ts';
import { saveValuesOf } from '../measures/actions.ts';
import { saveResult } from '../results/actions.ts';
import { findResult } from '../results/store.ts';
import { type EntryContent, readContents } from './contents.ts';
import {
  type Actor,
  changesOf,
  decideStep,
  type EntryAct,
  type EntryInput,
  type EntryRefusal,
  type EntryStatus,
  type FieldChange,
  missingFields,
} from './rules.ts';
import { findEntries, findEntry, insertChanges, insertNote, lockEntries, updateEntries } from './store.ts';

/** Every act on a return names what it saw: `stamp` of its content. Something else there now is «changed meanwhile». */
export interface SeenEntry {
  readonly entryId: string;
  readonly stamp: string;
}
export type EntryResult = Result<{ status: EntryStatus; stamp: string; changes: number }, EntryRefusal>;

export function actorOf(who: Who, organisationId: string): Actor {
  return {
    secretariat: isSecretariat(who),
    reporter: organisationsWith(who, reporter).includes(organisationId),
  };
}

/** Reads one return; NotFound for those who may not see it. */
export async function readEntry(db: Db, who: Who, entryId: string): Promise<EntryContent> {
  return inTransaction(db, who, (tx) => contentOf(tx, entryId));
}

async function contentOf(tx: Tx, entryId: string): Promise<EntryContent> {
  const [content] = await readContents(tx, await findEntries(tx, [entryId]));
  if (!content) throw new Error('an entry without content');
  return content;
}

/** Saves what was typed as a draft; it may be incomplete. Values and a rating that do not fit the program are a bug of the caller. */
export async function saveEntry(
  db: Db,
  who: Who,
  input: SeenEntry & EntryInput & { via?: 'form' | 'workbook' },
  now = new Date(),
): Promise<EntryResult> {
  return inTransaction(db, who, async (tx) => {
    const saved = await saveEntries(tx, who, { inputs: [input], via: input.via ?? 'form' }, now);
    return saved.ok ? done(tx, input.entryId, saved.value.changes) : saved;
  });
}

/** The same for many at once, with the same few queries however many they are; a refusal names its entry and undoes nothing by itself. */
export async function saveEntries(
  db: Db,
  who: Who,
  { inputs, via }: { inputs: readonly (SeenEntry & EntryInput)[]; via: 'form' | 'workbook' },
  now = new Date(),
): Promise<Result<{ changes: number }, EntryRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdEntries(tx, inputs, 'save');
    if (!held.ok) return held;
    const drafts = held.value
      .map(({ content, next }, at) => {
        const input = inputs[at] as SeenEntry & EntryInput;
        return { content, next, input, changes: changesOf(content, input) };
      })
      .filter(({ content, changes }) => changes.length > 0 || content.status === 'owed');
    await writeContents(tx, drafts, now);
    const rows = drafts.map(({ content, changes }) => changeRows(tx, content.entryId, { changes, via, now }));
    await insertChanges(tx, rows.flat());
    for (const [status, own] of Map.groupBy(drafts, ({ next }) => next))
      await updateEntries(
        tx,
        own.map(({ content }) => content.entryId),
        { status },
      );
    for (const { content, changes } of drafts) {
      const facts = { changes: changes.length, via };
      await record(tx, { event: 'entry.save', subject: { kind: 'entry', id: content.entryId }, facts }, now);
    }
    return ok({ changes: rows.flat().length });
  });
}

/** Hands the return in. What is still missing is found by `missingFields` of its content. */
export async function submitEntry(
  db: Db,
  who: Who,
  seen: SeenEntry & { words?: string },
  now = new Date(),
): Promise<EntryResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdEntry(tx, seen, 'submit');
    if (!held.ok) return held;
    const missing = missingFields(held.value.content);
    if (missing.length > 0) return refuse('incomplete', { count: missing.length });
    return step(tx, held.value, { kind: 'submitted', words: seen.words ?? '', now });
  });
}

/** Sends it back; the comment says what has to change. */
export async function returnEntry(
  db: Db,
  who: Who,
  seen: SeenEntry & { words: string },
  now = new Date(),
): Promise<EntryResult> {
  return decide(db, who, { seen, act: 'return', kind: 'returned', needsWords: true }, now);
}

export async function acceptEntry(
  db: Db,
  who: Who,
  seen: SeenEntry & { words?: string },
  now = new Date(),
): Promise<EntryResult> {
  return decide(db, who, { seen, act: 'accept', kind: 'accepted', needsWords: false }, now);
}

/** Opens an accepted return again, with a reason, as long as its round is open. */
export async function reopenEntry(
  db: Db,
  who: Who,
  seen: SeenEntry & { words: string },
  now = new Date(),
): Promise<EntryResult> {
  return decide(db, who, { seen, act: 'reopen', kind: 'reopened', needsWords: true }, now);
}

/** Says something without changing anything: a question, an answer. */
export async function remarkOnEntry(
  db: Db,
  who: Who,
  input: { entryId: string; words: string },
  now = new Date(),
): Promise<Result<'noted', EntryRefusal>> {
  return inTransaction(db, who, async (tx) => {
    const { entry } = await findEntry(tx, input.entryId);
    if (!input.words.trim()) return refuse('words-missing');
    await insertNote(tx, {
      entryId: entry.id,
      at: now,
      kind: 'remark',
      personName: nameOf(who),
      words: input.words,
    });
    await record(tx, { event: 'entry.remark', subject: { kind: 'entry', id: entry.id } }, now);
    return ok('noted');
  });
}

interface Held {
  readonly content: EntryContent;
  readonly next: EntryStatus;
}

async function holdEntry(tx: Tx, seen: SeenEntry, act: EntryAct): Promise<Result<Held, EntryRefusal>> {
  const held = await holdEntries(tx, [seen], act);
  return held.ok ? ok(held.value[0] as Held) : held;
}

/** Locks the entries and asks the rules; the same stamps prove that nobody else was faster. */
async function holdEntries(
  tx: Tx,
  seen: readonly SeenEntry[],
  act: EntryAct,
): Promise<Result<readonly Held[], EntryRefusal>> {
  const ids = seen.map(({ entryId }) => entryId);
  const actors = (await findEntries(tx, ids)).map(({ entry }) => actorOf(tx.who, entry.organisationId));
  if (actors.every((actor) => actor.secretariat || actor.reporter)) await lockEntries(tx, ids);
  const found = await findEntries(tx, ids);
  const held: Held[] = [];
  for (const [at, content] of (await readContents(tx, found)).entries()) {
    const roundOpen = found[at]?.round.status === 'open';
    const next = decideStep(act, { status: content.status, roundOpen, actor: actors[at] as Actor });
    if (!next.ok) return refuse(next.refusal, { program: content.nameJa });
    if (content.stamp !== seen[at]?.stamp) return refuse('changed-meanwhile', { program: content.nameJa });
    held.push({ content, next: next.value });
  }
  return ok(held);
}

async function decide(
  db: Db,
  who: Who,
  what: {
    seen: SeenEntry & { words?: string };
    act: EntryAct;
    kind: 'returned' | 'accepted' | 'reopened';
    needsWords: boolean;
  },
  now: Date,
): Promise<EntryResult> {
  return inTransaction(db, who, async (tx) => {
    const held = await holdEntry(tx, what.seen, what.act);
    if (!held.ok) return held;
    const words = what.seen.words?.trim() ?? '';
    if (what.needsWords && !words) return refuse('words-missing');
    return step(tx, held.value, { kind: what.kind, words, now });
  });
}

async function step(
  tx: Tx,
  { content, next }: Held,
  note: { kind: 'submitted' | 'returned' | 'accepted' | 'reopened'; words: string; now: Date },
): Promise<EntryResult> {
  const { entryId } = content;
  const at = note.now;
  await updateEntries(tx, [entryId], {
    status: next,
    ...(note.kind === 'submitted' ? { submittedAt: at } : { decidedAt: at }),
  });
  await insertNote(tx, { entryId, at, kind: note.kind, personName: nameOf(tx.who), words: note.words });
  const verb = { submitted: 'submit', returned: 'return', accepted: 'accept', reopened: 'reopen' }[note.kind];
  await record(tx, { event: `entry.${verb}`, subject: { kind: 'entry', id: entryId } }, at);
  return done(tx, entryId, 0);
}

async function done(tx: Tx, entryId: string, changes: number): Promise<EntryResult> {
  const { status, stamp } = await contentOf(tx, entryId);
  return ok({ status, stamp, changes });
}

/** Writes through the program's own actions; what they refuse here was checked before by whoever calls. */
async function writeContents(
  tx: Tx,
  drafts: readonly { content: EntryContent; input: EntryInput; changes: readonly FieldChange[] }[],
  now: Date,
): Promise<void> {
  const values = drafts
    .map(({ content, input }) => ({
      programId: content.programId,
      values: (input.values ?? []).map((value) => ({ from: { via: 'form' } as const, ...value })),
    }))
    .filter((each) => each.values.length > 0);
  if (values.length > 0) mustWork(await saveValuesOf(tx, tx.who, values, now));
  for (const { content, input, changes } of drafts) {
    if (!changes.some(({ field }) => !field.startsWith('value:'))) continue;
    const { programId } = content;
    const { version, ...stored } = await findResult(tx, programId);
    mustWork(await saveResult(tx, tx.who, { ...stored, ...input.words, programId, version }, now));
  }
}

function mustWork(result: Result<unknown, string>): void {
  if (!result.ok) throw new Error(`a return holds what its program refuses: ${result.refusal}`);
}

function changeRows(
  tx: Tx,
  entryId: string,
  { changes, via, now }: { changes: readonly FieldChange[]; via: string; now: Date },
) {
  return changes.map((change) => ({ entryId, at: now, personName: nameOf(tx.who), via, ...change }));
}

function nameOf(who: Who): string {
  return who.kind === 'person' ? who.name : who.kind === 'system' ? who.name : '';
}
