import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantMoney } from '../calls/tables.ts';
import type { Difference } from './rules.ts';

/** How the money of a call stands. One row, locked by each move, so that nothing is ever decided beyond the budget. */
export const grantBudgets = pgTable(
  'grant_budgets',
  {
    callId: uuid('call_id')
      .primaryKey()
      .references(() => grantCalls.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    budgetYen: yen('budget_yen').notNull().default(0),
    decidedYen: yen('decided_yen').notNull().default(0),
    paidYen: yen('paid_yen').notNull().default(0),
    settledYen: yen('settled_yen').notNull().default(0),
  },
  () => [
    check(
      'grant_budgets_chain',
      sql`0 <= settled_yen and settled_yen <= paid_yen and paid_yen <= decided_yen and decided_yen <= budget_yen`,
    ),
    rowsSeenBy(sql`app_has_role('secretariat') or ${grantMoney}`),
    rowsWrittenBy(grantMoney),
  ],
);

/** Every move of money, added only. The balances are their sums: a nightly check says so. */
export const grantMoves = pgTable(
  'grant_moves',
  {
    id: id(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    bureauId: uuid('bureau_id').notNull(),
    /** Null: of the budget. */
    awardId: uuid('award_id').references(() => grantAwards.id),
    /** budget, decide, release, pay, bounce, settle, unsettle, refund: rules.ts */
    kind: text('kind').notNull(),
    /** Above 0; of kind `budget` it may be below. */
    yen: yen('yen').notNull(),
    /** What it stands on: a payment, a report, a letter (id). */
    sourceId: uuid('source_id'),
    personId: uuid('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('grant_moves_by_award').on(table.awardId, table.at),
    index('grant_moves_by_call').on(table.callId, table.at),
    rowsSeenBy(grantMoney),
    rowsAddedBy(grantMoney),
  ],
);

/** What the nightly check found: added only. */
export const grantMoneyChecks = pgTable(
  'grant_money_checks',
  {
    id: id(),
    at: moment('at').notNull(),
    calls: integer('calls').notNull(),
    awards: integer('awards').notNull(),
    /** Calls and awards (ids) whose balance is not the sum of its moves. Empty: every yen is in one place. */
    differences: jsonb('differences').$type<readonly Difference[]>().notNull(),
  },
  (table) => [
    index('grant_money_checks_by_time').on(table.at),
    rowsSeenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant')`,
    ),
    rowsAddedBy(sql`app_is_system()`),
  ],
);
