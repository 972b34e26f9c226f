import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { keeps, ofNetwork, watchMembers } from '../tables.ts';

/** 注意のお知らせ: consumer harm and the like, told to members and everybody once a second person has read it. */
export const watchWarnings = pgTable(
  'watch_warnings',
  {
    id: id(),
    ...ofNetwork(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    /** What to do when one notices it. */
    advice: text('advice').notNull(),
    /** proposed → sent → withdrawn; proposed → returned → proposed */
    state: text('state').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => people.id),
    checkedBy: uuid('checked_by').references(() => people.id),
    /** What the second person asks for, or why it was withdrawn. */
    remark: text('remark').notNull().default(''),
    /** Members to whom it was told. */
    toldTo: integer('told_to').notNull().default(0),
    writtenAt: moment('written_at').notNull(),
    sentAt: moment('sent_at'),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    index('watch_warnings_by_network').on(table.organisationId, table.writtenAt),
    index('watch_warnings_to_check').on(table.writtenAt).where(sql`state = 'proposed'`),
    rowsSeenBy(sql`state = 'sent' or ${keeps} or app_has_role('concierge')`),
    rowsWrittenBy(keeps),
  ],
);

/** That a member was told, by which way, and that they say they have read it. */
export const watchReceipts = pgTable(
  'watch_receipts',
  {
    id: id(),
    ...ofNetwork(),
    warningId: uuid('warning_id')
      .notNull()
      .references(() => watchWarnings.id),
    memberId: uuid('member_id')
      .notNull()
      .references(() => watchMembers.id),
    /** mail, paper; page: joined after it was sent, and read it */
    way: text('way').notNull(),
    readAt: moment('read_at'),
  },
  (table) => [
    unique('watch_receipts_once').on(table.warningId, table.memberId),
    rowsSeenBy(keeps),
    rowsWrittenBy(keeps),
  ],
);
