import { sql } from 'drizzle-orm';
import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/** 終結後のフォローアップ: a day on which somebody asks how things are, after a case has ended; what they heard is a code, and words that are sealed. */
export const caseFollowUps = pgTable(
  'case_follow_ups',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The case's own organisation. */
    homeId: uuid('home_id').notNull(),
    dueOn: date('due_on', { mode: 'string' }).notNull(),
    /** Its worker was told; days later the supervisors were. */
    remindedAt: moment('reminded_at'),
    escalatedAt: moment('escalated_at'),
    doneOn: date('done_on', { mode: 'string' }),
    doneBy: uuid('done_by').references(() => people.id),
    /** well, so-so, needs-help, not-reached: rules.ts */
    result: text('result'),
    /** Sealed with the case's data key. */
    sealed: text('sealed'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('case_follow_ups_by_case').on(table.caseId),
    index('case_follow_ups_due').on(table.homeId, table.dueOn).where(sql`done_on is null`),
    rowsSeenBy(sql`case_sees(case_id, 'record')`),
    rowsWrittenBy(sql`case_writes(case_id, 'record')`),
  ],
);
