import { inTransaction } from '#platform/database/database.ts';
import type { Visit } from '#platform/web/visit.ts';
import { listServicesByIds, searchServices } from '#areas/directory/index.ts';

/** Entries of the directory that may help: by the words that were typed, or by what somebody worries about most. */
export async function findReceivers(
  { db, who, now, query }: Pick<Visit, 'db' | 'who' | 'now' | 'query'>,
  { mainWorry, municipality }: { mainWorry: string | null; municipality: string | null },
) {
  const q = query('q').slice(0, 200);
  const topics = mainWorry ? [mainWorry] : [];
  const near = municipality ? { municipality } : {};
  const found = await searchServices(db, who, { ...(q ? { q } : { topics }), ...near, pageSize: 20 }, now);
  const ids = found.rows.map(({ id }) => id);
  const services = await inTransaction(db, who, (tx) => listServicesByIds(tx, ids));
  return { q, services };
}
