import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsRemovedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import type { ServiceContent } from './content.ts';

/**
 * Keepers all, editors those of their own organisation: `mayWriteService`. Asked of each row: a sub-select would be prepared anew by
 * every statement, which costs one about a single entry more than all rows of a list save.
 */
export const writesServiceOf = (organisation: string) =>
  sql.raw(`app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', ${organisation})`);
const writesService = writesServiceOf('organisation_id');
/** Published and not sealed: everybody. Otherwise only who writes it: `maySeeService`. */
const seesService = sql`(published_at is not null and not sealed) or ${writesService}`;
/** A row that belongs to an entry: seen or written like it. */
export const ofService = (rule: 'seen' | 'written') =>
  rule === 'seen'
    ? sql`exists (select from services s where s.id = service_id)`
    : sql`exists (select from services s where s.id = service_id and (${writesServiceOf('s.organisation_id')}))`;

/** An entry of the directory: 支援制度, 相談窓口, 支援団体 or 居場所 (an HSDS service). `content` is the truth, columns beside it serve queries. */
export const services = pgTable(
  'services',
  {
    id: id(),
    /** Who answers for it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** A stable name for seeds, imports and the navigator: `mihon-support`. */
    code: text('code').notNull(),
    content: jsonb('content').$type<ServiceContent>().notNull(),
    /** Counts up with each change; a form says which one it was made from. */
    version: integer('version').notNull().default(1),
    /** Its reading and names, folded: what staff lists are sorted and searched by. */
    title: text('title').notNull().default(''),
    kind: text('kind').notNull(),
    status: text('status').notNull(),
    topics: text('topics').array().notNull(),
    areas: text('areas').array().notNull(),
    /** Everything it is filed under, as `filedUnder` of the taxonomies says. */
    terms: text('terms').array().notNull().default(sql`'{}'`),
    publishedAt: moment('published_at'),
    /** A shelter or another place that must not be known: no output ever shows it. */
    sealed: boolean('sealed').notNull().default(false),
    /** The day on which somebody of `verifiedBy` last said that it is right. */
    verifiedOn: date('verified_on', { mode: 'string' }),
    verifiedBy: uuid('verified_by').references(() => organisations.id),
    /** The day by which somebody should look again; after it the entry is stale. */
    reviewOn: date('review_on', { mode: 'string' }),
    /** accepting, waiting, full; null: not said */
    capacity: text('capacity'),
    capacityNote: text('capacity_note').notNull().default(''),
    capacityAt: moment('capacity_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    unique('services_code').on(table.code),
    index('services_by_organisation').on(table.organisationId),
    index('services_by_change').on(table.updatedAt, table.id),
    index('services_by_title').on(table.title, table.id),
    index('services_by_review').on(table.reviewOn),
    /** Pages of all that is public, and their number, without a look at the rows: it holds what the policy asks for. */
    index('services_public')
      .on(table.id, table.organisationId, table.publishedAt, table.sealed)
      .where(sql`published_at is not null and not sealed`),
    rowsSeenBy(seesService),
    rowsAddedBy(writesService),
    rowsChangedBy(writesService),
    rowsRemovedBy(writesService),
  ],
);

/** Where entries are, one row for each HSDS service_at_location: written together with the content it comes from. */
export const serviceLocations = pgTable(
  'service_locations',
  {
    /** serviceAtLocationId */
    id: uuid('id').primaryKey(),
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id, { onDelete: 'cascade' }),
    locationId: uuid('location_id').notNull(),
    municipality: text('municipality').notNull(),
    /** Seven digits, or empty. */
    postalCode: text('postal_code').notNull().default(''),
    latitude: doublePrecision('latitude'),
    longitude: doublePrecision('longitude'),
  },
  (table) => [
    index('service_locations_by_service').on(table.serviceId),
    index('service_locations_by_municipality').on(table.municipality),
    rowsSeenBy(ofService('seen')),
    rowsWrittenBy(ofService('written')),
  ],
);

/** Each version of an entry as it was, with who changed it: history and undo. */
export const serviceVersions = pgTable(
  'service_versions',
  {
    id: id(),
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    content: jsonb('content').$type<ServiceContent>().notNull(),
    sealed: boolean('sealed').notNull(),
    published: boolean('published').notNull(),
    at: moment('at').notNull(),
    /** create, edit, restore, import, proposal, confirm, publish, withdraw, seal, unseal, move */
    how: text('how').notNull(),
    /** Why, in the words of who did it: the reason for sealing, the name of an imported file. */
    note: text('note').notNull().default(''),
    /** The organisation and the name of who did it; the name is staff's, never shown to the public. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    personName: text('person_name').notNull(),
  },
  (table) => [
    unique('service_versions_once').on(table.serviceId, table.version),
    rowsSeenBy(ofService('written')),
    rowsAddedBy(ofService('written')),
  ],
);
