import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsRemovedBy,
  rowsSeenBy,
  rowsWrittenBy,
  yen,
} from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';
import { exchangePosts } from '../exchange/tables.ts';

const office = sql`app_is_system() or app_has_role('concierge')`;
/** Whoever acts for one of the two; for a need that the office has drafted, the office. */
const agents = sql`app_has_role_at('member-agent', giver_id) or app_has_role_at('member-agent', receiver_id)
  or app_has_role_at('concierge', giver_id) or app_has_role_at('concierge', receiver_id)`;
/** Rows beside a match: whoever sees the match, since its own policy answers inside. */
const ofMatch = (table: string) => sql`exists (select from matches m where m.id = ${sql.raw(table)}.match_id
  and (app_has_role_at('member-agent', m.giver_id) or app_has_role_at('member-agent', m.receiver_id)
    or app_has_role_at('concierge', m.giver_id) or app_has_role_at('concierge', m.receiver_id)))`;

/** マッチング: two members about one need or offer, on their way from the first request to what is counted. */
export const matches = pgTable(
  'matches',
  {
    id: id(),
    /** What was answered: the need where a giver asked, the offer where a receiver did; the asker may have brought one along. */
    needId: uuid('need_id').references(() => exchangePosts.id),
    offerId: uuid('offer_id').references(() => exchangePosts.id),
    /** As it was called when it was asked for. */
    title: text('title').notNull(),
    /** money, goods, place, skills, work-training */
    kind: text('kind').notNull(),
    unit: text('unit').notNull(),
    giverId: uuid('giver_id')
      .notNull()
      .references(() => organisations.id),
    receiverId: uuid('receiver_id')
      .notNull()
      .references(() => organisations.id),
    /** giver, receiver: whose first request it was */
    asker: text('asker').notNull(),
    /** proposed → talking → agreed → delivered → thanked → counted; declined, withdrawn, lapsed, closed: rules.ts */
    status: text('status').notNull().default('proposed'),
    /** Brought together by the concierge. */
    introduced: boolean('introduced').notNull().default(false),
    /** The letters of the first request without anything else: the same words to many are found by it. */
    wordsMark: text('words_mark').notNull().default(''),
    askedAt: moment('asked_at').notNull(),
    /** The first answer of who was asked: yes, no or a question. */
    answeredAt: moment('answered_at'),
    agreedAt: moment('agreed_at'),
    endedAt: moment('ended_at'),
    /** Code of why it ended. */
    reason: text('reason').notNull().default(''),
    /** Whose answer the other waits for, since when, and how often they were reminded. */
    waitsFor: text('waits_for'),
    waitsSince: moment('waits_since').notNull(),
    reminders: integer('reminders').notNull().default(0),
    /** Who wrote the agreement that lies there, and how often it was written anew. */
    draftedBy: text('drafted_by'),
    draft: text('draft').notNull().default(''),
    draftVersion: integer('draft_version').notNull().default(0),
    /** How much both agree on, in `unit`; promised from the agreement on. */
    quantity: integer('quantity'),
    /** Month in which the offer has taken it on, `YYYY-MM`. */
    takenIn: text('taken_in'),
    /** The day by which it is to be there, as the agreement says. */
    dueOn: date('due_on', { mode: 'string' }),
    /** A side has asked the concierge to look, or has reported the other: from then on the office reads the talk. */
    openedAt: moment('opened_at'),
    illustrative: boolean('illustrative').notNull().default(false),
  },
  (table) => [
    // The same two are about the same thing only once at a time.
    uniqueIndex('matches_once_need')
      .on(table.needId, table.giverId)
      .where(sql`asker = 'giver' and status in ('proposed', 'talking', 'agreed', 'delivered', 'thanked')`),
    uniqueIndex('matches_once_offer')
      .on(table.offerId, table.receiverId)
      .where(sql`asker = 'receiver' and status in ('proposed', 'talking', 'agreed', 'delivered', 'thanked')`),
    check('matches_about', sql`case asker when 'giver' then need_id else offer_id end is not null`),
    index('matches_of_giver').on(table.giverId, table.status),
    index('matches_of_receiver').on(table.receiverId, table.status),
    index('matches_waiting').on(table.waitsSince).where(sql`waits_for is not null`),
    check('matches_two', sql`giver_id <> receiver_id`),
    check(
      'matches_sides',
      sql`asker in ('giver', 'receiver') and (waits_for is null or waits_for in ('giver', 'receiver'))`,
    ),
    rowsSeenBy(sql`${office} or ${agents}`),
    rowsWrittenBy(sql`${office} or ${agents}`),
  ],
);

