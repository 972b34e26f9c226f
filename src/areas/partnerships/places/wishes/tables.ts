import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { organisations } from '#platform/people/tables.ts';
import { ofPlace, ofShownPlace, operates } from '../tables.ts';

/** 「募集しています」: hands, food or things that a place looks for, until a day or until there is enough. */
export const placeWishes = pgTable(
  'place_wishes',
  {
    id: id(),
    ...ofPlace(),
    /** hands, food, things */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    detail: text('detail').notNull().default(''),
    /** How many people or pieces; null: any number. */
    wanted: integer('wanted'),
    unit: text('unit').notNull().default(''),
    untilOn: date('until_on', { mode: 'string' }).notNull(),
    createdAt: moment('created_at').notNull(),
    /** Ended before its day: by the operator, or because there is enough. */
    endedAt: moment('ended_at'),
  },
  (table) => [
    index('place_wishes_by_place').on(table.serviceId, table.untilOn),
    index('place_wishes_by_end').on(table.untilOn),
    rowsSeenBy(ofShownPlace),
    rowsWrittenBy(operates),
  ],
);

/** Who answered: sealed, read by the operator only, gone 90 days after the wish ended. */
export const placeAnswers = pgTable(
  'place_answers',
  {
    id: id(),
    wishId: uuid('wish_id')
      .notNull()
      .references(() => placeWishes.id, { onDelete: 'cascade' }),
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id),
    sealedKey: text('sealed_key').notNull(),
    /** Name, how to reach them, their words: JSON, sealed. */
    sealed: text('sealed').notNull(),
    amount: integer('amount').notNull().default(1),
    /** new, agreed, declined */
    state: text('state').notNull().default('new'),
    at: moment('at').notNull(),
  },
  (table) => [
    index('place_answers_by_wish').on(table.wishId),
    rowsSeenBy(operates),
    rowsWrittenBy(sql`${operates}`),
  ],
);
