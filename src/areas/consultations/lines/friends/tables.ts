import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../../contacts/tables.ts';
import { desks } from '../../desks/tables.ts';

/** Somebody who writes to a desk's channel. Who it is at LINE stands here only sealed, and is found by blind index. */
export const lineFriends = pgTable(
  'line_friends',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    userIndex: text('user_index').notNull(),
    sealedUser: text('sealed_user').notNull(),
    /** following; `blocked`: nothing reaches them until they come back */
    state: text('state').notNull(),
    lang: text('lang').notNull().default('ja'),
    /** Answers at no cost to what they did last, once and for a minute. */
    sealedReply: text('sealed_reply'),
    replyUntil: moment('reply_until'),
    firstSeenAt: moment('first_seen_at').notNull(),
    lastSeenAt: moment('last_seen_at').notNull(),
  },
  (table) => [
    unique('line_friends_once').on(table.deskId, table.userIndex),
    index('line_friends_to_erase').on(table.deskId, table.lastSeenAt),
    // The desk of the channel, and the one that a contact was handed over to.
    rowsSeenBy(sql`${ofOwnDesk} or exists (select from line_talks t where t.friend_id = line_friends.id)`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** Which contact is whose, and how far its words have gone. The desk is that of the contact: after a transfer not that of the friend. */
export const lineTalks = pgTable(
  'line_talks',
  {
    contactId: uuid('contact_id')
      .primaryKey()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    friendId: uuid('friend_id')
      .notNull()
      .references(() => lineFriends.id, { onDelete: 'cascade' }),
    deskId: uuid('desk_id').notNull(),
    /** Number of the last message that was handed to the outbox (direct mode). */
    deliveredSeq: integer('delivered_seq').notNull().default(0),
    /** Number of the message that the doorbell last rang for. */
    rungSeq: integer('rung_seq').notNull().default(0),
    beganAt: moment('began_at').notNull(),
  },
  (table) => [
    index('line_talks_by_friend').on(table.friendId, table.beganAt),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
