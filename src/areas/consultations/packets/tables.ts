import { pgTable, uuid } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';

/** The contact that a packet became: a code opens one contact, whoever types it again. */
export const contactPackets = pgTable(
  'contact_packets',
  {
    packetId: uuid('packet_id').primaryKey(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
  },
  () => [rowsSeenBy(ofOwnDesk), rowsWrittenBy(ofOwnDesk)],
);
