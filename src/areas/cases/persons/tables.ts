import { sql } from 'drizzle-orm';
import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import {
  id,
  moment,
  rowsAddedBy,
  rowsChangedBy,
  rowsRemovedBy,
  rowsSeenBy,
  rowsWrittenBy,
} from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { carriesAt } from '../relations/tables.ts';

/** 本人: apart from the case, because one person may come twice, and a case may have nobody yet. */
export const persons = pgTable(
  'persons',
  {
    id: id(),
    /** The organisation that came to know the person: no other looks its own people up here. */
    organisationId: uuid('organisation_id').notNull(),
    sealedKey: text('sealed_key'),
    /** Joined by a person into another one; the way back stays open. */
    joinedInto: uuid('joined_into'),
    createdAt: moment('created_at').notNull(),
    erasedAt: moment('erased_at'),
  },
  (table) => [
    index('persons_joined').on(table.joinedInto).where(sql`joined_into is not null`),
    rowsSeenBy(sql`app_is_system() or ${carriesAt('organisation_id')} or person_sees(id, 'identity')`),
    rowsWrittenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
  ],
);

/** Sealed facts about a person, a row for each class of fields: row-level security shows the classes that somebody may see. */
export const personDetails = pgTable(
  'person_details',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    /** identity, place, protected */
    class: text('class').notNull(),
    sealed: text('sealed').notNull(),
    version: integer('version').notNull().default(1),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (table) => [
    unique('person_details_once').on(table.personId, table.class),
    rowsSeenBy(sql`person_sees(person_id, class)`),
    rowsAddedBy(sql`person_writes(person_id, class)`),
    rowsChangedBy(sql`person_writes(person_id, class)`),
    rowsRemovedBy(sql`person_writes(person_id, class)`),
  ],
);

/** Blind indexes (HMAC) of name, reading, telephone, birth: for exact search and for proposing duplicates. Nothing can be read from them. */
export const personKeys = pgTable(
  'person_keys',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id').notNull(),
    /** name, kana, phone, email, name-birth */
    kind: text('kind').notNull(),
    blind: text('blind').notNull(),
  },
  (table) => [
    index('person_keys_by_blind').on(table.organisationId, table.blind),
    index('person_keys_by_person').on(table.personId),
    rowsSeenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
    rowsWrittenBy(sql`app_is_system() or ${carriesAt('organisation_id')}`),
  ],
);
