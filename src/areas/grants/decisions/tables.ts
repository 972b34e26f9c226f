import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantCalls, grantStaff } from '../calls/tables.ts';

/** Applications of one call that are decided together, after a board has met or by the approver alone. */
export const grantPacks = pgTable(
  'grant_packs',
  {
    id: id(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    bureauId: uuid('bureau_id').notNull(),
    title: text('title').notNull(),
    /** Data key of `grant-pack:<id>`, sealed by the vault. Null: erased. */
    sealedKey: text('sealed_key'),
    /** Names of the board's members and what it said, sealed. */
    sealedBoard: text('sealed_board'),
    /** Whether a board is heard, and how it stood: members, how many make a quorum, how many came. 0: no board. */
    members: integer('members').notNull().default(0),
    quorum: integer('quorum').notNull().default(0),
    present: integer('present').notNull().default(0),
    metOn: date('met_on'),
    /** draft, proposed, decided, returned (back to the officer): rules.ts */
    state: text('state').notNull().default('draft'),
    decidedOn: date('decided_on'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    proposedBy: uuid('proposed_by').references(() => people.id),
    decidedBy: uuid('decided_by').references(() => people.id),
    /** Counts up with each change: a page says which one it was made from. */
    revision: integer('revision').notNull().default(1),
  },
  (table) => [
    index('grant_packs_by_call').on(table.callId, table.state),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);

/** What the officer proposes for an application, and what became of it. */
export const grantPackItems = pgTable(
  'grant_pack_items',
  {
    packId: uuid('pack_id')
      .notNull()
      .references(() => grantPacks.id, { onDelete: 'cascade' }),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id),
    bureauId: uuid('bureau_id').notNull(),
    /** award, refuse */
    proposal: text('proposal').notNull(),
    proposedYen: yen('proposed_yen').notNull().default(0),
    /** Why, sealed with the application's key. */
    sealedReason: text('sealed_reason'),
    preparedBy: uuid('prepared_by').references(() => people.id),
    /** award, refuse, defer; null while undecided */
    outcome: text('outcome'),
  },
  (table) => [
    primaryKey({ columns: [table.packId, table.applicationId] }),
    // An application waits for one decision at a time.
    uniqueIndex('grant_pack_items_once').on(table.applicationId).where(sql`outcome is null`),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);
