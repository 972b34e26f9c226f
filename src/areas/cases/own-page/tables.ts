import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { triesTable } from '#platform/tries/tries.ts';
import { caseFiles } from '../case-files/tables.ts';

/** The way of a person to their own page: a number and a passphrase on a slip of paper. Nobody can read the passphrase again. */
export const ownPageKeys = pgTable(
  'own_page_keys',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** Eight digits. */
    number: text('number').notNull(),
    /** Argon2id. */
    passphraseHash: text('passphrase_hash').notNull(),
    /** Counts up with each slip: devices that came in with an earlier one are out. */
    issue: integer('issue').notNull().default(1),
    issuedBy: uuid('issued_by').references(() => people.id),
    issuedAt: moment('issued_at').notNull(),
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    revokedAt: moment('revoked_at'),
  },
  (table) => [
    unique('own_page_keys_number').on(table.number),
    rowsSeenBy(sql`case_sees(case_id, 'basic')`),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);

/** Devices on which the page is open: the SHA-256 of a cookie's token. The product alone sees them. */
export const ownPageDevices = pgTable(
  'own_page_devices',
  {
    tokenHash: text('token_hash').primaryKey(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    issue: integer('issue').notNull(),
    /** Neutral titles, nothing that says what the page is. */
    safe: boolean('safe').notNull().default(false),
    /** Kept by the wish of the person, for days; otherwise gone with the browser. */
    kept: boolean('kept').notNull().default(false),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('own_page_devices_by_case').on(table.caseId),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

export const ownPageTries = triesTable('own_page_tries');

/** What the person asked for from their own page, until somebody has answered. */
export const ownPageRequests = pgTable(
  'own_page_requests',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** correction, withdrawal: own-page/rules.ts */
    kind: text('kind').notNull(),
    /** The person's words, sealed with the case's data key; of a withdrawal none. */
    sealed: text('sealed'),
    askedAt: moment('asked_at').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** The worker's task that it became. */
    taskId: uuid('task_id'),
    /** done, partly, refused, seen */
    answer: text('answer'),
    sealedAnswer: text('sealed_answer'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: moment('answered_at'),
  },
  (table) => [
    index('own_page_requests_by_case').on(table.caseId, table.askedAt),
    rowsSeenBy(sql`case_sees(case_id, 'record')`),
    rowsWrittenBy(sql`case_writes(case_id, 'record')`),
  ],
);
