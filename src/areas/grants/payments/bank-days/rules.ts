import { addDays } from '#platform/dates.ts';

/** Whether a day is a holiday, by its name. */
export type HolidayOf = (day: string) => unknown;

/** Banks are closed on Saturdays, Sundays, national holidays and from 31 December to 3 January (銀行法施行令 第5条). */
export function isBankDay(day: string, holidayOf: HolidayOf): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  const date = day.slice(5);
  if (date === '12-31' || date === '01-01' || date === '01-02' || date === '01-03') return false;
  return !holidayOf(day);
}

/** The first bank day after a day: the soonest that a file of today is carried out. */
export function nextBankDay(day: string, holidayOf: HolidayOf): string {
  let next = addDays(day, 1);
  while (!isBankDay(next, holidayOf)) next = addDays(next, 1);
  return next;
}

/** The day on which something due is paid: on it, or the bank day before; never before `soonest`, which is a bank day. */
export function payDay(dueOn: string, soonest: string, holidayOf: HolidayOf): string {
  let day = dueOn;
  while (day > soonest && !isBankDay(day, holidayOf)) day = addDays(day, -1);
  return day > soonest ? day : soonest;
}
