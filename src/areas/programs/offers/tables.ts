import { sql } from 'drizzle-orm';
import { index, integer, numeric, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { measures } from '../measures/tables.ts';
import { staffRead } from '../years/tables.ts';

/** A value that another part of the product counted for a measure, with the file it was counted from; nothing of it is anybody's secret. */
export const measureOffers = pgTable(
  'measure_offers',
  {
    id: id(),
    measureId: uuid('measure_id')
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    period: text('period').notNull(),
    value: numeric('value', { mode: 'number' }).notNull(),
    /** From how many answers. */
    sources: integer('sources').notNull(),
    /** Where the answers come from, for people. */
    labelJa: text('label_ja').notNull(),
    labelEn: text('label_en').notNull(),
    /** The evidence: a CSV file, and its SHA-256. */
    file: text('file').notNull(),
    sha256: text('sha256').notNull(),
    /** offered, taken */
    state: text('state').notNull().default('offered'),
    offeredAt: moment('offered_at').notNull(),
    takenAt: moment('taken_at'),
    takenBy: uuid('taken_by').references(() => people.id),
    /** What stood there before it was taken over; null: nothing. */
    replaced: numeric('replaced', { mode: 'number' }),
  },
  (table) => [
    uniqueIndex('measure_offers_open').on(table.measureId, table.period).where(sql`state = 'offered'`),
    index('measure_offers_by_measure').on(table.measureId, table.offeredAt),
    rowsSeenBy(staffRead),
    rowsWrittenBy(sql`app_is_system() or app_has_role('secretariat')
      or exists (select from measures m join programs p on p.id = m.program_id where m.id = measure_id and app_has_role_at('reporter', p.organisation_id))`),
  ],
);
