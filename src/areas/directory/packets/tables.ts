import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations, people } from '#platform/people/tables.ts';

/** Nobody reads packets through the database: the actions answer a code that they were given, as the product itself. */
const byTheProduct = sql`app_is_system()`;

/**
 * What a person wants a desk to know, until a desk has read it or three days have passed. The text is sealed with a key that
 * follows from a data key of the vault and from the code; the code is nowhere, only its blind index.
 */
export const packets = pgTable(
  'packets',
  {
    id: id(),
    /** HMAC of the code. */
    codeIndex: text('code_index').notNull(),
    sealedKey: text('sealed_key').notNull(),
    sealedText: text('sealed_text').notNull(),
    createdAt: moment('created_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** The one desk that reads it. */
    openedBy: uuid('opened_by').references(() => organisations.id),
    openedAt: moment('opened_at'),
  },
  (table) => [
    unique('packets_code_index').on(table.codeIndex),
    index('packets_by_expiry').on(table.expiresAt),
    rowsSeenBy(byTheProduct),
    rowsWrittenBy(byTheProduct),
  ],
);

/** Codes that somebody of staff tried and that opened nothing: too many, and they wait. */
export const packetMisses = pgTable(
  'packet_misses',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    at: moment('at').notNull(),
  },
  (table) => [
    index('packet_misses_by_person').on(table.personId, table.at),
    rowsSeenBy(byTheProduct),
    rowsWrittenBy(byTheProduct),
  ],
);
