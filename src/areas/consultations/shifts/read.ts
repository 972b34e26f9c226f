import type { Tx } from '#platform/database/database.ts';
import { addDays, endOfTokyoDay, tokyoDay } from '#platform/dates.ts';
import { readHolidays } from '#areas/directory/index.ts';
import { doorSpans } from '../desks/opening.ts';
import { type Door, doors } from '../desks/settings.ts';
import type { Desk } from '../desks/store.ts';
import { findGaps, type Gap } from './rules.ts';
import { listShifts, type PlannedShift } from './store.ts';

/** A day of the calendar: who begins on it, and what is missing. */
export interface PlannedDay {
  readonly day: string;
  readonly open: boolean;
  readonly shifts: readonly PlannedShift[];
  readonly gaps: readonly Gap[];
}

const written: readonly Door[] = ['chat', 'line'];

/** Doors at which somebody has to be there while they are open; a mail waits until it is read. */
const answeredAtOnce: readonly Door[] = ['phone', 'line', 'chat', 'visit'];

/** A desk's plan for some days that follow each other. */
export async function readPlan(
  tx: Tx,
  { desk, days }: { desk: Desk; days: readonly string[] },
): Promise<readonly PlannedDay[]> {
  const [first = '', last = first] = [days[0], days.at(-1)];
  const planned = await listShifts(tx, {
    deskId: desk.id,
    from: endOfTokyoDay(addDays(first, -2)),
    to: endOfTokyoDay(addDays(last, 1)),
  });
  const spans = planned.map(({ startsAt, endsAt, ...shift }) => ({
    ...shift,
    from: startsAt.getTime(),
    to: endsAt.getTime(),
  }));
  const holidays = await readHolidays(tx);
  return days.map((day) => {
    const opens = doors
      .filter((door) => answeredAtOnce.includes(door))
      .flatMap((door) =>
        doorSpans(desk.settings, door, { day, holidays }).map((span) => ({
          ...span,
          door,
          written: written.includes(door),
        })),
      );
    return {
      day,
      open: opens.length > 0,
      shifts: planned.filter(({ startsAt }) => tokyoDay(startsAt) === day),
      gaps: findGaps({ opens, shifts: spans, twoPeople: desk.settings.twoPeople }),
    };
  });
}

/** Who is on duty at a moment, each once. */
export async function namesOnDuty(
  tx: Tx,
  { deskId, now }: { deskId: string; now: Date },
): Promise<readonly string[]> {
  const shifts = await listShifts(tx, { deskId, from: now, to: new Date(now.getTime() + 1) });
  return [...new Set(shifts.map(({ name }) => name))];
}

/** Monday to Sunday around a day. */
export function weekAround(day: string): readonly string[] {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  return Array.from({ length: 7 }, (_, at) => addDays(day, at + 1 - weekday));
}

/** Whole weeks, Monday first, that hold the month of a day. */
export function monthAround(day: string): readonly string[] {
  const month = day.slice(0, 7);
  const days = [...weekAround(`${month}-01`)];
  for (let next = addDays(days.at(-1) ?? day, 1); next.startsWith(month); next = addDays(next, 7))
    days.push(...weekAround(next));
  return days;
}
