import { sql } from 'drizzle-orm';
import { check, date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsSeenBy,
  rowsWrittenBy,
  yen,
} from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import { people } from '#platform/people/tables.ts';
import { grantBudgetChanges, grantCalls, grantStaff } from '../../calls/tables.ts';
import { benefitReaders, grantBenefits } from '../tables.ts';

/** Money that was given for a call: each is a move of its budget. A donor who is a person has no name here. */
export const grantDonations = pgTable(
  'grant_donations',
  {
    id: id(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    bureauId: uuid('bureau_id').notNull(),
    /** company, group, person, crowdfunding, public: rules.ts */
    kind: text('kind').notNull(),
    donor: text('donor').notNull().default(''),
    yen: yen('yen').notNull(),
    receivedOn: date('received_on').notNull(),
    /** The change of the budget that it asked for: a second person agrees. */
    changeId: uuid('change_id')
      .notNull()
      .references(() => grantBudgetChanges.id),
    personId: uuid('person_id').references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('grant_donations_by_call').on(table.callId, table.receivedOn),
    check('grant_donations_positive', sql`yen > 0`),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(grantStaff),
  ],
);

/** 受け渡し: from the group to the person against a receipt, or back to the fund. Added; the office confirms. */
export const grantHandOns = pgTable(
  'grant_hand_ons',
  {
    id: id(),
    benefitId: uuid('benefit_id')
      .notNull()
      .references(() => grantBenefits.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    /** hand-on or return */
    kind: text('kind').notNull(),
    yen: yen('yen').notNull(),
    on: date('on').notNull(),
    /** cash, transfer, goods: rules.ts; of a return, null */
    way: text('way'),
    fileId: uuid('file_id').references(() => files.id),
    /** Of the receipt, as it was when it came. */
    sha256: text('sha256'),
    /** Of the paper, which may stand behind several hand-ons. */
    receiptId: uuid('receipt_id'),
    /** Data key of `grant-receipt:<receipt_id>`, sealed by the vault; its bytes are sealed with it. */
    sealedKey: text('sealed_key'),
    mediaType: text('media_type'),
    /** clean, or unscanned where no scanner is set */
    scan: text('scan'),
    personId: uuid('person_id').references(() => people.id),
    at: moment('at').notNull(),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: moment('confirmed_at'),
  },
  (table) => [
    index('grant_hand_ons_by_benefit').on(table.benefitId, table.at),
    check('grant_hand_ons_positive', sql`yen > 0`),
    rowsSeenBy(benefitReaders),
    rowsAddedBy(benefitReaders),
    rowsChangedBy(grantStaff),
  ],
);
