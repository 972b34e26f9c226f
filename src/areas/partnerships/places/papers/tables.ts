import { sql } from 'drizzle-orm';
import { date, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { ofPlace, operates } from '../tables.ts';

/** Insurance and hygiene papers, sealed on the disk. The concierge reads what is there and until when, never the paper. */
export const placePapers = pgTable(
  'place_papers',
  {
    id: id(),
    ...ofPlace(),
    /** insurance, hygiene, kitchen, other */
    kind: text('kind').notNull(),
    expiresOn: date('expires_on', { mode: 'string' }).notNull(),
    fileId: uuid('file_id').notNull(),
    sealedKey: text('sealed_key').notNull(),
    sealedName: text('sealed_name').notNull(),
    mediaType: text('media_type').notNull(),
    addedAt: moment('added_at').notNull(),
    /** A newer one of its kind, or the operator, took its place. */
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('place_papers_by_end').on(table.expiresOn),
    index('place_papers_by_place').on(table.serviceId),
    rowsSeenBy(sql`${operates} or (select app_has_role('concierge'))`),
    rowsWrittenBy(operates),
  ],
);

/** What was told of a paper, once: 30 days before, 7 days before, over. */
export const placePaperNotices = pgTable(
  'place_paper_notices',
  {
    paperId: uuid('paper_id')
      .notNull()
      .references(() => placePapers.id, { onDelete: 'cascade' }),
    what: text('what').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.paperId, table.what] }),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
