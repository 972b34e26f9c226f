import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { casePlans } from '../plans/tables.ts';

/** 評価: one for each plan. Outcome and changes seen are codes, for the statistics; everything in words is sealed. */
export const caseReviews = pgTable(
  'case_reviews',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    homeId: uuid('home_id').notNull(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => casePlans.id, { onDelete: 'cascade' }),
    round: integer('round').notNull(),
    heldOn: date('held_on', { mode: 'string' }).notNull(),
    /** close, replan, break-off */
    outcome: text('outcome').notNull(),
    /** Of close and break-off: the closing reasons of case-files/rules.ts. */
    reason: text('reason'),
    /** 見られた変化: codes of rules.ts */
    changes: text('changes').array().notNull().default(sql`'{}'`),
    /** { reached, left, personSays } */
    sealed: text('sealed').notNull(),
    /** 支援調整会議（評価）and who confirmed it. */
    metOn: date('met_on', { mode: 'string' }),
    confirmedOn: date('confirmed_on', { mode: 'string' }),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    version: integer('version').notNull().default(1),
    writtenBy: uuid('written_by').references(() => people.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    unique('case_reviews_once').on(table.planId),
    index('case_reviews_held').on(table.homeId, table.heldOn),
    index('case_reviews_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, 'basic')`),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);
