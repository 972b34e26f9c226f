import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/** Why somebody who works here is shut out of a case: the row of `case_relations` shuts, this one says why. Whoever is barred sees neither case nor reason. */
export const caseBars = pgTable(
  'case_bars',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    relationId: uuid('relation_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Sealed with the case's key. */
    sealedReason: text('sealed_reason').notNull(),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
    endedBy: uuid('ended_by').references(() => people.id),
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('case_bars_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, 'violence')`),
    rowsWrittenBy(sql`case_writes(case_id, 'violence') and (app_is_system() or person_id <> app_person())`),
  ],
);
