import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/**
 * 支援経過記録: what was done, when, with whom, for how long. A record is not overwritten: a correction is a new row, and the
 * corrected one stays with the moment from which it no longer counts (`replaced_at`); whoever counts leaves those out.
 */
export const caseRecords = pgTable(
  'case_records',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The case's own organisation. */
    homeId: uuid('home_id').notNull(),
    /** 対応方法: rules.ts. 同行 (`accompaniment`) is an activity of its own, with place and minutes. */
    kind: text('kind').notNull(),
    /** person, family, organisation */
    withWhom: text('with_whom').array().notNull().default(sql`'{}'`),
    /** 関係機関・関係者 of the national list that took part. */
    related: text('related').array().notNull().default(sql`'{}'`),
    startedAt: moment('started_at').notNull(),
    /** Null: not measured. */
    minutes: integer('minutes'),
    /** Where: a code; the place in words is sealed. */
    place: text('place'),
    /** What was provided on the case: rules.ts. Null: contact only. */
    service: text('service'),
    /** Of a service that lasts (protection, housing): its days; without an end it goes on. */
    fromOn: date('from_on', { mode: 'string' }),
    untilOn: date('until_on', { mode: 'string' }),
    /** モニタリング of the plan of this round. */
    isMonitoring: boolean('is_monitoring').notNull().default(false),
    planRound: integer('plan_round').notNull().default(0),
    class: text('class').notNull().default('record'),
    /** { body, place, names, next } */
    sealed: text('sealed').notNull(),
    nextOn: date('next_on', { mode: 'string' }),
    correctsId: uuid('corrects_id'),
    replacedAt: moment('replaced_at'),
    writtenBy: uuid('written_by').references(() => people.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    index('case_records_by_case').on(table.caseId, table.startedAt),
    index('case_records_counted').on(table.homeId, table.startedAt, table.service),
    rowsSeenBy(sql`case_sees(case_id, class)`),
    rowsWrittenBy(sql`case_writes(case_id, class)`),
  ],
);
