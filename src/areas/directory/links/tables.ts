import { sql } from 'drizzle-orm';
import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { ofService, services } from '../services/tables.ts';

/** How the addresses in published entries answered, night by night. */
export const linkChecks = pgTable(
  'link_checks',
  {
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id, { onDelete: 'cascade' }),
    url: text('url').notNull(),
    checkedAt: moment('checked_at').notNull(),
    /** ok, or what went wrong: `LinkOutcome` */
    outcome: text('outcome').notNull(),
    /** The status of the last answer, where there was one. */
    httpStatus: integer('http_status'),
    /** Nights in a row on which it failed. */
    failedNights: integer('failed_nights').notNull().default(0),
    lastFailedOn: date('last_failed_on', { mode: 'string' }),
    /** The night on which it failed often enough to be called broken. */
    brokenSince: date('broken_since', { mode: 'string' }),
    /** When its owner was told. */
    toldAt: moment('told_at'),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.url] }),
    rowsSeenBy(ofService('written')),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
