import { sql } from 'drizzle-orm';
import { pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { caseFiles } from '../case-files/tables.ts';

/** What a counsellor handed on with a contact that became a case: the words that they chose with the person, and no others. */
export const caseHandOffs = pgTable(
  'case_hand_offs',
  {
    caseId: uuid('case_id')
      .primaryKey()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The contact may be erased before the case: no foreign key. */
    contactId: uuid('contact_id').notNull(),
    /** The desk (organisation) from which it came. */
    deskId: uuid('desk_id').notNull(),
    /** Sealed with the case's data key. */
    sealed: text('sealed').notNull(),
    handedBy: uuid('handed_by').notNull(),
    handedAt: moment('handed_at').notNull(),
  },
  () => [
    rowsSeenBy(sql`case_sees(case_id, 'record')`),
    rowsWrittenBy(sql`app_is_system() or case_writes(case_id, 'record')`),
  ],
);
