import { sql } from 'drizzle-orm';
import { date, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { grantStaff } from '../../calls/tables.ts';
import { grantAwards } from '../tables.ts';
import type { TaxFacts } from '../../settlements/taxes/rules.ts';

/** What is asked for, or found, after a decision: 変更承認, 中止・廃止, 概算払, 消費税の報告, 取消. */
export const grantAwardChanges = pgTable(
  'grant_award_changes',
  {
    id: id(),
    awardId: uuid('award_id')
      .notNull()
      .references(() => grantAwards.id),
    bureauId: uuid('bureau_id').notNull(),
    /** change, abolish, advance, tax, cancel: rules.ts */
    kind: text('kind').notNull(),
    /** asked, returned, checked, approved, refused, withdrawn: rules.ts */
    state: text('state').notNull(),
    /** The link of the group that asked; null: somebody of the office, or by paper. */
    editorId: uuid('editor_id'),
    /** change, abolish, cancel: the amount decided from then on; advance: what is paid; tax: what goes back. */
    yen: yen('yen').notNull(),
    /** The new period, of a change; the last day, of an abolition. */
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    /** By when an advance is needed, or a return is due. */
    dueOn: date('due_on', { mode: 'string' }),
    /** Numbers from which the tax follows. */
    tax: jsonb('tax').$type<TaxFacts>(),
    /** Why, in the group's or the office's words; what the office answered. Sealed with the application's key. */
    sealedReason: text('sealed_reason').notNull(),
    sealedAnswer: text('sealed_answer'),
    askedAt: moment('asked_at').notNull(),
    checkedBy: uuid('checked_by').references(() => people.id),
    checkedAt: moment('checked_at'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    uniqueIndex('grant_award_changes_open_once')
      .on(table.awardId, table.kind)
      .where(sql`state in ('asked', 'returned', 'checked')`),
    index('grant_award_changes_by_award').on(table.awardId, table.askedAt),
    index('grant_award_changes_waiting').on(table.bureauId, table.state),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(grantStaff),
  ],
);
