import { sql } from 'drizzle-orm';
import { bigint, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';

/** How often public pages were looked at: a day and a group of pages, and nothing of who looked. */
export const pageViews = pgTable(
  'page_views',
  {
    /** YYYY-MM-DD, Tokyo. */
    day: text('day').notNull(),
    /** The first part of the address; `home` the first page. */
    pages: text('pages').notNull(),
    views: bigint('views', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.pages] }),
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
