import { and, arrayContains, asc, count, eq, gt, gte, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { organisations } from '#platform/people/tables.ts';
import { municipalities } from '../municipalities/tables.ts';
import { organisationProfiles } from '../organisations/tables.ts';
import { serviceLocations, services } from '../services/tables.ts';
import type { Provider } from './make/organization.ts';
import type { Entry } from './make/service.ts';
import type { Near, Stretch, Wanted } from './wanted.ts';

/** An entry by its id and a mark that changes with every change of its row. */
export interface Marked {
  readonly id: string;
  readonly mark: string;
  readonly organisationId: string;
}

/**
 * Published and not sealed. The policy lets writers see more; this door gives nobody more than the public, and the words are
 * those of the index `services_public`.
 */
const isPublic = and(isNotNull(services.publishedAt), sql`not ${services.sealed}`);

function conditionOf({ terms, organisationId, modifiedAfter, ids }: Wanted): SQL | undefined {
  return and(
    isPublic,
    terms.length > 0 ? arrayContains(services.terms, [...terms]) : undefined,
    organisationId ? eq(services.organisationId, organisationId) : undefined,
    modifiedAfter ? gte(services.updatedAt, modifiedAfter) : undefined,
    ids ? (ids.length > 0 ? inArray(services.id, [...ids]) : sql`false`) : undefined,
  );
}

export async function countEntries(tx: Tx, wanted: Wanted): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(services).where(conditionOf(wanted));
  return row?.count ?? 0;
}

const mark = sql<string>`${services}.xmin::text`;

/** By id, which never changes: somebody who reads page after page sees nothing twice that stands still. */
export async function listMarked(tx: Tx, wanted: Wanted, stretch: Stretch): Promise<Marked[]> {
  const page = tx
    .select({ id: services.id })
    .from(services)
    .where(and(conditionOf(wanted), stretch.afterId ? gt(services.id, stretch.afterId) : undefined))
    .orderBy(asc(services.id))
    .limit(stretch.limit)
    .offset(stretch.offset ?? 0);
  // As text, past the mapper: this is asked for every page that nobody has asked for before.
  const { rows } = await tx.execute<Record<keyof Marked, string>>(
    sql`select id, xmin::text as mark, organisation_id as "organisationId" from ${services} where ${inArray(services.id, page)} order by id`,
  );
  return rows;
}

export async function listMoments(
  tx: Tx,
  wanted: Wanted,
  stretch: Stretch,
): Promise<{ id: string; updatedAt: Date }[]> {
  return tx
    .select({ id: services.id, updatedAt: services.updatedAt })
    .from(services)
    .where(and(conditionOf(wanted), stretch.afterId ? gt(services.id, stretch.afterId) : undefined))
    .orderBy(asc(services.id))
    .limit(stretch.limit)
    .offset(stretch.offset ?? 0);
}

/** In no order. */
export async function listEntries(tx: Tx, ids: readonly string[]): Promise<(Entry & Marked)[]> {
  if (ids.length === 0) return [];
  return tx
    .select({
      id: services.id,
      mark,
      organisationId: services.organisationId,
      content: services.content,
      verifiedOn: services.verifiedOn,
      reviewOn: services.reviewOn,
      capacity: services.capacity,
      capacityNote: services.capacityNote,
      capacityAt: services.capacityAt,
      updatedAt: services.updatedAt,
    })
    .from(services)
    .where(and(isPublic, inArray(services.id, [...ids])));
}

/** Organisations that answer for at least one public entry: of others not even their name says what they keep. */
export async function listProviders(tx: Tx): Promise<Provider[]> {
  return tx
    .select({
      id: organisations.id,
      kind: organisations.kind,
      nameJa: organisations.nameJa,
      nameEn: organisations.nameEn,
      localGovernmentCode: organisations.localGovernmentCode,
      descriptionJa: sql<string>`coalesce(${organisationProfiles.descriptionJa}, '')`,
      website: sql<string>`coalesce(${organisationProfiles.website}, '')`,
      legalNumber: sql<string>`coalesce(${organisationProfiles.legalNumber}, '')`,
    })
    .from(organisations)
    .leftJoin(organisationProfiles, eq(organisationProfiles.organisationId, organisations.id))
    .where(
      inArray(
        organisations.id,
        tx.selectDistinct({ id: services.organisationId }).from(services).where(isPublic),
      ),
    )
    .orderBy(asc(organisations.id));
}

