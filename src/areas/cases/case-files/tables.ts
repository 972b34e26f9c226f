import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsRemovedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { persons } from '../persons/tables.ts';
import { carriesAt } from '../relations/tables.ts';

/** Sub-selects, so that a list asks once and not for every row: relations/guards.sql. */
const given = sql.raw(`id = any ((select cases_given())::uuid[])`);
const barred = sql.raw(`(has_barred and id = any ((select cases_barred())::uuid[]))`);
const written = sql`app_is_system() or (${carriesAt('organisation_id')} and not ${barred})`;

/**
 * 支援ケース: one for the way of one person (or of somebody whose name is not known) with one organisation, from the first word to
 * settled life. Only codes, days and numbers stand here: what the national statistics count. Whoever the person is stands in
 * `persons`, what was said in `case_answers`, both sealed.
 */
export const caseFiles = pgTable(
  'case_files',
  {
    id: id(),
    /** 受付番号 of the organisation: `2025-0012`, fiscal year and running number. */
    number: text('number').notNull(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** Null: not known who it is, or not told. */
    personId: uuid('person_id').references(() => persons.id),
    /** The case's data key, sealed by the vault; null when erased. */
    sealedKey: text('sealed_key'),
    /** The consultation it grew from. */
    contactId: uuid('contact_id'),
    assignedTo: uuid('assigned_to').references(() => people.id),
    /** received, screened, consented, assessed, planned, met, decided, provided, reviewed, closed, broken-off: rules.ts */
    step: text('step').notNull(),
    receivedOn: date('received_on', { mode: 'string' }).notNull(),
    route: text('route'),
    worries: text('worries').array().notNull().default(sql`'{}'`),
    mainWorry: text('main_worry'),
    municipality: text('municipality'),
    ageBand: text('age_band'),
    sex: text('sex'),
    /** Result of the screening, 1 to 5 of the national form. */
    screening: text('screening'),
    screenedOn: date('screened_on', { mode: 'string' }),
    consentedOn: date('consented_on', { mode: 'string' }),
    assessedOn: date('assessed_on', { mode: 'string' }),
    /** Of the plan that runs: how many plans there were, and its days. */
    planRound: integer('plan_round').notNull().default(0),
    plannedOn: date('planned_on', { mode: 'string' }),
    metOn: date('met_on', { mode: 'string' }),
    decidedOn: date('decided_on', { mode: 'string' }),
    reviewedOn: date('reviewed_on', { mode: 'string' }),
    /** The next thing that somebody promised (モニタリング, 面談, follow-up). */
    nextOn: date('next_on', { mode: 'string' }),
    closedOn: date('closed_on', { mode: 'string' }),
    closeReason: text('close_reason'),
    fadesAt: moment('fades_at'),
    hasBarred: boolean('has_barred').notNull().default(false),
    /** Somebody looks for this person: hard stops on print, export and address. */
    isProtected: boolean('is_protected').notNull().default(false),
    /** Not to be erased while a hold stands. */
    isHeld: boolean('is_held').notNull().default(false),
    version: integer('version').notNull().default(1),
    openedAt: moment('opened_at').notNull(),
    touchedAt: moment('touched_at').notNull(),
    erasedAt: moment('erased_at'),
  },
  (table) => [
    unique('case_files_number').on(table.organisationId, table.number),
    // In the order of the lists, so that a page of them reads no more than itself.
    index('case_files_mine')
      .on(table.assignedTo, table.nextOn, table.receivedOn, table.id)
      .where(sql`closed_on is null`),
    index('case_files_open')
      .on(table.organisationId, table.nextOn, table.receivedOn, table.id)
      .where(sql`closed_on is null`),
    index('case_files_ended').on(table.organisationId, table.closedOn).where(sql`closed_on is not null`),
    index('case_files_of_organisation').on(table.organisationId, table.receivedOn),
    index('case_files_screened').on(table.organisationId, table.screenedOn),
    index('case_files_of_person').on(table.personId),
    rowsSeenBy(sql`app_is_system() or ((${carriesAt('organisation_id')} or ${given}) and not ${barred})`),
    rowsAddedBy(written),
    rowsChangedBy(written),
    rowsRemovedBy(written),
  ],
);

/** The last 受付番号 of an organisation in a fiscal year. */
export const caseNumbers = pgTable(
  'case_numbers',
  {
    organisationId: uuid('organisation_id').notNull(),
    fiscalYear: integer('fiscal_year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.fiscalYear] }),
    rowsSeenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
    rowsWrittenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
  ],
);
