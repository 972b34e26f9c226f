import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsChangedBy, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantCalls, grantStaff } from '../calls/tables.ts';

/** Whom the office asked to read an application, and whether something speaks against them reading it. */
export const grantAssignments = pgTable(
  'grant_assignments',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    /** 受付番号 and a group's public name: all that a reviewer sees before they say that nothing speaks against them. */
    number: text('number').notNull().default(''),
    subject: text('subject').notNull().default(''),
    dueOn: date('due_on'),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => people.id),
    /** asked, free (no conflict of interest: reads), conflicted (reads nothing any more), done */
    state: text('state').notNull().default('asked'),
    /** Why not: member, family, money, other; a code, no words. */
    conflict: text('conflict'),
    assignedBy: uuid('assigned_by').references(() => people.id),
    assignedAt: moment('assigned_at').notNull(),
    answeredAt: moment('answered_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    unique('grant_assignments_once').on(table.applicationId, table.reviewerId),
    index('grant_assignments_by_reviewer').on(table.reviewerId, table.state),
    index('grant_assignments_by_call').on(table.callId, table.state),
    rowsSeenBy(sql`reviewer_id = app_person() or ${grantStaff}`),
    rowsWrittenBy(grantStaff),
    rowsChangedBy(sql`reviewer_id = app_person()`),
  ],
);

const ownOpen = sql`exists (select from grant_assignments a where a.id = assignment_id and a.reviewer_id = app_person()
  and a.state in ('free', 'done') and a.ended_at is null)`;

/** What a reviewer found: ticks, points and words, sealed with the application's key; only the sum is a number. */
export const grantAssessments = pgTable(
  'grant_assessments',
  {
    assignmentId: uuid('assignment_id')
      .primaryKey()
      .references(() => grantAssignments.id, { onDelete: 'cascade' }),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    sealed: text('sealed').notNull(),
    /** Points reached, and the most that the call's criteria give. */
    points: integer('points').notNull().default(0),
    most: integer('most').notNull().default(0),
    version: integer('version').notNull().default(1),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('grant_assessments_by_application').on(table.applicationId),
    rowsSeenBy(sql`${ownOpen} or ${grantStaff}`),
    rowsWrittenBy(sql`app_is_system() or ${ownOpen}`),
  ],
);

/** The office's own checklist of an application: which points of the terms are ticked. */
export const grantChecklists = pgTable(
  'grant_checklists',
  {
    applicationId: uuid('application_id')
      .primaryKey()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    ticked: jsonb('ticked').$type<readonly string[]>().notNull(),
    /** The office's note, sealed with the application's key. */
    sealedNote: text('sealed_note'),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  () => [rowsSeenBy(grantStaff), rowsWrittenBy(grantStaff)],
);

/** By what two applications are found to ask for the same: blind indexes, of any office. Written at each submission. */
export const grantMarks = pgTable(
  'grant_marks',
  {
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id),
    /** applicant, account, mail, phone, cost */
    kind: text('kind').notNull(),
    key: text('key').notNull(),
    /** Of a cost. */
    yen: yen('yen'),
  },
  (table) => [
    primaryKey({ columns: [table.applicationId, table.kind, table.key] }),
    index('grant_marks_by_key').on(table.key, table.kind),
    // Across offices: the same cost is asked for twice at two of them. A mark tells nothing by itself.
    rowsSeenBy(sql`app_is_system() or app_has_role('grant-officer') or app_has_role('grant-approver')`),
    rowsWrittenBy(grantStaff),
  ],
);
