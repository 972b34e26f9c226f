import { boolean, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { keeps, ofNetwork, watchMembers } from '../tables.ts';

/** 気づき: what somebody noticed of another person. All words are sealed, and gone 90 days later at the latest; the desk's contact goes on. */
export const watchNotices = pgTable(
  'watch_notices',
  {
    /** Made by the page: a form that is sent twice is one notice. */
    id: id(),
    ...ofNetwork(),
    /** Null: it came by the form for everybody. */
    memberId: uuid('member_id').references(() => watchMembers.id),
    signs: text('signs').array().notNull(),
    urgent: boolean('urgent').notNull(),
    deskId: uuid('desk_id').notNull(),
    /** The contact that waits at the desk, or that this was joined to. */
    contactId: uuid('contact_id').notNull(),
    /** Of the same place, by a keyed mark of the place's name: finds what may be the same person. */
    placeMark: text('place_mark').notNull(),
    tokenHash: text('token_hash').notNull(),
    sealedKey: text('sealed_key'),
    /** { place, words, noticed, name, reach, token } */
    sealed: text('sealed'),
    at: moment('at').notNull(),
    /** Somebody of the network looked at it. */
    lookedAt: moment('looked_at'),
    /** It is of the same person as another notice, and goes on with that one. */
    joinedTo: uuid('joined_to'),
  },
  (table) => [
    unique('watch_notices_token').on(table.tokenHash),
    index('watch_notices_by_network').on(table.organisationId, table.at, table.id),
    index('watch_notices_by_place').on(table.organisationId, table.placeMark),
    rowsSeenBy(keeps),
    rowsWrittenBy(keeps),
  ],
);
