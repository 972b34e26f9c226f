import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { files } from '#platform/files/tables.ts';
import { organisations } from '#platform/people/tables.ts';
import type { Details } from './fields.ts';

/** The agents of whom it belongs to, and the platform's office. */
const writers = sql`app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', organisation_id)`;
const postWriters = sql`exists (select from exchange_posts p where p.id = post_id
  and (app_is_system() or app_has_role('concierge') or app_has_role_at('member-agent', p.organisation_id)))`;

/** ニーズ・シーズ: what somebody asks for, or has to give; five kinds in one model. */
export const exchangePosts = pgTable(
  'exchange_posts',
  {
    id: id(),
    /** need, offer */
    side: text('side').notNull(),
    /** money, goods, place, skills, work-training; what else each tells: fields.ts */
    kind: text('kind').notNull(),
    /** The member; of a need drafted from unmet need, the platform's office. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** draft → published ⇄ paused → closed */
    state: text('state').notNull().default('draft'),
    /** Of a pause: by-hand or silence. Of an end: done, withdrawn, expired, used-up, by-office, member-ended. */
    because: text('because'),
    title: text('title').notNull(),
    detail: text('detail').notNull(),
    /** What has to be kept to; empty: nothing. */
    conditions: text('conditions').notNull().default(''),
    /** Worries of the directory; none means whatever the worry. */
    topics: text('topics').array().notNull().default(sql`'{}'`),
    /** Five digits each; none means everywhere in the prefecture. */
    municipalities: text('municipalities').array().notNull().default(sql`'{}'`),
    /** How much in all, in `unit`; null: not said. */
    quantity: integer('quantity'),
    unit: text('unit').notNull().default(''),
    /** Of the quantity, what was agreed to already. */
    usedQuantity: integer('used_quantity').notNull().default(0),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    /** The end, or the use-by day where that comes first. */
    lastOn: date('last_on', { mode: 'string' }).notNull(),
    /** How many requests an offer takes on in a month; set by the offerer, null for needs. */
    monthlyCap: integer('monthly_cap'),
    details: jsonb('details').$type<Details>().notNull().default({}),
    /** member; unmet: drafted from what people looked for and did not find, as a number of at least ten. */
    source: text('source').notNull().default('member'),
    /** Of an unmet need: topic/municipality/month, drafted once. */
    sourceKey: text('source_key'),
    /** Counts the changes: who saves says which one they saw. */
    revision: integer('revision').notNull().default(0),
    illustrative: boolean('illustrative').notNull().default(false),
    publishedAt: moment('published_at'),
    changedAt: moment('changed_at').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    check('exchange_posts_side', sql`side in ('need', 'offer')`),
    check('exchange_posts_state', sql`state in ('draft', 'published', 'paused', 'closed')`),
    check('exchange_posts_days', sql`starts_on <= last_on and last_on <= ends_on`),
    check('exchange_posts_used', sql`used_quantity >= 0 and (quantity is null or used_quantity <= quantity)`),
    check('exchange_posts_cap', sql`(side = 'offer') = (monthly_cap is not null)`),
    check('exchange_posts_published', sql`state <> 'published' or published_at is not null`),
    uniqueIndex('exchange_posts_source').on(table.sourceKey),
    index('exchange_posts_by_organisation').on(table.organisationId, table.changedAt),
    index('exchange_posts_newest').on(table.publishedAt, table.id).where(sql`state = 'published'`),
    index('exchange_posts_sorted')
      .on(table.side, table.kind, table.publishedAt, table.id)
      .where(sql`state = 'published'`),
    index('exchange_posts_last').on(table.lastOn).where(sql`state in ('published', 'paused')`),
    rowsSeenBy(sql`state <> 'draft' or ${writers}`),
    rowsWrittenBy(writers),
  ],
);

/**
 * Where a published post reaches: a row for each of its municipalities ('' for everywhere), and one that stands for all of them ('*'):
 * who needs something anywhere looks at each post once. Kept by guards.sql, so that what is not published is in no suggestion from the
 * same moment on.
 */
export const exchangeReach = pgTable(
  'exchange_reach',
  {
    side: text('side').notNull(),
    kind: text('kind').notNull(),
    municipality: text('municipality').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => exchangePosts.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    topics: text('topics').array().notNull(),
    startsOn: date('starts_on', { mode: 'string' }).notNull(),
    lastOn: date('last_on', { mode: 'string' }).notNull(),
    /** What is left of it; null: not said. */
    quantityLeft: integer('quantity_left'),
    publishedAt: moment('published_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.side, table.kind, table.municipality, table.postId] }),
    index('exchange_reach_by_post').on(table.postId),
    // Newest first in each municipality, and all that a suggestion asks of a row in the index itself.
    index('exchange_reach_newest').on(
      table.side,
      table.kind,
      table.municipality,
      table.publishedAt.desc(),
      table.postId,
      table.lastOn,
      table.startsOn,
      table.organisationId,
      table.topics,
    ),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** How many requests of a month an offer has taken on; counted up by `take_exchange_capacity` only. */
export const exchangeCapacity = pgTable(
  'exchange_capacity',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => exchangePosts.id, { onDelete: 'cascade' }),
    /** `YYYY-MM` in Tokyo. */
    month: text('month').notNull(),
    taken: integer('taken').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.postId, table.month] }),
    check('exchange_capacity_taken', sql`taken >= 0`),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);

/** Photographs of a post, without what a camera writes into them. */
export const exchangePhotos = pgTable(
  'exchange_photos',
  {
    id: id(),
    postId: uuid('post_id')
      .notNull()
      .references(() => exchangePosts.id, { onDelete: 'cascade' }),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id),
    /** What is to be seen, for who does not see it. */
    caption: text('caption').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [
    index('exchange_photos_by_post').on(table.postId, table.position),
    rowsSeenBy(sql`exists (select from exchange_posts p where p.id = post_id)`),
    rowsWrittenBy(postWriters),
  ],
);
