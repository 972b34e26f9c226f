import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/** やること: something promised on a case, by a day, with somebody who answers for it. */
export const caseTasks = pgTable(
  'case_tasks',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The case's own organisation. */
    homeId: uuid('home_id').notNull(),
    /** What, sealed with the case's data key. */
    sealed: text('sealed').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    ownerId: uuid('owner_id')
      .notNull()
      .references(() => people.id),
    /** The row of the plan or the meeting from which it came. */
    planItemId: uuid('plan_item_id'),
    meetingId: uuid('meeting_id'),
    doneAt: moment('done_at'),
    doneBy: uuid('done_by').references(() => people.id),
    /** Its owner was told that it is overdue; days later the supervisors were. */
    remindedAt: moment('reminded_at'),
    escalatedAt: moment('escalated_at'),
    version: integer('version').notNull().default(1),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('case_tasks_by_case').on(table.caseId),
    index('case_tasks_open').on(table.ownerId, table.dueOn).where(sql`done_at is null`),
    index('case_tasks_due').on(table.homeId, table.dueOn).where(sql`done_at is null`),
    rowsSeenBy(sql`case_sees(case_id, 'record')`),
    rowsWrittenBy(sql`case_writes(case_id, 'record')`),
  ],
);
