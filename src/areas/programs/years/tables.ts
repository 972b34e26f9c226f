import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';

/** Programs, measures and results of every bureau are open to all bureaus: working together is what the headquarters is for. */
export const staffRead = sql`app_is_system() or app_person() is not null`;
export const secretariatWrites = sql`app_is_system() or app_has_role('secretariat')`;

/** A fiscal year of the headquarters: 2024 is 令和6年度, 2024-04-01 to 2025-03-31. */
export const fiscalYears = pgTable(
  'fiscal_years',
  {
    year: integer('year').primaryKey(),
    /** The overall sentence of the year's report, written by the secretariat. */
    summaryJa: text('summary_ja').notNull().default(''),
    summaryEn: text('summary_en').notNull().default(''),
    /** Code of the overall rating (scheme «rating»). */
    overallRating: text('overall_rating'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  () => [rowsSeenBy(staffRead), rowsWrittenBy(secretariatWrites)],
);
