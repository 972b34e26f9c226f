import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsChangedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantStaff } from '../calls/tables.ts';

/** Whom the office asked to read an application, and whether something speaks against them reading it. */
export const grantAssignments = pgTable(
  'grant_assignments',
  {
    id: id(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    reviewerId: uuid('reviewer_id')
      .notNull()
      .references(() => people.id),
    /** asked, free (no conflict of interest: reads), conflicted (reads nothing any more), done */
    state: text('state').notNull().default('asked'),
    assignedBy: uuid('assigned_by').references(() => people.id),
    assignedAt: moment('assigned_at').notNull(),
    answeredAt: moment('answered_at'),
    endedAt: moment('ended_at'),
  },
  (table) => [
    unique('grant_assignments_once').on(table.applicationId, table.reviewerId),
    index('grant_assignments_by_reviewer').on(table.reviewerId, table.state),
    rowsSeenBy(sql`reviewer_id = app_person() or ${grantStaff}`),
    rowsWrittenBy(grantStaff),
    rowsChangedBy(sql`reviewer_id = app_person()`),
  ],
);
