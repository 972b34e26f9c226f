import type { Hours, HoursRule } from './hours.ts';

/** Hours without holidays, closures or exceptions, unless they are given. */
export function exampleHours(rules: readonly HoursRule[], rest: Partial<Hours> = {}): Hours {
  return { rules, publicHolidays: 'same', closures: [], exceptions: [], ...rest };
}

export const weekdays = [1, 2, 3, 4, 5];

/** A municipal desk: weekdays with a lunch gap, closed on public holidays and over the year-end. */
export const officeHours = exampleHours(
  [
    { days: weekdays, opens: '09:00', closes: '12:00' },
    { days: weekdays, opens: '13:00', closes: '17:15' },
  ],
  { publicHolidays: 'closed', closures: [{ from: '12-29', to: '01-03', label: '年末年始' }] },
);
