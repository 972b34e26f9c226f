import { sql } from 'drizzle-orm';
import { boolean, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { desks } from '#areas/consultations/desks/tables.ts';
import type { Subject } from './notices/rules.ts';

/** The keeper of the municipality of the row, and the product acting for members and noticers. */
export const keeps = sql`app_is_system() or app_has_role_at('watch-keeper', organisation_id)`;

export const ofNetwork = () => ({
  organisationId: uuid('organisation_id')
    .notNull()
    .references(() => watchNetworks.organisationId),
});

/** 見守りネットワーク of a municipality: one each, under the id of its organisation. */
export const watchNetworks = pgTable(
  'watch_networks',
  {
    organisationId: uuid('organisation_id')
      .primaryKey()
      .references(() => organisations.id),
    aboutJa: text('about_ja').notNull(),
    aboutEn: text('about_en').notNull().default(''),
    /** Where notices go unless `routes` says otherwise. */
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    /** What was noticed → the desk for it. */
    routes: jsonb('routes').$type<Readonly<Partial<Record<Subject, string>>>>().notNull().default({}),
    /** Takes notices from everybody, not from members alone. */
    open: boolean('open').notNull().default(true),
    illustrative: boolean('illustrative').notNull().default(false),
    changedAt: moment('changed_at').notNull(),
  },
  // Which networks there are is public, and so is which desk answers what.
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(keeps)],
);

/** 協力者: a shop, a carrier, a newspaper, neighbours. Who answers there, and their link, stand sealed. */
export const watchMembers = pgTable(
  'watch_members',
  {
    id: id(),
    ...ofNetwork(),
    name: text('name').notNull(),
    /** shop, carrier, newspaper, neighbours, utility, finance, medical, other */
    kind: text('kind').notNull(),
    tokenHash: text('token_hash').notNull(),
    sealedKey: text('sealed_key').notNull(),
    /** { person, mail, lang, token } */
    sealed: text('sealed').notNull(),
    joinedAt: moment('joined_at').notNull(),
    /** Their link opens nothing any more. */
    leftAt: moment('left_at'),
  },
  (table) => [
    unique('watch_members_token').on(table.tokenHash),
    index('watch_members_by_network').on(table.organisationId, table.name),
    rowsSeenBy(keeps),
    rowsWrittenBy(keeps),
  ],
);
