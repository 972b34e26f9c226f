import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { caseFiles } from '../case-files/tables.ts';

const supervises = sql`app_has_role_at('case-supervisor', organisation_id)`;
const officer = sql`app_has_role('protection-officer')`;
/** How long words stay, and what went, is no secret of supervisors: the officer answers for it too. */
const seen = sql`app_is_system() or ${supervises} or ${officer}`;

/** Years after the end for which an organisation keeps each kind; without a row the usual years of rules.ts hold. */
export const retentionPeriods = pgTable(
  'retention_periods',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** case-file, text, slip, referral, view: rules.ts */
    kind: text('kind').notNull(),
    years: integer('years').notNull(),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organisationId, table.kind] }),
    rowsSeenBy(seen),
    rowsWrittenBy(sql`app_is_system() or ${supervises}`),
  ],
);

/** A hold: this case is not erased as long as somebody needs it (a lawsuit, an audit, a complaint). Who, why, until when. */
export const caseHolds = pgTable(
  'case_holds',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** Why, sealed with the case's data key. */
    sealed: text('sealed').notNull(),
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    placedBy: uuid('placed_by')
      .notNull()
      .references(() => people.id),
    placedAt: moment('placed_at').notNull(),
    liftedBy: uuid('lifted_by').references(() => people.id),
    liftedAt: moment('lifted_at'),
  },
  (table) => [
    index('case_holds_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, 'basic') or ${officer}`),
    rowsWrittenBy(sql`app_is_system() or (${supervises} and case_writes(case_id, 'basic'))`),
  ],
);

/** The person wants their words gone: one asks for it on their behalf, a second one decides. Codes only: nothing of it outlives them. */
export const erasureRequests = pgTable(
  'erasure_requests',
  {
    id: id(),
    caseId: uuid('case_id')
      .notNull()
      .references(() => caseFiles.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** demand, unlawful, mistaken: rules.ts */
    ground: text('ground').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    askedAt: moment('asked_at').notNull(),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    /** erased, refused */
    decision: text('decision'),
  },
  (table) => [
    index('erasure_requests_by_case').on(table.caseId),
    rowsSeenBy(sql`case_sees(case_id, 'basic') or ${officer}`),
    rowsWrittenBy(sql`case_writes(case_id, 'basic')`),
  ],
);

/** What was erased, in numbers. Added to, never changed. */
export const caseErasures = pgTable(
  'case_erasures',
  {
    id: id(),
    organisationId: uuid('organisation_id').notNull(),
    kind: text('kind').notNull(),
    /** schedule, demand */
    cause: text('cause').notNull(),
    /** The Tokyo day of the run. */
    ranOn: date('ran_on', { mode: 'string' }).notNull(),
    /** Years that held then; null on demand. */
    years: integer('years'),
    /** Cases or referrals, rows with words (of views: the rows), and keys that went. */
    things: integer('things').notNull(),
    words: integer('words').notNull(),
    keys: integer('keys').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('case_erasures_once').on(table.organisationId, table.kind, table.at),
    rowsSeenBy(seen),
    rowsAddedBy(sql`app_is_system()`),
  ],
);
