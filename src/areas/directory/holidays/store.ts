import { asc, eq } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { type HolidayOverride, withOverrides } from '../hours/holidays.ts';
import type { Holidays } from '../hours/rules.ts';
import { holidayOverrides } from './tables.ts';

/** The public holidays as they hold here: the national table with what staff changed in it. */
export async function readHolidays(tx: Tx): Promise<Holidays> {
  return withOverrides(await listOverrides(tx));
}

/** What `withOverrides` takes, for statements that read more. */
export const holidayOverridesJson = `(select coalesce(jsonb_agg(jsonb_build_object(
    'date', date, 'holiday', holiday, 'nameJa', name_ja, 'nameEn', name_en) order by date), '[]') from holiday_overrides)`;

export async function listOverrides(tx: Tx): Promise<HolidayOverride[]> {
  return tx.select().from(holidayOverrides).orderBy(asc(holidayOverrides.date));
}

export async function upsertOverride(tx: Tx, override: HolidayOverride): Promise<void> {
  await tx
    .insert(holidayOverrides)
    .values(override)
    .onConflictDoUpdate({ target: holidayOverrides.date, set: override });
}

/** False when there was none. */
export async function deleteOverride(tx: Tx, date: string): Promise<boolean> {
  const rows = await tx
    .delete(holidayOverrides)
    .where(eq(holidayOverrides.date, date))
    .returning({ date: holidayOverrides.date });
  return rows.length > 0;
}
