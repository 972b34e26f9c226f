import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { fiscalYears } from '../years/tables.ts';

/** A collection round: the secretariat asks the bureaus for a year's results until a day. */
export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    title: text('title').notNull(),
    message: text('message').notNull().default(''),
    /** The last day (Tokyo) on which a return is in time. */
    deadlineOn: text('deadline_on').notNull(),
    /** open, closed */
    status: text('status').notNull().default('open'),
    openedAt: moment('opened_at').notNull(),
    closedAt: moment('closed_at'),
    /** Signs the ids in the workbooks of this round. */
    workbookKey: text('workbook_key').notNull(),
  },
  () => [
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')`),
  ],
);

/** Reminders that went out, so that none goes out twice. */
export const reminders = pgTable(
  'reminders',
  {
    id: id(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** before-7, before-1, overdue, manual */
    kind: text('kind').notNull(),
    sentAt: moment('sent_at').notNull(),
  },
  (table) => [
    index('reminders_by_round').on(table.roundId),
    rowsSeenBy(sql`app_is_system() or app_has_role('secretariat') or app_is_member_of(organisation_id)`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')`),
  ],
);
