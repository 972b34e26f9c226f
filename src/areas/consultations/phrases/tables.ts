import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { ofOwnDesk } from '../contacts/tables.ts';
import { desks } from '../desks/tables.ts';

/** Sentences that a desk says often, chosen by a short code; no words of anybody who came. */
export const phrases = pgTable(
  'phrases',
  {
    id: id(),
    deskId: uuid('desk_id')
      .notNull()
      .references(() => desks.id),
    /** What one types to find it: `hello`, `h1`. */
    code: text('code').notNull(),
    title: text('title').notNull(),
    /** With placeholders of `phrases/rules.ts`: 「{窓口}です」. */
    text: text('text').notNull(),
    position: integer('position').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    unique('phrases_code').on(table.deskId, table.code),
    index('phrases_by_desk').on(table.deskId, table.position),
    rowsSeenBy(ofOwnDesk),
    rowsWrittenBy(sql`app_is_system() or app_has_role_at('desk-supervisor', desk_id)`),
  ],
);
