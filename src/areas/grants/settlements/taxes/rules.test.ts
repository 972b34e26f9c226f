import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deductedTax, type TaxFacts, taxMethods, taxToReturn } from './rules.ts';

const none: TaxFacts = { method: 'none', at10: 0, at8: 0, common10: 0, common8: 0, ratio: 0 };

test.each<[Partial<TaxFacts>, number]>([
  [{ method: 'none', at10: 110_000 }, 0],
  [{ method: 'simplified', at10: 110_000 }, 0],
  [{ method: 'full', at10: 110_000 }, 10_000],
  [{ method: 'full', at10: 110_000, at8: 108_000 }, 18_000],
  [{ method: 'full', at10: 100 }, 9],
  [{ method: 'proportional', at10: 110_000, ratio: 8_000 }, 8_000],
  [{ method: 'proportional', at10: 110_000, ratio: 3_333 }, 3_333],
  [{ method: 'itemised', at10: 110_000, common10: 220_000, ratio: 5_000 }, 20_000],
])('of %o the group deducts %i yen', (facts, yen) => {
  expect(deductedTax({ ...none, ...facts })).toBe(yen);
});

test('half of the costs were paid by the grant, so half of the tax goes back', () => {
  const facts: TaxFacts = { ...none, method: 'full', at10: 220_000 };
  expect(taxToReturn(facts, { fixedYen: 110_000, acceptedYen: 220_000 })).toBe(10_000);
  expect(taxToReturn(facts, { fixedYen: 0, acceptedYen: 0 })).toBe(0);
});

test('what goes back is never more than the grant, and nothing below 0', () => {
  const amount = fc.integer({ min: 0, max: 100_000_000 });
  const facts = fc.record({
    method: fc.constantFrom(...taxMethods),
    at10: amount,
    at8: amount,
    common10: amount,
    common8: amount,
    ratio: fc.integer({ min: 0, max: 10_000 }),
  });
  expect(
    fc.check(
      fc.property(facts, amount, amount, (each, fixedYen, acceptedYen) => {
        const yen = taxToReturn(each, { fixedYen, acceptedYen });
        return Number.isSafeInteger(yen) && yen >= 0 && yen <= fixedYen;
      }),
    ),
  ).toMatchObject({ failed: false });
});
