import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsRemovedBy, rowsSeenBy } from '#platform/database/columns.ts';

/** Who looked at which case, when, and by what they stood to it: each look. For the officer and the case's supervisors. */
export const caseViews = pgTable(
  'case_views',
  {
    id: id(),
    caseId: uuid('case_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    personId: uuid('person_id'),
    at: moment('at').notNull(),
    /** case, intake, assessment, plan, sheet, timeline, … */
    what: text('what').notNull(),
    /** The strongest of relations/rules.ts at that moment. */
    as: text('as').notNull(),
  },
  (table) => [
    index('case_views_by_case').on(table.caseId, table.at),
    index('case_views_by_person').on(table.personId, table.at),
    rowsSeenBy(
      sql`app_is_system() or app_has_role('protection-officer') or app_has_role_at('case-supervisor', organisation_id)`,
    ),
    rowsAddedBy(sql`app_is_system() or person_id = app_person()`),
    // After the years that the organisation keeps them: retention.
    rowsRemovedBy(sql`app_is_system()`),
  ],
);
