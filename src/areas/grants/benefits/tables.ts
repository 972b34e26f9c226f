import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
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
import { grantApplications } from '../applications/tables.ts';
import { grantAwards } from '../awards/tables.ts';
import { grantCalls, grantCallVersions, grantStaff } from '../calls/tables.ts';
import type { Checked } from './rules.ts';

/** The group or desk that accompanies the person, and the office that answers for the call. */
export const benefitReaders = sql`${grantStaff} or app_has_role_at('grant-partner', organisation_id)
  or app_has_role_at('case-worker', organisation_id) or app_has_role_at('case-supervisor', organisation_id)`;

/**
 * That it is the same person, and nothing else: a blind index of name and birth. Read and written by `benefit_recipient()` alone, so
 * that no group learns where else somebody asked.
 */
export const grantRecipients = pgTable(
  'grant_recipients',
  {
    id: id(),
    blind: text('blind').notNull(),
    createdAt: moment('created_at').notNull().defaultNow(),
  },
  (table) => [
    unique('grant_recipients_blind').on(table.blind),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** 給付: asked for with a person, decided by rules of one version. Who it is and what they told is sealed. */
export const grantBenefits = pgTable(
  'grant_benefits',
  {
    id: id(),
    /** Counts up; the number on paper is made of it. */
    serial: integer('serial').generatedAlwaysAsIdentity(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    /** The rules that hold for it: they stay. */
    versionId: uuid('version_id')
      .notNull()
      .references(() => grantCallVersions.id),
    bureauId: uuid('bureau_id').notNull(),
    /** Who asks with the person. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    recipientId: uuid('recipient_id')
      .notNull()
      .references(() => grantRecipients.id),
    /** asked, returned, checked, decided, refused, withdrawn, cancelled: rules.ts */
    state: text('state').notNull().default('asked'),
    /** Code of the call's uses. */
    use: text('use').notNull(),
    ageBand: text('age_band').notNull(),
    /** Where the person lives and what worries them, as codes for counting alone: told at the asking, or '' for not told. */
    municipality: text('municipality').notNull().default(''),
    worry: text('worry').notNull().default(''),
    /** What the rules gave, with the interest of instalments. */
    yen: yen('yen').notNull(),
    /** Condition by condition, as it was found on the day of asking. */
    checked: jsonb('checked').$type<readonly Checked[]>().notNull(),
    /** Data key of `grant-benefit:<id>`, sealed by the vault. Null: erased. */
    sealedKey: text('sealed_key'),
    /** Name, reading, birth, and what was told for the conditions. */
    sealed: text('sealed'),
    /** Who is paid, known from the check on. */
    payeeId: uuid('payee_id').references(() => grantApplicants.id),
    awardId: uuid('award_id').references(() => grantAwards.id),
    /** What was decided on: letters about it lie there. */
    applicationId: uuid('application_id').references(() => grantApplications.id),
    /** Of the case whose plan it stands on, a blind index of its desk and number: by it the person's own page finds it, and nobody else. */
    caseKey: text('case_key'),
    askedBy: uuid('asked_by').references(() => people.id),
    checkedBy: uuid('checked_by').references(() => people.id),
    decidedBy: uuid('decided_by').references(() => people.id),
    askedOn: date('asked_on').notNull(),
    decidedOn: date('decided_on'),
    /** What came of it: code of the call's outcomes. */
    outcome: text('outcome'),
    outcomeOn: date('outcome_on'),
    sealedOutcome: text('sealed_outcome'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('grant_benefits_award').on(table.awardId),
    index('grant_benefits_by_case').on(table.caseKey),
    index('grant_benefits_by_call').on(table.callId, table.state, table.serial),
    index('grant_benefits_by_organisation').on(table.organisationId, table.serial),
    index('grant_benefits_by_recipient').on(table.recipientId, table.callId),
    rowsSeenBy(benefitReaders),
    rowsWrittenBy(benefitReaders),
  ],
);

/** What happened to it, with a reason in words, sealed. Added only; retention empties the words. */
export const grantBenefitSteps = pgTable(
  'grant_benefit_steps',
  {
    id: id(),
    benefitId: uuid('benefit_id')
      .notNull()
      .references(() => grantBenefits.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    step: text('step').notNull(),
    personId: uuid('person_id').references(() => people.id),
    sealedReason: text('sealed_reason'),
    at: moment('at').notNull(),
  },
  (table) => [
    index('grant_benefit_steps_by_benefit').on(table.benefitId, table.at),
    rowsSeenBy(benefitReaders),
    rowsAddedBy(benefitReaders),
    rowsChangedBy(sql`app_is_system()`),
  ],
);
