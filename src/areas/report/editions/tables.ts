import { sql } from 'drizzle-orm';
import {
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { fiscalYears } from '../../programs/years/tables.ts';
import type { EditionHead, ProgramContent } from './content.ts';

const published = sql`status = 'published' or app_is_system() or app_has_role('secretariat') or app_has_role('approver')`;

/** Who sees the edition sees its parts. Asked once per statement and not per row, like the sentences in `(select …)` below. */
const ofSeenEdition = sql`edition_id in (select e.id from editions e)`;

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
    /** What the year's own pages show, words and vocabularies included; the programs stand in edition_programs. */
    content: jsonb('content').$type<EditionHead>().notNull(),
    /** SHA-256 of the canonical JSON of this content and that of every program, in their order. */
    contentHash: text('content_hash').notNull(),
    preparedBy: uuid('prepared_by').notNull(),
    preparedAt: moment('prepared_at').notNull(),
    proposedBy: uuid('proposed_by'),
    proposedAt: moment('proposed_at'),
    approvedBy: uuid('approved_by'),
    publishedAt: moment('published_at'),
    /** The day printed on it, Tokyo. */
    publishedOn: text('published_on'),
  },
  (table) => [
    // A draft that was dropped gives its number back.
    uniqueIndex('editions_number')
      .on(table.fiscalYear, table.kind, table.number)
      .where(sql`status <> 'withdrawn'`),
    index('editions_public').on(table.status, table.fiscalYear),
    rowsSeenBy(published),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver')`),
  ],
);

/** One program's page in an edition: read alone, so that a page costs the same however many programs there are. */
export const editionPrograms = pgTable(
  'edition_programs',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    slug: text('slug').notNull(),
    programId: uuid('program_id').notNull(),
    /** Follows a program over the years: the id of its earliest predecessor. */
    thread: uuid('thread').notNull(),
    position: integer('position').notNull(),
    content: jsonb('content').$type<ProgramContent>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.slug] }),
    index('edition_programs_by_thread').on(table.thread),
    rowsSeenBy(ofSeenEdition),
    rowsWrittenBy(sql`(select app_is_system() or app_has_role('secretariat'))`),
  ],
);

/** Who did what with an edition and its errata, by name: for those who work on it, never for the public. */
export const editionSteps = pgTable(
  'edition_steps',
  {
    id: id(),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    at: moment('at').notNull(),
    /** prepare, refresh, propose, approve, withdraw, erratum-propose, erratum-publish, erratum-refuse */
    kind: text('kind').notNull(),
    personName: text('person_name').notNull(),
    words: text('words').notNull().default(''),
  },
  (table) => [
    index('edition_steps_by_edition').on(table.editionId),
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsAddedBy(sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver')`),
  ],
);

/** One row per published number: what CSV, search and comparison read. Frozen like the edition, but for what errata say. */
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
    programPosition: integer('program_position').notNull(),
    category: text('category').notNull(),
    bureau: text('bureau').notNull(),
    position: integer('position').notNull(),
    label: text('label').notNull(),
    labelEn: text('label_en').notNull(),
    programNameEn: text('program_name_en').notNull(),
    unit: text('unit').notNull(),
    /** As published in the edition; null: withheld. */
    value: numeric('value', { mode: 'number' }),
    /** What the newest erratum says instead, and how many errata there are. */
    correctedValue: numeric('corrected_value', { mode: 'number' }),
    corrections: integer('corrections').notNull().default(0),
    previousValue: numeric('previous_value', { mode: 'number' }),
    /** Last year's value is known and not told. */
    previousWithheld: boolean('previous_withheld').notNull().default(false),
    source: text('source').notNull(),
    /** Follows a measure over the years: the id of its earliest predecessor. */
    thread: uuid('thread').notNull(),
    /** Program, measure, category and bureau as `foldForSearch` makes them. */
    searchText: text('search_text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.measureId, table.period] }),
    index('figures_by_year').on(table.fiscalYear),
    index('figures_by_thread').on(table.thread),
    rowsSeenBy(ofSeenEdition),
    rowsWrittenBy(sql`(select app_is_system() or app_has_role('approver') or app_has_role('secretariat'))`),
  ],
);
