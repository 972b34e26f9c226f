import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsChangedBy, rowsSeenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { contacts } from '../contacts/tables.ts';
import { desks } from '../desks/tables.ts';

const eitherDesk = sql`app_is_system() or app_has_role_at('counsellor', from_desk_id) or app_has_role_at('desk-supervisor', from_desk_id)
  or app_has_role_at('counsellor', to_desk_id) or app_has_role_at('desk-supervisor', to_desk_id)`;

/**
 * A conversation offered to another desk. Until it is accepted the other desk sees this row and its handoff text, nothing of the
 * conversation; accepting moves the contact (`accept_transfer` in guards.sql).
 */
export const transfers = pgTable(
  'transfers',
  {
    id: id(),
    contactId: uuid('contact_id')
      .notNull()
      .references(() => contacts.id, { onDelete: 'cascade' }),
    fromDeskId: uuid('from_desk_id')
      .notNull()
      .references(() => desks.id),
    toDeskId: uuid('to_desk_id')
      .notNull()
      .references(() => desks.id),
    /** offered → accepted, declined, expired, withdrawn */
    state: text('state').notNull(),
    /** consent: the person said yes. danger: without it, for the reason in `danger`. */
    basis: text('basis').notNull(),
    danger: text('danger'),
    /** The key of the handoff text, sealed by the vault; gone with the text as soon as there is an answer. */
    sealedKey: text('sealed_key'),
    sealed: text('sealed'),
    /** What the other desk may know to decide: codes. */
    door: text('door').notNull(),
    risk: integer('risk'),
    worries: text('worries').array().notNull().default(sql`'{}'`),
    offeredBy: uuid('offered_by')
      .notNull()
      .references(() => people.id),
    offeredAt: moment('offered_at').notNull(),
    dueAt: moment('due_at').notNull(),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: moment('answered_at'),
    declineReason: text('decline_reason'),
    /** The counted part that stays at the desk that handed over. */
    leftId: uuid('left_id'),
  },
  (table) => [
    uniqueIndex('transfers_open').on(table.contactId).where(sql`state = 'offered'`),
    index('transfers_to').on(table.toDeskId, table.state),
    rowsSeenBy(eitherDesk),
    // Only who has the contact can offer it: otherwise a desk could offer itself what it does not see.
    rowsAddedBy(sql`(app_is_system() or app_has_role_at('counsellor', from_desk_id) or app_has_role_at('desk-supervisor', from_desk_id))
      and exists (select from contacts c where c.id = contact_id and c.desk_id = from_desk_id)`),
    rowsChangedBy(eitherDesk),
  ],
);
