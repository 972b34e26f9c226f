import { sql } from 'drizzle-orm';
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';

/** Mail to be sent: written in the caller's transaction, sent by a job, the body erased when it is out, the address some time after. */
export const outbox = pgTable(
  'mail_outbox',
  {
    id: id(),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** Where one press ends what it tells of; forgotten with the body. */
    unsubscribeUrl: text('unsubscribe_url'),
    tries: integer('tries').notNull().default(0),
    lastError: text('last_error'),
    sentAt: moment('sent_at'),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  () => [rowsSeenBy(sql`app_is_system()`), rowsWrittenBy(sql`app_is_system()`), rowsAddedBy(sql`true`)],
);
