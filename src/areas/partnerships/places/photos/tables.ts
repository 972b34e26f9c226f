import { date, index, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { sql } from 'drizzle-orm';
import { ofPlace, operates } from '../tables.ts';

/** Shown on the place's public page, without what a camera writes into a picture, and only with consent on record. */
export const placePhotos = pgTable(
  'place_photos',
  {
    id: id(),
    ...ofPlace(),
    fileId: uuid('file_id').notNull(),
    alternative: text('alternative').notNull(),
    /** nobody: no one can be recognised; adults; children: with a parent's consent too. */
    shows: text('shows').notNull(),
    /** How those who are seen agreed: on paper, by word; empty where nobody is seen. */
    consent: text('consent').notNull().default(''),
    consentedOn: date('consented_on', { mode: 'string' }),
    addedAt: moment('added_at').notNull(),
    /** Taken off: somebody withdrew, or the operator. */
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('place_photos_by_place').on(table.serviceId),
    rowsSeenBy(
      sql`(removed_at is null and exists (select from services s where s.id = service_id)) or ${operates}`,
    ),
    rowsWrittenBy(operates),
  ],
);
