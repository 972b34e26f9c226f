import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { runPrepared } from '#platform/database/prepared.ts';
import { searchChanges } from '../tables.ts';
import type { EntrySort, ShelfEntry } from './shelf.ts';

/** A row of `search_entries` as PostgreSQL tells it. */
export interface EntryRow extends EntrySort, Omit<ShelfEntry, 'sort' | 'openDuring' | 'nameLength'> {
  readonly name: string;
  /** Several ranges, as text. */
  readonly openDuring: string | null;
  readonly tokens: readonly number[];
}

export interface Look {
  /** The snapshot of this look: what was committed when it began. */
  readonly seen: string;
  /** Entries that a transaction touched which an earlier look did not see. */
  readonly changed: readonly string[];
}

/** What changed since a snapshot, whoever changed it, in this process or another. */
export async function lookSince(tx: Tx, seen: string): Promise<Look> {
  const { rows } = await runPrepared<{ seen: string; changed: string[] }>(tx, since, [seen]);
  return rows[0] as Look;
}

/** A number of a transaction from another server's time (a restored backup) may lie ahead of ours: nobody can have seen it. */
const since = {
  name: 'search_changed_since',
  text: `select pg_current_snapshot()::text as seen, array(
    select distinct service_id::text from search_changes where made_in >= pg_snapshot_xmin($1::text::pg_snapshot)
      and made_in < pg_snapshot_xmax(pg_current_snapshot()) and not pg_visible_in_snapshot(made_in, $1::text::pg_snapshot)) as changed`,
};

export async function readSnapshot(tx: Tx): Promise<string> {
  const { rows } = await runPrepared<{ seen: string }>(tx, snapshot, []);
  return rows[0]?.seen ?? '';
}

const snapshot = { name: 'search_snapshot', text: 'select pg_current_snapshot()::text as seen' };

const columns = `service_id::text as id, xmin::text as changed, kind, to_jsonb(topics) as topics,
  to_jsonb(languages) as languages, to_jsonb(areas) as areas, to_jsonb(located) as located, to_jsonb(concepts) as concepts, name, body,
  review_on::text as "reviewOn", capacity, open_during::text as "openDuring", tie, to_jsonb(tokens) as tokens`;

/** Those of the entries that are found now. */
export async function listEntries(tx: Tx, ids: readonly string[]): Promise<EntryRow[]> {
  const { rows } = await runPrepared<EntryRow>(tx, these, [ids]);
  return rows;
}

const these = {
  name: 'search_entries_these',
  text: `select ${columns} from search_entries where service_id = any($1::uuid[])`,
};

/** All entries, a part at a time, by id. */
export async function listEntriesAfter(tx: Tx, after: string, limit: number): Promise<EntryRow[]> {
  const { rows } = await runPrepared<EntryRow>(tx, following, [after, limit]);
  return rows;
}

const following = {
  name: 'search_entries_after',
  text: `select ${columns} from search_entries where service_id > $1::uuid order by service_id limit $2`,
};

/** How many entries there are, counted no further than `most`. */
export async function countEntries(tx: Tx, most: number): Promise<number> {
  const { rows } = await runPrepared<{ count: number }>(tx, upTo, [most]);
  return rows[0]?.count ?? 0;
}

const upTo = {
  name: 'search_entries_up_to',
  text: 'select count(*)::int as count from (select from search_entries limit $1) as first_ones',
};

/** Changes that every process has seen: nobody keeps a memory for so long without a look. */
export async function deleteOldChanges(tx: Tx): Promise<void> {
  await tx.delete(searchChanges).where(sql`${searchChanges.at} < now() - interval '2 days'`);
}
