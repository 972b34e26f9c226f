import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import type { Service } from '../services/store.ts';
import { services } from '../services/tables.ts';

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

/** What organisations offer, as everybody may read it; 200 at most. */
export async function listPublicServicesOf(tx: Tx, organisationIds: readonly string[]): Promise<Service[]> {
  if (organisationIds.length === 0) return [];
  const rows = await tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(inArray(services.organisationId, [...organisationIds]), isPublic))
    .orderBy(asc(services.title), asc(services.id))
    .limit(200);
  return rows.map((row) => ({ ...row.service, owner: row.owner }));
}

/** The places that everybody may know, of one municipality or of all. */
export async function listPublicPlaces(tx: Tx, municipality?: string): Promise<Service[]> {
  const there = sql`exists (select from service_locations l where l.service_id = ${services.id} and l.municipality = ${municipality})`;
  const rows = await tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId))
    .where(and(eq(services.kind, 'place'), isPublic, municipality ? there : undefined))
    .orderBy(asc(services.title), asc(services.id));
  return rows.map((row) => ({ ...row.service, owner: row.owner }));
}
