import { date, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy } from '#platform/database/columns.ts';
import { grantAwards } from '../../awards/tables.ts';
import { grantMoney } from '../../calls/tables.ts';

/** What a group was reminded of, so that it hears of each day once. */
export const grantReminders = pgTable(
  'grant_reminders',
  {
    id: id(),
    awardId: uuid('award_id')
      .notNull()
      .references(() => grantAwards.id),
    bureauId: uuid('bureau_id').notNull(),
    /** report, return */
    about: text('about').notNull(),
    /** soon, days, late, later: rules.ts */
    step: text('step').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    sentAt: moment('sent_at').notNull(),
  },
  (table) => [
    unique('grant_reminders_once').on(table.awardId, table.about, table.step, table.dueOn),
    rowsSeenBy(grantMoney),
    rowsAddedBy(grantMoney),
  ],
);
