import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { programs } from '../programs/tables.ts';
import { fiscalYears, secretariatWrites, staffRead } from '../years/tables.ts';

/** A budget row of the year's plan. A program may stand in several pillars; a row of money stands once. */
export const planRows = pgTable(
  'plan_rows',
  {
    id: id(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    /** Code of the year's pillars; null for «other». */
    pillar: text('pillar'),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull().default(''),
    descriptionJa: text('description_ja').notNull().default(''),
    descriptionEn: text('description_en').notNull().default(''),
    isNew: boolean('is_new').notNull().default(false),
    amount: yen('amount').notNull(),
    programId: uuid('program_id').references(() => programs.id),
    position: integer('position').notNull(),
  },
  (table) => [
    index('plan_rows_by_year').on(table.fiscalYear),
    rowsSeenBy(staffRead),
    rowsWrittenBy(secretariatWrites),
  ],
);
