/** Numbers of a chart: one label per place, one value per label in each series; a missing value is `null`, never zero. */
export interface Series {
  readonly label: string;
  readonly values: readonly (number | null)[];
  /** Where each number comes from: its cell in the table leads there. */
  readonly hrefs?: readonly (string | undefined)[] | undefined;
}

export interface ChartData {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
}

/** Missing, not a number and infinite are the same to a chart: a gap. */
export function valueAt(series: Series | undefined, index: number): number | null {
  const value = series?.values[index];
  return value === undefined || value === null || !Number.isFinite(value) ? null : value;
}

/** The sum at a place; `null` when every series is missing there. */
export function sumAt(data: ChartData, index: number): number | null {
  const values = data.series.map((series) => valueAt(series, index)).filter((value) => value !== null);
  return values.length ? values.reduce((sum, value) => sum + value, 0) : null;
}

export interface Extreme {
  readonly label: string;
  readonly value: number;
}

/** First, last, greatest and smallest known value of a series; undefined when nothing is known. */
export function extremes(labels: readonly string[], series: Series | undefined) {
  const known: Extreme[] = labels.flatMap((label, index) => {
    const value = valueAt(series, index);
    return value === null ? [] : [{ label, value }];
  });
  const [first] = known;
  const last = known.at(-1);
  if (!first || !last) return undefined;
  const greatest = known.reduce((best, each) => (each.value > best.value ? each : best));
  const smallest = known.reduce((best, each) => (each.value < best.value ? each : best));
  return { first, last, greatest, smallest };
}
