import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { ofOwnDesk } from '../contacts/tables.ts';

/** A desk its own, the headquarters' secretariat all: counts hold no person. */
const seesCounts = sql`${ofOwnDesk} or app_has_role('secretariat')`;

const ofDesk = { deskId: uuid('desk_id').notNull() };
/** `2024-04`, by Tokyo's calendar, of the arrival. */
const ofMonth = { month: text('month').notNull() };
const facts = {
  /** What is counted, and by which two dimensions: `contact_facts` in guards.sql. */
  kind: text('kind').notNull(),
  a: text('a').notNull(),
  b: text('b').notNull(),
  n: bigint('n', { mode: 'number' }).notNull(),
};
const dimensions = { ...ofDesk, ...ofMonth, ...facts };

/** Counts as they were folded last: a few dimensions each, never all of them at once. */
export const counts = pgTable('counts', dimensions, (table) => [
  primaryKey({ columns: [table.kind, table.month, table.deskId, table.a, table.b] }),
  rowsSeenBy(seesCounts),
  rowsWrittenBy(sql`app_is_system()`),
]);

/** The same as sums of fiscal years: a page of a year reads a tenth of the rows. */
export const yearCounts = pgTable(
  'year_counts',
  { ...ofDesk, fiscalYear: integer('fiscal_year').notNull(), ...facts },
  (table) => [
    primaryKey({ columns: [table.kind, table.fiscalYear, table.deskId, table.a, table.b] }),
    rowsSeenBy(seesCounts),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** What changed since: added in the transaction that changed it, so that no row is fought over; folded every minute. */
export const countChanges = pgTable('count_changes', { id: id(), ...dimensions }, (table) => [
  index('count_changes_by_kind').on(table.kind, table.month),
  rowsSeenBy(seesCounts),
  rowsWrittenBy(ofOwnDesk),
]);
