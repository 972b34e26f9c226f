import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { trainingSessions } from '../sessions/tables.ts';

/** What somebody said after a session. Nothing leads from here to who said it, no moment either. */
export const trainingSurveys = pgTable(
  'training_surveys',
  {
    id: id(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => trainingSessions.id),
    organisationId: uuid('organisation_id').notNull(),
    /** 1 not at all … 4 very */
    understood: integer('understood').notNull(),
    useful: integer('useful').notNull(),
    words: text('words').notNull(),
  },
  (table) => [
    index('training_surveys_by_session').on(table.sessionId),
    rowsSeenBy(sql`app_has_role_at('training-keeper', organisation_id)`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
