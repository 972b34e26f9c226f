import { sql } from 'drizzle-orm';
import { integer, jsonb, numeric, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { measures } from '../../programs/measures/tables.ts';

const staffRead = sql`app_is_system() or app_person() is not null`;
const keeps = sql`app_is_system() or app_has_role('secretariat') or app_has_role('reporter')`;

/** Which live measure counts for a measure of a program: from a fiscal year on, until another row of its thread says otherwise. */
export const liveBindings = pgTable(
  'live_bindings',
  {
    /** Follows the measure over the years. */
    thread: uuid('thread').notNull(),
    fromYear: integer('from_year').notNull(),
    /** Code in the registry; null: counted by none from this year on. */
    live: text('live'),
    parameters: jsonb('parameters').$type<Readonly<Record<string, string>>>().notNull(),
    boundBy: uuid('bound_by').references(() => people.id),
    boundAt: moment('bound_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.thread, table.fromYear] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(keeps),
  ],
);

/** What the product counted last for a measure: made anew at night and on request; frozen into the edition at publication. */
export const liveValues = pgTable(
  'live_values',
  {
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    period: text('period').notNull(),
    /** Null: there was nothing to count, which is not zero. */
    value: numeric('value', { mode: 'number' }),
    live: text('live').notNull(),
    version: integer('version').notNull(),
    parameters: jsonb('parameters').$type<Readonly<Record<string, string>>>().notNull(),
    computedAt: moment('computed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.measureId, table.period] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
