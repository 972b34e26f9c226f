import { ok, type Result, refuse } from '#platform/result.ts';

export type PlanRefusal = 'pillar-unknown' | 'amount-not-yen' | 'program-of-other-year';

/** A row of the plan is whole yen, stands in a pillar of its year or in none, and may point at a program of that year. */
export function decidePlanRow(facts: {
  year: number;
  pillar: string | null;
  pillars: readonly string[];
  amount: number;
  programYear: number | null;
}): Result<'save', PlanRefusal> {
  if (facts.pillar !== null && !facts.pillars.includes(facts.pillar)) return refuse('pillar-unknown');
  if (!Number.isSafeInteger(facts.amount) || facts.amount < 0) return refuse('amount-not-yen');
  if (facts.programYear !== null && facts.programYear !== facts.year) return refuse('program-of-other-year');
  return ok('save');
}

export interface PlanTotals {
  /** Yen, the sum of every row. */
  readonly total: number;
  /** Yen by pillar, in the pillars' order; null is what stands in none. Empty ones are left out. */
  readonly byPillar: readonly {
    readonly pillar: string | null;
    readonly rows: number;
    readonly amount: number;
  }[];
}

/** The total is the sum of the rows in yen; a money row stands in one pillar, so the pillars add up to the total. */
export function planTotals(
  rows: readonly { readonly pillar: string | null; readonly amount: number }[],
  pillars: readonly string[],
): PlanTotals {
  const byPillar = [...pillars, null].flatMap((pillar) => {
    const own = rows.filter((row) => row.pillar === pillar);
    const amount = own.reduce((sum, row) => sum + row.amount, 0);
    return own.length > 0 ? [{ pillar, rows: own.length, amount }] : [];
  });
  return { total: rows.reduce((sum, row) => sum + row.amount, 0), byPillar };
}
