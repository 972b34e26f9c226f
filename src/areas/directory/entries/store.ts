import { and, arrayOverlaps, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import type { Service } from '../services/store.ts';
import { services } from '../services/tables.ts';

/** How many are looked at for one that is open. */
const mostCandidates = 200;

const owner = { kind: organisations.kind, nameJa: organisations.nameJa, nameEn: organisations.nameEn };
const isPublic = and(isNotNull(services.publishedAt), eq(services.sealed, false));

/** An entry as everybody may read it; undefined for one that is unknown, a draft, withdrawn or sealed, which are all alike. */
export async function findPublicService(tx: Tx, id: string): Promise<Service | undefined> {
  const [row] = await tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(services.id, id), isPublic));
  return row && { ...row.service, owner: row.owner };
}

/** Others about the same worries that people of the same area can turn to; whether they are open the caller finds out. */
export async function listLike(
  tx: Tx,
  { id, topics, areas }: { id: string; topics: readonly string[]; areas: readonly string[] },
): Promise<Service[]> {
  if (topics.length === 0) return [];
  const forEverybody = eq(sql`cardinality(${services.areas})`, 0);
  const rows = await tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(
      and(
        isPublic,
        ne(services.id, id),
        ne(services.kind, 'scheme'),
        eq(services.status, 'active'),
        arrayOverlaps(services.topics, [...topics]),
        areas.length > 0 ? or(arrayOverlaps(services.areas, [...areas]), forEverybody) : forEverybody,
      ),
    )
    .limit(mostCandidates);
  return rows.map((row) => ({ ...row.service, owner: row.owner }));
}
