import { ok, refuse, type Result } from '#platform/result.ts';

export type EditRefusal =
  | 'not-a-draft'
  | 'changed-since'
  | 'section-unknown'
  | 'heading-missing'
  | 'number-gone'
  | 'figure-unknown'
  | 'value-differs'
  | 'reason-missing'
  | 'version-unknown';

/** Only a draft is edited, and only as it was seen: of two who edit at a time, the second is told and nothing is lost. */
export function decideEdit(facts: {
  readonly status: string;
  readonly version: number;
  readonly seenVersion: number;
}): Result<'edit', EditRefusal> {
  if (facts.status !== 'draft') return refuse('not-a-draft');
  if (facts.version !== facts.seenVersion) return refuse('changed-since');
  return ok('edit');
}

/** A number becomes the figure that says the same; to say something else, the text has to be mended. */
export function decideMark(facts: {
  readonly isThere: boolean;
  readonly figure: 'same' | 'differs' | 'unknown' | undefined;
  readonly reason: string;
}): Result<'mark', EditRefusal> {
  if (!facts.isThere) return refuse('number-gone');
  if (facts.figure === 'unknown') return refuse('figure-unknown');
  if (facts.figure === 'differs') return refuse('value-differs');
  if (facts.figure === undefined && facts.reason.trim() === '') return refuse('reason-missing');
  return ok('mark');
}

export type NumbersRefusal = 'number-untold' | 'number-withheld' | 'figure-name-unknown';

/** A number of a text, as a refusal says it. */
export interface SaidNumber {
  readonly sentence: string;
  readonly place: string;
  readonly number: string;
}

/** The first number that nobody followed, or that is withheld elsewhere, keeps the text from being proposed, with its sentence. */
export function decideNumbers(facts: {
  readonly open: readonly SaidNumber[];
  /** Those that a text would tell while the figure is not told. */
  readonly withheld: readonly SaidNumber[];
  readonly unknown: readonly { readonly name: string; readonly place: string }[];
}): Result<'told', NumbersRefusal> {
  const [unknown] = facts.unknown;
  if (unknown) return refuse('figure-name-unknown', unknown);
  const [withheld] = facts.withheld;
  if (withheld) {
    const { sentence, place, number } = withheld;
    return refuse('number-withheld', { sentence, place, number, count: facts.withheld.length });
  }
  const [open] = facts.open;
  if (open) return refuse('number-untold', { ...open, count: facts.open.length });
  return ok('told');
}
