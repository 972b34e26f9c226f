import { sql } from 'drizzle-orm';
import { bigint, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';

/** The ledger: what was done, by whom, on what. Append-only; each row carries the hash of the one before. */
export const auditEvents = pgTable(
  'audit_events',
  {
    position: bigint('position', { mode: 'number' }).primaryKey(),
    at: moment('at').notNull(),
    /** `noun.verb`, the same word as the permission. */
    event: text('event').notNull(),
    personId: uuid('person_id'),
    /** The system's part that acted, when no person did. */
    actor: text('actor'),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** Facts without personal data. */
    facts: jsonb('facts').$type<Record<string, unknown>>().notNull(),
    previousHash: text('previous_hash').notNull(),
    hash: text('hash').notNull(),
  },
  () => [
    rowsSeenBy(
      sql`app_is_system() or app_has_role('administrator') or (person_id is not null and person_id = app_person())`,
    ),
    rowsAddedBy(sql`true`),
  ],
);

/** One row, the end of the chain: locked by each writer, so positions have no gap and the last link is known. */
export const auditHead = pgTable(
  'audit_head',
  {
    id: bigint('id', { mode: 'number' }).primaryKey(),
    position: bigint('position', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(sql`true`)],
);
