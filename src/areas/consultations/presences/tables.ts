import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { ofOwnDesk } from '../contacts/tables.ts';
import { desks } from '../desks/tables.ts';

/** Who is at the desk now: said by themselves, and believed as long as their page is open. */
export const presences = pgTable(
  'presences',
  {
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** answering, pausing, supervising */
    state: text('state').notNull(),
    seenAt: moment('seen_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deskId, table.personId] }),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(sql`app_is_system() or (person_id = app_person() and (app_has_role_at('counsellor', desk_id)
      or app_has_role_at('desk-supervisor', desk_id)))`),
  ],
);
