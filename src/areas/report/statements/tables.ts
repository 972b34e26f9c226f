import { sql } from 'drizzle-orm';
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { measures } from '../../programs/measures/tables.ts';
import type { FiledDocument } from './rules.ts';

/** The document that a measure's number stands in, where it comes from outside the product. */
export const measureStatements = pgTable(
  'measure_statements',
  {
    measureId: uuid('measure_id')
      .primaryKey()
      .references(() => measures.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    issuer: text('issuer').notNull(),
    /** Page or section. */
    place: text('place').notNull(),
    /** Null: only its name is known. */
    document: jsonb('document').$type<FiledDocument>(),
    statedBy: uuid('stated_by').references(() => people.id),
    statedByName: text('stated_by_name').notNull().default(''),
    statedAt: moment('stated_at').notNull(),
  },
  () => [
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat') or app_has_role('reporter')`),
  ],
);
