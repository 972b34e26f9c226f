import { sql } from 'drizzle-orm';
import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

/** The ledger of lawful bases: consents, urgencies. Nothing leaves a case without one; what is withdrawn stops everything that stood on it. */
export const caseBases = pgTable(
  'case_bases',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    homeId: uuid('home_id').notNull(),
    /** consent, urgency */
    lane: text('lane').notNull(),
    classes: text('classes').array().notNull(),
    /** Whom it names; of an urgency, who broke the glass. */
    organisationIds: uuid('organisation_ids').array().notNull().default(sql`'{}'`),
    personId: uuid('person_id').references(() => people.id),
    /** signed, spoken, chat, line, proxy */
    how: text('how'),
    /** Purpose of a consent, reason of an urgency: sealed with the case's key. */
    sealedPurpose: text('sealed_purpose').notNull(),
    /** The words that the person was shown or read, as they stood then. */
    wordsShown: text('words_shown').notNull().default(''),
    givenOn: date('given_on', { mode: 'string' }).notNull(),
    untilOn: date('until_on', { mode: 'string' }),
    /** Of an urgency: when it ends by itself, and who was told. */
    endsAt: moment('ends_at'),
    toldPersonId: uuid('told_person_id').references(() => people.id),
    /** The told person has looked at it and said so. */
    seenAt: moment('seen_at'),
    /** The last letter that it still waits to be looked at. */
    remindedAt: moment('reminded_at'),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnHow: text('withdrawn_how'),
    createdBy: uuid('created_by').references(() => people.id),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    index('case_bases_by_case').on(table.caseId),
    rowsSeenBy(
      sql`case_sees(case_id, 'basic') or person_id = app_person() or told_person_id = app_person() or app_has_role('protection-officer')`,
    ),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);
