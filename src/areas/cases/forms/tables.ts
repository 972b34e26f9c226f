import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import type { FormSet } from './form.ts';

const keeps = sql`app_is_system() or app_has_role('secretariat')`;

/** The forms and option lists of a fiscal year, version by version: one that is used, one that is being written, the rest history. */
export const caseForms = pgTable(
  'case_forms',
  {
    id: id(),
    fiscalYear: integer('fiscal_year').notNull(),
    version: integer('version').notNull(),
    /** draft → published → replaced */
    state: text('state').notNull(),
    content: jsonb('content').$type<FormSet>().notNull(),
    /** Counts up with each change of a draft; a form says which one it was made from. */
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
    publishedAt: moment('published_at'),
  },
  (table) => [
    unique('case_forms_version').on(table.fiscalYear, table.version),
    uniqueIndex('case_forms_one_draft').on(table.fiscalYear).where(sql`state = 'draft'`),
    uniqueIndex('case_forms_one_published').on(table.fiscalYear).where(sql`state = 'published'`),
    rowsSeenBy(sql`state <> 'draft' or ${keeps}`),
    rowsWrittenBy(keeps),
  ],
);
