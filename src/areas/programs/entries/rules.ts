import type { ValueFrom } from '../measures/origin.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import { isSummable, periodsOf, type Values } from '../measures/rules.ts';
import type { EntryStatus } from '../programs/rules.ts';

export type { EntryStatus };
export type EntryAct = 'save' | 'submit' | 'return' | 'accept' | 'reopen';

export type EntryRefusal =
  | 'round-closed'
  | 'not-yours'
  | 'already-submitted'
  | 'already-accepted'
  | 'not-submitted'
  | 'not-accepted'
  | 'incomplete'
  | 'changed-meanwhile'
  | 'words-missing';

/** Who may do it, from which state, and where it leads. What is not in the table is refused. */
export const entrySteps: Readonly<
  Record<
    EntryAct,
    { by: 'bureau' | 'secretariat'; from: Readonly<Partial<Record<EntryStatus, EntryStatus>>> }
  >
> = {
  save: { by: 'bureau', from: { owed: 'draft', draft: 'draft', returned: 'draft' } },
  submit: { by: 'bureau', from: { owed: 'submitted', draft: 'submitted', returned: 'submitted' } },
  return: { by: 'secretariat', from: { submitted: 'returned' } },
  accept: { by: 'secretariat', from: { submitted: 'accepted' } },
  reopen: { by: 'secretariat', from: { accepted: 'returned' } },
};

export interface Actor {
  readonly secretariat: boolean;
  /** Reports for the bureau of this very entry. */
  readonly reporter: boolean;
}

/** The state an act leads to. The secretariat may also fill in for a bureau; a bureau never decides about its own return. */
export function decideStep(
  act: EntryAct,
  facts: { status: EntryStatus; roundOpen: boolean; actor: Actor },
): Result<EntryStatus, EntryRefusal> {
  const step = entrySteps[act];
  const allowed = facts.actor.secretariat || (step.by === 'bureau' && facts.actor.reporter);
  if (!allowed) return refuse('not-yours');
  if (!facts.roundOpen) return refuse('round-closed');
  const next = step.from[facts.status];
  if (next) return ok(next);
  if (act === 'return' || act === 'accept')
    return refuse(facts.status === 'accepted' ? 'already-accepted' : 'not-submitted');
  if (act === 'reopen') return refuse('not-accepted');
  return refuse(facts.status === 'accepted' ? 'already-accepted' : 'already-submitted');
}

/** Acts that this person can do now, for the buttons of a page. */
export function possibleActs(facts: Parameters<typeof decideStep>[1]): readonly EntryAct[] {
  return (Object.keys(entrySteps) as EntryAct[]).filter((act) => decideStep(act, facts).ok);
}

/** What a measure needs to be reported; `kind` and `counting` as in the measures table. */
export interface Asked {
  readonly id: string;
  readonly kind: string;
  readonly counting: string | null;
  readonly rhythm: string;
  readonly values: Values;
}

/**
 * The periods somebody fills in: the year; or the twelve months, and the year besides where months do not add up
 * or where a year's value stands already (which goes before the sum of its months).
 */
export function askedPeriods(measure: Asked, fiscalYear: number): readonly string[] {
  const year = String(fiscalYear);
  const periods = periodsOf(measure.rhythm, fiscalYear);
  const summed = measure.rhythm === 'month' && isSummable(measure) && measure.values[year] === undefined;
  return summed ? periods.filter((period) => period !== year) : periods;
}

/** The periods without which a return is not complete. */
export function missingPeriods(measure: Asked, fiscalYear: number): readonly string[] {
  const year = String(fiscalYear);
  if (isSummable(measure) && measure.values[year] !== undefined) return [];
  return askedPeriods(measure, fiscalYear).filter((period) => measure.values[period] === undefined);
}

/** The name of a value's field in forms and in the history. */
export function valueField(measureId: string, period: string): string {
  return `value:${measureId}:${period}`;
}

export interface Filled {
  readonly fiscalYear: number;
  readonly measures: readonly Asked[];
  readonly evaluation: string;
  readonly rating: string | null;
}

/** Fields that still have to be filled before the return can be submitted: every value, the evaluation and the rating. */
export function missingFields(filled: Filled): readonly string[] {
  const values = filled.measures.flatMap((measure) =>
    missingPeriods(measure, filled.fiscalYear).map((period) => valueField(measure.id, period)),
  );
  return [
    ...values,
    ...(filled.evaluation.trim() ? [] : ['evaluation']),
    ...(filled.rating ? [] : ['rating']),
  ];
}

/** Half as much again, or less than half: worth a second look, not an error. */
export function isUnusual(value: number | null | undefined, previous: number | null | undefined): boolean {
  if (value === previous || typeof value !== 'number' || typeof previous !== 'number') return false;
  if (previous === 0) return true;
  return Math.abs(value - previous) / Math.abs(previous) >= 0.5;
}

/** Changes in percent of last year's value; undefined where there is nothing to compare. */
export function changeInPercent(value: number | undefined, previous: number | undefined): number | undefined {
  if (value === undefined || !previous) return undefined;
  return Math.round(((value - previous) / previous) * 1000) / 10;
}

export interface EntryWords {
  readonly summary: string;
  readonly evaluation: string;
  readonly rating: string | null;
  readonly nextStep: string;
}

/** What somebody typed for a return; what is left out stays as it is. A value of null takes the value away. */
export interface EntryInput {
  readonly values?: readonly {
    readonly measureId: string;
    readonly period: string;
    readonly value: number | null;
    readonly from?: ValueFrom;
  }[];
  readonly words?: Partial<EntryWords>;
}

export interface FieldChange {
  /** `value:<measure>:<period>`, summary, evaluation, rating or nextStep. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The differences between what stands and what was typed; values of measures that the program does not have are left out. */
export function changesOf(
  stored: EntryWords & { readonly measures: readonly Asked[] },
  input: EntryInput,
): readonly FieldChange[] {
  const values = (input.values ?? []).flatMap(({ measureId, period, value }) => {
    const measure = stored.measures.find(({ id }) => id === measureId);
    const before = measure?.values[period] ?? null;
    if (!measure || before === value) return [];
    return [{ field: valueField(measureId, period), before: asText(before), after: asText(value) }];
  });
  const words = (['summary', 'evaluation', 'rating', 'nextStep'] as const).flatMap((field) => {
    const after = input.words?.[field];
    if (after === undefined || (after ?? '') === (stored[field] ?? '')) return [];
    return [{ field, before: stored[field] || null, after: after || null }];
  });
  return [...values, ...words];
}

function asText(value: number | null): string | null {
  return value === null ? null : String(value);
}
