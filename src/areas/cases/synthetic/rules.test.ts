import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesOf, type SyntheticYear } from './rules.ts';

const year: SyntheticYear = {
  fiscalYear: 2024,
  seed: 'a',
  people: 28,
  consultations: 133,
  accompaniments: 17,
  protection: 1,
  independence: 2,
  worries: ['housing', 'violence'],
  municipalities: ['14201'],
};
const records = (given: SyntheticYear) => casesOf(given).flatMap((each) => each.records);
const count = (given: SyntheticYear, service: string) =>
  records(given).filter((record) => record.service === service).length;

test('a year holds exactly as much as it says, within its days, and is the same every time', () => {
  const some = fc.record({
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    people: fc.integer({ min: 2, max: 60 }),
    consultations: fc.integer({ min: 60, max: 300 }),
    accompaniments: fc.nat(40),
  });
  fc.assert(
    fc.property(some, (change) => {
      const given = { ...year, ...change };
      expect(count(given, 'consultation')).toBe(given.consultations);
      expect(count(given, 'accompaniment')).toBe(given.accompaniments);
      expect(casesOf(given)).toEqual(casesOf(given));
      const days = records(given).map(({ on }) => on);
      expect(days.filter((day) => day < '2024-04-01' || day > '2025-03-31')).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

test('protection and independence are of so many people, and nothing is recorded before somebody came', () => {
  const cases = casesOf(year);
  const with_ = (service: string) =>
    cases.filter((each) => each.records.some((record) => record.service === service));
  expect([with_('protection').length, with_('independence').length]).toEqual([1, 2]);
  for (const each of cases) expect(each.records.every(({ on }) => on >= each.receivedOn)).toBe(true);
});
