import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { services } from '../services/tables.ts';
import type { PlaceFacts } from './rules.ts';

/** More than this are not looked at for one page. */
export const mostPlaces = 20_000;

/** Public places, as far as they are filtered and put in order by it; whole entries are read only for what is shown. */
export async function listPlaces(tx: Tx): Promise<PlaceFacts[]> {
  const content = services.content;
  const rows = await tx
    .select({
      id: services.id,
      facts: sql<Omit<PlaceFacts, 'id' | 'municipalities'>>`jsonb_build_object(
        'status', ${content}->'status', 'nameKana', ${content}->'nameKana', 'placeTypes', ${content}->'placeTypes',
        'beneficiaries', ${content}->'beneficiaries', 'hours', ${content}->'hours', 'channels', ${content}->'channels')`,
      municipalities: sql<
        string[]
      >`array(select jsonb_path_query(${content}, '$.locations[*].municipality') #>> '{}')`,
    })
    .from(services)
    .where(and(eq(services.kind, 'place'), isNotNull(services.publishedAt), eq(services.sealed, false)))
    .limit(mostPlaces);
  return rows.map(({ id, facts, municipalities }) => ({
    ...facts,
    hours: facts.hours ?? undefined,
    id,
    municipalities,
  }));
}
