import { sql } from 'drizzle-orm';
import { boolean, customType, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsRemovedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import { ofService, services, writesServiceOf } from '../services/tables.ts';

const transactionNumber = customType<{ data: string }>({ dataType: () => 'xid8' });
const moments = customType<{ data: string }>({ dataType: () => 'tstzmultirange' });

const writesIt = writesServiceOf('s.organisation_id');

/**
 * What can be found: one row for each entry that is published and not sealed, and none for any other. So everybody may see
 * every row, and the policy costs nothing: a condition on another table would keep the indexes from being used at all.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    serviceId: uuid('service_id')
      .primaryKey()
      .references(() => services.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    topics: text('topics').array().notNull(),
    languages: text('languages').array().notNull(),
    /** Municipalities that it serves; empty: the whole prefecture. */
    areas: text('areas').array().notNull(),
    /** Municipalities and wards where it is. */
    located: text('located').array().notNull(),
    /** Codes of the groups of the vocabulary whose words it contains. */
    concepts: text('concepts').array().notNull(),
    /** Its names, folded, each between line breaks. */
    name: text('name').notNull(),
    /** Everything that is searched, folded. */
    body: text('body').notNull(),
    reviewOn: date('review_on', { mode: 'string' }),
    capacity: text('capacity'),
    /** When somebody answers in the coming days; null: not a matter of hours, or unknown. */
    openDuring: moments('open_during'),
    /** A number between 0 and 2^31 that the id alone decides: order among equals. */
    tie: integer('tie').notNull(),
    /** Hashed letters, words and properties, each with the tier of the entry: see tokens.ts. */
    tokens: integer('tokens').array().notNull(),
    /** The vocabulary that it was indexed with; a night job brings others up to date. */
    madeWith: text('made_with').notNull(),
    /** The day (Asia/Tokyo) from which `open_during` was computed. */
    madeOn: date('made_on', { mode: 'string' }).notNull(),
  },
  (table) => [
    index('search_entries_by_tokens').using('gin', table.tokens),
    index('search_entries_by_making').on(table.madeOn, table.madeWith),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(
      ofService('written'),
      sql`exists (select from services s where s.id = service_id and s.published_at is not null and not s.sealed
        and (${writesIt}))`,
    ),
  ],
);

/**
 * Which entries of the search a transaction touched: a trigger writes it, and every process reads what it has not seen yet
 * (memory/). It stays for two days.
 */
export const searchChanges = pgTable(
  'search_changes',
  {
    serviceId: uuid('service_id').notNull(),
    madeIn: transactionNumber('made_in').notNull().default(sql`pg_current_xact_id()`),
    at: moment('at').notNull().defaultNow(),
  },
  (table) => [
    index('search_changes_by_transaction').on(table.madeIn),
    rowsSeenBy(sql`true`),
    rowsAddedBy(sql`true`),
    rowsRemovedBy(sql`app_is_system()`),
  ],
);

/** What staff changed in the vocabulary: a group replaces the shipped one with the same code. */
export const searchGroups = pgTable(
  'search_groups',
  {
    id: id(),
    code: text('code').notNull(),
    /** The worries that its words speak of. */
    topics: text('topics').array().notNull(),
    /** Words that mean the same to somebody who searches. */
    words: text('words').array().notNull(),
    /** Everyday sentences and parts of them; found in what is typed, never in entries. */
    phrases: text('phrases').array().notNull(),
    /** The shipped group of this code is not used here. */
    removed: boolean('removed').notNull().default(false),
    updatedAt: moment('updated_at').notNull().defaultNow(),
  },
  (table) => [
    unique('search_groups_code').on(table.code),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('directory-keeper')`),
  ],
);
