import { sql } from 'drizzle-orm';
import { boolean, integer, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsAddedBy, rowsChangedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';

const keeps = sql`app_is_system() or app_has_role('secretariat')`;
const answersFor = sql`${keeps} or app_has_role_at('case-supervisor', organisation_id)`;

/** 目安値 of a fiscal year, where the headquarters has written one; otherwise that of standard.ts. */
export const caseTargets = pgTable(
  'case_targets',
  {
    fiscalYear: integer('fiscal_year').notNull(),
    /** received, planned, target, rate, improved: rules.ts */
    figure: text('figure').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    /** Where it was read; empty: nowhere yet. */
    source: text('source').notNull().default(''),
    verified: boolean('verified').notNull().default(false),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (table) => [
    primaryKey({ columns: [table.fiscalYear, table.figure] }),
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(keeps),
  ],
);

/** The municipalities for whose people an organisation answers: what its figures are divided by. */
export const caseAreas = pgTable(
  'case_areas',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    municipalities: text('municipalities').array().notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  () => [
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsAddedBy(answersFor),
    rowsChangedBy(answersFor),
  ],
);
