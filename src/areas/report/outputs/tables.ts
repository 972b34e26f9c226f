import { sql } from 'drizzle-orm';
import { integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { editions } from '../editions/tables.ts';

/**
 * The files of an edition as they were published. They lie in the database: the transaction that publishes the edition keeps all of
 * them or none, and nothing is left on a disk by one that was broken off.
 */
export const editionOutputs = pgTable(
  'edition_outputs',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    lang: text('lang').notNull(),
    /** pptx, xlsx, pdf, csv, json */
    format: text('format').notNull(),
    /** Of its bytes. */
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    content: bytes('content').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.lang, table.format] }),
    rowsSeenBy(sql`edition_id in (select e.id from editions e)`),
    rowsWrittenBy(sql`(select app_is_system() or app_has_role('approver'))`),
  ],
);
