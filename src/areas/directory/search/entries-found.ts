import type { Who } from '#platform/access.ts';
import { type Database, reading } from '#platform/database/database.ts';
import { listServicesByIds, type Service } from '../services/store.ts';
import type { FoundEntry } from './told.ts';

/** All of a directory that is kept in memory anyway: who searches finds everything at some time. */
const most = 10_000;

interface Known {
  readonly changed: string;
  readonly service: Service;
}

const known = new WeakMap<Database, Map<string, Known>>();

/**
 * The entries that a search found, in its order. One that was shown before and has not changed since is not read again: whether it
 * may be shown at all is what the search has just said.
 */
export async function readFound(db: Database, who: Who, rows: readonly FoundEntry[]): Promise<Service[]> {
  const shown = known.get(db) ?? new Map<string, Known>();
  known.set(db, shown);
  const asItIs = ({ id, changed }: FoundEntry) => {
    const before = shown.get(id);
    return before?.changed === changed ? before.service : undefined;
  };
  const missing = rows.filter((row) => !asItIs(row)).map(({ id }) => id);
  const read = missing.length === 0 ? [] : await reading(db, who, (tx) => listServicesByIds(tx, missing));
  const byId = new Map(read.map((service) => [service.id, service]));
  return rows.flatMap((row) => {
    const service = byId.get(row.id) ?? asItIs(row);
    if (service && byId.has(row.id)) keep(shown, { ...row, service });
    return service ?? [];
  });
}

/** The one that was read first goes when there are too many. */
function keep(shown: Map<string, Known>, { id, changed, service }: FoundEntry & Known): void {
  shown.delete(id);
  shown.set(id, { changed, service });
  const [oldest] = shown.size > most ? shown.keys() : [];
  if (oldest !== undefined) shown.delete(oldest);
}
