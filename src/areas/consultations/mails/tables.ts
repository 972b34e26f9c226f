import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';

/** How a contact by e-mail is answered. Addresses are sealed with the contact's data key; a blind index finds them again. */
export const mailThreads = pgTable(
  'mail_threads',
  {
    contactId: uuid('contact_id')
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** Null: written down by hand without an address; nothing goes out. */
    addressIndex: text('address_index'),
    sealedAddress: text('sealed_address'),
    /** Stands in the address and the subject of an answer: leads what comes back to this contact. */
    token: text('token').notNull().unique('mail_threads_token'),
    /** Message-ID of the last mail that came, sealed: an answer names it. */
    sealedLastId: text('sealed_last_id'),
    /** The one automatic answer. */
    acknowledgedAt: moment('acknowledged_at'),
    /** An answer came back as undeliverable. */
    bouncedAt: moment('bounced_at'),
  },
  (table) => [
    index('mail_threads_by_address').on(table.addressIndex),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** Each mail that came or went, by the blind index of its Message-ID: taken once, threaded, known as our own. */
export const mailIds = pgTable(
  'mail_ids',
  {
    idIndex: text('id_index').primaryKey(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** in, out */
    direction: text('direction').notNull(),
    at: moment('at').notNull(),
    /** Of one that goes out: when the mail server took it. */
    sentAt: moment('sent_at'),
  },
  (table) => [
    index('mail_ids_by_contact').on(table.contactId, table.at),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);
