import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { contacts, ofOwnDesk } from '../contacts/tables.ts';
import { desks } from '../desks/tables.ts';

/** Each attempt to reach a desk by telephone, answered or not; no caller's number is ever kept. */
export const callAttempts = pgTable(
  'call_attempts',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    at: moment('at').notNull(),
    /** answered, abandoned (gave up waiting), busy, out-of-hours */
    result: text('result').notNull(),
    waitSeconds: integer('wait_seconds'),
    talkSeconds: integer('talk_seconds'),
    /** Of an answered call that was logged here. */
    contactId: uuid('contact_id').references(() => contacts.id, { onDelete: 'set null' }),
    /** log, tally, import, hook */
    source: text('source').notNull(),
    /** The exchange's own id of the call: the same call told twice is counted once. */
    callId: text('call_id').notNull(),
  },
  (table) => [
    unique('call_attempts_once').on(table.deskId, table.callId),
    index('call_attempts_by_time').on(table.deskId, table.at),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(ofOwnDesk),
  ],
);

/** What an exchange signs its hooks with, sealed by the vault. */
export const callHooks = pgTable(
  'call_hooks',
  {
    deskId: uuid('desk_id')
      .primaryKey()
      .references(() => desks.id),
    sealedSecret: text('sealed_secret').notNull(),
    madeAt: moment('made_at').notNull(),
  },
  () => [
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('desk-supervisor', desk_id)`),
  ],
);
