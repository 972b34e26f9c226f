import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text, unique, uniqueIndex } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import type { Flow } from './flow.ts';

const keeps = sql`app_is_system() or app_has_role('directory-keeper')`;

/** The conversation of the navigator, version by version: one that everybody walks, one that is being written, the rest history. */
export const navigatorFlows = pgTable(
  'navigator_flows',
  {
    id: id(),
    version: integer('version').notNull(),
    /** draft → published → replaced */
    state: text('state').notNull(),
    content: jsonb('content').$type<Flow>().notNull(),
    /** Counts up with each change of a draft; a form says which one it was made from. */
    revision: integer('revision').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    /** Who wrote last; staff's, never public. */
    updatedBy: text('updated_by').notNull(),
    publishedAt: moment('published_at'),
  },
  (table) => [
    unique('navigator_flows_version').on(table.version),
    uniqueIndex('navigator_flows_one_draft').on(table.state).where(sql`state = 'draft'`),
    uniqueIndex('navigator_flows_one_published').on(table.state).where(sql`state = 'published'`),
    rowsSeenBy(sql`state = 'published' or ${keeps}`),
    rowsWrittenBy(keeps),
  ],
);
