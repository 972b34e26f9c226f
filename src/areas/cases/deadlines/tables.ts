import { sql } from 'drizzle-orm';
import { date, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { carriesAt } from '../relations/tables.ts';

/** How long an organisation waits at each turn of its referrals, from a day on; without a row the usual deadlines hold. */
export const referralDeadlines = pgTable(
  'referral_deadlines',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    fromOn: date('from_on', { mode: 'string' }).notNull(),
    answerDays: integer('answer_days').notNull(),
    urgentAnswerHours: integer('urgent_answer_hours').notNull(),
    escalateDays: integer('escalate_days').notNull(),
    contactDays: integer('contact_days').notNull(),
    outcomeDays: integer('outcome_days').notNull(),
    progressDays: integer('progress_days').notNull().default(30),
    holdDays: integer('hold_days').notNull().default(14),
    closeDays: integer('close_days').notNull().default(7),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    unique('referral_deadlines_from').on(table.organisationId, table.fromOn),
    rowsSeenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('case-supervisor', organisation_id)`),
  ],
);
