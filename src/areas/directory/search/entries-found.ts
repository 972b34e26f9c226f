import type { Who } from '#platform/access.ts';
import { type Database, reading } from '#platform/database/database.ts';
import { listServicesByIds, type Service } from '../services/store.ts';
import type { FoundEntry } from './told.ts';

/** All of a directory that is kept in memory anyway: who searches finds everything at some time. */
const most = 10_000;
const known = new WeakMap<Database, Map<string, Service>>();

/**
 * The entries that a search found, in its order. One that was shown lately and has not changed since is not read again: whether it
 * may be shown at all is what the search has just said.
 */
export async function readFound(db: Database, who: Who, rows: readonly FoundEntry[]): Promise<Service[]> {
  const lately = known.get(db) ?? new Map<string, Service>();
  known.set(db, lately);
  const markOf = ({ id, changed }: FoundEntry) => `${id} ${changed}`;
  const missing = rows.filter((row) => !lately.has(markOf(row))).map(({ id }) => id);
  const read = missing.length === 0 ? [] : await reading(db, who, (tx) => listServicesByIds(tx, missing));
  const byId = new Map(read.map((service) => [service.id, service]));
  return rows.flatMap((row) => {
    const service = byId.get(row.id) ?? lately.get(markOf(row));
    if (!service) return [];
    lately.delete(markOf(row));
    lately.set(markOf(row), service);
    if (lately.size > most)
      for (const oldest of lately.keys()) {
        lately.delete(oldest);
        break;
      }
    return [service];
  });
}
