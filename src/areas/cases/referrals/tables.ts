import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseBases } from '../bases/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { carriesAt } from '../relations/tables.ts';

const ofSender = sql`case_sees(case_id, 'basic')`;
/** Whoever is shut out of the case by name receives nothing of it either; a sub-select, so that a list asks once. */
const notBarred = sql.raw(`not (case_id = any ((select cases_barred())::uuid[]))`);
/** The receiving organisation, once it was sent: the line of it, with states and days. */
const ofReceiver = sql`(state <> 'draft' and ${carriesAt('to_organisation_id')} and ${notBarred})`;
const ofOnward = sql`(${carriesAt('onward_by')} and ${notBarred})`;

/** つなぐ: one case to one organisation, until the sender has heard how it ended. Codes and moments only; what is told is sealed in `referral_shares`. */
export const referrals = pgTable(
  'referrals',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The sender: the case's own organisation. */
    homeId: uuid('home_id').notNull(),
    /** Entry of the directory, and who answers for it; an organisation without an account answers by link or telephone. */
    serviceId: uuid('service_id').notNull(),
    toOrganisationId: uuid('to_organisation_id').notNull(),
    basisId: uuid('basis_id')
      .notNull()
      .references(() => caseBases.id),
    /** draft, requested, accepted, in-progress, on-hold, completed, rejected, failed, cancelled, closed: rules.ts */
    state: text('state').notNull(),
    urgent: boolean('urgent').notNull().default(false),
    /** The receiver must not contact the person by themselves. */
    contactProhibited: boolean('contact_prohibited').notNull().default(false),
    /** The data key of what was told, sealed by the vault: a receiver opens this and nothing else. Null: stopped. */
    sealedKey: text('sealed_key'),
    /** Code of the reason of the last state. */
    reason: text('reason'),
    outcome: text('outcome'),
    /** Since when it stands in its state. */
    stateAt: moment('state_at').notNull().default(sql`now()`),
    requestedAt: moment('requested_at'),
    acceptedAt: moment('accepted_at'),
    contactedAt: moment('contacted_at'),
    servedAt: moment('served_at'),
    remindedAt: moment('reminded_at'),
    escalatedAt: moment('escalated_at'),
    outcomeAskedAt: moment('outcome_asked_at'),
    closedAt: moment('closed_at'),
    /** Further receivers, asked in this order when one declines or does not answer: entries of the directory. */
    furtherServiceIds: uuid('further_service_ids').array().notNull().default(sql`'{}'`),
    /** Who asks the next of them: sender, product */
    advancedBy: text('advanced_by').notNull().default('sender'),
    /** The receiver of the previous referral who passes the person on: they are the sender then, and the case's organisation sees states only. */
    onwardBy: uuid('onward_by'),
    /** The referral that this one follows: the next in order, or passed on by its receiver. */
    previousId: uuid('previous_id'),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('referrals_by_case').on(table.caseId),
    index('referrals_sent').on(table.homeId, table.state),
    index('referrals_received').on(table.toOrganisationId, table.state),
    // One case is with one organisation only once at a time.
    unique('referrals_once').on(table.caseId, table.toOrganisationId, table.closedAt).nullsNotDistinct(),
    rowsSeenBy(sql`${ofSender} or ${ofReceiver} or ${ofOnward}`),
    rowsWrittenBy(sql`case_writes(case_id, 'record') or ${ofReceiver} or ${ofOnward}`),
  ],
);

/** What was told, field by field as the sender chose, a row for each class; the receiver reads it while the referral stands. */
export const referralShares = pgTable(
  'referral_shares',
  {
    id: id(),
    referralId: uuid('referral_id')
      .notNull()
      .references(() => referrals.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    toOrganisationId: uuid('to_organisation_id').notNull(),
    /** As of the referral: what a receiver passes on is told by them, and not read by the case's organisation. */
    onwardBy: uuid('onward_by'),
    class: text('class').notNull(),
    sealed: text('sealed').notNull(),
  },
  (table) => [
    unique('referral_shares_once').on(table.referralId, table.class),
    rowsSeenBy(
      sql`app_is_system() or (onward_by is null and case_sees(case_id, class)) or ${ofOnward} or (${carriesAt('to_organisation_id')} and ${notBarred} and exists (select from referrals r
        where r.id = referral_id and r.state in ('requested', 'accepted', 'in-progress', 'on-hold', 'completed')))`,
    ),
    rowsWrittenBy(sql`app_is_system() or (onward_by is null and case_writes(case_id, class))`),
  ],
);

/** Links by which an organisation without an account answers. Only the hash is kept. */
export const referralLinks = pgTable(
  'referral_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    referralId: uuid('referral_id')
      .notNull()
      .references(() => referrals.id, { onDelete: 'cascade' }),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
  },
  () => [rowsSeenBy(sql`app_is_system()`), rowsWrittenBy(sql`app_is_system()`)],
);

/** Each move: who did it on which side, by which way. Codes, and a reason in words for the other side, sealed with the referral's key. */
export const referralMoves = pgTable(
  'referral_moves',
  {
    id: id(),
    referralId: uuid('referral_id')
      .notNull()
      .references(() => referrals.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    toOrganisationId: uuid('to_organisation_id').notNull(),
    move: text('move').notNull(),
    /** account, link, telephone, product */
    by: text('by').notNull(),
    personId: uuid('person_id').references(() => people.id),
    reason: text('reason'),
    sealedReason: text('sealed_reason'),
    onwardBy: uuid('onward_by'),
    at: moment('at').notNull(),
  },
  (table) => [
    index('referral_moves_by_referral').on(table.referralId, table.at),
    rowsSeenBy(
      sql`case_sees(case_id, 'basic') or (${carriesAt('to_organisation_id')} and ${notBarred}) or ${ofOnward}`,
    ),
    rowsAddedBy(sql`app_is_system() or (person_id = app_person() and ${notBarred})`),
    rowsChangedBy(sql`app_is_system()`),
  ],
);
