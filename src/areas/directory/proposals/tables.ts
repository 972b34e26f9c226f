import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsAddedBy, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import type { ServiceContent } from '../services/content.ts';
import { services } from '../services/tables.ts';
import type { ProposedItem } from './items.ts';

/** Who answers for the entry; of an entry that is only suggested, the keeper. */
const decides = sql`app_is_system() or app_has_role('directory-keeper')
  or exists (select from services s where s.id = service_id and app_has_role_at('directory-editor', s.organisation_id))`;

/** What somebody outside the owner says is wrong or missing. Public at no time: a person decides, and writes the entry. */
export const proposals = pgTable(
  'proposals',
  {
    id: id(),
    /** Null: an entry that is missing altogether. */
    serviceId: uuid('service_id').references(() => services.id, { onDelete: 'cascade' }),
    /** The version that stood when it was said. */
    serviceVersion: integer('service_version'),
    /** public: by anybody, without an account; staff: by an editor of another organisation; owner: by whoever holds a mailed link */
    origin: text('origin').notNull(),
    items: jsonb('items').$type<readonly ProposedItem[]>().notNull(),
    /** Of a proposal by staff: the entry as it should be. */
    content: jsonb('content').$type<ServiceContent>(),
    /** How they know. */
    source: text('source').notNull().default(''),
    /** Of somebody who wants an answer; erased when it is decided. */
    email: text('email'),
    personId: uuid('person_id'),
    personName: text('person_name').notNull().default(''),
    organisationId: uuid('organisation_id').references(() => organisations.id),
    createdAt: moment('created_at').notNull(),
    /** open, accepted, declined */
    status: text('status').notNull().default('open'),
    decidedAt: moment('decided_at'),
    decidedBy: uuid('decided_by'),
    decidedByName: text('decided_by_name').notNull().default(''),
    reason: text('reason').notNull().default(''),
    /** The version that the acceptance made. */
    madeVersion: integer('made_version'),
  },
  (table) => [
    index('proposals_by_service').on(table.serviceId, table.status),
    index('proposals_by_status').on(table.status, table.createdAt),
    rowsSeenBy(sql`person_id = app_person() or ${decides}`),
    rowsWrittenBy(decides),
    rowsAddedBy(sql`status = 'open' and person_id = app_person()`),
  ],
);
