import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { people } from '#platform/people/tables.ts';
import { persons } from '../persons/tables.ts';

/**
 * 世帯・家族: who belongs to a person, apart from any case. A member is a person of their own, or just the words that were said
 * (「長女、高校生」). Rows are kept when somebody moves out: they end.
 */
export const householdMembers = pgTable(
  'household_members',
  {
    id: id(),
    /** Whose household it is. */
    personId: uuid('person_id')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    /** The member, where they are a person of their own with the same organisation. */
    memberId: uuid('member_id').references(() => persons.id, { onDelete: 'set null' }),
    /** households/rules.ts; null: not said */
    relation: text('relation'),
    /** Since when and until when they live in one home, as far as it was said. */
    fromOn: date('from_on', { mode: 'string' }),
    untilOn: date('until_on', { mode: 'string' }),
    /** together, apart: households/rules.ts */
    living: text('living').notNull(),
    /** { name, words }: sealed with the data key of the person for whom it was written, which stays so when persons are joined. */
    sealed: text('sealed').notNull(),
    sealedFor: uuid('sealed_for')
      .notNull()
      .references(() => persons.id, { onDelete: 'cascade' }),
    version: integer('version').notNull().default(1),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    updatedBy: uuid('updated_by').references(() => people.id),
  },
  (table) => [
    index('household_members_by_person').on(table.personId),
    index('household_members_by_member').on(table.memberId),
    rowsSeenBy(sql`person_sees(person_id, 'identity')`),
    rowsWrittenBy(sql`person_writes(person_id, 'identity')`),
  ],
);
