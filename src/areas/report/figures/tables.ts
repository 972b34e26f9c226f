import { sql } from 'drizzle-orm';
import { index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { rowsAddedBy, rowsSeenBy } from '#platform/database/columns.ts';
import { editions } from '../editions/tables.ts';
import type { FigurePath, FigureTrail } from './path.ts';

const writes = sql`(select app_is_system() or app_has_role('approver') or app_has_role('secretariat'))`;

/** The path of every number of a published edition: written with the publication, never again. */
export const figurePaths = pgTable(
  'figure_paths',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    /** `figureId`: the same in every edition of the year. */
    figureId: text('figure_id').notNull(),
    path: jsonb('path').$type<FigurePath>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.figureId] }),
    index('figure_paths_by_figure').on(table.figureId),
    rowsSeenBy(sql`edition_id in (select e.id from editions e)`),
    rowsAddedBy(writes),
  ],
);

/** Where the path leads on inside the product, and names: for staff of the report alone. */
export const figureTrails = pgTable(
  'figure_trails',
  {
    editionId: uuid('edition_id')
      .notNull()
      .references(() => editions.id),
    figureId: text('figure_id').notNull(),
    trail: jsonb('trail').$type<FigureTrail>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.editionId, table.figureId] }),
    rowsSeenBy(
      sql`(select app_is_system() or app_has_role('secretariat') or app_has_role('approver') or app_has_role('reporter'))`,
    ),
    rowsAddedBy(writes),
  ],
);
