import { monthsOfFiscalYear } from '#platform/dates.ts';
import { ok, type Result, refuse } from '#platform/result.ts';
import type { EntryRefusal } from '../programs/rules.ts';

export const kinds = ['count', 'people', 'yen', 'places', 'groups', 'views', 'rate'] as const;
export type Kind = (typeof kinds)[number];
/** total: 延べ, who came twice counts twice; distinct: 実, each person once. */
export const countings = ['total', 'distinct'] as const;
export type Counting = (typeof countings)[number];
export const rhythms = ['year', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What makes a measure's numbers addable. */
export interface Counted {
  readonly kind: string;
  readonly counting: string | null;
}

/** Months add up to a year for what happens (件, 延べ, 円, 閲覧). Distinct people, places, groups and rates never do. */
export function isSummable({ kind, counting }: Counted): boolean {
  return (
    kind === 'count' || kind === 'yen' || kind === 'views' || (kind === 'people' && counting === 'total')
  );
}

/** Values by period: `2024` the year, `2024-04` a month. No key: not reported. */
export type Values = Readonly<Record<string, number>>;

/**
 * The value of a measure's year: the one reported for the year; else the sum of the months reported, where months add up;
 * else null, which is «not reported» and never zero.
 */
export function yearValue(measure: Counted, values: Values): number | null {
  const year = Object.entries(values).find(([period]) => isYear(period));
  if (year) return year[1];
  const months = Object.entries(values).filter(([period]) => !isYear(period));
  if (months.length === 0 || !isSummable(measure)) return null;
  return Number(months.reduce((sum, [, value]) => sum + value, 0).toFixed(4));
}

function isYear(period: string): boolean {
  return /^\d{4}$/.test(period);
}

/** The periods that a measure is reported for: its months (and always the year). */
export function periodsOf(rhythm: string, year: number): readonly string[] {
  return rhythm === 'month' ? [...monthsOfFiscalYear(year), String(year)] : [String(year)];
}

export type ValueRefusal =
  | EntryRefusal
  | 'measure-unknown'
  | 'period-unknown'
  | 'value-not-whole'
  | 'value-negative'
  | 'value-too-fine';

export interface ValueFacts {
  readonly measure: { readonly kind: string; readonly rhythm: string; readonly labelJa: string } | undefined;
  readonly year: number;
  readonly period: string;
  /** Null takes the value away: not reported. */
  readonly value: number | null;
}

/** One value of one period: whole numbers except for rates (percent, up to four decimals), never below zero. */
export function decideValue({ measure, year, period, value }: ValueFacts): Result<'save', ValueRefusal> {
  if (!measure) return refuse('measure-unknown');
  const facts = { measure: measure.labelJa, period };
  if (!periodsOf(measure.rhythm, year).includes(period)) return refuse('period-unknown', facts);
  if (value === null) return ok('save');
  if (value < 0) return refuse('value-negative', facts);
  if (measure.kind !== 'rate')
    return Number.isSafeInteger(value) ? ok('save') : refuse('value-not-whole', facts);
  return Number.isFinite(value) && Number(value.toFixed(4)) === value
    ? ok('save')
    : refuse('value-too-fine', facts);
}

export type MeasureRefusal =
  | EntryRefusal
  | 'unit-unknown'
  | 'counting-missing'
  | 'months-reported'
  | 'values-not-whole';

export interface MeasureFacts extends Counted {
  readonly unit: string;
  readonly units: readonly string[];
  readonly rhythm: string;
  /** What was reported so far. */
  readonly values: Values;
}

/** A measure has a unit of the year; people are counted in a said way; what was reported still fits. */
export function decideMeasure(facts: MeasureFacts): Result<'save', MeasureRefusal> {
  if (!facts.units.includes(facts.unit)) return refuse('unit-unknown');
  if (facts.kind === 'people' && facts.counting === null) return refuse('counting-missing');
  if (facts.rhythm === 'year' && Object.keys(facts.values).some((period) => !isYear(period)))
    return refuse('months-reported');
  if (facts.kind !== 'rate' && !Object.values(facts.values).every(Number.isSafeInteger))
    return refuse('values-not-whole');
  return ok('save');
}

export type RemoveMeasureRefusal = EntryRefusal | 'measure-has-values' | 'measure-goes-on';

/** A number once reported is not thrown away by the way: its values go first. A measure that next year follows stays. */
export function decideRemoveMeasure(facts: {
  values: number;
  successors: number;
}): Result<'remove', RemoveMeasureRefusal> {
  if (facts.values > 0) return refuse('measure-has-values', { values: facts.values });
  return facts.successors > 0 ? refuse('measure-goes-on') : ok('remove');
}
