import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { moment, rowsAddedBy, rowsSeenBy } from '#platform/database/columns.ts';
import type { Expectation } from './rules.ts';

/** What a program was to bring about, as it was said before anybody knew: written once, never changed. */
export const expectations = pgTable(
  'expectations',
  {
    programId: uuid('program_id').primaryKey(),
    fiscalYear: integer('fiscal_year').notNull(),
    /** Follows a program over the years: the id of its earliest predecessor. */
    thread: uuid('thread').notNull(),
    content: jsonb('content').$type<Expectation>().notNull(),
    /** The names of the numbers in it (`figuresOf`). */
    figureIds: text('figure_ids').array().notNull(),
    frozenAt: moment('frozen_at').notNull(),
    /** The day in Tokyo, as it is printed. */
    frozenOn: text('frozen_on').notNull(),
    frozenBy: uuid('frozen_by').notNull(),
  },
  (table) => [
    index('expectations_by_thread').on(table.thread),
    index('expectations_by_year').on(table.fiscalYear),
    index('expectations_by_figure').using('gin', table.figureIds),
    // In public once anything of the year is: its plan, or its results.
    rowsSeenBy(
      sql`(select app_is_system() or app_person() is not null) or fiscal_year in (select e.fiscal_year from editions e where e.status = 'published')`,
    ),
    rowsAddedBy(sql`(select app_is_system() or app_has_role('secretariat'))`),
  ],
);
