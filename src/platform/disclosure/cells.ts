/** Below this many people a published number may point at somebody: the default of every table that the product gives on. */
export const defaultFewest = 10;

/** A number of a table that is to be published, with what is true. */
export interface Cell {
  readonly id: string;
  /** The truth, from 0: an integer, unless it stands in no relation itself (a rate only ties others). */
  readonly value: number;
  /** It counts people: 1 … fewest − 1 are not told. Otherwise (contacts, yen) it is withheld only beside others or when sensitive. */
  readonly people: boolean;
  /** Not to be told whatever its size: money of few recipients. */
  readonly sensitive?: boolean;
  /**
   * What cannot be chosen any more. `told`: everybody knows it (published before, or an exception). `withheld`: an earlier edition
   * kept it, so this one may not give it away as long as it is few. `unprinted`: nobody prints it, but it could be worked out (those not counted by a rate).
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
  /** The cell that says so: a rate ties its parts, an amount its recipients, only where it is told itself. */
  readonly by?: string;
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

/** A printed percentage, and by how much the share may differ from it: half a last digit where it was rounded, a whole one where cut. */
export interface Percentage {
  readonly percent: number;
  readonly within: number;
}

/** How a reader reads a percentage of a part in a whole, as finely as it is true; undefined where it is not theirs. */
export function percentageOf(part: number, whole: number, percent: number): Percentage | undefined {
  const decimals = String(percent).split('.')[1]?.length ?? 0;
  const digits = [...new Set([Math.max(1, decimals), decimals])].map((each) => 10 ** -each);
  const within = digits
    .flatMap((digit) => [digit / 2, digit])
    .find((each) => Math.abs((100 * part) / whole - percent) <= each + 1e-9);
  return within === undefined ? undefined : { percent, within };
}

/** (percent − within) × whole ≤ 100 × part ≤ (percent + within) × whole, in integers; the whole perhaps in several cells. */
export function rateOf(
  part: string,
  whole: readonly string[],
  { percent, within, by }: Percentage & { readonly by?: string },
): readonly Relation[] {
  const scale = 2 * 10 ** (String(within).split('.')[1]?.length ?? 0);
  const terms = (bound: number) =>
    [...new Set([part, ...whole])]
      .map((cell) => ({
        cell,
        times: (cell === part ? 100 * scale : 0) - (whole.includes(cell) ? Math.round(bound * scale) : 0),
      }))
      .filter(({ times }) => times !== 0);
  const said = by === undefined ? {} : { by };
  return [
    { ...said, terms: terms(percent - within), low: 0, high: Number.POSITIVE_INFINITY },
    { ...said, terms: terms(percent + within), low: Number.NEGATIVE_INFINITY, high: 0 },
  ];
}

/** Whoever knows the one knows the other: an amount beside the number of people it was paid to. */
export function tellsOf(cell: string, value: number, by: string): Relation {
  return { terms: [{ cell, times: 1 }], low: value, high: value, by };
}

export function isFew({ people, value, sensitive }: Cell, fewest: number): boolean {
  return value >= 1 && (sensitive === true || (people && value < fewest));
}
