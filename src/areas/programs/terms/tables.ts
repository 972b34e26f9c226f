import { integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { fiscalYears, secretariatWrites, staffRead } from '../years/tables.ts';

/**
 * Vocabularies belong to a fiscal year: the same code may mean something else a year later, and old years keep their words.
 * Schemes: bureau, category, pillar, line, domain, rating, unit.
 */
export const terms = pgTable(
  'terms',
  {
    id: id(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    scheme: text('scheme').notNull(),
    code: text('code').notNull(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull().default(''),
    position: integer('position').notNull(),
    /** For bureaus: the organisation that answers in this year. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** What the scheme needs besides: { mainContent } of a category, { level } of a rating. */
    details: jsonb('details').$type<Record<string, string | number>>().notNull().default({}),
  },
  (table) => [
    unique('terms_code').on(table.fiscalYear, table.scheme, table.code),
    rowsSeenBy(staffRead),
    rowsWrittenBy(secretariatWrites),
  ],
);
