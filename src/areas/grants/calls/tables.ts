import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy, yen } from '#platform/database/columns.ts';
import type { Text } from '#platform/i18n.ts';
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
    /** Why it was ended before its last day, or cancelled: for everybody. */
    endNote: jsonb('end_note').$type<Text>(),
    endedAt: moment('ended_at'),
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
    /** What is new in it, for everybody; the first needs none. */
    note: jsonb('note').$type<Text>().notNull().default({ ja: '', en: '' }),
    /** Counts the changes of a draft: who saves says which one they saw. */
    revision: integer('revision').notNull().default(0),
    /** Everybody who wrote in it: none of them publishes it. */
    editors: uuid('editors').array().notNull().default(sql`'{}'`),
    proposedAt: moment('proposed_at'),
    proposedBy: uuid('proposed_by').references(() => people.id),
    /** What the approver wants to be changed first. */
    returnReason: text('return_reason'),
    /** Null: a draft, which only the office sees. The newest published one holds. */
    publishedAt: moment('published_at'),
    publishedBy: uuid('published_by').references(() => people.id),
    editedBy: uuid('edited_by').references(() => people.id),
    editedAt: moment('edited_at').notNull(),
  },
  (table) => [
    unique('grant_call_versions_once').on(table.callId, table.version),
    uniqueIndex('grant_call_versions_draft').on(table.callId).where(sql`published_at is null`),
    rowsSeenBy(sql`published_at is not null or app_has_role('secretariat') or ${grantStaff}`),
    rowsWrittenBy(grantStaff),
  ],
);

/** More or less money for a call: asked with a reason, decided by somebody else; a yes is a move of the ledger (its source). */
export const grantBudgetChanges = pgTable(
  'grant_budget_changes',
  {
    id: id(),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id, { onDelete: 'cascade' }),
    bureauId: uuid('bureau_id').notNull(),
    /** Not 0; below it the call gets less. */
    yen: yen('yen').notNull(),
    reason: text('reason').notNull(),
    askedBy: uuid('asked_by').references(() => people.id),
    askedAt: moment('asked_at').notNull(),
    /** asked, approved, declined */
    state: text('state').notNull().default('asked'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
  },
  (table) => [
    index('grant_budget_changes_by_call').on(table.callId, table.askedAt),
    rowsSeenBy(sql`app_has_role('secretariat') or ${grantMoney}`),
    rowsWrittenBy(grantStaff),
  ],
);

/** Who wants to hear of calls by mail. The address is sealed; nobody who works here reads it. */
export const grantSubscriptions = pgTable(
  'grant_subscriptions',
  {
    id: id(),
    /** groups, persons: calls of this kind; null with a call: that one. */
    audience: text('audience'),
    callId: uuid('call_id').references(() => grantCalls.id, { onDelete: 'cascade' }),
    lang: text('lang').notNull(),
    /** Blind index of the address: one address asks once for one thing. */
    addressMark: text('address_mark').notNull(),
    /** Data key of `grant-subscription:<id>`, sealed by the vault, and what it opens: the address. */
    sealedKey: text('sealed_key').notNull(),
    sealed: text('sealed').notNull(),
    /** Of the link that confirms, and later the one that ends it. */
    tokenHash: text('token_hash').notNull(),
    confirmedAt: moment('confirmed_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('grant_subscriptions_once').on(table.addressMark, sql`coalesce(call_id::text, audience)`),
    unique('grant_subscriptions_token').on(table.tokenHash),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** What somebody was told already: a job that runs again writes nobody twice. */
export const grantNotices = pgTable(
  'grant_notices',
  {
    subscriptionId: uuid('subscription_id')
      .notNull()
      .references(() => grantSubscriptions.id, { onDelete: 'cascade' }),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id, { onDelete: 'cascade' }),
    /** published, or closing:<the day> */
    what: text('what').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.subscriptionId, table.callId, table.what] }),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