/** The five answers of a first request. */
export interface FirstRequest {
  readonly what: string;
  readonly when: string;
  readonly where: string;
  readonly whoComes: string;
  readonly why: string;
}

/** The thread: what was said and each step, in order, never rewritten, and gone some time after the end: retention. */
export const matchNotes = pgTable(
  'match_notes',
  {
    id: id(),
    matchId: uuid('match_id')
      .notNull()
      .references(() => matches.id),
    at: moment('at').notNull(),
    /** asked, said, drafted: words of the two; every other kind is a step */
    kind: text('kind').notNull(),
    /** giver, receiver, concierge, product */
    side: text('side').notNull(),
    personId: uuid('person_id').references(() => people.id),
    words: text('words').notNull().default(''),
    request: jsonb('request').$type<FirstRequest>(),
    /** Addresses that were taken out of the words. */
    masked: integer('masked').notNull().default(0),
  },
  (table) => [
    index('match_notes_by_match').on(table.matchId, table.at),
    rowsSeenBy(sql`app_is_system() or ${ofMatch('match_notes')} or (app_has_role('concierge') and (
      kind not in ('asked', 'said', 'drafted') or side = 'concierge'
      or exists (select from matches m where m.id = match_notes.match_id and m.opened_at is not null)))`),
    rowsAddedBy(sql`${office} or ${ofMatch('match_notes')}`),
    rowsRemovedBy(sql`app_is_system()`),
  ],
);

/** What arrived, said by who received it. It stays counted whatever becomes of the two. */
export const matchDeliveries = pgTable(
  'match_deliveries',
  {
    id: id(),
    matchId: uuid('match_id')
      .notNull()
      .references(() => matches.id),
    deliveredOn: date('delivered_on', { mode: 'string' }).notNull(),
    quantity: numeric('quantity', { mode: 'number' }).notNull(),
    unit: text('unit').notNull(),
    /** Money, or what the goods are worth where somebody said so. */
    yen: yen('yen'),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: moment('confirmed_at').notNull(),
    /** The office has looked at it: from then on in the figures. What ended on its way counts without: guards.sql. */
    countedAt: moment('counted_at'),
  },
  (table) => [
    index('match_deliveries_by_match').on(table.matchId),
    index('match_deliveries_by_day').on(table.deliveredOn),
    check('match_deliveries_more_than_nothing', sql`quantity > 0 and (yen is null or yen >= 0)`),
    rowsSeenBy(sql`${office} or app_has_role('secretariat') or ${ofMatch('match_deliveries')}`),
    rowsWrittenBy(sql`${office} or exists (select from matches m where m.id = match_deliveries.match_id
      and app_has_role_at('member-agent', m.receiver_id))`),
  ],
);

/** お礼: of the receiver; public once both sides agree to it. */
export const matchThanks = pgTable(
  'match_thanks',
  {
    matchId: uuid('match_id')
      .primaryKey()
      .references(() => matches.id),
    giverId: uuid('giver_id').notNull(),
    receiverId: uuid('receiver_id').notNull(),
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    words: text('words').notNull(),
    /** The receiver would have it public. */
    offered: boolean('offered').notNull(),
    /** The giver agreed. */
    shownAt: moment('shown_at'),
    saidAt: moment('said_at').notNull(),
    illustrative: boolean('illustrative').notNull().default(false),
  },
  (table) => [
    index('match_thanks_shown').on(table.shownAt),
    rowsSeenBy(sql`shown_at is not null or ${office} or ${agents}`),
    rowsWrittenBy(sql`${office} or ${agents}`),
  ],
);

/** Mailed links: each opens one thread for one person of one side. */
export const matchLinks = pgTable(
  'match_links',
  {
    tokenHash: text('token_hash').primaryKey(),
    matchId: uuid('match_id')
      .notNull()
      .references(() => matches.id),
    side: text('side').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    expiresAt: moment('expires_at').notNull(),
  },
  (table) => [
    index('match_links_by_match').on(table.matchId),
    rowsSeenBy(sql`app_is_system()`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
