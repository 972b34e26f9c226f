import { sql } from 'drizzle-orm';
import { check, date, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { grantApplications } from '../applications/tables.ts';
import { grantBenefits } from '../benefits/tables.ts';
import { grantStaff } from '../calls/tables.ts';

const approver = sql`app_is_system() or app_has_role_at('grant-approver', bureau_id)`;

/** Years after the end for which an office keeps each kind; without a row the usual years of rules.ts hold. */
export const grantRetentionPeriods = pgTable(
  'grant_retention_periods',
  {
    bureauId: uuid('bureau_id')
      .notNull()
      .references(() => organisations.id),
    /** benefit, application, draft: rules.ts */
    kind: text('kind').notNull(),
    years: integer('years').notNull(),
    changedBy: uuid('changed_by').references(() => people.id),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.bureauId, table.kind] }),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(approver),
  ],
);

/** This benefit or application is not erased as long as somebody needs it. Who, why, until when. */
export const grantHolds = pgTable(
  'grant_holds',
  {
    id: id(),
    bureauId: uuid('bureau_id').notNull(),
    benefitId: uuid('benefit_id').references(() => grantBenefits.id, { onDelete: 'cascade' }),
    applicationId: uuid('application_id').references(() => grantApplications.id, { onDelete: 'cascade' }),
    /** Why, sealed with the key of what is held. */
    sealed: text('sealed').notNull(),
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    placedBy: uuid('placed_by').references(() => people.id),
    placedAt: moment('placed_at').notNull(),
    liftedBy: uuid('lifted_by').references(() => people.id),
    liftedAt: moment('lifted_at'),
  },
  (table) => [
    index('grant_holds_by_benefit').on(table.benefitId),
    index('grant_holds_by_application').on(table.applicationId),
    check('grant_holds_one', sql`num_nonnulls(benefit_id, application_id) = 1`),
    rowsSeenBy(grantStaff),
    rowsWrittenBy(approver),
  ],
);

/** What was erased, in numbers: the proof that it went. Added to, never changed. */
export const grantErasures = pgTable(
  'grant_erasures',
  {
    id: id(),
    /** Null: of every office (statements of banks). */
    bureauId: uuid('bureau_id'),
    kind: text('kind').notNull(),
    /** The Tokyo day of the run. */
    ranOn: date('ran_on', { mode: 'string' }).notNull(),
    /** Years that held then. */
    years: integer('years').notNull(),
    /** Benefits, applications or statements; rows that held words; keys that went. */
    things: integer('things').notNull(),
    words: integer('words').notNull(),
    keys: integer('keys').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('grant_erasures_once').on(table.bureauId, table.kind, table.at),
    rowsSeenBy(
      sql`${grantStaff} or (bureau_id is null and (app_has_role('grant-officer') or app_has_role('grant-approver')))`,
    ),
    rowsAddedBy(sql`app_is_system()`),
  ],
);
