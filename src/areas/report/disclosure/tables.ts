import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { editions } from '../editions/tables.ts';

const staff = sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver')`;

/** What one person proposes and a second decides. */
const act = () => ({
  id: id(),
  reason: text('reason').notNull(),
  /** proposed, approved, refused */
  status: text('status').notNull(),
  proposedBy: uuid('proposed_by').notNull(),
  proposedByName: text('proposed_by_name').notNull(),
  proposedAt: moment('proposed_at').notNull(),
  decidedBy: uuid('decided_by'),
  decidedByName: text('decided_by_name'),
  decidedAt: moment('decided_at'),
});

/** How many people a published number counts at least: each row a decision, the newest approved one holds. */
export const disclosureThresholds = pgTable(
  'disclosure_thresholds',
  { ...act(), fewest: integer('fewest').notNull() },
  (table) => [
    check('disclosure_thresholds_floor', sql`${table.fewest} between 5 and 100`),
    check('disclosure_thresholds_two_people', sql`${table.decidedBy} <> ${table.proposedBy}`),
    uniqueIndex('disclosure_thresholds_open').on(table.status).where(sql`status = 'proposed'`),
    rowsSeenBy(staff),
    rowsWrittenBy(staff),
  ],
);

/** A number that is published although it counts few people: this value of this figure and no other. */
export const disclosureExceptions = pgTable(
  'disclosure_exceptions',
  {
    ...act(),
    fiscalYear: integer('fiscal_year').notNull(),
    measureId: uuid('measure_id').notNull(),
    /** `2024` the year, `2024-04` a month. */
    period: text('period').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    /** Program and measure as they were called when it was proposed. */
    name: text('name').notNull(),
  },
  (table) => [
    check('disclosure_exceptions_two_people', sql`${table.decidedBy} <> ${table.proposedBy}`),
    index('disclosure_exceptions_by_year').on(table.fiscalYear),
    uniqueIndex('disclosure_exceptions_open')
      .on(table.measureId, table.period)
      .where(sql`status = 'proposed'`),
    rowsSeenBy(staff),
    rowsWrittenBy(staff),
  ],
);

/** What an edition does not tell: needed to tell whether a later one would give it away. Never public, frozen like the edition. */
export const withheldCells = pgTable(
  'withheld_cells',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    /** As `cellOf…` of rules.ts names it. */
    cell: text('cell').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    /** few: it counts few people itself; beside: another could be worked out with it. */
    why: text('why').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.cell] }),
    rowsSeenBy(staff),
    rowsWrittenBy(staff),
  ],
);
