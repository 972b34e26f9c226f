import { ok, type Result, refuse } from '#platform/result.ts';

/** Ages as children's cafeterias report them; `unknown` for whoever was not asked. */
export const bands = [
  'preschool',
  'primary',
  'junior-high',
  'high',
  'youth',
  'adult',
  'senior',
  'unknown',
] as const;
export type Band = (typeof bands)[number];
export type Bands = Readonly<Partial<Record<Band, number>>>;

export type CountRefusal = 'nobody-counted' | 'session-not-begun' | 'already-counted' | 'reason-missing';
export const ways = ['replace', 'add'] as const;
export type Way = (typeof ways)[number];

export function totalOf(counted: Bands): number {
  return bands.reduce((sum, band) => sum + (counted[band] ?? 0), 0);
}

/**
 * One session is counted once. A second count says what it is: a better one that takes the first one's place (with a reason), or
 * other people who were counted by somebody else, who are added.
 */
export function decideCount(facts: {
  counted: Bands;
  begun: boolean;
  before: Bands | undefined;
  way: Way | undefined;
  reason: string;
}): Result<{ how: 'first' | Way; bands: Bands; total: number }, CountRefusal> {
  const { counted, before, way } = facts;
  if (!facts.begun) return refuse('session-not-begun');
  // That nobody came is a fact too: a nought that was typed counts, an empty form does not.
  if (Object.keys(counted).length === 0) return refuse('nobody-counted');
  if (!before) return ok({ how: 'first', bands: counted, total: totalOf(counted) });
  if (!way) return refuse('already-counted', { total: totalOf(before) });
  if (way === 'add') {
    const merged = merge(before, counted);
    return ok({ how: 'add', bands: merged, total: totalOf(merged) });
  }
  if (!facts.reason.trim()) return refuse('reason-missing');
  return ok({ how: 'replace', bands: counted, total: totalOf(counted) });
}

export function merge(one: Bands, other: Bands): Bands {
  return Object.fromEntries(
    bands.flatMap((band) => {
      const sum = (one[band] ?? 0) + (other[band] ?? 0);
      return sum > 0 ? [[band, sum]] : [];
    }),
  );
}
