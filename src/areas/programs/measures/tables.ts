import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { programs, writesProgram } from '../programs/tables.ts';
import { staffRead } from '../years/tables.ts';
import type { ValueOrigin } from './origin.ts';

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
    /** Which way it came, when and by whom; empty for what was entered before this was kept. */
    origin: jsonb('origin').$type<ValueOrigin>(),
    enteredAt: moment('entered_at'),
    enteredBy: uuid('entered_by'),
  },
  (table) => [
    primaryKey({ columns: [table.measureId, table.period] }),
    rowsSeenBy(staffRead),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id))`),
  ],
);
