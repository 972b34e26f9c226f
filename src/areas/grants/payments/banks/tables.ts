import { sql } from 'drizzle-orm';
import { date, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';

/** 金融機関・支店: what banks publish of themselves, as the office took it over last; nothing in it is about anybody. */
export const grantBranches = pgTable(
  'grant_branches',
  {
    /** Four digits. */
    bank: text('bank').notNull(),
    /** Three digits. */
    branch: text('branch').notNull(),
    bankName: text('bank_name').notNull(),
    /** Half-width, as a transfer file writes it. */
    bankKana: text('bank_kana').notNull(),
    branchName: text('branch_name').notNull(),
    branchKana: text('branch_kana').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bank, table.branch] }),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('accountant')`),
  ],
);

/** Each time the register was taken over: by whom, and as of which day it holds. */
export const grantBankRegisters = pgTable(
  'grant_bank_registers',
  {
    id: id(),
    /** As of this day. */
    asOf: date('as_of', { mode: 'string' }).notNull(),
    branches: integer('branches').notNull(),
    banks: integer('banks').notNull(),
    personId: uuid('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  () => [
    rowsSeenBy(sql`app_is_system() or app_has_role('accountant')`),
    rowsAddedBy(sql`app_is_system() or app_has_role('accountant')`),
  ],
);
