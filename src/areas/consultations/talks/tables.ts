import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { triesTable } from '#platform/tries/tries.ts';
import { contacts } from '../contacts/tables.ts';

/** Devices on which somebody is in a conversation: the cookie's token is kept as its SHA-256. The product alone sees them. */
export const talkKeys = pgTable(
  'talk_keys',
  {
    tokenHash: text('token_hash').primaryKey(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('talk_keys_by_contact').on(table.contactId),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

export const talkTries = triesTable('talk_tries');
