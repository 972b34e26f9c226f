import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { programs } from '../../programs/programs/tables.ts';
import { fiscalYears } from '../../programs/years/tables.ts';
import type { CallTerms } from './terms.ts';

/** Officers and approvers of the office that answers for the call. */
export const grantStaff = sql`app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id)`;
/** Whoever sees money: the office, and the accountants. */
export const grantMoney = sql`app_is_system() or app_has_role_at('grant-officer', bureau_id) or app_has_role_at('grant-approver', bureau_id) or app_has_role('accountant')`;

/** 公募・募集: what is asked, paid and expected stands in its versions; here is only what finds it. */
export const grantCalls = pgTable(
  'grant_calls',
  {
    id: id(),
    /** In the public URL. */
    slug: text('slug').notNull(),
    fiscalYear: integer('fiscal_year')
      .notNull()
      .references(() => fiscalYears.year),
    /** The program whose measures its figures are. */
    programId: uuid('program_id').references(() => programs.id),
    bureauId: uuid('bureau_id')
      .notNull()
      .references(() => organisations.id),
    /** 款・項・目・節, as the budget has it. */
    budgetLine: text('budget_line').notNull().default(''),
    /** subsidy (申請 → 交付決定 → 実績報告 → 額の確定) or one-shot (申請兼請求) */
    shape: text('shape').notNull(),
    /** groups or persons */
    audience: text('audience').notNull(),
    /** draft, published, ended, cancelled */
    state: text('state').notNull().default('draft'),
    /** Last year's call, whose answers fill this one in. */
    previousId: uuid('previous_id').references((): AnyPgColumn => grantCalls.id),
    illustrative: boolean('illustrative').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('grant_calls_slug').on(table.slug),
    index('grant_calls_by_program').on(table.programId),
    rowsSeenBy(sql`state <> 'draft' or app_has_role('secretariat') or ${grantStaff}`),
    rowsWrittenBy(grantStaff),
  ],
);

/** The terms of a call as they were published; an application keeps the version that it was written under. */
export const grantCallVersions = pgTable(
  'grant_call_versions',
  {
    id: id(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    version: integer('version').notNull(),
    terms: jsonb('terms').$type<CallTerms>().notNull(),
    /** Null: a draft, which only the office sees. The newest published one holds. */
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    editedBy: uuid('edited_by').references(() => people.id),
    editedAt: moment('edited_at').notNull(),
  },
  (table) => [
    unique('grant_call_versions_once').on(table.callId, table.version),
    rowsSeenBy(sql`published_at is not null or app_has_role('secretariat') or ${grantStaff}`),
    rowsWrittenBy(grantStaff),
  ],
);
