import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import type { ImportedRow } from './imported.ts';

const ownImports = sql`app_is_system() or app_has_role('directory-keeper')
  or app_has_role_at('directory-editor', organisation_id)`;

/** A file of entries that was read and compared, waiting for a person to say «take it over». */
export const importRuns = pgTable(
  'import_runs',
  {
    id: id(),
    /** Whose entries these are. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    personId: uuid('person_id'),
    fileName: text('file_name').notNull(),
    /** Of new entries: scheme, desk, group, place. */
    kind: text('kind').notNull(),
    layout: text('layout').notNull(),
    /** utf-8, cp932, utf-16 */
    encoding: text('encoding').notNull(),
    /** Headings that no column of ours answers to. */
    unread: text('unread').array().notNull(),
    rows: jsonb('rows').$type<readonly ImportedRow[]>().notNull(),
    created: integer('created').notNull(),
    changed: integer('changed').notNull(),
    unchanged: integer('unchanged').notNull(),
    wrong: integer('wrong').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    /** waiting, refused, applied, dropped */
    status: text('status').notNull(),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    index('import_runs_by_organisation').on(table.organisationId, table.uploadedAt),
    rowsSeenBy(ownImports),
    rowsWrittenBy(ownImports),
  ],
);
