import { sql } from 'drizzle-orm';
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';

/** How often help was looked for and not found. Counts only: neither words nor moments nor anything about who looked. */
export const unmetNeeds = pgTable(
  'unmet_needs',
  {
    /** `YYYY-MM` in Asia/Tokyo. */
    month: text('month').notNull(),
    /** A worry of the taxonomy; empty: not recognised. */
    topic: text('topic').notNull(),
    /** Five digits; empty: not said. */
    municipality: text('municipality').notNull(),
    /** `nothing-found`, `none-open`, `no-desk`, … : what was missing. */
    why: text('why').notNull(),
    times: integer('times').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.month, table.topic, table.municipality, table.why] }),
    rowsSeenBy(sql`app_is_system() or app_has_role('directory-keeper')`),
    // Anybody's search adds to it, through count_unmet of guards.sql only.
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
