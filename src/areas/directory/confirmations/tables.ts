import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { ofService, services } from '../services/tables.ts';

/** A mailed link: who holds it may confirm and mend one entry for its owner. The token itself is kept nowhere. */
export const confirmationLinks = pgTable(
  'confirmation_links',
  {
    id: id(),
    serviceId: uuid('service_id')
      .notNull()
      .references(() => services.id, { onDelete: 'cascade' }),
    /** The owner to whom it was mailed: handed over to another, the entry is not mended by this link any more. */
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    /** SHA-256. */
    tokenHash: text('token_hash').notNull(),
    /** The review day it was sent for; null when somebody sent it by hand. */
    dueOn: date('due_on', { mode: 'string' }),
    sentAt: moment('sent_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    withdrawnAt: moment('withdrawn_at'),
  },
  (table) => [
    unique('confirmation_links_by_token').on(table.tokenHash),
    index('confirmation_links_by_service').on(table.serviceId, table.sentAt),
    rowsSeenBy(ofService('written')),
    rowsWrittenBy(ofService('written')),
  ],
);

/** Each press of a button behind a link: what was said, and which version it made. */
export const confirmationPresses = pgTable(
  'confirmation_presses',
  {
    id: id(),
    linkId: uuid('link_id')
      .notNull()
      .references(() => confirmationLinks.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    /** unchanged, capacity, mended; told: in words, for a person to write */
    what: text('what').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('confirmation_presses_by_link').on(table.linkId),
    rowsSeenBy(sql`app_is_system() or exists (select from confirmation_links l where l.id = link_id)`),
    rowsWrittenBy(sql`app_is_system()`),
  ],
);
