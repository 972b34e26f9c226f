import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { bytes, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';
import { messages } from '../messages/tables.ts';

/** What somebody sent along with their words, sealed with the contact's data key; its name is the text of its message. */
export const attachments = pgTable(
  'attachments',
  {
    messageId: uuid('message_id')
      .primaryKey()
      .references(() => messages.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** As found in the content. */
    mediaType: text('media_type').notNull(),
    /** Of the file as it was kept, before it was sealed. */
    size: integer('size').notNull(),
    sealed: bytes('sealed').notNull(),
  },
  (table) => [
    index('attachments_by_contact').on(table.contactId),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);
