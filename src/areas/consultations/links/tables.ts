import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';

/** By what somebody would be known again: a blind index (HMAC) of a telephone number, an address, a LINE id, or their own number. */
export const contactMarks = pgTable(
  'contact_marks',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** number, phone, mail, line */
    kind: text('kind').notNull(),
    mark: text('mark').notNull(),
  },
  (table) => [
    unique('contact_marks_once').on(table.contactId, table.kind, table.mark),
    index('contact_marks_again').on(table.deskId, table.kind, table.mark),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** What a counsellor decided about two contacts that may be of one person. Neither contact is changed; taking it back removes the row. */
export const contactLinks = pgTable(
  'contact_links',
  {
    id: id(),
    deskId: uuid('desk_id').notNull(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    earlierId: uuid('earlier_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    /** linked, dismissed */
    state: text('state').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('contact_links_once').on(table.contactId, table.earlierId),
    index('contact_links_by_earlier').on(table.earlierId),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);
