import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import type { Scheme } from './scheme.ts';

/** What a scheme asks of a person, with the days between which each of its rules held. Public. */
export const schemes = pgTable(
  'schemes',
  {
    code: text('code').primaryKey(),
    /** In lists. */
    position: integer('position').notNull(),
    content: jsonb('content').$type<Scheme>().notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  () => [rowsSeenBy(sql`true`), rowsWrittenBy(sql`app_is_system() or app_has_role('directory-keeper')`)],
);
