import { integer, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';

/** The words of a contact in their order, sealed with its data key. */
export const messages = pgTable(
  'messages',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** 1, 2, 3 … within the contact. */
    seq: integer('seq').notNull(),
    /** person, counsellor, bot, notice; `whisper`: between counsellor and supervisor, never shown to the person */
    sender: text('sender').notNull(),
    personId: uuid('person_id'),
    /** text, file (its name), sticker, picture; changed, unsent: by its sender at LINE */
    kind: text('kind').notNull().default('text'),
    sealed: text('sealed').notNull(),
    at: moment('at').notNull(),
    /** Made by the sender: the same message sent twice is written once. */
    key: text('key').notNull(),
  },
  (table) => [
    unique('messages_once').on(table.contactId, table.seq),
    unique('messages_key').on(table.contactId, table.key),
    index('messages_by_desk').on(table.deskId, table.at),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);
