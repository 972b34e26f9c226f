import { sql } from 'drizzle-orm';
import { check, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { ofOwnDesk } from '../contacts/tables.ts';
import { desks } from '../desks/tables.ts';

/** Who is on duty at a desk, from when to when, at which doors. Each day is a row of its own, repeated ones share a series. */
export const shifts = pgTable(
  'shifts',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    startsAt: moment('starts_at').notNull(),
    /** Exclusive; may lie on the next day. */
    endsAt: moment('ends_at').notNull(),
    /** phone, line, mail, chat, visit */
    doors: text('doors').array().notNull(),
    /** The same shift of other weeks. */
    seriesId: uuid('series_id').notNull(),
  },
  (table) => [
    check('shifts_in_order', sql`${table.startsAt} < ${table.endsAt}`),
    index('shifts_by_desk').on(table.deskId, table.startsAt),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('desk-supervisor', desk_id)`),
  ],
);