/** An entry at one of its places. */
export interface AtLocation {
  readonly id: string;
  readonly serviceId: string;
  readonly organisationId: string;
  /** Of the entry's row. */
  readonly mark: string;
}

const atLocation = {
  id: serviceLocations.id,
  serviceId: serviceLocations.serviceId,
  organisationId: services.organisationId,
  mark,
};

/** A place that is only roughly known counts as in the middle of its municipality. */
const latitude = sql`coalesce(${serviceLocations.latitude}, ${municipalities.latitude})`;
const longitude = sql`coalesce(${serviceLocations.longitude}, ${municipalities.longitude})`;

function isNear(near: Near): SQL {
  // A square first, which is quick; then the distance along a great circle of 6,371 km.
  const degrees = near.metres / 111_000;
  const wide = degrees / Math.max(0.01, Math.cos((near.latitude * Math.PI) / 180));
  return sql`(${latitude} between ${near.latitude - degrees} and ${near.latitude + degrees}
    and ${longitude} between ${near.longitude - wide} and ${near.longitude + wide}
    and 2 * 6371000 * asin(least(1, sqrt(
      sin(radians(${latitude} - ${near.latitude}) / 2) ^ 2
      + cos(radians(${near.latitude})) * cos(radians(${latitude})) * sin(radians(${longitude} - ${near.longitude}) / 2) ^ 2
    ))) <= ${near.metres})`;
}

export async function countAtLocations(tx: Tx, wanted: Wanted, near?: Near): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(serviceLocations)
    .innerJoin(services, eq(services.id, serviceLocations.serviceId))
    .innerJoin(municipalities, eq(municipalities.code, serviceLocations.municipality))
    .where(and(conditionOf(wanted), near && isNear(near)));
  return row?.count ?? 0;
}

export async function listAtLocations(
  tx: Tx,
  { wanted, near }: { wanted: Wanted; near?: Near | undefined },
  stretch: Stretch,
): Promise<AtLocation[]> {
  const after = stretch.afterId ? gt(serviceLocations.id, stretch.afterId) : undefined;
  return tx
    .select(atLocation)
    .from(serviceLocations)
    .innerJoin(services, eq(services.id, serviceLocations.serviceId))
    .innerJoin(municipalities, eq(municipalities.code, serviceLocations.municipality))
    .where(and(conditionOf(wanted), near && isNear(near), after))
    .orderBy(asc(serviceLocations.id))
    .limit(stretch.limit)
    .offset(stretch.offset ?? 0);
}

export async function findAtLocation(tx: Tx, id: string): Promise<AtLocation | undefined> {
  const [row] = await tx
    .select(atLocation)
    .from(serviceLocations)
    .innerJoin(services, eq(services.id, serviceLocations.serviceId))
    .where(and(isPublic, eq(serviceLocations.id, id)));
  return row;
}

/** Organisations with at least one entry that fits. */
export async function listOwners(tx: Tx, wanted: Wanted): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: services.organisationId })
    .from(services)
    .where(conditionOf(wanted));
  return rows.map(({ id }) => id);
}

export async function findMarked(tx: Tx, id: string): Promise<Marked | undefined> {
  const [row] = await tx
    .select({ id: services.id, mark, organisationId: services.organisationId })
    .from(services)
    .where(and(isPublic, eq(services.id, id)));
  return row;
}

/** The middle of the public places whose postal code begins with these digits. */
export async function findMiddle(
  tx: Tx,
  digits: string,
): Promise<{ latitude: number; longitude: number } | undefined> {
  const [row] = await tx
    .select({
      latitude: sql<number | null>`avg(${serviceLocations.latitude})`,
      longitude: sql<number | null>`avg(${serviceLocations.longitude})`,
    })
    .from(serviceLocations)
    .innerJoin(services, eq(services.id, serviceLocations.serviceId))
    .where(and(isPublic, sql`starts_with(${serviceLocations.postalCode}, ${digits})`));
  const { latitude: north, longitude: east } = row ?? {};
  return typeof north === 'number' && typeof east === 'number'
    ? { latitude: north, longitude: east }
    : undefined;
}
