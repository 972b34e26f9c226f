import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideInterestPayment, decideSchedule, subsidyOf } from './rules.ts';

const terms = { numerator: 1, denominator: 1, maxInstalments: 24, maxBasisPoints: 1500 };
const credit = { principalYen: 32_280, basisPoints: 1500, instalments: 12, firstOn: '2025-07-31' };

test('twelve instalments at 15 %: due at the end of each month, all of the price is paid, the interest falls', () => {
  const made = decideSchedule(terms, credit);
  if (!made.ok) throw new Error(made.refusal);
  const rows = made.value;
  expect(rows.map(({ dueOn }) => dueOn).slice(0, 3)).toEqual(['2025-07-31', '2025-08-31', '2025-09-30']);
  // 32,280 × 15 % ÷ 12 = 403.5, cut; the equal instalment is 2,913 yen.
  expect(rows[0]).toMatchObject({ interestYen: 403, principalYen: 2_510 });
  expect(rows.reduce((sum, { principalYen }) => sum + principalYen, 0)).toBe(32_280);
  expect(subsidyOf(rows)).toBe(rows.reduce((sum, { interestYen }) => sum + interestYen, 0));
});

test.each([
  [null, credit, 'no-interest-here'],
  [terms, { ...credit, basisPoints: 1501 }, 'rate-too-high'],
  [terms, { ...credit, instalments: 25 }, 'too-many-instalments'],
  [terms, { ...credit, instalments: 0 }, 'credit-wrong'],
  [terms, { ...credit, principalYen: 0 }, 'credit-wrong'],
  [terms, { ...credit, principalYen: 1.5 }, 'credit-wrong'],
])('%j with %j is refused: %s', (given, asked, refusal) =>
  expect(decideSchedule(given, asked)).toMatchObject({ refusal }),
);

test('whatever is bought on whatever credit: every yen of the price once, interest never grows, half is at most half', () => {
  const law = fc.property(
    fc.integer({ min: 1_000, max: 500_000 }),
    fc.integer({ min: 0, max: 1_500 }),
    fc.integer({ min: 1, max: 24 }),
    (principalYen, basisPoints, instalments) => {
      const asked = { principalYen, basisPoints, instalments, firstOn: '2025-04-30' };
      const made = decideSchedule({ ...terms, denominator: 2 }, asked);
      if (!made.ok) return false;
      const rows = made.value;
      const interest = rows.reduce((sum, row) => sum + row.interestYen, 0);
      return (
        rows.length === instalments &&
        rows.reduce((sum, row) => sum + row.principalYen, 0) === principalYen &&
        rows.every(
          (row, at) =>
            row.principalYen >= 0 && row.interestYen <= (rows[at - 1]?.interestYen ?? row.interestYen),
        ) &&
        subsidyOf(rows) <= interest / 2
      );
    },
  );
  expect(fc.check(law)).toMatchObject({ failed: false });
});

test('an instalment is paid from its day on, once, and only where there is something to pay', () => {
  const facts = { dueOn: '2025-07-31', today: '2025-07-31', orderedAt: null, subsidyYen: 403 };
  expect(decideInterestPayment(facts)).toMatchObject({ ok: true });
  expect(decideInterestPayment({ ...facts, today: '2025-07-30' })).toMatchObject({ refusal: 'not-due-yet' });
  expect(decideInterestPayment({ ...facts, orderedAt: new Date() })).toMatchObject({
    refusal: 'paid-before',
  });
  expect(decideInterestPayment({ ...facts, isSeen: false })).toMatchObject({ refusal: 'not-seen-yet' });
  expect(decideInterestPayment({ ...facts, subsidyYen: 0 })).toMatchObject({ refusal: 'nothing-to-pay' });
});
