import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { fiscalYears, staffRead } from '../years/tables.ts';

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

/** Whoever may write a program may write what belongs to it. */
export const writesProgram = sql`app_is_system() or app_has_role('secretariat')
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
