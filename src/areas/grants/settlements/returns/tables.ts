import { sql } from 'drizzle-orm';
import { boolean, check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantAwards } from '../../awards/tables.ts';
import { grantMoney } from '../../calls/tables.ts';

/** 返還命令: paid money that goes back. Interest is reckoned by rules.ts from days, and stands nowhere until it is paid. */
export const grantReturns = pgTable(
  'grant_returns',
  {
    id: id(),
    awardId: uuid('award_id')
      .notNull()
      .references(() => grantAwards.id),
    bureauId: uuid('bureau_id').notNull(),
    /** unspent, tax, cancel */
    kind: text('kind').notNull(),
    /** ordered, done */
    state: text('state').notNull().default('ordered'),
    yen: yen('yen').notNull(),
    orderedOn: date('ordered_on', { mode: 'string' }).notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** 加算金 is due: of a decision that was cancelled. */
    surcharge: boolean('surcharge').notNull(),
    /** 免除: the approver lets 加算金 and 延滞金 go, and why (sealed with the application's key). */
    waivedAt: moment('waived_at'),
    sealedWaiver: text('sealed_waiver'),
    orderedBy: uuid('ordered_by').references(() => people.id),
  },
  (table) => [
    index('grant_returns_by_award').on(table.awardId),
    index('grant_returns_by_state').on(table.bureauId, table.state, table.dueOn),
    check('grant_returns_yen', sql`yen > 0`),
    rowsSeenBy(grantMoney),
    rowsWrittenBy(grantMoney),
  ],
);

/** Money that came back, and what it was for: first the grant, then 加算金, then 延滞金. Added only. */
export const grantRefunds = pgTable(
  'grant_refunds',
  {
    id: id(),
    returnId: uuid('return_id')
      .notNull()
      .references(() => grantReturns.id),
    bureauId: uuid('bureau_id').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    yen: yen('yen').notNull(),
    surchargeYen: yen('surcharge_yen').notNull(),
    lateYen: yen('late_yen').notNull(),
    recordedBy: uuid('recorded_by').references(() => people.id),
    recordedAt: moment('recorded_at').notNull(),
  },
  (table) => [
    index('grant_refunds_by_return').on(table.returnId, table.receivedOn),
    check(
      'grant_refunds_yen',
      sql`yen >= 0 and surcharge_yen >= 0 and late_yen >= 0 and yen + surcharge_yen + late_yen > 0`,
    ),
    rowsSeenBy(grantMoney),
    rowsAddedBy(grantMoney),
  ],
);
