import { sql } from 'drizzle-orm';
import { index, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantStaff } from '../calls/tables.ts';

/** What a group answered to a question that feeds a measure: a number, taken out when its account was fixed. */
export const grantFigures = pgTable(
  'grant_figures',
  {
    id: id(),
    awardId: uuid('award_id')
      .notNull()
      .references(() => grantAwards.id, { onDelete: 'cascade' }),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    bureauId: uuid('bureau_id').notNull(),
    /** Its code in the terms of the award. */
    figure: text('figure').notNull(),
    /** A measure of the program, when the terms were published. */
    measureId: uuid('measure_id').notNull(),
    how: text('how').notNull(),
    /** The question, as the group read it. */
    question: text('question').notNull(),
    /** Null: the group did not answer. */
    value: numeric('value', { mode: 'number' }),
    countedAt: moment('counted_at').notNull(),
  },
  (table) => [
    unique('grant_figures_once').on(table.awardId, table.figure),
    index('grant_figures_by_call').on(table.callId),
    rowsSeenBy(sql`app_has_role('secretariat') or ${grantStaff}`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
