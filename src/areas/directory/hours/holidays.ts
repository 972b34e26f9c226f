import holidayTable from '@holiday-jp/holiday_jp';
import type { Text } from '#platform/i18n.ts';
import type { Holidays } from './rules.ts';

interface Named {
  readonly name: string;
  readonly name_en: string;
}

/** By `YYYY-MM-DD`. The package's own functions take Date objects and read them in the zone of the process: never call them. */
const table: Readonly<Record<string, Named | undefined>> = holidayTable.holidays;

/** The last day of the national table; after it every holiday would pass for a working day. */
export const lastHoliday = Object.keys(table).reduce((last, day) => (day > last ? day : last), '');

/** National holidays of Japan, with 振替休日 and 国民の休日, as the law stands. */
export const nationalHolidays: Holidays = {
  nameOf: (day) => named(table[day]),
};

/** A day that staff made a holiday, or took out of the table (`holiday: false`). */
export interface HolidayOverride {
  readonly date: string;
  readonly holiday: boolean;
  readonly nameJa: string;
  readonly nameEn: string;
}

export function withOverrides(overrides: readonly HolidayOverride[]): Holidays {
  if (overrides.length === 0) return nationalHolidays;
  const byDay = new Map(overrides.map((override) => [override.date, override]));
  return {
    nameOf: (day) => {
      const override = byDay.get(day);
      if (!override) return nationalHolidays.nameOf(day);
      return override.holiday ? { ja: override.nameJa, en: override.nameEn || override.nameJa } : undefined;
    },
  };
}

/** 「秋分の日 振替休日」, and plain 「休日」 for a day between two holidays. */
function named(row: Named | undefined): Text | undefined {
  if (!row) return undefined;
  return { ja: row.name === '休日' ? '国民の休日' : row.name, en: row.name_en };
}
