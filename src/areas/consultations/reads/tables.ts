import { sql } from 'drizzle-orm';
import { pgTable, primaryKey, text, unique, uuid, date } from 'drizzle-orm/pg-core';
import { id, moment, rowsChangedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { desks } from '../desks/tables.ts';

const supervisorOf = sql`app_is_system() or app_has_role_at('desk-supervisor', desk_id)`;

/** Where somebody who answers lives, so that looking at neighbours is noticed. Known to the supervisor. */
export const readerHomes = pgTable(
  'reader_homes',
  {
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    municipality: text('municipality').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deskId, table.personId] }),
    rowsSeenBy(supervisorOf),
    rowsWrittenBy(supervisorOf),
  ],
);

/** What a supervisor did about an unusual reading: one row for each reader, contact and day. */
export const readReviews = pgTable(
  'read_reviews',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    contactId: uuid('contact_id').notNull(),
    /** Who read. */
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** The Tokyo day of the reading. */
    readOn: date('read_on', { mode: 'string' }).notNull(),
    /** asked → answered → explained; or explained at once. */
    state: text('state').notNull(),
    /** Why it was read: a code of `reads/rules.ts`. */
    answer: text('answer'),
    supervisorId: uuid('supervisor_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('read_reviews_once').on(table.deskId, table.personId, table.contactId, table.readOn),
    rowsSeenBy(sql`${supervisorOf} or person_id = app_person()`),
    rowsWrittenBy(supervisorOf),
    // The reader answers what they are asked.
    rowsChangedBy(sql`person_id = app_person() and state in ('asked', 'answered')`),
  ],
);
