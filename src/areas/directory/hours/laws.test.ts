import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { someDay, someHours } from './arbitrary.testing.ts';
import { nationalHolidays } from './holidays.ts';
import { type HsdsSchedule, hsdsSchedules } from './hsds.ts';
import type { Hours } from './hours.ts';
import { type Asked, hoursOn, nextChange, openingAt, shownUntil, weekdayOf } from './rules.ts';
import { type OpeningHoursSpecification, schemaHours } from './schema-org.ts';

const asked: Asked = { holidays: nationalHolidays };
const minute = 60_000;
const someMoment = fc
  .record({ day: someDay, minutes: fc.integer({ min: 0, max: 1439 }) })
  .map(({ day, minutes }) => new Date(Date.parse(`${day}T00:00:00+09:00`) + minutes * minute));

const isOpen = (hours: Hours, moment: Date) =>
  ['open', 'always'].includes(openingAt(hours, moment, asked).state);

/** Open by another way: minute by minute, from what begins on the day and what is left of the evening before. */
function isOpenByTheDay(hours: Hours, moment: Date): boolean {
  const day = tokyoDay(moment);
  const at = (moment.getTime() - Date.parse(`${day}T00:00:00+09:00`)) / minute;
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return [0, 1].some((daysAgo) =>
    hoursOn(hours, addDays(day, -daysAgo), asked).intervals.some(({ opens, closes }) => {
      const end = minutes(closes) + (minutes(closes) <= minutes(opens) ? 1440 : 0);
      const here = at + daysAgo * 1440;
      return minutes(opens) <= here && here < end;
    }),
  );
}

test('open is what the intervals of the day, or the evening before, say', () => {
  fc.assert(
    fc.property(someHours, someMoment, (hours, moment) => {
      expect(isOpen(hours, moment)).toBe(isOpenByTheDay(hours, moment));
    }),
    { numRuns: 600 },
  );
});

test('it is one thing until the next change and the other from then on', () => {
  fc.assert(
    fc.property(someHours, someMoment, (hours, moment) => {
      const change = nextChange(hours, moment, asked);
      if (!change) return;
      expect(change.getTime()).toBeGreaterThan(moment.getTime());
      expect(isOpen(hours, new Date(change.getTime() - 1))).toBe(isOpen(hours, moment));
      expect(isOpen(hours, change)).toBe(!isOpen(hours, moment));
    }),
    { numRuns: 600 },
  );
});

test('nothing is ever no number, and what always is never changes', () => {
  fc.assert(
    fc.property(someHours, someMoment, (hours, moment) => {
      const opening = openingAt(hours, moment, asked);
      for (const each of [opening.until, opening.opensAt, shownUntil(opening, moment)])
        expect(each === undefined || Number.isFinite(each.getTime())).toBe(true);
      if (opening.state === 'always') expect(nextChange(hours, moment, asked)).toBeUndefined();
      if (opening.nextOpenDay) expect(opening.nextOpenDay > tokyoDay(moment)).toBe(true);
      expect(shownUntil(opening, moment).getTime()).toBeGreaterThan(moment.getTime());
    }),
  );
});

const noHolidays: Asked = { holidays: { nameOf: () => undefined } };
const intervalsOf = (hours: Hours, day: string) =>
  hoursOn(hours, day, noHolidays).intervals.map(
    ({ opens, closes }) => `${opens}-${closes.replace('24:00', '23:59')}`,
  );
const sorted = (texts: readonly string[]) => [...new Set(texts)].toSorted();

/** What somebody who knows only HSDS makes of the rows. */
function byHsds(rows: readonly HsdsSchedule[], day: string): readonly string[] {
  const code = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][weekdayOf(day) - 1];
  const nth = Math.ceil(Number(day.slice(8)) / 7);
  const last = addDays(day, 7).slice(5, 7) !== day.slice(5, 7);
  const mondayOf = (each: string) => Date.parse(each) / 86_400_000 - weekdayOf(each);
  return rows
    .filter((row) => (!row.valid_from || row.valid_from <= day) && (!row.valid_to || day <= row.valid_to))
    .filter(({ byday, freq }) =>
      byday
        .split(',')
        .some(
          (each) =>
            each === code || (freq === 'MONTHLY' && [`${nth}${code}`, last && `-1${code}`].includes(each)),
        ),
    )
    .filter(({ interval = 1, dtstart = day }) => ((mondayOf(day) - mondayOf(dtstart)) / 7) % interval === 0)
    .map(({ opens_at, closes_at }) => `${opens_at.slice(0, 5)}-${closes_at.slice(0, 5)}`);
}

test('HSDS schedules say the same days and times, public holidays aside', () => {
  fc.assert(
    fc.property(someHours, someDay, fc.integer({ min: 0, max: 399 }), (hours, from, ahead) => {
      const day = addDays(from, ahead);
      const rows = hsdsSchedules(hours, { from, idOf: (row) => row });
      expect(sorted(byHsds(rows, day))).toEqual(sorted(intervalsOf(hours, day)));
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    }),
    { numRuns: 600 },
  );
});

test('hours that somebody wrote twice on one day are two schedules of different ids', () => {
  const twice = { opens: '18:15', closes: '24:00' };
  const exceptions = [{ date: '2027-01-01', intervals: [twice, twice] }];
  const hours: Hours = { rules: [], publicHolidays: 'closed', closures: [], exceptions };
  const ids = hsdsSchedules(hours, { from: '2027-01-01', idOf: (row) => row }).map(({ id }) => id);
  expect(new Set(ids).size).toBe(2);
});

/** What somebody who knows only schema.org makes of it: a day of its own before public holidays, those before weekdays. */
function bySchema(hours: Hours, from: string, day: string): readonly string[] {
  const { regular, special } = schemaHours(hours, from, asked);
  const name =
    ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekdayOf(day) - 1] ?? '';
  const inside = ({ validFrom, validThrough }: OpeningHoursSpecification) =>
    (!validFrom || validFrom <= day) && (!validThrough || day <= validThrough);
  const about = (named: string) => regular.filter(({ dayOfWeek }) => dayOfWeek?.includes(named));
  const own = special.filter(inside);
  const onHoliday = nationalHolidays.nameOf(day) && about('PublicHolidays');
  const shown = own.length > 0 ? own : onHoliday?.length ? onHoliday : about(name).filter(inside);
  return shown.filter(({ opens }) => opens).map(({ opens, closes }) => `${opens}-${closes}`);
}

test('schema.org says the same for the coming quarter, public holidays and all', () => {
  fc.assert(
    fc.property(someHours, someDay, fc.integer({ min: 0, max: 91 }), (hours, from, ahead) => {
      const day = addDays(from, ahead);
      const said = hoursOn(hours, day, asked).intervals.map(
        ({ opens, closes }) => `${opens}-${closes.replace('24:00', '23:59')}`,
      );
      expect(sorted(bySchema(hours, from, day))).toEqual(sorted(said));
    }),
    { numRuns: 600 },
  );
});
