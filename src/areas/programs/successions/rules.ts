import { ok, type Result, refuse } from '#platform/result.ts';

export type CarryRefusal = 'year-unknown' | 'not-the-next-year';

/** Programs go on into the very next year: «last year» on its pages means exactly that. */
export function decideCarryForward(facts: {
  from: number;
  to: number;
  fromExists: boolean;
  toExists: boolean;
}): Result<'carry', CarryRefusal> {
  if (!facts.fromExists || !facts.toExists) return refuse('year-unknown');
  return facts.to === facts.from + 1 ? ok('carry') : refuse('not-the-next-year');
}

/** What goes on: everything that did not end and was not carried before. */
export function toCarry<P extends { readonly id: string; readonly continuity: string }>(
  programs: readonly P[],
  carriedBefore: readonly string[],
): readonly P[] {
  const done = new Set(carriedBefore);
  return programs.filter((program) => program.continuity !== 'ended' && !done.has(program.id));
}
