import { ok, refuse, type Result } from '#platform/result.ts';
import type { Untellable } from '../disclosure/corrected/rules.ts';
import { decideNumbers, type NumbersRefusal } from '../manuscripts/rules.ts';
import type { MeasureContent, ProgramContent } from '../editions/content.ts';

export const correctedTexts = ['summary', 'evaluation', 'nextStep'] as const;
export type CorrectedText = (typeof correctedTexts)[number];

/** What an erratum corrects: the value of a measure in a period (`2024` or `2024-04`), or a text of a program. */
export type Target =
  | { readonly kind: 'figure'; readonly measureId: string; readonly period: string }
  | { readonly kind: 'text'; readonly field: CorrectedText };

/** A published erratum, as the pages show it. Values of figures are numbers written as text. */
export interface Correction {
  readonly target: Target;
  readonly oldValue: string;
  readonly newValue: string;
  readonly reason: string;
  /** YYYY-MM-DD */
  readonly on: string;
}

export type ProposeErratumRefusal =
  | 'edition-not-published'
  | 'target-unknown'
  | 'not-a-number'
  | 'nothing-changes'
  | Untellable
  | 'erratum-open'
  | NumbersRefusal;
export type DecideErratumRefusal = 'erratum-decided' | 'own-erratum' | Untellable;
export type ErratumRefusal = ProposeErratumRefusal | DecideErratumRefusal;

/** Only what was published is corrected, one erratum of the same thing at a time. Gives the value as it is kept. */
export function decideErratum(facts: {
  readonly editionStatus: string;
  readonly target: Target | null;
  /** What the public reads now, earlier errata included; null when there is no such figure or text. */
  readonly shown: string | null;
  readonly newValue: string;
  readonly open: readonly Target[];
  /** What keeps a number of the target from being told. */
  readonly untellable: (value: number) => Untellable | undefined;
  /** Numbers in a new text that nobody could follow. */
  readonly numbers: Parameters<typeof decideNumbers>[0];
}): Result<string, ProposeErratumRefusal> {
  const { target, shown } = facts;
  if (facts.editionStatus !== 'published') return refuse('edition-not-published');
  if (!target || shown === null) return refuse('target-unknown');
  if (facts.open.some((open) => sameTarget(open, target))) return refuse('erratum-open');
  const value = target.kind === 'figure' ? plainNumber(facts.newValue) : facts.newValue;
  if (value === null) return refuse('not-a-number');
  if (value === shown) return refuse('nothing-changes');
  const untellable = target.kind === 'figure' && facts.untellable(Number(value));
  if (untellable) return refuse(untellable);
  const told = decideNumbers(facts.numbers);
  return told.ok ? ok(value) : told;
}

/** A second person publishes or refuses. */
export function decideErratumApproval(facts: {
  readonly status: string;
  readonly proposedBy: string;
  readonly person: string;
  /** Of one that is to be published: others of the program may have been corrected since it was proposed. */
  readonly untellable: Untellable | undefined;
}): Result<'decide', DecideErratumRefusal> {
  if (facts.status !== 'proposed') return refuse('erratum-decided');
  if (facts.proposedBy === facts.person) return refuse('own-erratum');
  return facts.untellable ? refuse(facts.untellable) : ok('decide');
}

export function sameTarget(a: Target, b: Target): boolean {
  if (a.kind === 'figure') return b.kind === 'figure' && a.measureId === b.measureId && a.period === b.period;
  return b.kind === 'text' && a.field === b.field;
}

/** A target as the value of a form's option, and back; null for what no form of ours has sent. */
export function targetText(target: Target): string {
  return target.kind === 'figure' ? `figure ${target.measureId} ${target.period}` : `text ${target.field}`;
}

export function targetFromText(text: string): Target | null {
  const [kind, what = '', period = ''] = text.split(' ');
  if (kind === 'figure' && /^[0-9a-f-]{36}$/.test(what) && /^\d{4}(-\d{2})?$/.test(period))
    return { kind, measureId: what, period };
  const field = correctedTexts.find((each) => each === what);
  return kind === 'text' && field ? { kind, field } : null;
}

/** Corrections that a new edition of the year would silently take back: it says again what was wrong. The last of each target. */
export function undoneCorrections<Known extends Correction>(
  program: ProgramContent,
  corrections: readonly Known[],
): readonly Known[] {
  return corrections.filter((correction, index) => {
    const later = corrections.slice(index + 1).some(({ target }) => sameTarget(target, correction.target));
    const wrong = correctionsOf(corrections, correction.target).map(({ oldValue }) => oldValue);
    const printed = shownAt(program, [], correction.target) ?? '';
    return !later && printed !== correction.newValue && wrong.includes(printed);
  });
}

/** Every erratum of a target, the oldest first. */
export function correctionsOf(corrections: readonly Correction[], target: Target): readonly Correction[] {
  return corrections.filter((correction) => sameTarget(correction.target, target));
}

/** What the public reads at a target; null when the edition has no such figure or text. */
export function shownAt(
  program: ProgramContent,
  corrections: readonly Correction[],
  target: Target,
): string | null {
  const corrected = correctionsOf(corrections, target).at(-1)?.newValue;
  if (corrected !== undefined) return corrected;
  if (target.kind === 'text') return program[target.field];
  const measure = program.measures.find(({ id }) => id === target.measureId);
  const value = measure && printedValue(program, measure, target.period);
  return value === null || value === undefined ? null : String(value);
}

function printedValue(
  { fiscalYear }: ProgramContent,
  measure: MeasureContent,
  period: string,
): number | null {
  if (period === String(fiscalYear)) return measure.value;
  return measure.months.find((month) => month.period === period)?.value ?? null;
}

/** The program as the public reads it now: every corrected figure and text in the place of the printed one. */
export function withCorrections(program: ProgramContent, corrections: readonly Correction[]): ProgramContent {
  if (corrections.length === 0) return program;
  const text = (field: CorrectedText) => shownAt(program, corrections, { kind: 'text', field }) ?? '';
  const figure = (measureId: string, period: string, printed: number | null) => {
    const shown = shownAt(program, corrections, { kind: 'figure', measureId, period });
    return shown === null ? printed : Number(shown);
  };
  return {
    ...program,
    summary: text('summary'),
    evaluation: text('evaluation'),
    nextStep: text('nextStep'),
    measures: program.measures.map((measure) => ({
      ...measure,
      value: measure.value === null ? null : figure(measure.id, String(program.fiscalYear), measure.value),
      months: measure.months.map((month) => ({
        ...month,
        value: figure(measure.id, month.period, month.value),
      })),
    })),
  };
}

/** `１，２３４` → `1234`; null for anything but a number from zero with at most four decimals. */
function plainNumber(typed: string): string | null {
  const text = typed.normalize('NFKC').replace(/[,\s]/g, '');
  if (!/^\d+(\.\d{1,4})?$/.test(text) || Number(text) > Number.MAX_SAFE_INTEGER) return null;
  return String(Number(text));
}
