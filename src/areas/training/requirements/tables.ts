import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { trainingCourses } from '../courses/tables.ts';

/** The course without which a role is closed, from a day on. Rows end, they are not deleted. */
export const trainingRequirements = pgTable(
  'training_requirements',
  {
    id: id(),
    role: text('role').notNull(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => trainingCourses.id),
    since: moment('since').notNull(),
    createdAt: moment('created_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (table) => [
    uniqueIndex('training_requirements_once').on(table.role, table.courseId).where(sql`ended_at is null`),
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')`),
  ],
);
