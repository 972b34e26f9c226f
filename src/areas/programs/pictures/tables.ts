import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { programs, writesProgram } from '../programs/tables.ts';
import { staffRead } from '../years/tables.ts';

export const pictures = pgTable(
  'pictures',
  {
    id: id(),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    fileId: uuid('file_id').notNull(),
    /** For those who do not see it; required. */
    alternative: text('alternative').notNull(),
    caption: text('caption').notNull().default(''),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    index('pictures_by_program').on(table.programId),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);
