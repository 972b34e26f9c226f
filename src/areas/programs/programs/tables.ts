import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { fiscalYears } from '../years/tables.ts';

/** Programs, measures and results of every bureau are open to all bureaus: working together is what the headquarters is for. */
const staffRead = sql`app_is_system() or app_person() is not null`;

export type LogicModel = { inputs: string; activities: string; outputs: string; outcomes: string };

/** A program in one fiscal year. Next year's is another row that points back at it. */
export const programs = pgTable(
  'programs',
  {
    id: id(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    /** In the public URL, unique in the year. */
    slug: text('slug').notNull(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull().default(''),
    /** new, continued, expanded, ended */
    continuity: text('continuity').notNull(),
    /** Codes of the year's vocabularies. */
    category: text('category'),
    line: text('line'),
    /** The bureau that answers for it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** The division that does the work, as printed. */
    division: text('division').notNull().default(''),
    targetPeople: text('target_people').notNull().default(''),
    purpose: text('purpose').notNull().default(''),
    logic: jsonb('logic')
      .$type<LogicModel>()
      .notNull()
      .default({ inputs: '', activities: '', outputs: '', outcomes: '' }),
    budgetInitial: yen('budget_initial'),
    budgetRevised: yen('budget_revised'),
    budgetSettled: yen('budget_settled'),
    predecessorId: uuid('predecessor_id').references((): AnyPgColumn => programs.id),
    /** Invented for the demo world: said on every page and in every file. */
    illustrative: boolean('illustrative').notNull().default(false),
    position: integer('position').notNull().default(0),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('programs_slug').on(table.fiscalYear, table.slug),
    index('programs_by_organisation').on(table.fiscalYear, table.organisationId),
    index('programs_by_predecessor').on(table.predecessorId),
    rowsSeenBy(staffRead),
    rowsWrittenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)`,
    ),
  ],
);

const writesProgram = sql`app_is_system() or app_has_role('secretariat')
  or exists (select from programs p where p.id = program_id and app_has_role_at('reporter', p.organisation_id))`;

/** A program may stand in several pillars. */
export const programPillars = pgTable(
  'program_pillars',
  {
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    pillar: text('pillar').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.pillar] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);

export const programPartners = pgTable(
  'program_partners',
  {
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
  },
  (table) => [
    primaryKey({ columns: [table.programId, table.organisationId] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);

/** A measure of a program: what is counted, in which unit, how. */
export const measures = pgTable(
  'measures',
  {
    id: id(),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    labelJa: text('label_ja').notNull(),
    labelEn: text('label_en').notNull().default(''),
    /** Code of the year's units (scheme «unit»): 件, 名, 人, 円, か所, 団体, 閲覧 … */
    unit: text('unit').notNull(),
    /** count, people, yen, places, groups, views, rate (a rate is stored in percent) */
    kind: text('kind').notNull(),
    /** For people: total (延べ) or distinct (実); otherwise null. */
    counting: text('counting'),
    /** year or month */
    rhythm: text('rhythm').notNull().default('year'),
    target: numeric('target', { mode: 'number' }),
    /** What last year's published report or another source said, where last year is not in the product. */
    previousValue: numeric('previous_value', { mode: 'number' }),
    definition: text('definition').notNull().default(''),
    sourceNote: text('source_note').notNull().default(''),
    predecessorId: uuid('predecessor_id').references((): AnyPgColumn => measures.id),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    index('measures_by_program').on(table.programId),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);

/** Values by period: `2024` for the year, `2024-04` for a month. A missing row is «not reported», a zero is a zero. */
export const measureValues = pgTable(
  'measure_values',
  {
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    period: text('period').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.measureId, table.period] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id))`),
  ],
);

/** The bureau's words on a program's year. */
export const results = pgTable(
  'results',
  {
    programId: uuid('program_id')
      .primaryKey()
      .references(() => programs.id, { onDelete: 'cascade' }),
    /** What was done, in words, where figures do not say it. */
    summary: text('summary').notNull().default(''),
    evaluation: text('evaluation').notNull().default(''),
    /** Code of the year's ratings (scheme «rating»): 順調 / 概ね順調 / やや遅れ / 遅れ in R6. */
    rating: text('rating'),
    nextStep: text('next_step').notNull().default(''),
    /** Counts up with every change: who saved over whom is found out. */
    version: integer('version').notNull().default(0),
  },
  () => [rowsSeenBy(staffRead), rowsWrittenBy(writesProgram)],
);

/** What somebody concerned said; only their role is told, and only with recorded consent. */
export const voices = pgTable(
  'voices',
  {
    id: id(),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    /** 対象者, 事業所, 支援団体 … never a name. */
    speaker: text('speaker').notNull(),
    words: text('words').notNull(),
    /** When and how consent to publish was given. */
    consentOn: text('consent_on').notNull(),
    consentHow: text('consent_how').notNull(),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    index('voices_by_program').on(table.programId),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);

export const pictures = pgTable(
  'pictures',
  {
    id: id(),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    fileId: uuid('file_id').notNull(),
    /** For those who do not see it; required. */
    alternative: text('alternative').notNull(),
    caption: text('caption').notNull().default(''),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    index('pictures_by_program').on(table.programId),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);
