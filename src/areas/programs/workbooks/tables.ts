import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { rounds } from '../rounds/tables.ts';

/** A workbook that came back, checked and waiting for a person to say «take it over». */
export const workbookReturns = pgTable(
  'workbook_returns',
  {
    id: id(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    fileId: uuid('file_id').notNull(),
    personId: uuid('person_id').notNull(),
    uploadedAt: moment('uploaded_at').notNull(),
    /** The changes and the errors found, as shown in the preview. */
    findings: jsonb('findings').$type<Record<string, unknown>>().notNull(),
    /** waiting, refused, applied, dropped */
    status: text('status').notNull(),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    index('workbook_returns_by_round').on(table.roundId),
    rowsSeenBy(sql`app_is_system() or app_has_role('secretariat') or app_is_member_of(organisation_id)`),
    rowsWrittenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)`,
    ),
  ],
);
