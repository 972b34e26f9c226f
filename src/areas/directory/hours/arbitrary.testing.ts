import fc from 'fast-check';
import { addDays } from '#platform/dates.ts';
import type { Hours, HoursRule, Interval } from './hours.ts';

/** Days around the time in which the laws are tried, leap day and year-ends included. */
export const someDay = fc.integer({ min: 0, max: 1200 }).map((ahead) => addDays('2027-01-01', ahead));

/** Once in `times`; otherwise undefined. */
const sometimes = <T>(times: number, arbitrary: fc.Arbitrary<T>) =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });

const time = fc
  .record({ hour: fc.integer({ min: 0, max: 23 }), quarter: fc.integer({ min: 0, max: 3 }) })
  .map(({ hour, quarter }) => `${String(hour).padStart(2, '0')}:${String(quarter * 15).padStart(2, '0')}`);

export const someInterval: fc.Arbitrary<Interval> = fc.record({
  opens: time,
  closes: fc.oneof({ weight: 5, arbitrary: time }, fc.constant('24:00')),
});

const someRule: fc.Arbitrary<HoursRule> = fc
  .record({
    times: someInterval,
    days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    nth: sometimes(3, fc.uniqueArray(fc.constantFrom(1, 2, 3, 4, 5, -1), { minLength: 1, maxLength: 3 })),
    interval: sometimes(5, fc.integer({ min: 2, max: 4 })),
    validFrom: sometimes(4, someDay),
    validDays: sometimes(2, fc.integer({ min: 0, max: 500 })),
  })
  .map(({ times, validDays, nth, ...rule }) => {
    const validFrom = rule.interval ? (rule.validFrom ?? '2027-01-01') : rule.validFrom;
    const validTo = validFrom && validDays !== undefined ? addDays(validFrom, validDays) : undefined;
    // A rule is either of the month or of every few weeks.
    return { ...times, ...rule, nth: rule.interval ? undefined : nth, validFrom, validTo };
  });

const someClosure = fc
  .record({ from: someDay, days: fc.integer({ min: 0, max: 20 }), yearly: fc.boolean() })
  .map(({ from, days, yearly }) => {
    const to = addDays(from, days);
    return yearly ? { from: from.slice(5), to: to.slice(5) } : { from, to };
  })
  .filter(({ from, to }) => !`${from} ${to}`.includes('02-29'));

export const someHours: fc.Arbitrary<Hours> = fc.record({
  alwaysOpen: sometimes(20, fc.constant(true)),
  rules: fc.array(someRule, { minLength: 1, maxLength: 4 }),
  publicHolidays: fc.oneof(
    fc.constant('closed' as const),
    fc.constant('same' as const),
    fc.array(someInterval, { maxLength: 2 }),
  ),
  closures: fc.array(someClosure, { maxLength: 2 }),
  exceptions: fc.uniqueArray(
    fc.record({ date: someDay, intervals: fc.array(someInterval, { maxLength: 2 }) }),
    { maxLength: 3, selector: ({ date }) => date },
  ),
});
