import { sql } from 'drizzle-orm';
import { bigint, date, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';

/** How often pages for everybody were looked at: a number a day and part of the site. Nothing tells who looked. */
export const pageViews = pgTable(
  'page_views',
  {
    /** By Tokyo's calendar. */
    day: date('day', { mode: 'string' }).notNull(),
    /** First part of the address; '' is the first page. */
    section: text('section').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.day, table.section] }),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
