import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { contacts } from '../contacts/tables.ts';

/** Its writer's alone, whatever other role anybody has; jobs of the product only take it away. */
const own = sql`app_is_system() or person_id = app_person()`;

/** What a counsellor writes down for themselves after a contact: no part of the record, sealed with a key of its own. */
export const debriefs = pgTable(
  'debriefs',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    sealedKey: text('sealed_key').notNull(),
    sealed: text('sealed').notNull(),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    unique('debriefs_once').on(table.contactId, table.personId),
    index('debriefs_by_age').on(table.writtenAt),
    rowsSeenBy(own),
    rowsWrittenBy(own),
  ],
);
