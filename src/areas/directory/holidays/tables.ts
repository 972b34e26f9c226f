import { sql } from 'drizzle-orm';
import { boolean, date, pgTable, text } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';

/** Days that staff made a public holiday, or took out of the national table, when the law was faster than the table. */
export const holidayOverrides = pgTable(
  'holiday_overrides',
  {
    date: date('date', { mode: 'string' }).primaryKey(),
    holiday: boolean('holiday').notNull(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull().default(''),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(sql`app_is_system() or app_has_role('directory-keeper')`)],
);
