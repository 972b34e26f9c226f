import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsRemovedBy,
  rowsSeenBy,
} from '#platform/database/columns.ts';

/** The officer everywhere, supervisors where they are; nobody of a case from which they are shut out by name. */
const shownTo = sql`app_is_system() or ((app_has_role('protection-officer') or app_has_role_at('case-supervisor', organisation_id))
  and (case_id is null or not case_id = any((select cases_barred())::uuid[])))`;

/** Who looked at which case, when, and by what they stood to it: each look. For the officer and the case's supervisors. */
export const caseViews = pgTable(
  'case_views',
  {
    id: id(),
    caseId: uuid('case_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    /** Null: whoever holds the mailed link of a referral. */
    personId: uuid('person_id'),
    /** Where the reader works, when it is not the case's own organisation. */
    readerAt: uuid('reader_at'),
    at: moment('at').notNull(),
    /** case, intake, assessment, plan, sheet, timeline, … */
    what: text('what').notNull(),
    /** The strongest of relations/rules.ts at that moment; received, link: of a referral, what was told in it. */
    as: text('as').notNull(),
  },
  (table) => [
    index('case_views_by_case').on(table.caseId, table.at),
    index('case_views_by_person').on(table.personId, table.at),
    index('case_views_by_time').on(table.at),
    rowsSeenBy(shownTo),
    rowsAddedBy(sql`app_is_system() or person_id = app_person()`),
    // After the years that its organisation keeps them: retention.
    rowsRemovedBy(sql`app_is_system()`),
  ],
);

/** Reading that is not as usual: found by rule from days, hours and counts, looked into and answered by the officer. */
export const viewAlerts = pgTable(
  'case_view_alerts',
  {
    id: id(),
    /** many, others, again, night, after-end, glass, own-name: rules.ts */
    rule: text('rule').notNull(),
    personId: uuid('person_id').notNull(),
    /** Where the reader was reading. */
    organisationId: uuid('organisation_id').notNull(),
    /** Only when it is about one case. */
    caseId: uuid('case_id'),
    /** The day (Tokyo) of the reading. */
    day: date('day', { mode: 'string' }).notNull(),
    count: integer('count').notNull(),
    raisedAt: moment('raised_at').notNull(),
    /** explained, talked, reported, mistaken */
    result: text('result'),
    /** What was found out, sealed; its data key, sealed by the vault. */
    sealedAnswer: text('sealed_answer'),
    sealedKey: text('sealed_key'),
    answeredBy: uuid('answered_by'),
    answeredAt: moment('answered_at'),
  },
  (table) => [
    unique('case_view_alerts_once')
      .on(table.rule, table.personId, table.day, table.caseId)
      .nullsNotDistinct(),
    index('case_view_alerts_open').on(table.answeredAt, table.raisedAt),
    rowsSeenBy(shownTo),
    rowsAddedBy(sql`app_is_system()`),
    // Nobody answers for their own reading.
    rowsChangedBy(sql`app_is_system() or (app_has_role('protection-officer') and person_id <> app_person())`),
  ],
);
