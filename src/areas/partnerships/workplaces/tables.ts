import { sql } from 'drizzle-orm';
import {
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { grantApplications } from '../../grants/applications/tables.ts';
import { grantCalls } from '../../grants/calls/tables.ts';

const office = sql.raw(
  `app_is_system() or app_has_role('work-officer') or app_has_role('concierge') or app_has_role('approver')`,
);
const agent = sql.raw(`app_has_role_at('workplace-agent', organisation_id)`);

/** 就労訓練事業所: what it offers, in its own words. Public from its certification on, until that ends. */
export const workplaces = pgTable(
  'workplaces',
  {
    id: id(),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    name: text('name').notNull(),
    /** company, npo, welfare, cooperative, public, other: legal persons only */
    legalForm: text('legal_form').notNull(),
    /** 法人番号, 13 digits. */
    corporateNumber: text('corporate_number').notNull(),
    municipality: text('municipality').notNull(),
    tasks: text('tasks').array().notNull().default(sql`'{}'`),
    /** mon … sun */
    days: text('days').array().notNull().default(sql`'{}'`),
    /** HH:MM, and the shortest day that is possible. */
    opensAt: text('opens_at').notNull(),
    closesAt: text('closes_at').notNull(),
    leastMinutes: integer('least_minutes').notNull(),
    /** employed (雇用型), unemployed (非雇用型) */
    kinds: text('kinds').array().notNull().default(sql`'{}'`),
    /** People at the same time. */
    places: integer('places').notNull(),
    work: text('work').notNull(),
    support: text('support').notNull(),
    /** 認定番号; given once, kept by each renewal. */
    number: text('number'),
    certifiedOn: date('certified_on', { mode: 'string' }),
    validUntil: date('valid_until', { mode: 'string' }),
    /** Taken back, or given back, before its day. */
    endedOn: date('ended_on', { mode: 'string' }),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    unique('workplaces_number').on(table.number),
    index('workplaces_of_organisation').on(table.organisationId),
    index('workplaces_certified').on(table.certifiedOn, table.validUntil),
    rowsSeenBy(sql`certified_on is not null or ${agent} or ${office}`),
    rowsWrittenBy(sql`${agent} or app_is_system() or app_has_role('work-officer')
      or app_has_role('concierge') or app_has_role('approver')`),
  ],
);

/** 認定の申請: first, renewal, or the end of one. One at a time is open for a workplace. */
export const workplaceRequests = pgTable(
  'workplace_requests',
  {
    id: id(),
    workplaceId: uuid('workplace_id')
      .notNull()
      .references(() => workplaces.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** first, renewal, revocation */
    kind: text('kind').notNull(),
    /** draft, submitted, returned, proposed, certified, refused, revoked, withdrawn: rules.ts */
    state: text('state').notNull(),
    /** The data key of its papers, sealed by the vault. */
    sealedKey: text('sealed_key').notNull(),
    submittedAt: moment('submitted_at'),
    submittedBy: uuid('submitted_by').references(() => people.id),
    ticked: text('ticked').array().notNull().default(sql`'{}'`),
    visitedOn: date('visited_on', { mode: 'string' }),
    visitNote: text('visit_note').notNull().default(''),
    /** What the officer wants: certify, refuse, revoke; until when; and why. */
    proposal: text('proposal'),
    validUntil: date('valid_until', { mode: 'string' }),
    reason: text('reason').notNull().default(''),
    proposedBy: uuid('proposed_by').references(() => people.id),
    proposedAt: moment('proposed_at'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: moment('decided_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    uniqueIndex('workplace_requests_one_open')
      .on(table.workplaceId)
      .where(sql`state in ('draft', 'submitted', 'returned', 'proposed')`),
    index('workplace_requests_by_state').on(table.state, table.submittedAt),
    rowsSeenBy(sql`${agent} or ${office}`),
    rowsWrittenBy(sql`${agent} or ${office}`),
  ],
);

/** Papers of a request; the bytes lie sealed, the name too. */
export const workplacePapers = pgTable(
  'workplace_papers',
  {
    id: id(),
    requestId: uuid('request_id')
      .notNull()
      .references(() => workplaceRequests.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    code: text('code').notNull(),
    fileId: uuid('file_id').notNull(),
    sealedName: text('sealed_name').notNull(),
    mediaType: text('media_type').notNull(),
    /** clean, unscanned */
    scan: text('scan').notNull(),
    addedBy: uuid('added_by').references(() => people.id),
    addedAt: moment('added_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('workplace_papers_by_request').on(table.requestId),
    rowsSeenBy(sql`${agent} or ${office}`),
    rowsWrittenBy(sql`${agent} or app_is_system()`),
  ],
);

/** The calls of grants that are 協力金 for workplaces: named by the work training officer. */
export const workplaceCalls = pgTable(
  'workplace_calls',
  {
    callId: uuid('call_id')
      .primaryKey()
      .references(() => grantCalls.id, { onDelete: 'cascade' }),
    namedBy: uuid('named_by').references(() => people.id),
    namedAt: moment('named_at').notNull(),
  },
  () => [
    rowsSeenBy(sql`app_has_role('workplace-agent') or ${office}`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('work-officer')`),
  ],
);

/** 協力金 that was begun with a certification as its evidence: once for each workplace and call. */
export const workplaceMoney = pgTable(
  'workplace_money',
  {
    workplaceId: uuid('workplace_id')
      .notNull()
      .references(() => workplaces.id, { onDelete: 'cascade' }),
    callId: uuid('call_id')
      .notNull()
      .references(() => grantCalls.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    applicationId: uuid('application_id')
      .notNull()
      .references(() => grantApplications.id, { onDelete: 'cascade' }),
    begunAt: moment('begun_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.workplaceId, table.callId] }),
    rowsSeenBy(sql`${agent} or ${office}`),
    rowsWrittenBy(sql`${agent} or app_is_system()`),
  ],
);
