import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

const staffRead = sql`app_is_system() or app_person() is not null`;
const secretariatWrites = sql`app_is_system() or app_has_role('secretariat')`;

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
