import type { Who } from '#platform/access.ts';
import { organisationsWith } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { isSecretariat, reporter } from '../access.ts';
import { saveValues } from '../measures/actions.ts';
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
import { findEntry, insertChanges, insertNote, lockEntry, updateEntry } from './store.ts';

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
  const [content] = await readContents(tx, [await findEntry(tx, entryId)]);
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
    const held = await holdEntry(tx, input, 'save');
    if (!held.ok) return held;
    const { content, next } = held.value;
    const changes = changesOf(content, input);
    if (changes.length === 0 && content.status !== 'owed') {
      return ok({ status: content.status, stamp: content.stamp, changes: 0 });
    }
    await writeContent(tx, content, { input, changes, now });
    await insertChanges(tx, changeRows(tx, content.entryId, { changes, via: input.via ?? 'form', now }));
    await updateEntry(tx, content.entryId, { status: next });
    await record(
      tx,
      {
        event: 'entry.save',
        subject: { kind: 'entry', id: content.entryId },
        facts: { changes: changes.length, via: input.via ?? 'form' },
      },
      now,
    );
    return done(tx, content.entryId, changes.length);
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

/** Locks the entry and asks the rules; the same stamp proves that nobody else was faster. */
async function holdEntry(tx: Tx, seen: SeenEntry, act: EntryAct): Promise<Result<Held, EntryRefusal>> {
  const found = await findEntry(tx, seen.entryId);
  const actor = actorOf(tx.who, found.entry.organisationId);
  if (actor.secretariat || actor.reporter) await lockEntry(tx, seen.entryId);
  const content = await contentOf(tx, seen.entryId);
  const next = decideStep(act, { status: content.status, roundOpen: found.round.status === 'open', actor });
  if (!next.ok) return next;
  if (content.stamp !== seen.stamp) return refuse('changed-meanwhile');
  return ok({ content, next: next.value });
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
  await updateEntry(tx, entryId, {
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
async function writeContent(
  tx: Tx,
  content: EntryContent,
  { input, changes, now }: { input: EntryInput; changes: readonly FieldChange[]; now: Date },
): Promise<void> {
  const { programId } = content;
  const values = input.values ?? [];
  if (values.length > 0) mustWork(await saveValues(tx, tx.who, { programId, values }, now));
  if (!changes.some(({ field }) => !field.startsWith('value:'))) return;
  const { version, ...stored } = await findResult(tx, programId);
  mustWork(await saveResult(tx, tx.who, { ...stored, ...input.words, programId, version }, now));
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
