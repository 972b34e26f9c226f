import { sql } from 'drizzle-orm';
import { boolean, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { carriesAt } from '../relations/tables.ts';

/** 支援措置: somebody looks for this person. For a year, renewed from a month before its end; only days and codes stand here. */
export const protections = pgTable(
  'case_protections',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    homeId: uuid('home_id').notNull(),
    /** dv, stalking, child-abuse, alike: A to D of the national form */
    ground: text('ground').notNull(),
    /** The protection of the person at the same address that this one goes with. */
    withId: uuid('with_id'),
    beginsOn: date('begins_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    /** The last letter about its end. */
    remindedAt: moment('reminded_at'),
    endedAt: moment('ended_at'),
    endedBy: uuid('ended_by').references(() => people.id),
    /** asked, no-danger, moved-away, mistaken */
    endReason: text('end_reason'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('case_protections_by_case').on(table.caseId),
    index('case_protections_ends').on(table.endedAt, table.endsOn),
    uniqueIndex('case_protections_one').on(table.caseId).where(sql`ended_at is null`),
    rowsSeenBy(sql`case_sees(case_id, 'basic')`),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);

/** 相手方 and the people at the same address, in words: sealed with the case's key, for those who may see of violence. */
export const protectionWords = pgTable(
  'case_protection_words',
  {
    protectionId: uuid('protection_id')
      .primaryKey()
      .references(() => protections.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    sealed: text('sealed').notNull(),
  },
  () => [
    rowsSeenBy(sql`case_sees(case_id, 'violence')`),
    rowsWrittenBy(sql`case_writes(case_id, 'violence')`),
  ],
);

/** Somebody asks to open what is protected, to print, to export or to change the address: a second person decides, and minutes pass. */
export const openings = pgTable(
  'case_openings',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    homeId: uuid('home_id').notNull(),
    /** open, print, export, address: rules.ts */
    what: text('what').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    /** Sealed with the case's key. */
    sealedReason: text('sealed_reason').notNull(),
    askedAt: moment('asked_at').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    granted: boolean('granted'),
    /** What was granted ends by itself. */
    endsAt: moment('ends_at'),
  },
  (table) => [
    index('case_openings_by_case').on(table.caseId, table.askedAt),
    index('case_openings_waiting').on(table.homeId, table.decidedAt),
    rowsSeenBy(
      sql`app_is_system() or app_has_role('protection-officer') or (${carriesAt('home_id')} and case_sees(case_id, 'basic'))`,
    ),
    rowsAddedBy(
      sql`app_is_system() or (asked_by = app_person() and decided_at is null and case_sees(case_id, 'basic'))`,
    ),
    // A decision is written by the product alone, once it has seen that it is somebody else's.
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
