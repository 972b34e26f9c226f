import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
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
import { people } from '#platform/people/tables.ts';
import { grantApplicants } from '../applicants/tables.ts';
import { grantCalls, grantCallVersions, grantStaff } from '../calls/tables.ts';

/** The office, and a reviewer to whom it was given and against whom nothing speaks. `application`: the column of the row. */
function officeOrReviewer(application: string) {
  return sql`${grantStaff} or exists (select from grant_assignments a where a.application_id = ${sql.raw(application)}
    and a.reviewer_id = app_person() and a.state in ('free', 'done') and a.ended_at is null)`;
}

/** 申請. States only; answers are sealed, applicants are reached by their links. */
export const grantApplications = pgTable(
  'grant_applications',
  {
    id: id(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    /** The version of the terms that it was written under: it stays. */
    versionId: uuid('version_id')
      .notNull()
      .references(() => grantCallVersions.id),
    bureauId: uuid('bureau_id').notNull(),
    /** Null until the group has said who it is. */
    applicantId: uuid('applicant_id').references(() => grantApplicants.id),
    /** For benefits to persons: who it is for, known by a key only (benefits). */
    recipientId: uuid('recipient_id'),
    /** web, paper, telephone, partner */
    door: text('door').notNull(),
    /** draft, submitted, returned, checked, decided, refused, withdrawn: rules.ts */
    state: text('state').notNull().default('draft'),
    /** 受付番号, at submission. */
    number: text('number'),
    /** What it is one application for: the group, site or municipality of the call's `unit`; null while not known. */
    unitKey: text('unit_key'),
    askedYen: yen('asked_yen'),
    /** Data key of `grant-application:<id>`, sealed by the vault. Null: erased. */
    sealedKey: text('sealed_key'),
    /** SHA-256 over answers and papers, as the receipt shows it. */
    receiptHash: text('receipt_hash'),
    version: integer('version').notNull().default(0),
    /** Of paper and telephone: the day of the postmark or the call, which is held against the window. */
    receivedOn: date('received_on'),
    submittedAt: moment('submitted_at'),
    decidedAt: moment('decided_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('grant_applications_number').on(table.number),
    index('grant_applications_by_call').on(table.callId, table.state, table.submittedAt),
    index('grant_applications_sent').on(table.callId, table.submittedAt, table.id),
    index('grant_applications_by_applicant').on(table.applicantId),
    uniqueIndex('grant_applications_once')
      .on(table.callId, table.unitKey)
      .where(sql`state in ('submitted', 'returned', 'checked', 'decided')`),
    rowsSeenBy(officeOrReviewer('grant_applications.id')),
    rowsWrittenBy(grantStaff),
  ],
);

/** One row for each question, sealed with the application's key; two who write at once see both. */
export const grantAnswers = pgTable(
  'grant_answers',
  {
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    code: text('code').notNull(),
    sealed: text('sealed').notNull(),
    version: integer('version').notNull().default(1),
    /** A link of the application, or a person of the office; null: taken over from last year, and nobody has written there since. */
    changedBy: uuid('changed_by'),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.code] }),
    rowsSeenBy(officeOrReviewer('grant_answers.application_id')),
    rowsWrittenBy(grantStaff),
  ],
);

/** Links by which a group comes back to its application, one for each who writes on it. Only the hash is kept. */
export const grantEditors = pgTable(
  'grant_editors',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    tokenHash: text('token_hash').notNull(),
    /** Name and mail, sealed with the application's key. */
    sealed: text('sealed').notNull(),
    /** Blind index of the mail address: whoever lost a link gets a new one sent there. */
    mailKey: text('mail_key').notNull(),
    invitedBy: uuid('invited_by'),
    endedAt: moment('ended_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('grant_editors_token').on(table.tokenHash),
    index('grant_editors_by_application').on(table.applicationId),
    index('grant_editors_by_mail').on(table.mailKey),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** Papers and photographs that came with an application or a report. */
export const grantPapers = pgTable(
  'grant_papers',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    /** `paper.code` of the terms; `scan` for the whole paper form. */
    code: text('code').notNull(),
    /** Its bytes are sealed with the application's key: without the key they are noise. */
    fileId: uuid('file_id').notNull(),
    /** The name under which it came. */
    sealedName: text('sealed_name').notNull(),
    mediaType: text('media_type').notNull(),
    bytes: integer('bytes').notNull(),
    /** Of the paper as it came; a file that no longer has it raises an alarm. */
    sha256: text('sha256').notNull(),
    /** clean, or unscanned where no scanner is set */
    scan: text('scan').notNull(),
    addedBy: uuid('added_by'),
    addedAt: moment('added_at').notNull(),
    /** When its bytes were last held against the hash. */
    checkedAt: moment('checked_at'),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('grant_papers_by_application').on(table.applicationId, table.code),
    rowsSeenBy(officeOrReviewer('grant_papers.application_id')),
    rowsWrittenBy(grantStaff),
  ],
);

/** What happened to an application: moves, with a reason in words, sealed. Added only; retention empties the words. */
export const grantSteps = pgTable(
  'grant_steps',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    move: text('move').notNull(),
    personId: uuid('person_id').references(() => people.id),
    sealedReason: text('sealed_reason'),
    at: moment('at').notNull(),
  },
  (table) => [
    index('grant_steps_by_application').on(table.applicationId, table.at),
    rowsSeenBy(officeOrReviewer('grant_steps.application_id')),
    rowsAddedBy(grantStaff),
    rowsChangedBy(sql`app_is_system()`),
  ],
);

/** Who changed which part last, and when: of several people on one application, each sees what the others did. */
export const grantChanges = pgTable(
  'grant_changes',
  {
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    /** A question, or `@papers`. */
    code: text('code').notNull(),
    /** A link of the application, or a person of the office. */
    changedBy: uuid('changed_by').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.code, table.changedBy] }),
    rowsSeenBy(officeOrReviewer('grant_changes.application_id')),
    rowsWrittenBy(grantStaff),
  ],
);

/** Something that was received is not what it was. It stays until somebody has looked into it. */
export const grantAlarms = pgTable(
  'grant_alarms',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    paperId: uuid('paper_id').references(() => grantPapers.id, { onDelete: 'cascade' }),
    /** missing, changed: a paper; receipt: the answers; report: 実績報告 */
    kind: text('kind').notNull(),
    foundAt: moment('found_at').notNull(),
    seenBy: uuid('seen_by').references(() => people.id),
    seenAt: moment('seen_at'),
    /** What somebody found out, sealed with the application's key. */
    sealedNote: text('sealed_note'),
  },
  (table) => [
    unique('grant_alarms_once').on(table.applicationId, table.paperId, table.kind).nullsNotDistinct(),
    index('grant_alarms_open').on(table.bureauId, table.seenAt),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);

/** The last 受付番号 of a fiscal year. */
export const grantCounters = pgTable(
  'grant_counters',
  { fiscalYear: integer('fiscal_year').primaryKey(), last: integer('last').notNull() },
  () => [
    rowsSeenBy(sql`app_is_system() or app_has_role('grant-officer')`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('grant-officer')`),
  ],
);
