import { sql } from 'drizzle-orm';
import { bigint, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { rowsSeenBy, rowsWrittenBy } from '../database/columns.ts';

const product = sql`app_is_system()`;

/** What things of a register (cases, awards) count for, added up as it was folded last: guards.sql. */
export const rollups = pgTable(
  'rollups',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    /** Whose function `rollup_<register>(things)` says what a thing counts for. */
    register: text('register').notNull(),
    /** Fiscal year. */
    year: integer('year').notNull(),
    owner: uuid('owner').notNull(),
    /** `2024-05`; '' is the whole year, in which each person counts once. */
    month: text('month').notNull(),
    figure: text('figure').notNull(),
    code: text('code').notNull(),
    n: bigint('n', { mode: 'number' }).notNull(),
    /** Different people (実). */
    people: bigint('people', { mode: 'number' }).notNull(),
  },
  (table) => [
    unique('rollups_once').on(table.register, table.year, table.owner, table.month, table.figure, table.code),
    rowsSeenBy(product),
    rowsWrittenBy(product),
  ],
);

/** Things that changed since, marked in the transaction that changed them: no row is fought over, and no sum is ever stale. */
export const rollupMarks = pgTable(
  'rollup_marks',
  { register: text('register').notNull(), thing: uuid('thing').notNull() },
  (table) => [
    index('rollup_marks_by_register').on(table.register),
    rowsSeenBy(product),
    rowsWrittenBy(product),
  ],
);

/** What each thing counted for when it was folded: taken off again when it counts otherwise. */
export const rollupFacts = pgTable(
  'rollup_facts',
  {
    thing: uuid('thing').notNull(),
    rollupId: bigint('rollup_id', { mode: 'number' }).notNull(),
    who: uuid('who'),
    n: bigint('n', { mode: 'number' }).notNull(),
  },
  (table) => [index('rollup_facts_by_thing').on(table.thing), rowsSeenBy(product), rowsWrittenBy(product)],
);

/** How often each person counts in a sum: 実 follows when it becomes more than nothing, or nothing again. */
export const rollupPeople = pgTable(
  'rollup_people',
  {
    rollupId: bigint('rollup_id', { mode: 'number' }).notNull(),
    who: uuid('who').notNull(),
    n: integer('n').notNull(),
  },
  (table) => [
    unique('rollup_people_once').on(table.rollupId, table.who),
    rowsSeenBy(product),
    rowsWrittenBy(product),
  ],
);
