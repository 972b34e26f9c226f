import { sql } from 'drizzle-orm';
import { index, integer, jsonb, numeric, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { fiscalYears } from '../../programs/years/tables.ts';

const published = sql`status = 'published' or app_is_system() or app_has_role('secretariat') or app_has_role('approver')`;

/**
 * The year's public report (results) or plan. A draft is the preview; approved by a second person it is frozen:
 * content and hash never change again, corrections are errata.
 */
export const editions = pgTable(
  'editions',
  {
    id: id(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    /** results or plan */
    kind: text('kind').notNull(),
    /** 1 for the first edition of a year and kind */
    number: integer('number').notNull(),
    /** draft, proposed, published, withdrawn (a draft that was dropped) */
    status: text('status').notNull(),
    /** Everything the public pages and files show, words and vocabularies included: see report/editions/content.ts. */
    content: jsonb('content').$type<unknown>().notNull(),
    /** SHA-256 of the canonical JSON of the content. */
    contentHash: text('content_hash').notNull(),
    preparedBy: uuid('prepared_by').notNull(),
    preparedAt: moment('prepared_at').notNull(),
    proposedAt: moment('proposed_at'),
    approvedBy: uuid('approved_by'),
    publishedAt: moment('published_at'),
    /** The day printed on it, Tokyo. */
    publishedOn: text('published_on'),
    note: text('note').notNull().default(''),
  },
  (table) => [
    unique('editions_number').on(table.fiscalYear, table.kind, table.number),
    index('editions_public').on(table.status, table.fiscalYear),
    rowsSeenBy(published),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver')`),
  ],
);

/** One row per published number: what CSV, search and comparison read. */
export const figures = pgTable(
  'figures',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    fiscalYear: integer('fiscal_year').notNull(),
    programId: uuid('program_id').notNull(),
    measureId: uuid('measure_id').notNull(),
    period: text('period').notNull(),
    programSlug: text('program_slug').notNull(),
    programName: text('program_name').notNull(),
    category: text('category').notNull(),
    bureau: text('bureau').notNull(),
    label: text('label').notNull(),
    unit: text('unit').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    previousValue: numeric('previous_value', { mode: 'number' }),
    source: text('source').notNull(),
    /** Follows a measure over the years: the id of its earliest predecessor. */
    thread: uuid('thread').notNull(),
    /** NFKC, lower case: program, measure, category and bureau, for the search. */
    searchText: text('search_text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.measureId, table.period] }),
    index('figures_by_year').on(table.fiscalYear),
    index('figures_by_thread').on(table.thread),
    rowsSeenBy(sql`app_is_system() or exists (select from editions e where e.id = edition_id)`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('approver') or app_has_role('secretariat')`),
  ],
);
