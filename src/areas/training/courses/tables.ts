import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

/** What is taught, to whom, and how long it holds. Public, like all that invites people. */
export const trainingCourses = pgTable(
  'training_courses',
  {
    id: id(),
    /** Who keeps it. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    titleJa: text('title_ja').notNull(),
    titleEn: text('title_en'),
    purpose: text('purpose').notNull(),
    content: text('content').notNull(),
    audiences: text('audiences').array().notNull(),
    /** How long a certificate holds; null: it does not end. */
    validMonths: integer('valid_months'),
    closedAt: moment('closed_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('training_courses_by_organisation').on(table.organisationId),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('training-keeper', organisation_id)`),
  ],
);
