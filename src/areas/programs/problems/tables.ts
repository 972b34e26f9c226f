import { sql } from 'drizzle-orm';
import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { programs } from '../programs/tables.ts';
import { fiscalYears, staffRead } from '../years/tables.ts';

/** A problem (課題) that a bureau or the secretariat brings before the headquarters. */
export const problems = pgTable(
  'problems',
  {
    id: id(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    title: text('title').notNull(),
    detail: text('detail').notNull(),
    raisedBy: uuid('raised_by')
      .notNull()
      .references(() => organisations.id),
    /** raised → considered → program, or set-aside */
    status: text('status').notNull().default('raised'),
    setAsideReason: text('set_aside_reason'),
    /** The program that came of it. */
    programId: uuid('program_id').references(() => programs.id),
    /** What a later area saw it in, in that area's own words (`unmet:14201:debt`); null: somebody simply brought it. */
    origin: text('origin'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('problems_by_program').on(table.programId),
    index('problems_by_origin').on(table.origin),
    rowsSeenBy(staffRead),
    rowsWrittenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', raised_by)`,
    ),
  ],
);

export const problemDomains = pgTable(
  'problem_domains',
  {
    problemId: uuid('problem_id')
      .notNull()
      .references(() => problems.id, { onDelete: 'cascade' }),
    domain: text('domain').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.problemId, table.domain] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')
    or exists (select from problems p where p.id = problem_id and app_has_role_at('reporter', p.raised_by))`),
  ],
);

/** Bureaus that join. */
export const problemBureaus = pgTable(
  'problem_bureaus',
  {
    problemId: uuid('problem_id')
      .notNull()
      .references(() => problems.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    joinedAt: moment('joined_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.problemId, table.organisationId] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)`,
    ),
  ],
);

/** The thread: each step and each remark, in order, never rewritten. */
export const problemNotes = pgTable(
  'problem_notes',
  {
    id: id(),
    problemId: uuid('problem_id')
      .notNull()
      .references(() => problems.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    /** raised, joined, remark, considered, program, set-aside */
    kind: text('kind').notNull(),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    personName: text('person_name').notNull(),
    words: text('words').notNull().default(''),
  },
  (table) => [
    index('problem_notes_by_problem').on(table.problemId),
    rowsSeenBy(staffRead),
    rowsAddedBy(sql`app_is_system() or app_person() is not null`),
  ],
);
