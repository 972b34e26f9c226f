import type { ProgramContent } from '../editions/content.ts';
import type { Correction } from '../errata/rules.ts';
import type { PublishedErratum } from '../errata/store.ts';
import { measureFigure } from '../figures/named.ts';
import { whereOf } from './program-section.ts';

/** What was corrected since, by the name of the number or the place of the text; the oldest first. */
export type Corrections = ReadonlyMap<string, readonly Correction[]>;

export function correctionsByPlace(
  errata: readonly { readonly program: ProgramContent; readonly correction: PublishedErratum }[],
): Corrections {
  const found = new Map<string, Correction[]>();
  for (const { program, correction } of errata) {
    const place = placeOf(program, correction);
    if (place !== undefined) found.set(place, [...(found.get(place) ?? []), correction]);
  }
  return found;
}

function placeOf(program: ProgramContent, { target }: Correction): string | undefined {
  if (target.kind === 'text') return whereOf(program, target.field);
  const measure = program.measures.find(({ id }) => id === target.measureId);
  return measure && measureFigure(program.fiscalYear, measure.thread, target.period);
}
