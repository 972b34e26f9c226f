import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantCalls, grantCallVersions, grantMoney } from '../calls/tables.ts';

/** 交付決定・支給決定, until the account is closed. Its three amounts are moved by the ledger only. */
export const grantAwards = pgTable(
  'grant_awards',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    /** The terms that the decision stood on: they never change afterwards. */
    versionId: uuid('version_id')
      .notNull()
      .references(() => grantCallVersions.id),
    bureauId: uuid('bureau_id').notNull(),
    /** 文書番号 of the letter of decision. */
    number: text('number').notNull(),
    /** active, reported, fixed, closed, abolished, cancelled: rules.ts */
    state: text('state').notNull().default('active'),
    decidedYen: yen('decided_yen').notNull().default(0),
    paidYen: yen('paid_yen').notNull().default(0),
    settledYen: yen('settled_yen').notNull().default(0),
    decidedOn: date('decided_on').notNull(),
    /** Costs count from here to there. */
    startsOn: date('starts_on'),
    endsOn: date('ends_on'),
    closedAt: moment('closed_at'),
  },
  (table) => [
    unique('grant_awards_once').on(table.applicationId),
    unique('grant_awards_number').on(table.bureauId, table.number),
    index('grant_awards_by_call').on(table.callId, table.state),
    check(
      'grant_awards_chain',
      sql`0 <= settled_yen and settled_yen <= paid_yen and paid_yen <= decided_yen`,
    ),
    rowsSeenBy(grantMoney),
    rowsWrittenBy(grantMoney),
  ],
);
