import { sql } from 'drizzle-orm';
import { integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/**
 * What stands on the national forms, sealed with the case's data key: a row for each form, each round (first plan, second plan)
 * and each class of fields, so that row-level security shows a reader the classes that they may see.
 */
export const caseAnswers = pgTable(
  'case_answers',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** intake, assessment, plan, review: forms/form.ts */
    form: text('form').notNull(),
    round: integer('round').notNull().default(0),
    class: text('class').notNull(),
    sealed: text('sealed').notNull(),
    /** Counts up with each save: a form says which one it was made from. */
    version: integer('version').notNull().default(1),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (table) => [
    unique('case_answers_once').on(table.caseId, table.form, table.round, table.class),
    rowsSeenBy(sql`case_sees(case_id, class)`),
    rowsWrittenBy(sql`case_writes(case_id, class)`),
  ],
);
