import { sql } from 'drizzle-orm';
import { boolean, date, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { services } from '#areas/directory/services/tables.ts';

/** Who runs places of an organisation writes what belongs to them: `mustOperate`. */
export const operates = sql`app_is_system() or app_has_role_at('place-operator', organisation_id)`;
/** What everybody reads of a place that the directory shows. */
export const ofShownPlace = sql`exists (select from services s where s.id = service_id) or ${operates}`;

export const ofPlace = () => ({
  serviceId: uuid('service_id')
    .notNull()
    .references(() => services.id, { onDelete: 'cascade' }),
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => organisations.id),
});

/**
 * What was said of one session beyond the hours of the entry, which stay the truth of when a place is open: its title, that it was
 * cancelled and why. A session is known by its day and the hour for which it was first planned.
 */
export const placeSessions = pgTable(
  'place_sessions',
  {
    id: id(),
    ...ofPlace(),
    day: date('day', { mode: 'string' }).notNull(),
    /** `HH:MM` at which it was first to open: it stays when the session moves. */
    slot: text('slot').notNull(),
    opens: text('opens').notNull(),
    closes: text('closes').notNull(),
    title: text('title').notNull().default(''),
    /** planned, cancelled */
    state: text('state').notNull().default('planned'),
    /** Why it was cancelled, in words for everybody. */
    reason: text('reason').notNull().default(''),
    /** Counts up with each change, as calendars want it. */
    sequence: integer('sequence').notNull().default(0),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    unique('place_sessions_once').on(table.serviceId, table.day, table.slot),
    rowsSeenBy(ofShownPlace),
    rowsWrittenBy(operates),
  ],
);

/** 「今日は開いています」: what the operator last said of a day. */
export const placeDays = pgTable(
  'place_days',
  {
    ...ofPlace(),
    day: date('day', { mode: 'string' }).notNull(),
    open: boolean('open').notNull(),
    /** For everybody: 台風のため. */
    note: text('note').notNull().default(''),
    saidAt: moment('said_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.serviceId, table.day] }),
    rowsSeenBy(ofShownPlace),
    rowsWrittenBy(operates),
  ],
);
