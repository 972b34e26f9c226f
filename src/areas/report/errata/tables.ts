import { sql } from 'drizzle-orm';
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { editions } from '../editions/tables.ts';

/** A correction of a published edition, shown beside the old value; approved by a second person. */
export const errata = pgTable(
  'errata',
  {
    id: id(),
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    /** figure: measure and period; text: a field of a program. */
    kind: text('kind').notNull(),
    /** The program's page in the edition. */
    slug: text('slug').notNull(),
    programId: uuid('program_id').notNull(),
    measureId: uuid('measure_id'),
    period: text('period'),
    /** For texts: summary, evaluation, nextStep. */
    field: text('field'),
    oldValue: text('old_value').notNull(),
    newValue: text('new_value').notNull(),
    reason: text('reason').notNull(),
    /** proposed, published, refused */
    status: text('status').notNull(),
    proposedBy: uuid('proposed_by').notNull(),
    proposedAt: moment('proposed_at').notNull(),
    decidedBy: uuid('decided_by'),
    /** Null when refused. */
    publishedAt: moment('published_at'),
  },
  (table) => [
    index('errata_by_edition').on(table.editionId),
    rowsSeenBy(
      sql`status = 'published' or app_is_system() or app_has_role('secretariat') or app_has_role('approver')`,
    ),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver')`),
  ],
);
