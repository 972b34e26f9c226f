import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';

const office = sql`app_is_system() or app_has_role('concierge')`;
const reader = sql`${office} or app_has_role('secretariat')`;

/** Days that the office has settled for a kind; without a row the most that was promised. */
export const partnershipRetention = pgTable(
  'partnership_retention',
  {
    /** erasers.ts */
    kind: text('kind').primaryKey(),
    days: integer('days').notNull(),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  () => [rowsSeenBy(reader), rowsWrittenBy(office)],
);

/** What was erased, in numbers. Added to, never changed. */
export const partnershipErasures = pgTable(
  'partnership_erasures',
  {
    id: id(),
    kind: text('kind').notNull(),
    /** The Tokyo day of the run. */
    ranOn: date('ran_on', { mode: 'string' }).notNull(),
    /** Days that held then. */
    days: integer('days').notNull(),
    /** People, threads or papers that went. */
    things: integer('things').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('partnership_erasures_by_day').on(table.at),
    rowsSeenBy(reader),
    rowsAddedBy(sql`app_is_system()`),
  ],
);
