import {
  and,
  arrayOverlaps,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  like,
  lt,
  ne,
  or,
  sql,
} from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { insertOfRows, runPrepared } from '#platform/database/prepared.ts';
import { NotFound } from '#platform/errors.ts';
import { organisations } from '#platform/people/tables.ts';
import { type Around, aroundColumns } from '../search/store.ts';
import type { ServiceKind, ServiceLocation } from './content.ts';
import { serviceLocations, services } from './tables.ts';

export type ServiceRow = typeof services.$inferSelect;

/** An entry with the name of who answers for it. */
export interface Service extends ServiceRow {
  readonly owner: { readonly kind: string; readonly nameJa: string; readonly nameEn: string | null };
}

export interface ServiceFilter {
  readonly kind?: ServiceKind | undefined;
  readonly organisationId?: string | undefined;
  /** Of any of these organisations. */
  readonly organisationIds?: readonly string[] | undefined;
  /** Any of these worries. */
  readonly topics?: readonly string[] | undefined;
  /** A place and what it lies in (`lineOf`): entries for any of them, and those for everybody. */
  readonly areas?: readonly string[] | undefined;
  readonly published?: boolean | undefined;
  readonly sealed?: boolean | undefined;
  /** Its review was due before this day. */
  readonly reviewBefore?: string | undefined;
  /** Nobody said whether it accepts; of a scheme nobody has to. */
  readonly capacityUnsaid?: boolean | undefined;
  readonly modifiedAfter?: Date | undefined;
  /** Parts of its names, as patterns of LIKE over folded text; all have to fit. */
  readonly named?: readonly string[] | undefined;
}

export interface Page {
  readonly limit: number;
  readonly offset?: number;
  readonly order?: 'name' | 'changed' | 'review';
}

const owner = { kind: organisations.kind, nameJa: organisations.nameJa, nameEn: organisations.nameEn };

function selectServices(tx: Tx) {
  return tx
    .select({ service: services, owner })
    .from(services)
    .innerJoin(organisations, eq(organisations.id, services.organisationId));
}

type Selected = { service: ServiceRow; owner: Service['owner'] };
const joined = ({ service, owner: answers }: Selected): Service => ({ ...service, owner: answers });

export async function findService(tx: Tx, id: string): Promise<Service> {
  const [row] = await selectServices(tx).where(eq(services.id, id));
  if (!row) throw new NotFound('service');
  return joined(row);
}

export async function findServiceByCode(tx: Tx, code: string): Promise<Service | undefined> {
  const [row] = await selectServices(tx).where(eq(services.code, code));
  return row && joined(row);
}

