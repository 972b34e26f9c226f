import { date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantStaff } from '../calls/tables.ts';

/** 実績報告と額の確定: one for each award whose terms ask for a report. Words are sealed with the application's key. */
export const grantSettlements = pgTable(
  'grant_settlements',
  {
    id: id(),
    awardId: uuid('award_id')
      .notNull()
      .references(() => grantAwards.id),
    bureauId: uuid('bureau_id').notNull(),
    /** draft, submitted, returned, inspected, fixed: rules.ts */
    state: text('state').notNull().default('draft'),
    /** The work ended on. */
    endedOn: date('ended_on', { mode: 'string' }),
    /** Fees, donations and other grants for the same work. */
    incomeYen: yen('income_yen'),
    /** Consumption tax that the group gets back and has taken off its costs already. */
    taxYen: yen('tax_yen'),
    /** What the amount goes by, where it goes by a number (sessions held). */
    done: integer('done'),
    /** What was done, and what came of it. */
    sealedReport: text('sealed_report'),
    /** What the office wrote back, or found at the inspection. */
    sealedRemark: text('sealed_remark'),
    /** Over words, lines and papers at the submission: the receipt shows it. */
    receiptHash: text('receipt_hash'),
    version: integer('version').notNull().default(0),
    submittedAt: moment('submitted_at'),
    inspectedBy: uuid('inspected_by').references(() => people.id),
    inspectedAt: moment('inspected_at'),
    fixedYen: yen('fixed_yen'),
    fixedBy: uuid('fixed_by').references(() => people.id),
    fixedAt: moment('fixed_at'),
    /** The group keeps its books and receipts to the end of this day. */
    keepUntil: date('keep_until', { mode: 'string' }),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('grant_settlements_once').on(table.awardId),
    index('grant_settlements_by_state').on(table.bureauId, table.state),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);

/** One cost: what was planned, what was spent, what the office accepts of it. Receipts are papers with the code `receipt:<id>`. */
export const grantSettlementLines = pgTable(
  'grant_settlement_lines',
  {
    id: id(),
    settlementId: uuid('settlement_id')
      .notNull()
      .references(() => grantSettlements.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    position: integer('position').notNull(),
    /** What it was for. */
    sealed: text('sealed').notNull(),
    /** Null: it was not in the plan. */
    plannedYen: yen('planned_yen'),
    spentYen: yen('spent_yen'),
    paidOn: date('paid_on', { mode: 'string' }),
    acceptedYen: yen('accepted_yen'),
  },
  (table) => [
    index('grant_settlement_lines_by_settlement').on(table.settlementId, table.position),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);
