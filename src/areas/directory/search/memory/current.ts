import { anonymous } from '#platform/access.ts';
import { type Database, reading, type Tx } from '#platform/database/database.ts';
import { byTurns } from './turns.ts';
import { type EntrySort, Shelf, type ShelfEntry } from './shelf.ts';
import { type Spans, spansOf } from './spans.ts';
import {
  countEntries,
  type EntryRow,
  listEntries,
  listEntriesAfter,
  lookSince,
  readSnapshot,
} from './store.ts';

export interface Limits {
  /** A larger directory is searched in the database alone. One entry takes about four kilobytes. */
  readonly entries: number;
  /** After more changes at once all are read again, which says first whether there are too many. */
  readonly changes: number;
}

const limits: Limits = { entries: 20_000, changes: 10_000 };
const partSize = 1000;
/** Changes are on record for two days; whoever has not looked for one begins anew. */
const forgottenMs = 86_400_000;
/** How long a directory stays too large without being counted again. */
const tooLargeMs = 600_000;

/** The entries of a database in this process. */
export class Memory {
  private shelf: Shelf | undefined;
  private seen = '';
  private lookedAt = Number.NEGATIVE_INFINITY;
  private tooLargeUntil = Number.NEGATIVE_INFINITY;
  private readonly alike = new Alike();

  private readonly db: Database;
  private readonly most: Limits;

  constructor(db: Database, most = limits) {
    this.db = db;
    this.most = most;
  }

  /**
   * The entries as they were committed when this was asked, or later: every asking is followed by a look at what changed.
   * Those who ask while a look is under way share the next one. Undefined: there are too many.
   */
  readonly now = byTurns(() => reading(this.db, anonymous, (tx) => this.look(tx)));

  private async look(tx: Tx): Promise<Shelf | undefined> {
    const at = performance.now();
    if (at < this.tooLargeUntil) return undefined;
    if (!this.shelf || at - this.lookedAt > forgottenMs) await this.readAll(tx);
    else await this.readChanged(tx, this.shelf);
    this.lookedAt = at;
    if (this.shelf && this.shelf.size > this.most.entries) this.giveUp(at);
    return this.shelf;
  }

  private async readAll(tx: Tx): Promise<void> {
    this.shelf = undefined;
    // What is committed during the reading is read again with the next look.
    this.seen = await readSnapshot(tx);
    const { entries } = this.most;
    if ((await countEntries(tx, entries + 1)) > entries) return this.giveUp(performance.now());
    const shelf = new Shelf();
    let after: string | undefined = '00000000-0000-0000-0000-000000000000';
    while (after !== undefined) {
      const rows: EntryRow[] = await listEntriesAfter(tx, after, partSize);
      for (const row of rows) shelf.put(this.alike.entryOf(row), row.tokens);
      if (shelf.size > entries) return this.giveUp(performance.now());
      after = rows.length < partSize ? undefined : rows.at(-1)?.id;
    }
    this.shelf = shelf;
  }

  private async readChanged(tx: Tx, shelf: Shelf): Promise<void> {
    const { seen, changed } = await lookSince(tx, this.seen);
    if (changed.length > this.most.changes) return this.readAll(tx);
    if (changed.length > 0) {
      const rows = await listEntries(tx, changed);
      for (const id of changed) shelf.remove(id);
      for (const row of rows) shelf.put(this.alike.entryOf(row), row.tokens);
    }
    this.seen = seen;
  }

  private giveUp(at: number): void {
    this.shelf = undefined;
    this.tooLargeUntil = at + tooLargeMs;
  }
}

/** Hours and sorts that many entries have in common are kept once. */
class Alike {
  private readonly sorts = new Map<string, EntrySort>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly spans = new Map<string, Spans>();

  entryOf(row: EntryRow): ShelfEntry {
    const { id, changed, body, reviewOn, capacity, tie, openDuring } = row;
    const sort = { kind: row.kind, topics: row.topics, languages: row.languages };
    return {
      id,
      changed,
      sort: kept(this.sorts, JSON.stringify(sort), () => sort),
      areas: this.list(row.areas),
      located: this.list(row.located),
      concepts: this.list(row.concepts),
      body,
      nameLength: row.name.length,
      reviewOn,
      capacity,
      openDuring: openDuring === null ? null : kept(this.spans, openDuring, () => spansOf(openDuring)),
      tie,
    };
  }

  private list(values: readonly string[]): readonly string[] {
    return kept(this.lists, values.join(' '), () => values);
  }
}

/** So many different ones; hours change every night. */
const mostAlike = 20_000;

function kept<Value>(all: Map<string, Value>, key: string, make: () => Value): Value {
  const found = all.get(key);
  if (found !== undefined) return found;
  if (all.size >= mostAlike) all.clear();
  const made = make();
  all.set(key, made);
  return made;
}

const memories = new WeakMap<Database, Memory>();

/** Reads what the search keeps in memory, so that nobody waits for it. */
export async function readSearch(db: Database): Promise<void> {
  await entriesInMemory(db);
}

/** The entries that can be found, as of now; undefined where there are too many to be kept in memory. */
export function entriesInMemory(db: Database): Promise<Shelf | undefined> {
  let memory = memories.get(db);
  if (!memory) memories.set(db, (memory = new Memory(db)));
  return memory.now();
}
