import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideCarryForward, toCarry } from './rules.ts';

test.each([
  ['into the next year', {}, 'carry'],
  ['over a year', { to: 2026 }, 'not-the-next-year'],
  ['backwards', { to: 2023 }, 'not-the-next-year'],
  ['into itself', { to: 2024 }, 'not-the-next-year'],
  ['into a year that is not open', { toExists: false }, 'year-unknown'],
  ['from a year that is not open', { fromExists: false }, 'year-unknown'],
])('programs go on %s', (_, given, expected) => {
  const facts = { from: 2024, to: 2025, fromExists: true, toExists: true };
  const decision = decideCarryForward({ ...facts, ...given });
  expect(decision.ok ? decision.value : decision.refusal).toBe(expected);
});

test('what was carried is never carried again, and what ended never', () => {
  const programs = fc.uniqueArray(
    fc.record({ id: fc.uuid(), continuity: fc.constantFrom('new', 'continued', 'expanded', 'ended') }),
    { selector: (program) => program.id },
  );
  fc.assert(
    fc.property(programs, (all) => {
      const first = toCarry(all, []);
      expect(first).toEqual(all.filter((program) => program.continuity !== 'ended'));
      expect(
        toCarry(
          all,
          first.map((program) => program.id),
        ),
      ).toEqual([]);
    }),
  );
});
