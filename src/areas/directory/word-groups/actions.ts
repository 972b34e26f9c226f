import { randomBytes } from 'node:crypto';
import type { Who } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Database, type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { enqueue } from '#platform/jobs.ts';
import { ok, refuse, type Result } from '#platform/result.ts';
import { can, isKeeper } from '../access.ts';
import { type Found, searchServices } from '../search/actions.ts';
import { fold } from '../search/folding.ts';
import { refreshSearch } from '../search/jobs.ts';
import { replaceSearchEntries } from '../search/store.ts';
import { shippedGroups } from '../search/vocabulary/shipped/groups.ts';
import { listServicesByIds, type Service } from '../services/store.ts';
import { decideGroup, type GroupRefusal, missingIn, type TypedGroup } from './rules.ts';
import { deleteGroup, type GroupRow, listEntriesWith, lockGroup, upsertGroup } from './store.ts';

interface SaveInput extends TypedGroup {
  /** Absent: a group of their own is begun. */
  readonly code?: string | undefined;
  /** When the group that the form showed was changed last; absent: as it is shipped. */
  readonly seen?: string | undefined;
}

/** Words that mean the same from now on. The search knows it at once, entries as soon as its job has run. */
export async function saveGroup(
  db: Db,
  who: Who,
  { seen, ...input }: SaveInput,
  now = new Date(),
): Promise<Result<{ code: string }, GroupRefusal>> {
  mustKeep(who);
  const decision = decideGroup(input);
  if (!decision.ok) return decision;
  return inTransaction(db, who, async (tx) => {
    const code = input.code ?? `own-${randomBytes(6).toString('hex')}`;
    const row = await lockGroup(tx, code);
    if (row && row.updatedAt.toISOString() !== seen) return refuse('changed-meanwhile');
    await upsertGroup(tx, { ...input, code, removed: false, now });
    await leaveTrail(tx, { code, before: wordsOf(code, row), after: allOf(input) }, now);
    return ok({ code });
  });
}

/** The group is used no more: a shipped one is kept as taken out, one of their own goes. */
export async function removeGroup(db: Db, who: Who, code: string, now = new Date()): Promise<void> {
  mustKeep(who);
  await inTransaction(db, who, async (tx) => {
    const row = await lockGroup(tx, code);
    const shipped = shippedGroups.find((group) => group.code === code);
    if (shipped) await upsertGroup(tx, { ...shipped, removed: true, now });
    else await deleteGroup(tx, code);
    await leaveTrail(tx, { code, before: wordsOf(code, row), after: [] }, now);
  });
}

/** The group is again as it is shipped. */
export async function restoreGroup(db: Db, who: Who, code: string, now = new Date()): Promise<void> {
  mustKeep(who);
  await inTransaction(db, who, async (tx) => {
    const row = await lockGroup(tx, code);
    const shipped = shippedGroups.find((group) => group.code === code);
    if (!row || !shipped) return;
    await deleteGroup(tx, code);
    await leaveTrail(tx, { code, before: wordsOf(code, row), after: allOf(shipped) }, now);
  });
}

/** What a search finds now, and what it would find. */
export interface Preview {
  readonly before: { readonly found: Found; readonly services: readonly Service[] };
  readonly after: { readonly found: Found; readonly services: readonly Service[] };
}

/** Entries that are looked at anew for a preview: enough for what a first page shows. */
const mostTried = 200;

/** Tries a group in a transaction that is undone: the search itself answers, as it would after the change. */
export async function tryGroup(
  db: Database,
  who: Who,
  { code = 'own-tried', q, ...typed }: TypedGroup & { code?: string | undefined; q: string },
  now = new Date(),
): Promise<Preview> {
  mustKeep(who);
  let preview: Preview | undefined;
  const undone = new Error('a preview is undone');
  const attempt = inTransaction(db, who, async (tx) => {
    const before = await search(tx, who, q, now);
    const row = await lockGroup(tx, code);
    await upsertGroup(tx, { ...typed, code, removed: false, now });
    const [old, next] = [row ? row.words : wordsOf(code, undefined), typed.words];
    const changed = [...missingIn(old, next), ...missingIn(next, old)].map(fold).filter(Boolean);
    await replaceSearchEntries(tx, await listEntriesWith(tx, { words: changed, limit: mostTried }), now);
    preview = { before, after: await search(tx, who, q, now) };
    throw undone;
  });
  await attempt.catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  if (!preview) throw undone;
  return preview;
}

async function search(tx: Tx, who: Who, q: string, now: Date) {
  const found = await searchServices(tx, who, { q, pageSize: 8 }, now);
  return {
    found,
    services: await listServicesByIds(
      tx,
      found.rows.map(({ id }) => id),
    ),
  };
}

function mustKeep(who: Who): void {
  if (!isKeeper(who)) throw new Forbidden(can.keepWords.name);
}

function allOf({ words, phrases }: Pick<TypedGroup, 'words' | 'phrases'>): readonly string[] {
  return [...words, ...phrases];
}

/** As they were used until now. */
function wordsOf(code: string, row: GroupRow | undefined): readonly string[] {
  if (row) return row.removed ? [] : allOf(row);
  const shipped = shippedGroups.find((group) => group.code === code);
  return shipped ? allOf(shipped) : [];
}

const mostNoted = 500;

/** The ledger says which words came and went: what the vocabulary was at any time can be read from it. */
async function leaveTrail(
  tx: Tx,
  { code, before, after }: { code: string; before: readonly string[]; after: readonly string[] },
  now: Date,
): Promise<void> {
  await enqueue(tx, refreshSearch, {}, { key: refreshSearch.name });
  const facts = {
    added: missingIn(after, before).join('、').slice(0, mostNoted),
    removed: missingIn(before, after).join('、').slice(0, mostNoted),
  };
  await record(tx, { event: 'words.write', subject: { kind: 'word-group', id: code }, facts }, now);
}
