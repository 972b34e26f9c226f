import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

const seen = sql`case_sees(case_id, 'basic')`;
const written = sql`case_writes(case_id, 'basic')`;

/**
 * プラン: one for each round (初回, 再プラン). Where it stands follows from its days (`rules.ts`), as with the case itself: agreed by
 * the person, looked at in a meeting, decided by the supervisor, running from its first day, reviewed.
 */
export const casePlans = pgTable(
  'case_plans',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The case's own organisation. */
    homeId: uuid('home_id').notNull(),
    /** 1: the first plan; 2 and more: 再プラン. */
    round: integer('round').notNull(),
    madeOn: date('made_on', { mode: 'string' }).notNull(),
    madeBy: uuid('made_by').references(() => people.id),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    /** 次回モニタリング */
    monitorOn: date('monitor_on', { mode: 'string' }),
    /** 就労支援対象者: aims at ordinary employment within this plan. */
    isEmploymentTarget: boolean('is_employment_target').notNull().default(false),
    /** 本人同意・申込: the person has agreed to this plan and applies for what it uses. */
    agreedOn: date('agreed_on', { mode: 'string' }),
    /** signed, spoken, chat, line, proxy: as with consents */
    agreedHow: text('agreed_how'),
    /** 支援調整会議, and whether the plan fits: fits, to-change */
    metOn: date('met_on', { mode: 'string' }),
    metResult: text('met_result'),
    /** 支援決定 (decided: uses programs of the Act) or 確認 (confirmed). */
    decision: text('decision'),
    decidedOn: date('decided_on', { mode: 'string' }),
    decidedBy: uuid('decided_by').references(() => people.id),
    /** Sent back by the supervisor, with words among the plan's texts. */
    returnedOn: date('returned_on', { mode: 'string' }),
    reviewedOn: date('reviewed_on', { mode: 'string' }),
    /** Counts up with each change of the plan, its texts or its items: a form says which one it was made from. */
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (table) => [
    unique('case_plans_round').on(table.caseId, table.round),
    index('case_plans_made').on(table.homeId, table.madeOn),
    rowsSeenBy(seen),
    rowsWrittenBy(written),
  ],
);

/** Issues and goals in words, sealed with the case's data key, a row for each class of fields. */
export const casePlanTexts = pgTable(
  'case_plan_texts',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => casePlans.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    class: text('class').notNull(),
    sealed: text('sealed').notNull(),
  },
  (table) => [
    unique('case_plan_texts_once').on(table.planId, table.class),
    rowsSeenBy(sql`case_sees(case_id, class)`),
    rowsWrittenBy(sql`case_writes(case_id, class)`),
  ],
);

/** A row of the plan: what is done, by whom, from when to when. */
export const casePlanItems = pgTable(
  'case_plan_items',
  {
    id: id(),
    planId: uuid('plan_id')
      .notNull()
      .references(() => casePlans.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    position: integer('position').notNull(),
    /** person, family, own, related */
    bearer: text('bearer').notNull(),
    /** 関係機関・関係者 of the national list, when it is one of them. */
    related: text('related'),
    /** 法に基づく事業等 of form 5; null: none of them. */
    program: text('program'),
    startsOn: date('starts_on', { mode: 'string' }),
    endsOn: date('ends_on', { mode: 'string' }),
    /** Done, or no longer needed. */
    doneOn: date('done_on', { mode: 'string' }),
    class: text('class').notNull().default('basic'),
    /** What, and how often: { what, note } */
    sealed: text('sealed').notNull(),
    /** The meeting that decided it. */
    meetingId: uuid('meeting_id'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('case_plan_items_by_plan').on(table.planId, table.position),
    index('case_plan_items_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, class)`),
    rowsWrittenBy(sql`case_writes(case_id, class)`),
  ],
);
