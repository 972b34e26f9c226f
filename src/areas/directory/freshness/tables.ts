import { sql } from 'drizzle-orm';
import { date, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

/** A letter to an owner about what has to be looked at: one a day at most, whoever runs the job how often. */
export const freshnessLetters = pgTable(
  'freshness_letters',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    sentOn: date('sent_on', { mode: 'string' }).notNull(),
    /** How many entries it named. */
    entries: integer('entries').notNull(),
  },
  (table) => [
    unique('freshness_letters_once').on(table.organisationId, table.sentOn),
    rowsSeenBy(sql`app_is_system() or app_has_role('directory-keeper')
      or app_has_role_at('directory-editor', organisation_id)`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
