/** Below this many people a published number may point at somebody: the default of every table that the product gives on. */
export const defaultFewest = 10;

/** A number of a table that is to be published, with what is true. */
export interface Cell {
  readonly id: string;
  /** The truth: an integer from 0. */
  readonly value: number;
  /** It counts people: 1 … fewest − 1 are not told. Otherwise (contacts, yen) it is withheld only beside others or when sensitive. */
  readonly people: boolean;
  /** Not to be told whatever its size: money of few recipients. */
  readonly sensitive?: boolean;
  /**
   * What cannot be chosen any more. `told`: everybody knows it (published before, or an exception). `withheld`: an earlier edition
   * kept it, so this one may not give it away. `unprinted`: nobody prints it, but it could be worked out (those not counted by a rate).
   */
  readonly fixed?: 'told' | 'withheld' | 'unprinted';
  /** How many values have to remain possible for a reader who works it out; the threshold when absent. For yen. */
  readonly width?: number;
}

/** low ≤ Σ times × cell ≤ high, which every reader knows. Integers; infinite where there is no such bound. */
export interface Relation {
  readonly terms: readonly { readonly cell: string; readonly times: number }[];
  readonly low: number;
  readonly high: number;
}

export interface Table {
  readonly cells: readonly Cell[];
  readonly relations: readonly Relation[];
}

/** few: by its own size; beside: because another one could be worked out with it. The public sees one sign for both. */
export type Why = 'few' | 'beside';

/** The whole is the sum of its parts: totals, sub-totals, areas, months of a year. */
export function sumOf(whole: string, parts: readonly string[]): Relation {
  return {
    terms: [{ cell: whole, times: -1 }, ...parts.map((cell) => ({ cell, times: 1 }))],
    low: 0,
    high: 0,
  };
}

/** Two names of one number: a cell that stands unchanged in two editions. */
export function sameAs(one: string, other: string): Relation {
  return sumOf(one, [other]);
}

/** Of different people: at least as many in the year as in any month, at most as many as in all months together. */
export function distinctOver(whole: string, parts: readonly string[]): readonly Relation[] {
  return [
    { ...sumOf(whole, parts), high: Number.POSITIVE_INFINITY },
    ...parts.map((part) => ({ ...sumOf(whole, [part]), low: Number.NEGATIVE_INFINITY })),
  ];
}

/**
 * A printed percentage (one decimal) of a numerator in a denominator, as a reader who knows how it was rounded reads it:
 * |1000 n / d − 10 p| ≤ ½, without division.
 */
export function rateOf(numerator: string, denominator: string, percent: number): readonly Relation[] {
  const tenths = Math.round(percent * 10);
  const bound = (times: number) => [
    { cell: numerator, times: 2000 },
    { cell: denominator, times: -times },
  ];
  return [
    { terms: bound(2 * tenths - 1), low: 0, high: Number.POSITIVE_INFINITY },
    { terms: bound(2 * tenths + 1), low: Number.NEGATIVE_INFINITY, high: 0 },
  ];
}

export function isFew({ people, value, sensitive }: Cell, fewest: number): boolean {
  return value >= 1 && (sensitive === true || (people && value < fewest));
}
