import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { desks } from '../../desks/tables.ts';

/** What LINE told, once for each of its ids, however often it tells it. The event itself lies here, sealed, until it is done. */
export const lineEvents = pgTable(
  'line_events',
  {
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    /** LINE's `webhookEventId`. */
    eventId: text('event_id').notNull(),
    /** Blind index of the LINE user. */
    userIndex: text('user_index').notNull(),
    /** Blind index of the message that it brings or takes back. */
    messageIndex: text('message_index'),
    type: text('type').notNull(),
    happenedAt: moment('happened_at').notNull(),
    receivedAt: moment('received_at').notNull(),
    sealed: text('sealed'),
    doneAt: moment('done_at'),
  },
  (table) => [
    primaryKey({ columns: [table.deskId, table.eventId] }),
    index('line_events_to_do')
      .on(table.deskId, table.userIndex, table.happenedAt)
      .where(sql`done_at is null`),
    index('line_events_by_message').on(table.messageIndex).where(sql`message_index is not null`),
    index('line_events_by_arrival').on(table.deskId, table.receivedAt),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
