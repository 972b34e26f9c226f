import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';

/** After how many days entries of a kind are to be looked at again; a kind without a row has the days of `reviewDays`. */
export const reviewIntervals = pgTable(
  'review_intervals',
  {
    kind: text('kind').primaryKey(),
    days: integer('days').notNull(),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(sql`app_is_system() or app_has_role('directory-keeper')`)],
);
