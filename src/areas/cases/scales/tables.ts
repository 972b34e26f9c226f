import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/** いまの様子: where the person stands, asked at intake and at each review. A life is a continuum, so these are stages, not a score: never added up. */
export const caseScales = pgTable(
  'case_scales',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    homeId: uuid('home_id').notNull(),
    askedOn: date('asked_on', { mode: 'string' }).notNull(),
    /** intake, review */
    at: text('at').notNull(),
    planRound: integer('plan_round').notNull().default(0),
    /** Chosen by the person with the worker, or by the worker alone. */
    withPerson: boolean('with_person').notNull(),
    /** Remark in words, sealed with the case's data key. */
    sealed: text('sealed'),
    writtenBy: uuid('written_by').references(() => people.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    index('case_scales_by_case').on(table.caseId, table.askedOn),
    index('case_scales_asked').on(table.homeId, table.askedOn),
    rowsSeenBy(sql`case_sees(case_id, 'basic')`),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);

/** One domain of a scale: `class` is `health` for health, so that its stage is seen by those who see health, otherwise `basic`. */
export const caseScaleStages = pgTable(
  'case_scale_stages',
  {
    id: id(),
    scaleId: uuid('scale_id')
      .notNull()
      .references(() => caseScales.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    /** income, housing, work, health, ties, hope */
    domain: text('domain').notNull(),
    class: text('class').notNull(),
    /** 1 (hardest) to 5; a domain that was not asked has no row. */
    stage: integer('stage').notNull(),
  },
  (table) => [
    unique('case_scale_stages_once').on(table.scaleId, table.domain),
    index('case_scale_stages_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, class)`),
    rowsWrittenBy(sql`case_writes(case_id, class)`),
  ],
);
