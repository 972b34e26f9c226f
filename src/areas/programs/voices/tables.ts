import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { programs, writesProgram } from '../programs/tables.ts';
import { staffRead } from '../years/tables.ts';

/** What somebody concerned said; only their role is told, and only with recorded consent. */
export const voices = pgTable(
  'voices',
  {
    id: id(),
    programId: uuid('program_id')
      .notNull()
      .references(() => programs.id, { onDelete: 'cascade' }),
    /** 対象者, 事業所, 支援団体 … never a name. */
    speaker: text('speaker').notNull(),
    words: text('words').notNull(),
    /** When and how consent to publish was given. */
    consentOn: text('consent_on').notNull(),
    consentHow: text('consent_how').notNull(),
    position: integer('position').notNull().default(0),
  },
  (table) => [
    index('voices_by_program').on(table.programId),
    rowsSeenBy(staffRead),
    rowsWrittenBy(writesProgram),
  ],
);
