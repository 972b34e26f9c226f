import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';
import { carriesAt } from '../relations/tables.ts';

const hosts = sql`(${carriesAt('home_id')} and case_writes(case_id, 'basic'))`;
const seesAtHome = sql`(${carriesAt('home_id')} and case_sees(case_id, 'basic'))`;

/** 支援調整会議, 支援会議 …: about one case, for a window of time. Codes and moments only; every word of it is a paper, sealed with the meeting's own key. */
export const meetings = pgTable(
  'case_meetings',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    /** The case's own organisation, which calls the meeting. */
    homeId: uuid('home_id').notNull(),
    /** Name and Act always together: two Acts know a 支援会議, two know a 支援調整会議. rules.ts */
    kind: text('kind').notNull(),
    act: text('act').notNull(),
    /** consent: what is said belongs to the case · sealed: without consent, it stays in the meeting */
    lane: text('lane').notNull(),
    /** plan, review, share */
    purpose: text('purpose').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** The window in which members see what they were given. */
    opensAt: moment('opens_at').notNull(),
    closesAt: moment('closes_at').notNull(),
    /** The meeting's data key, sealed by the vault; null when erased. */
    sealedKey: text('sealed_key'),
    calledBy: uuid('called_by').references(() => people.id),
    heldAt: moment('held_at'),
    /** Whether the plan fits: fits, to-change */
    result: text('result'),
    cancelledAt: moment('cancelled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('case_meetings_by_case').on(table.caseId, table.startsAt),
    unique('case_meetings_lane').on(table.id, table.lane),
    rowsSeenBy(sql`app_is_system() or ${seesAtHome} or meeting_member(id)`),
    rowsWrittenBy(sql`app_is_system() or ${hosts}`),
  ],
);

/** Who takes part. Reads nothing before the promise of secrecy, and then what was chosen for them, while the window is open. */
export const meetingMembers = pgTable(
  'case_meeting_members',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => meetings.id, { onDelete: 'cascade' }),
    caseId: uuid('case_id').notNull(),
    homeId: uuid('home_id').notNull(),
    /** Null: somebody without an account, whose name stands on paper only. */
    personId: uuid('person_id').references(() => people.id),
    organisationId: uuid('organisation_id'),
    /** Name and organisation of somebody without an account, sealed with the meeting's key. */
    sealedName: text('sealed_name'),
    /** Classes of the case's fields that they may see. */
    classes: text('classes').array().notNull().default(sql`'{}'`),
    /** The consent that names their organisation. */
    basisId: uuid('basis_id'),
    /** The row of `case_relations` by which they see into the case. */
    relationId: uuid('relation_id'),
    isChair: boolean('is_chair').notNull().default(false),
    readsFrom: moment('reads_from').notNull(),
    /** Null: of the calling organisation, which keeps the minutes. */
    readsUntil: moment('reads_until'),
    /** The promise of secrecy: when, and the words that were shown. */
    swornAt: moment('sworn_at'),
    wordsShown: text('words_shown').notNull().default(''),
    attended: boolean('attended'),
  },
  (table) => [
    uniqueIndex('case_meeting_members_once').on(table.meetingId, table.personId),
    index('case_meeting_members_by_person').on(table.personId),
    rowsSeenBy(sql`app_is_system() or person_id = app_person() or ${seesAtHome}`),
    rowsWrittenBy(sql`app_is_system() or ${hosts}`),
  ],
);

/** Agenda, link, requests and answers, decisions, minutes: each sealed with the meeting's key. */
export const meetingPapers = pgTable(
  'case_meeting_papers',
  {
    id: id(),
    meetingId: uuid('meeting_id').notNull(),
    caseId: uuid('case_id').notNull(),
    homeId: uuid('home_id').notNull(),
    /** The meeting's; the foreign key holds it to that. */
    lane: text('lane').notNull(),
    /** agenda, link, request, answer, decision, minutes */
    kind: text('kind').notNull(),
    sealed: text('sealed').notNull(),
    /** Of a request: whom it asks. */
    toMemberId: uuid('to_member_id').references(() => meetingMembers.id, { onDelete: 'cascade' }),
    /** Of an answer: the request. */
    answersId: uuid('answers_id'),
    /** Of a decision: the item of the plan that it became. */
    planItemId: uuid('plan_item_id'),
    version: integer('version').notNull().default(1),
    writtenBy: uuid('written_by').references(() => people.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    index('case_meeting_papers_by_meeting').on(table.meetingId),
    foreignKey({
      name: 'case_meeting_papers_lane',
      columns: [table.meetingId, table.lane],
      foreignColumns: [meetings.id, meetings.lane],
    }).onDelete('cascade'),
    rowsSeenBy(sql`app_is_system() or meeting_sworn(meeting_id)
      or (lane = 'consent' and ${carriesAt('home_id')} and case_sees(case_id, 'record'))`),
    rowsAddedBy(sql`app_is_system() or (kind = 'answer' and meeting_sworn(meeting_id))`),
    rowsWrittenBy(sql`app_is_system() or (${carriesAt('home_id')} and case_writes(case_id, 'basic')
      and (lane = 'consent' or meeting_sworn(meeting_id)))`),
  ],
);
