import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { editions } from '../editions/tables.ts';
import type { ManuscriptEdits } from './edits.ts';
import type { Manuscript } from './manuscript.ts';

const ofEdition = () =>
  uuid('edition_id')
    .notNull()
    .references(() => editions.id);

/** What the secretariat says beyond what is registered: each change is a version of the whole, none is ever overwritten. */
export const manuscriptVersions = pgTable(
  'manuscript_versions',
  {
    editionId: ofEdition(),
    /** From 1. */
    version: integer('version').notNull(),
    edits: jsonb('edits').$type<ManuscriptEdits>().notNull(),
    /** carried, arranged, added, written, chosen, marked, linked, restored */
    what: text('what').notNull(),
    /** Of what: a section's heading or a sentence. */
    about: text('about').notNull().default(''),
    personName: text('person_name').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    // Of two who change the same version, the second is told.
    primaryKey({ columns: [table.editionId, table.version] }),
    rowsSeenBy(sql`(select app_is_system() or app_has_role('secretariat') or app_has_role('approver'))`),
    rowsAddedBy(sql`(select app_is_system() or app_has_role('secretariat'))`),
  ],
);

/** The document of an edition as it was published, one a language. Frozen with it. */
export const editionManuscripts = pgTable(
  'edition_manuscripts',
  {
    editionId: ofEdition(),
    lang: text('lang').notNull(),
    content: jsonb('content').$type<Manuscript>().notNull(),
    /** Of its canonical JSON. */
    sha256: text('sha256').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.lang] }),
    rowsSeenBy(sql`edition_id in (select e.id from editions e)`),
    rowsWrittenBy(sql`(select app_is_system() or app_has_role('approver'))`),
  ],
);
