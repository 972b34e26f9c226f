import { sql } from 'drizzle-orm';
import { boolean, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';

/** The platform's own office, and the product itself. */
const office = sql`app_is_system() or app_has_role('concierge')`;

/** パートナーミーティング: members and others sit down at tables, each with a topic. */
export const partnerMeetings = pgTable(
  'partner_meetings',
  {
    id: id(),
    nameJa: text('name_ja').notNull(),
    nameEn: text('name_en').notNull().default(''),
    aboutJa: text('about_ja').notNull(),
    startsAt: moment('starts_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    /** Empty: online only. */
    place: text('place').notNull().default(''),
    /** Whether one can take part online; the address stands apart. */
    online: boolean('online').notNull().default(false),
    quota: integer('quota').notNull(),
    cancelledAt: moment('cancelled_at'),
    /** Of its calendar entry: counts its changes. */
    sequence: integer('sequence').notNull().default(0),
    illustrative: boolean('illustrative').notNull().default(false),
    changedAt: moment('changed_at').notNull(),
  },
  (table) => [
    index('partner_meetings_by_day').on(table.startsAt),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(office),
  ],
);

/** Where to come online: told to entrants alone. */
export const partnerMeetingLinks = pgTable(
  'partner_meeting_links',
  {
    meetingId: uuid('meeting_id')
      .primaryKey()
      .references(() => partnerMeetings.id),
    url: text('url').notNull(),
  },
  () => [rowsSeenBy(office), rowsWrittenBy(office)],
);

export const partnerMeetingTables = pgTable(
  'partner_meeting_tables',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => partnerMeetings.id),
    position: integer('position').notNull(),
    topic: text('topic').notNull(),
    seats: integer('seats').notNull(),
  },
  (table) => [
    unique('partner_meeting_tables_once').on(table.meetingId, table.position),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(office),
  ],
);

/** An entry: who comes stands sealed, for which organisation is read by the office alone. */
export const partnerMeetingEntries = pgTable(
  'partner_meeting_entries',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => partnerMeetings.id),
    organisationName: text('organisation_name').notNull(),
    /** Kind of organisation: tables are mixed by it. */
    kind: text('kind').notNull(),
    /** site, online */
    attends: text('attends').notNull(),
    /** Tables, the most wanted first. */
    wishes: uuid('wishes').array().notNull().default(sql`'{}'`),
    tableId: uuid('table_id').references(() => partnerMeetingTables.id),
    tokenHash: text('token_hash').notNull(),
    addressMark: text('address_mark').notNull(),
    sealedKey: text('sealed_key'),
    /** { name, mail } */
    sealed: text('sealed'),
    cancelledAt: moment('cancelled_at'),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('partner_meeting_entries_once').on(table.meetingId, table.addressMark),
    unique('partner_meeting_entries_token').on(table.tokenHash),
    rowsSeenBy(office),
    rowsWrittenBy(office),
  ],
);

/** What came of a table: for everybody to read. */
export const partnerMeetingResults = pgTable(
  'partner_meeting_results',
  {
    id: id(),
    meetingId: uuid('meeting_id')
      .notNull()
      .references(() => partnerMeetings.id),
    words: text('words').notNull(),
    /** True: two sides agreed to go on together. */
    agreed: boolean('agreed').notNull(),
    /** Members that go on together. */
    organisationId: uuid('organisation_id').references(() => organisations.id),
    partnerId: uuid('partner_id').references(() => organisations.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [
    index('partner_meeting_results_by_meeting').on(table.meetingId),
    rowsSeenBy(sql`true`),
    rowsWrittenBy(office),
  ],
);
