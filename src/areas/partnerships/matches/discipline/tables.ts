import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { matches } from '../tables.ts';

const office = sql`app_is_system() or app_has_role('concierge')`;

/** One side says of a first request or a talk that it should not be. */
export const matchReports = pgTable(
  'match_reports',
  {
    id: id(),
    matchId: uuid('match_id')
      .notNull()
      .references(() => matches.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** spam, rude, false, help */
    why: text('why').notNull(),
    words: text('words').notNull().default(''),
    at: moment('at').notNull(),
    handledAt: moment('handled_at'),
    /** nothing, talked, stopped */
    outcome: text('outcome'),
  },
  (table) => [
    index('match_reports_open').on(table.at).where(sql`handled_at is null`),
    rowsSeenBy(sql`${office} or app_has_role_at('member-agent', organisation_id)`),
    rowsAddedBy(sql`${office} or app_has_role_at('member-agent', organisation_id)`),
    rowsWrittenBy(office),
  ],
);

/** Whom a member has shut out: no first request goes between the two. */
export const matchBlocks = pgTable(
  'match_blocks',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    blockedId: uuid('blocked_id')
      .notNull()
      .references(() => organisations.id),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.blockedId] }),
    rowsSeenBy(sql`${office} or app_has_role_at('member-agent', organisation_id)`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('member-agent', organisation_id)`),
  ],
);

/** お休み: of the needs and offers of a member that did not answer, until it comes back. */
export const matchPauses = pgTable(
  'match_pauses',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    pausedAt: moment('paused_at').notNull(),
    /** Since when it is back: what was not answered before counts no more. */
    resumedAt: moment('resumed_at'),
  },
  () => [
    rowsSeenBy(sql`${office} or app_has_role_at('member-agent', organisation_id)`),
    rowsWrittenBy(sql`${office} or app_has_role_at('member-agent', organisation_id)`),
  ],
);

/** First requests of a member are stopped by the concierge, until a day. */
export const matchStops = pgTable(
  'match_stops',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    until: date('until', { mode: 'string' }).notNull(),
    reason: text('reason').notNull(),
    at: moment('at').notNull(),
  },
  () => [
    rowsSeenBy(sql`${office} or app_has_role_at('member-agent', organisation_id)`),
    rowsWrittenBy(office),
  ],
);

/** What the concierge has set; one row, and the usual values until there is one. */
export const matchDiscipline = pgTable(
  'match_discipline',
  {
    id: integer('id').primaryKey().default(1),
    firstReminderDays: integer('first_reminder_days').notNull(),
    secondReminderDays: integer('second_reminder_days').notNull(),
    lapseDays: integer('lapse_days').notNull(),
    pauseAfter: integer('pause_after').notNull(),
    rateFrom: integer('rate_from').notNull(),
    requestsPerDay: integer('requests_per_day').notNull(),
    sameTextMost: integer('same_text_most').notNull(),
  },
  () => [check('match_discipline_one', sql`id = 1`), rowsSeenBy(sql`true`), rowsWrittenBy(office)],
);
