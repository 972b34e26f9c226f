import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsSeenBy,
  rowsWrittenBy,
  yen,
} from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantMoney } from '../calls/tables.ts';
import type { HeaderGroup } from './transfer-file/rules.ts';

const anyOffice = sql`app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant')`;
const accountants = sql`app_is_system() or app_has_role('accountant')`;

/** 振込依頼人: the account from which an office pays, as its bank knows it. Nothing of persons. */
export const grantPayers = pgTable(
  'grant_payers',
  {
    id: id(),
    /** The office whose calls are paid from it; null: every office without one of its own. */
    bureauId: uuid('bureau_id').references(() => organisations.id),
    /** 委託者コード, ten digits. */
    clientCode: text('client_code').notNull(),
    /** As the bank writes it: half-width kana, at most 40 bytes. */
    clientName: text('client_name').notNull(),
    bankCode: text('bank_code').notNull(),
    bankName: text('bank_name').notNull(),
    branchCode: text('branch_code').notNull(),
    branchName: text('branch_name').notNull(),
    /** 1 普通, 2 当座, 9 その他 */
    accountKind: text('account_kind').notNull(),
    accountNumber: text('account_number').notNull(),
    /** Whether the bank wants line breaks (CRLF) between records. */
    lineBreaks: boolean('line_breaks').notNull().default(true),
    /** Null: in use. Past transfers keep what their file said. */
    endedAt: moment('ended_at'),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    uniqueIndex('grant_payers_once')
      .on(sql`coalesce(${table.bureauId}, '00000000-0000-0000-0000-000000000000'::uuid)`)
      .where(sql`ended_at is null`),
    rowsSeenBy(anyOffice),
    rowsWrittenBy(accountants),
  ],
);

/** A file for one bank and one day. Its bytes are made from this row and its payments; the hash proves that they are the same. */
export const grantTransfers = pgTable(
  'grant_transfers',
  {
    id: id(),
    /** In the order of release, for people to say. */
    number: text('number').notNull(),
    bankCode: text('bank_code').notNull(),
    payOn: date('pay_on', { mode: 'string' }).notNull(),
    groups: jsonb('groups').$type<readonly HeaderGroup[]>().notNull(),
    lineBreaks: boolean('line_breaks').notNull(),
    records: integer('records').notNull(),
    totalYen: yen('total_yen').notNull(),
    /** Of the file's bytes. */
    sha256: text('sha256').notNull(),
    releasedBy: uuid('released_by').references(() => people.id),
    releasedAt: moment('released_at').notNull(),
    /** The bank did it: a statement says so, or a person. */
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: moment('confirmed_at'),
  },
  (table) => [
    unique('grant_transfers_number').on(table.number),
    index('grant_transfers_by_day').on(table.payOn),
    check('grant_transfers_some', sql`records > 0 and total_yen > 0`),
    rowsSeenBy(anyOffice),
    rowsWrittenBy(accountants),
  ],
);

/** Each handing out of a transfer's file: the first belongs to the release, a further one has a reason and a second person. */
export const grantTransferCopies = pgTable(
  'grant_transfer_copies',
  {
    id: id(),
    transferId: uuid('transfer_id')
      .notNull()
      .references(() => grantTransfers.id),
    /** 1 is the first. */
    copy: integer('copy').notNull(),
    /** Empty for the first. */
    reason: text('reason').notNull().default(''),
    askedBy: uuid('asked_by').references(() => people.id),
    askedAt: moment('asked_at').notNull(),
    allowedBy: uuid('allowed_by').references(() => people.id),
    allowedAt: moment('allowed_at'),
    takenBy: uuid('taken_by').references(() => people.id),
    takenAt: moment('taken_at'),
  },
  (table) => [
    unique('grant_transfer_copies_once').on(table.transferId, table.copy),
    check('grant_transfer_copies_two', sql`copy = 1 or allowed_by is null or allowed_by <> asked_by`),
    rowsSeenBy(anyOffice),
    rowsWrittenBy(sql`${accountants} or app_has_role('grant-approver')`),
  ],
);

