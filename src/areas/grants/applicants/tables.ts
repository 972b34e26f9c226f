import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

const anyOffice = sql`app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver') or app_has_role('accountant')`;

/** Who asks and who is paid: groups by their public name; of a person, everything is sealed. */
export const grantApplicants = pgTable(
  'grant_applicants',
  {
    id: id(),
    /** corporation, unincorporated, individual */
    kind: text('kind').notNull(),
    /** A group's public name; null for an individual. */
    name: text('name'),
    /** 法人番号, 13 digits with check digit. */
    corporateNumber: text('corporate_number'),
    /** Blind index of name and address for those without a number: the same group is found again. */
    sameKey: text('same_key'),
    /** The organisation of the product, where it has one. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    /** Data key of `grant-applicant:<id>`, sealed by the vault. Null: erased. */
    sealedKey: text('sealed_key'),
    /** Representative, address, mail, telephone (and an individual's name). */
    sealedContact: text('sealed_contact'),
    /** Bank, branch, kind, number, name in kana. */
    sealedAccount: text('sealed_account'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('grant_applicants_number').on(table.corporateNumber),
    index('grant_applicants_same').on(table.sameKey),
    rowsSeenBy(anyOffice),
    rowsWrittenBy(sql`app_is_system() or app_has_role('grant-officer')`),
  ],
);
