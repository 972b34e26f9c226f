import { sql } from 'drizzle-orm';
import {
  bigserial,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../../contacts/tables.ts';
import { desks } from '../../desks/tables.ts';
import { lineFriends } from '../friends/tables.ts';

/** One request to LINE, which may carry up to five messages. Its id is the retry key: the same request twice arrives once. */
export const lineCalls = pgTable(
  'line_calls',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    friendId: uuid('friend_id')
      .notNull()
      .references(() => lineFriends.id, { onDelete: 'cascade' }),
    /** reply, push */
    how: text('how').notNull(),
    /** Of a reply: what it answers. */
    sealedToken: text('sealed_token'),
    tokenUntil: moment('token_until'),
    /** open, sent, dropped (its messages wait for another one), dead */
    state: text('state').notNull(),
    tries: integer('tries').notNull().default(0),
    firstTriedAt: moment('first_tried_at'),
    /** Nobody else tries before; a process that was killed lets go by it. */
    claimedUntil: moment('claimed_until'),
    nextTryAt: moment('next_try_at'),
    /** An earlier try may have arrived though nobody said so. */
    doubtful: boolean('doubtful').notNull().default(false),
    /** A code: silent, unreached, keys, 429, 500 … Never what LINE wrote. */
    lastError: text('last_error'),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('line_calls_open').on(table.friendId).where(sql`state = 'open'`),
    index('line_calls_dead').on(table.deskId, table.endedAt).where(sql`state = 'dead'`),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** What is to go to somebody at LINE, in its order. Words of a contact are not copied: they are opened when they go. */
export const lineOutbox = pgTable(
  'line_outbox',
  {
    id: id(),
    position: bigserial('position', { mode: 'number' }).notNull(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    friendId: uuid('friend_id')
      .notNull()
      .references(() => lineFriends.id, { onDelete: 'cascade' }),
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'cascade' }),
    /** A message of the contact; otherwise `sealed` holds what is sent. */
    messageId: uuid('message_id'),
    sealed: text('sealed'),
    /** Not worth sending afterwards: a link that has ended, an answer to a press. */
    until: moment('until'),
    /** waiting, sent, late, blocked, dead */
    state: text('state').notNull(),
    callId: uuid('call_id').references(() => lineCalls.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
    sentAt: moment('sent_at'),
  },
  (table) => [
    unique('line_outbox_once').on(table.messageId),
    index('line_outbox_waiting').on(table.friendId, table.position).where(sql`state = 'waiting'`),
    index('line_outbox_by_contact').on(table.contactId),
    index('line_outbox_by_call').on(table.callId),
    rowsSeenBy(sql`${ofOwnDesk} or exists (select from contacts c where c.id = contact_id)`),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** Pushes of a month: what LINE charges for. */
export const lineMonths = pgTable(
  'line_months',
  {
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    /** YYYY-MM in Tokyo */
    month: text('month').notNull(),
    pushes: integer('pushes').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.deskId, table.month] }),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