/** 支払: what is owed goes to one account on one day. */
export const grantPayments = pgTable(
  'grant_payments',
  {
    id: id(),
    awardId: uuid('award_id')
      .notNull()
      .references(() => grantAwards.id),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    bureauId: uuid('bureau_id').notNull(),
    applicantId: uuid('applicant_id')
      .notNull()
      .references(() => grantApplicants.id),
    /** advance, final, one-shot, interest */
    kind: text('kind').notNull(),
    yen: yen('yen').notNull(),
    /** Not later, if a day of banks allows it. */
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** ordered, approved, released, confirmed, returned, cancelled: rules.ts */
    state: text('state').notNull().default('ordered'),
    /** The applicant's account as it stood when it was ordered (or put right since): what changes later does not reach it. */
    sealedAccount: text('sealed_account'),
    /** An officer compared account and passbook; needed wherever the name was converted with a doubt. */
    checkedBy: uuid('checked_by').references(() => people.id),
    checkedAt: moment('checked_at'),
    /** The account is another's, and a power of attorney (委任状) lies with the application. */
    delegated: boolean('delegated').notNull().default(false),
    orderedBy: uuid('ordered_by').references(() => people.id),
    orderedAt: moment('ordered_at').notNull(),
    approvedBy: uuid('approved_by').references(() => people.id),
    approvedAt: moment('approved_at'),
    transferId: uuid('transfer_id').references(() => grantTransfers.id),
    /** Place in the transfer's file, from 1; the bank sees it as 顧客コード1. */
    line: integer('line'),
    confirmedAt: moment('confirmed_at'),
    returnedOn: date('returned_on', { mode: 'string' }),
    /** A code of rules.ts: why it came back or was cancelled. */
    reason: text('reason'),
    /** The returned payment in whose place this one goes. */
    insteadOf: uuid('instead_of').references((): AnyPgColumn => grantPayments.id),
  },
  (table) => [
    index('grant_payments_by_award').on(table.awardId),
    index('grant_payments_by_call').on(table.callId, table.state),
    index('grant_payments_by_state').on(table.state, table.dueOn),
    unique('grant_payments_line').on(table.transferId, table.line),
    uniqueIndex('grant_payments_instead').on(table.insteadOf).where(sql`state <> 'cancelled'`),
    check('grant_payments_yen', sql`yen > 0`),
    check('grant_payments_two', sql`approved_by is null or ordered_by is null or approved_by <> ordered_by`),
    rowsSeenBy(grantMoney),
    rowsWrittenBy(grantMoney),
  ],
);

/** A bank statement that was read in; what its lines say is sealed with a key of its own. */
export const grantStatements = pgTable(
  'grant_statements',
  {
    id: id(),
    /** statement (入出金明細) or returns (振込不能) */
    kind: text('kind').notNull(),
    sha256: text('sha256').notNull(),
    /** Data key of `grant-statement:<id>`, sealed by the vault. Null: erased. */
    sealedKey: text('sealed_key'),
    readBy: uuid('read_by').references(() => people.id),
    readAt: moment('read_at').notNull(),
  },
  (table) => [
    unique('grant_statements_once').on(table.sha256),
    rowsSeenBy(accountants),
    rowsAddedBy(accountants),
    rowsChangedBy(sql`app_is_system()`),
  ],
);

export const grantStatementLines = pgTable(
  'grant_statement_lines',
  {
    id: id(),
    statementId: uuid('statement_id')
      .notNull()
      .references(() => grantStatements.id),
    line: integer('line').notNull(),
    day: date('day', { mode: 'string' }).notNull(),
    /** Above 0: money came in; below: it went out. */
    yen: yen('yen').notNull(),
    sealedText: text('sealed_text').notNull(),
    /** Blind index of the whole line: one that two statements share is taken once. */
    lineKey: text('line_key').notNull(),
    transferId: uuid('transfer_id').references(() => grantTransfers.id),
    paymentId: uuid('payment_id').references(() => grantPayments.id),
    /** open, matched, aside (not of grants) */
    state: text('state').notNull().default('open'),
    settledBy: uuid('settled_by').references(() => people.id),
    settledAt: moment('settled_at'),
  },
  (table) => [
    unique('grant_statement_lines_once').on(table.lineKey),
    index('grant_statement_lines_open').on(table.state, table.day),
    rowsSeenBy(accountants),
    rowsWrittenBy(accountants),
  ],
);
