import { date, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy } from '#platform/database/columns.ts';
import { sql } from 'drizzle-orm';
import { ofOwnDesk } from '../contacts/tables.ts';
import { desks } from '../desks/tables.ts';

/** What was erased, in numbers: the proof that a promise was kept. Added to, never changed. */
export const erasures = pgTable(
  'erasures',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    door: text('door').notNull(),
    /** The Tokyo day of the run. */
    ranOn: date('ran_on', { mode: 'string' }).notNull(),
    /** Days that the desk had promised. */
    retentionDays: integer('retention_days').notNull(),
    contacts: integer('contacts').notNull(),
    messages: integer('messages').notNull(),
    texts: integer('texts').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('erasures_once').on(table.deskId, table.door, table.at),
    rowsSeenBy(sql`${ofOwnDesk} or app_has_role('secretariat')`),
    rowsAddedBy(sql`app_is_system()`),
  ],
);
