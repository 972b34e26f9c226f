import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { carriesAt } from '../relations/tables.ts';

/**
 * What somebody decided about two rows that may be one person: joined (the cases of one now stand with the other; every row is
 * kept, so that it can be undone in whole) or different (not proposed again). Ids and codes; the reason is sealed.
 */
export const personJoins = pgTable(
  'person_joins',
  {
    id: id(),
    organisationId: uuid('organisation_id').notNull(),
    /** joined, different */
    decision: text('decision').notNull(),
    /** The person that stays, and the one whose cases moved; of `different`, just the two. */
    keptId: uuid('kept_id').notNull(),
    otherId: uuid('other_id').notNull(),
    /** Cases that moved, and go back when it is undone. */
    caseIds: uuid('case_ids').array().notNull().default(sql`'{}'`),
    /** On what it was proposed: joins/rules.ts */
    evidence: text('evidence').array().notNull().default(sql`'{}'`),
    /** Sealed with the kept person's data key. */
    sealedReason: text('sealed_reason').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at').notNull(),
    undoneBy: uuid('undone_by').references(() => people.id),
    undoneAt: moment('undone_at'),
    sealedUndoReason: text('sealed_undo_reason'),
  },
  (table) => [
    index('person_joins_by_kept').on(table.keptId),
    index('person_joins_by_other').on(table.otherId),
    rowsSeenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
    rowsWrittenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
  ],
);
