import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { contacts } from '../contacts/tables.ts';

const own = sql`app_is_system() or person_id = app_person()`;

/** What a counsellor has typed and not sent yet: sealed like what was said, seen by its writer alone. */
export const drafts = pgTable(
  'drafts',
  {
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    sealed: text('sealed').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.contactId, table.personId] }),
    rowsSeenBy(own),
    rowsWrittenBy(own),
  ],
);
