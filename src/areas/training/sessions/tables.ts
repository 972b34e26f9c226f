import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { trainingCourses } from '../courses/tables.ts';

/** One date of a course: in a room, online, both, or a recording that is there from one moment to another. */
export const trainingSessions = pgTable(
  'training_sessions',
  {
    id: id(),
    courseId: uuid('course_id')
      .notNull()
      .references(() => trainingCourses.id),
    /** As the course's: row-level security asks it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** on-site, online, both, recording */
    way: text('way').notNull(),
    venue: text('venue').notNull().default(''),
    /** Null: as many as come. */
    quota: integer('quota'),
    entryFrom: date('entry_from').notNull(),
    /** The last day of entry. */
    entryUntil: date('entry_until').notNull(),
    cancelledAt: moment('cancelled_at'),
    cancelReason: text('cancel_reason'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('training_sessions_by_course').on(table.courseId, table.startsAt),
    index('training_sessions_by_start').on(table.startsAt),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('training-keeper', organisation_id)`),
  ],
);

/** Where a session is held online: for those who have a place in it, and for nobody else. */
export const trainingLinks = pgTable(
  'training_links',
  {
    sessionId: uuid('session_id')
      .primaryKey()
      .references(() => trainingSessions.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    url: text('url').notNull(),
  },
  () => [
    rowsSeenBy(sql`exists (select from training_entries e where e.session_id = training_links.session_id
      and e.person_id = app_person() and e.state = 'in')`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('training-keeper', organisation_id)`),
  ],
);
