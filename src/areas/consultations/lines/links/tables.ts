import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { lineFriends } from '../friends/tables.ts';

/** Ways out of LINE into our own page: each works once and for a short time. The token is kept as its SHA-256. */
export const lineLinks = pgTable(
  'line_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    friendId: uuid('friend_id')
      .notNull()
      .references(() => lineFriends.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [
    index('line_links_by_friend').on(table.friendId),
    index('line_links_by_end').on(table.expiresAt),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
