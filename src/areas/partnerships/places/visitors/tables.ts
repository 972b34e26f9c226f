import { sql } from 'drizzle-orm';
import { date, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy } from '#platform/database/columns.ts';
import { ofPlace, operates } from '../tables.ts';
import type { Bands } from './rules.ts';

/** How many came to one session. A correction is a further version: the last one counts, the others stay. */
export const placeCounts = pgTable(
  'place_counts',
  {
    id: id(),
    ...ofPlace(),
    day: date('day', { mode: 'string' }).notNull(),
    /** The session's slot, `HH:MM`. */
    slot: text('slot').notNull(),
    /** From 1, without a gap. */
    version: integer('version').notNull(),
    /** People by age band. */
    bands: jsonb('bands').$type<Bands>().notNull(),
    total: integer('total').notNull(),
    /** first, replace, add */
    how: text('how').notNull(),
    reason: text('reason').notNull().default(''),
    personId: uuid('person_id'),
    at: moment('at').notNull(),
  },
  (table) => [
    unique('place_counts_once').on(table.serviceId, table.day, table.slot, table.version),
    index('place_counts_by_day').on(table.day),
    rowsSeenBy(sql`${operates} or (select app_has_role('concierge'))`),
    rowsAddedBy(operates),
  ],
);
