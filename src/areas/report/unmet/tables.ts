import { sql } from 'drizzle-orm';
import { index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { programs } from '../../programs/programs/tables.ts';

/** Which programs answer which worry, as the secretariat judges it; a program stands for its own year. */
export const worryPrograms = pgTable(
  'worry_programs',
  {
    /** A code of the directory's worries. */
    worry: text('worry').notNull(),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.worry, table.programId] }),
    index('worry_programs_by_program').on(table.programId),
    rowsSeenBy(sql`app_is_system() or app_person() is not null`),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')`),
  ],
);
