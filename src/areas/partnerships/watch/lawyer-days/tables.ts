import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { id, moment, rowsSeenBy, rowsWrittenBy } from '#platform/database/columns.ts';
import { keeps, ofNetwork } from '../tables.ts';

/** 弁護士の一日相談: a day at a place, in slots of equal length. */
export const lawyerDays = pgTable(
  'lawyer_days',
  {
    id: id(),
    ...ofNetwork(),
    day: date('day', { mode: 'string' }).notNull(),
    place: text('place').notNull(),
    /** `13:00`, Tokyo. */
    opens: text('opens').notNull(),
    /** Of a slot. */
    minutes: integer('minutes').notNull(),
    slots: integer('slots').notNull(),
    note: text('note').notNull().default(''),
    cancelledAt: moment('cancelled_at'),
    illustrative: boolean('illustrative').notNull().default(false),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [index('lawyer_days_by_day').on(table.day), rowsSeenBy(sql`true`), rowsWrittenBy(keeps)],
);

/** A booking: who comes stands sealed, and is gone 90 days after the day; the topic stays to be counted. */
export const lawyerBookings = pgTable(
  'lawyer_bookings',
  {
    id: id(),
    ...ofNetwork(),
    dayId: uuid('day_id')
      .notNull()
      .references(() => lawyerDays.id),
    /** held (until it is confirmed by the mailed link), booked, waiting, cancelled */
    state: text('state').notNull(),
    /** 0 …; null while waiting. */
    slot: integer('slot'),
    heldUntil: moment('held_until'),
    topic: text('topic').notNull(),
    /** The same address twice is one booking; null once forgotten, or booked by telephone. */
    addressMark: text('address_mark'),
    tokenHash: text('token_hash').notNull(),
    sealedKey: text('sealed_key'),
    /** { name, mail, phone, lang, token } */
    sealed: text('sealed'),
    remindedAt: moment('reminded_at'),
    /** Who waits longest moves up first. */
    at: moment('at').notNull(),
  },
  (table) => [
    unique('lawyer_bookings_token').on(table.tokenHash),
    // Nobody books a slot twice, whatever the code does.
    uniqueIndex('lawyer_bookings_slot').on(table.dayId, table.slot).where(sql`state in ('held', 'booked')`),
    uniqueIndex('lawyer_bookings_address')
      .on(table.dayId, table.addressMark)
      .where(sql`state <> 'cancelled' and address_mark is not null`),
    index('lawyer_bookings_by_day').on(table.dayId, table.at),
    rowsSeenBy(keeps),
    rowsWrittenBy(keeps),
  ],
);
