import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';

/** Entries of the directory that somebody was shown or passed on to. */
export const contactReferrals = pgTable(
  'contact_referrals',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    serviceId: uuid('service_id').notNull(),
    /** told, called-together, accompanied, passed-on */
    how: text('how').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('contact_referrals_by_contact').on(table.contactId),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);
