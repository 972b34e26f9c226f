import type { Database, Tx } from '#platform/database/database.ts';
import type { Around } from './around.ts';
import { Fragments } from './fragments.ts';
import { jsonOf, memberOf, type Pieces, withMember } from './json.ts';
import { locationInListOf, serviceAtLocationOf } from './make/locations.ts';
import { type Entry, serviceInListOf, serviceOf } from './make/service.ts';
import { type AtLocation, listEntries, type Marked } from './store.ts';

/** As in a list, with the fields that exist once; or fully nested. */
export type Depth = 'list' | 'full';

const maxBytes = 48 * 1_048_576;
const written = new WeakMap<Database, Fragments>();

function fragmentsOf(db: Database): Fragments {
  const found = written.get(db) ?? new Fragments(maxBytes);
  written.set(db, found);
  return found;
}

interface Part<Source> {
  readonly key: string;
  readonly entryId: string;
  /** Of the entry's row. */
  readonly mark: string;
  readonly source: Source;
}

/** What was written before, and the rest from the rows of their entries; what has ceased to be public meanwhile is left out. */
async function parts<Source>(
  tx: Tx,
  fragments: Fragments,
  wanted: readonly Part<Source>[],
  write: (entry: Entry, source: Source) => unknown,
): Promise<ReadonlyMap<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const missing: Part<Source>[] = [];
  for (const part of wanted) {
    const json = fragments.get(part.key, part.mark);
    if (json) found.set(part.key, json);
    else missing.push(part);
  }
  const entries = await listEntries(tx, [...new Set(missing.map(({ entryId }) => entryId))]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const { key, entryId, mark, source } of missing) {
    const entry = byId.get(entryId);
    const value = entry && write(entry, source);
    if (!value) continue;
    const json = jsonOf(value);
    fragments.put(key, mark, json);
    found.set(key, json);
  }
  return found;
}

interface Writing {
  readonly db: Database;
  readonly around: Around;
  readonly depth: Depth;
}

/** Services by their id, each with its organisation. */
export async function writeServices(
  tx: Tx,
  { db, around, depth }: Writing,
  marked: readonly Marked[],
): Promise<ReadonlyMap<string, Pieces>> {
  const wanted = marked.map((each) => ({
    ...serviceKey(each, depth, around),
    entryId: each.id,
    source: each,
  }));
  const json = await parts(tx, fragmentsOf(db), wanted, (entry) =>
    depth === 'full' ? serviceOf(entry, around) : serviceInListOf(entry),
  );
  return new Map(
    marked.flatMap((each) => {
      const service = json.get(serviceKey(each, depth, around).key);
      const owner = around.providers.get(each.organisationId)?.member;
      return service && owner ? [[each.id, withMember([service], owner)]] : [];
    }),
  );
}

/** What lists the schedules of coming days is written anew every day. */
function serviceKey({ id, mark }: Marked, depth: Depth, { placesMark, today }: Around) {
  return { key: `${depth} ${id}`, mark: depth === 'full' ? `${mark} ${placesMark} ${today}` : mark };
}

/** Services at their places, by the id of that, each with its location and its service. */
export async function writeAtLocations(
  tx: Tx,
  writing: Writing,
  rows: readonly AtLocation[],
): Promise<ReadonlyMap<string, Pieces>> {
  const { db, around, depth } = writing;
  const keyOf = ({ id }: AtLocation) => `at ${depth} ${id}`;
  const wanted = rows.map((row) => ({
    key: keyOf(row),
    entryId: row.serviceId,
    mark: `${row.mark} ${around.placesMark}`,
    source: row.id,
  }));
  const json = await parts(tx, fragmentsOf(db), wanted, (entry, id) => writeAt(entry, { id, depth, around }));
  const services = await writeServices(
    tx,
    writing,
    rows.map((row) => ({ ...row, id: row.serviceId })),
  );
  return new Map(
    rows.flatMap((row) => {
      const [at, service] = [json.get(keyOf(row)), services.get(row.serviceId)];
      return at && service ? [[row.id, withMember([at], memberOf('service', Buffer.concat(service)))]] : [];
    }),
  );
}

function writeAt(entry: Entry, { id, depth, around }: { id: string; depth: Depth; around: Around }): unknown {
  const place = entry.content.locations.find(({ serviceAtLocationId }) => serviceAtLocationId === id);
  if (!place) return undefined;
  if (depth === 'full') return serviceAtLocationOf(place, entry, around.places);
  return {
    id,
    service_id: entry.id,
    location_id: place.id,
    location: locationInListOf(place, around.places),
  };
}
