import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { programs } from '../programs/tables.ts';
import { rounds } from '../rounds/tables.ts';

/** What a bureau owes in a round for one program, and how far it is. The content stands at the program (measures, results). */
export const entries = pgTable(
  'entries',
  {
    id: id(),
    roundId: uuid('round_id')
      .notNull()
      .references(() => rounds.id),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id),
    /** The bureau, as of the opening of the round. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** owed, draft, submitted, returned, accepted */
    status: text('status').notNull().default('owed'),
    version: integer('version').notNull().default(0),
    submittedAt: moment('submitted_at'),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    unique('entries_once').on(table.roundId, table.programId),
    index('entries_by_organisation').on(table.organisationId),
    rowsSeenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver') or app_is_member_of(organisation_id)`,
    ),
    rowsWrittenBy(
      sql`app_is_system() or app_has_role('secretariat') or app_has_role_at('reporter', organisation_id)`,
    ),
  ],
);

const seesEntry = sql`app_is_system() or app_has_role('secretariat') or app_has_role('approver')
  or exists (select from entries e where e.id = entry_id and app_is_member_of(e.organisation_id))`;

/** The conversation and the steps of an entry: submitted, returned with comment, accepted, remark. */
export const entryNotes = pgTable(
  'entry_notes',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    kind: text('kind').notNull(),
    personName: text('person_name').notNull(),
    words: text('words').notNull().default(''),
  },
  (table) => [index('entry_notes_by_entry').on(table.entryId), rowsSeenBy(seesEntry), rowsAddedBy(seesEntry)],
);

/** Who changed what: one row per changed field. */
export const entryChanges = pgTable(
  'entry_changes',
  {
    id: id(),
    entryId: uuid('entry_id')
      .notNull()
      .references(() => entries.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    personName: text('person_name').notNull(),
    /** form or workbook */
    via: text('via').notNull(),
    field: text('field').notNull(),
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    index('entry_changes_by_entry').on(table.entryId),
    rowsSeenBy(seesEntry),
    rowsAddedBy(seesEntry),
  ],
);
