import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { trainingSessions } from '../sessions/tables.ts';

/** A place in a session, or on its waiting list. Name and address are sealed; the address is known again by a blind index. */
export const trainingEntries = pgTable(
  'training_entries',
  {
    id: id(),
    sessionId: uuid('session_id')
      .notNull()
      .references(() => trainingSessions.id),
    organisationId: uuid('organisation_id').notNull(),
    /** Somebody with a sign-in here. */
    personId: uuid('person_id').references(() => people.id),
    audience: text('audience').notNull(),
    /** asked (mail not confirmed yet), in, waiting, cancelled */
    state: text('state').notNull(),
    lang: text('lang').notNull(),
    /** Blind index of the address: one person is one, in this session and over all. */
    mark: text('mark').notNull(),
    sealedKey: text('sealed_key'),
    /** { name, mail, from }; null once it was erased. */
    sealed: text('sealed'),
    tokenHash: text('token_hash').notNull(),
    /** The order of the waiting list. */
    askedAt: moment('asked_at').notNull(),
    mailedAt: moment('mailed_at'),
    attendedAt: moment('attended_at'),
    /** code, list */
    attendedBy: text('attended_by'),
    /** Tries of the code in the span that `code_slot` names. */
    codeSlot: text('code_slot').notNull().default(''),
    codeTries: integer('code_tries').notNull().default(0),
    surveyedAt: moment('surveyed_at'),
  },
  (table) => [
    unique('training_entries_once').on(table.sessionId, table.mark),
    unique('training_entries_token').on(table.tokenHash),
    index('training_entries_by_person').on(table.personId),
    rowsSeenBy(sql`person_id = app_person()`),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('training-keeper', organisation_id)`),
  ],
);
