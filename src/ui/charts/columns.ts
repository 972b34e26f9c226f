import { type ChartData, sumAt, valueAt } from './data.ts';
import {
  apart,
  axisLabels,
  chartWidth,
  inside,
  type Label,
  layoutPlot,
  placeAt,
  type Plot,
  type PlotOptions,
} from './plot.ts';
import { labelStep } from './text.ts';

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
}

interface Place {
  readonly index: number;
  readonly middle: number;
  readonly width: number;
}

/** Broader bars say nothing more. */
const widestPlace = 64;

/** Upright bars: beside each other, or on top of each other. */
export function layoutColumns(data: ChartData, options: PlotOptions) {
  const plot = layoutPlot(data, options);
  const width = Math.min(
    plot.band.bandwidth(),
    widestPlace * (options.stacked ? 1 : Math.max(1, data.series.length * 0.6)),
  );
  const made = data.labels.map((_, index) => {
    const place = { index, middle: placeAt(plot, index) + plot.band.bandwidth() / 2, width };
    return options.stacked ? stack(data, plot, place, options) : group(data, plot, place, options);
  });
  const tops = made.flatMap((each) => each.tops);
  // Numbers stand above the bars only where all of them have room; the table has them in any case.
  const roomy = tops.every((label, index) => index === 0 || apart(tops[index - 1] ?? label, label));
  return {
    ...plot,
    bars: made.flatMap((each) => each.bars),
    values: roomy ? tops : [],
    labels: axisLabels(data.labels, plot),
  };
}

function group(
  data: ChartData,
  plot: Plot,
  place: Place,
  { format }: PlotOptions,
): { bars: readonly Bar[]; tops: readonly Label[] } {
  const many = data.series.length > 1;
  const width = place.width / data.series.length;
  const bars: Bar[] = [];
  const tops: Label[] = [];
  for (const [series, each] of data.series.entries()) {
    const value = valueAt(each, place.index);
    if (value === null) continue;
    const x = place.middle - place.width / 2 + series * width;
    bars.push({ ...upright(plot, 0, value), x, width: Math.max(width - (many ? 1 : 0), 1), series });
    tops.push(
      topOf(plot, {
        middle: x + width / 2,
        value,
        text: format(value),
      }),
    );
  }
  return { bars, tops };
}

function stack(
  data: ChartData,
  plot: Plot,
  place: Place,
  { format }: PlotOptions,
): { bars: readonly Bar[]; tops: readonly Label[] } {
  const bars: Bar[] = [];
  let sum = 0;
  for (const [series, each] of data.series.entries()) {
    const value = valueAt(each, place.index);
    if (value === null) continue;
    bars.push({
      ...upright(plot, sum, sum + value),
      x: place.middle - place.width / 2,
      width: place.width,
      series,
    });
    sum += value;
  }
  const total = sumAt(data, place.index);
  if (total === null) return { bars, tops: [] };
  return {
    bars,
    tops: [topOf(plot, { middle: place.middle, value: total, text: format(total) })],
  };
}

function topOf(plot: Plot, { middle, value, text }: { middle: number; value: number; text: string }): Label {
  return { x: inside(middle, text), y: plot.y(Math.max(value, 0)) - 5, text };
}

function upright(plot: Plot, from: number, to: number): { y: number; height: number } {
  const [a, b] = [plot.y(from), plot.y(to)];
  return { y: Math.min(a, b), height: Math.abs(a - b) };
}

/** True when every label stands whole under its own bar, or when there are so many that they are a course over time. */
export function fitsUpright(labels: readonly string[]): boolean {
  return labels.length > 12 || labelStep(labels, (chartWidth - 50) / Math.max(labels.length, 1)) === 1;
}