/** Those that this person may see, in the order in which they were asked for. */
export async function listServicesByIds(tx: Tx, ids: readonly string[]): Promise<Service[]> {
  if (ids.length === 0) return [];
  const rows = await selectServices(tx).where(inArray(services.id, [...ids]));
  const byId = new Map(rows.map((row) => [row.service.id, joined(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

export async function listServicesByCodes(tx: Tx, codes: readonly string[]): Promise<Service[]> {
  if (codes.length === 0) return [];
  const rows = await selectServices(tx).where(inArray(services.code, [...codes]));
  const byCode = new Map(rows.map((row) => [row.service.code, joined(row)]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

export async function listServices(
  tx: Tx,
  filter: ServiceFilter,
  { limit, offset = 0, order = 'name' }: Page,
): Promise<Service[]> {
  const orders = {
    name: [asc(services.title), asc(services.id)],
    changed: [desc(services.updatedAt), asc(services.id)],
    review: [sql`${services.reviewOn} asc nulls first`, asc(services.id)],
  };
  const rows = await selectServices(tx)
    .where(conditionOf(filter))
    .orderBy(...orders[order])
    .limit(limit)
    .offset(offset);
  return rows.map(joined);
}

export async function countServices(tx: Tx, filter: ServiceFilter): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(services).where(conditionOf(filter));
  return row?.count ?? 0;
}

function conditionOf(filter: ServiceFilter): SQL | undefined {
  const { published, sealed, areas } = filter;
  return and(
    filter.kind && eq(services.kind, filter.kind),
    filter.organisationId ? eq(services.organisationId, filter.organisationId) : undefined,
    filter.organisationIds && inArray(services.organisationId, [...filter.organisationIds]),
    filter.topics && arrayOverlaps(services.topics, [...filter.topics]),
    areas && or(arrayOverlaps(services.areas, [...areas]), eq(sql`cardinality(${services.areas})`, 0)),
    published === undefined
      ? undefined
      : published
        ? isNotNull(services.publishedAt)
        : isNull(services.publishedAt),
    sealed === undefined ? undefined : eq(services.sealed, sealed),
    filter.reviewBefore
      ? or(lt(services.reviewOn, filter.reviewBefore), isNull(services.reviewOn))
      : undefined,
    filter.capacityUnsaid ? and(isNull(services.capacity), ne(services.kind, 'scheme')) : undefined,
    filter.modifiedAfter && sql`${services.updatedAt} > ${filter.modifiedAfter}`,
    ...(filter.named ?? []).map((pattern) => like(services.title, pattern)),
  );
}

/** Holds the entry until the end of the transaction; undefined for those who may not write it. */
export async function lockService(tx: Tx, id: string): Promise<ServiceRow | undefined> {
  const [row] = await tx.select().from(services).where(eq(services.id, id)).for('update');
  return row;
}

/**
 * Writes new entries, and gives the ids of those that were: of one whose organisation may not answer for entries, or whose code is
 * another's, nothing is.
 */
export async function insertServices(tx: Tx, rows: readonly ServiceRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set();
  // Two who write the same codes at once wait for each other in one order.
  const inOrder = rows.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const { rows: written } = await runPrepared<{ id: string }>(tx, insertNew, [newRows.told(inOrder)]);
  return new Set(written.map(({ id }) => id));
}

const newRows = insertOfRows(services, {
  place: 1,
  only: 'exists (select from organisations o where o.id = organisation_id and o.closed_at is null)',
  suffix: 'on conflict (code) do nothing returning id',
});
const insertNew = { name: 'service_insert', text: newRows.text };

/** Those of the codes that entries have already. */
export async function listTakenCodes(tx: Tx, codes: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ code: services.code })
    .from(services)
    .where(inArray(services.code, [...codes]));
  return rows.map(({ code }) => code);
}

export async function updateService(
  tx: Tx,
  id: string,
  change: Partial<typeof services.$inferInsert>,
): Promise<void> {
  await tx.update(services).set(change).where(eq(services.id, id));
}

/** Where an organisation's entries are, as their contents say. */
export async function listLocationsOf(tx: Tx, organisationId: string): Promise<ServiceLocation[]> {
  const rows = await tx
    .select({ locations: sql<ServiceLocation[]>`${services.content}->'locations'` })
    .from(services)
    .where(
      and(eq(services.organisationId, organisationId), sql`${services.content}->'locations' <> '[]'::jsonb`),
    );
  return rows.flatMap(({ locations }) => locations);
}

/** Its versions and places go with it. */
export async function deleteService(tx: Tx, id: string): Promise<void> {
  await tx.delete(services).where(eq(services.id, id));
}

export async function deleteServiceLocations(tx: Tx, serviceIds: readonly string[]): Promise<void> {
  if (serviceIds.length === 0) return;
  await tx.delete(serviceLocations).where(inArray(serviceLocations.serviceId, [...serviceIds]));
}

/** Those of the organisations that may answer for entries. */
export async function listOpenOwners(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(and(inArray(organisations.id, [...ids]), isNull(organisations.closedAt)));
  return rows.map(({ id }) => id);
}

export async function isOpenOwner(tx: Tx, organisationId: string): Promise<boolean> {
  return (await listOpenOwners(tx, [organisationId])).length > 0;
}

/** Those of the municipalities that exist. */
export async function listMunicipalities(tx: Tx, codes: readonly string[]): Promise<readonly string[]> {
  if (codes.length === 0) return [];
  const look = { name: 'service_municipalities', text: `select ${municipalitiesOf('$1')}` };
  const { rows } = await runPrepared<{ municipalities: string[] }>(tx, look, [codes]);
  return rows[0]?.municipalities ?? [];
}

/** The same for new entries that are to be public at once, with what stands around them for the search. */
export async function findGroundOfPublic(
  tx: Tx,
  { owners, municipalities }: { owners: readonly string[]; municipalities: readonly string[] },
): Promise<Around & { readonly municipalities: readonly string[] }> {
  const { rows } = await runPrepared<Around & { municipalities: string[] }>(
    tx,
    {
      name: 'service_ground_of_public',
      text: `select ${municipalitiesOf('$2')}, ${aroundColumns('$1')}`,
    },
    [owners, municipalities],
  );
  const [found] = rows;
  if (!found) throw new Error('a look that finds no row');
  return found;
}

const municipalitiesOf = (codes: string) =>
  `array(select code from municipalities where code = any(${codes})) as municipalities`;
