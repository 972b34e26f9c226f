import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { services } from '#areas/directory/services/tables.ts';
import type { DeskSettings } from './settings.ts';

/** The desk of an organisation: one each, under the organisation's id. */
export const desks = pgTable(
  'desks',
  {
    id: uuid('id')
      .primaryKey()
      .references(() => organisations.id),
    /** In addresses of pages and hooks: `women`. */
    code: text('code').notNull(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull(),
    /** Its entry in the directory. */
    serviceId: uuid('service_id').references(() => services.id),
    settings: jsonb('settings').$type<DeskSettings>().notNull(),
    /** Counts up with each change of the settings; the ledger holds what each changed. */
    version: integer('version').notNull().default(1),
    closedAt: moment('closed_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('desks_code').on(table.code),
    // Which desks there are, and when they answer, is public.
    rowsSeenBy(sql`true`),
    rowsWrittenBy(
      sql`app_is_system() or app_has_role('administrator') or app_has_role_at('desk-supervisor', id)`,
    ),
  ],
);
