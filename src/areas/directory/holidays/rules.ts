import { addDays } from '#platform/dates.ts';
import type { Text } from '#platform/i18n.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { Holidays } from '../hours/rules.ts';

export type HolidayRefusal = 'past-day' | 'name-missing' | 'already-so' | 'not-changed';

/** A day is made a holiday that is none, with a name, or taken out of the table that is in it; what has passed stays. */
export function decideOverride(facts: {
  override: { readonly date: string; readonly holiday: boolean; readonly nameJa: string };
  /** The day is one in the national table. */
  national: boolean;
  today: string;
}): Result<'change', HolidayRefusal> {
  const { override, national, today } = facts;
  if (override.date < today) return refuse('past-day');
  if (override.holiday === national) return refuse('already-so');
  if (override.holiday && override.nameJa === '') return refuse('name-missing');
  return ok('change');
}

export interface NamedDay {
  readonly day: string;
  readonly name: Text;
}

/** The holidays of so many days from one on. */
export function holidaysFrom(holidays: Holidays, from: string, days: number): readonly NamedDay[] {
  return Array.from({ length: days }, (_, ahead) => addDays(from, ahead)).flatMap((day) => {
    const name = holidays.nameOf(day);
    return name ? [{ day, name }] : [];
  });
}

/** Within two years the table ends: somebody has to bring a newer one before hours are wrong. */
export function endsSoon(lastHoliday: string, today: string): boolean {
  return lastHoliday < addDays(today, 730);
}
