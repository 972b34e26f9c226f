import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { programs, writesProgram } from '../programs/tables.ts';
import { staffRead } from '../years/tables.ts';

/** The bureau's words on a program's year. */
export const results = pgTable(
  'results',
  {
    programId: uuid('program_id')
      .primaryKey()
      .references(() => programs.id, { onDelete: 'cascade' }),
    /** What was done, in words, where figures do not say it. */
    summary: text('summary').notNull().default(''),
    evaluation: text('evaluation').notNull().default(''),
    /** Code of the year's ratings (scheme «rating»): 順調 / 概ね順調 / やや遅れ / 遅れ in R6. */
    rating: text('rating'),
    nextStep: text('next_step').notNull().default(''),
    /** Counts up with every change: who saved over whom is found out. */
    version: integer('version').notNull().default(0),
  },
  () => [rowsSeenBy(staffRead), rowsWrittenBy(writesProgram)],
);
