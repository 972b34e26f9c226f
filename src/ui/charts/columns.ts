import { scaleBand } from 'd3-scale';
import { ticksOf, valuesToShow, zeroScale } from './axis.ts';
import { type ChartData, sumAt, valueAt } from './data.ts';
import { layoutLegend } from './legend.ts';
import { fontSize, labelStep, lineHeight, textWidth } from './text.ts';

export const chartWidth = 440;
const plotHeight = 200;

export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly series: number;
}

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

interface Options {
  readonly stacked: boolean;
  readonly format: (value: number) => string;
}

/** Left edge, band and height that all charts with upright bars or lines share. */
export function layoutPlot(data: ChartData, { stacked, format }: Options) {
  const legend = layoutLegend(
    data.series.map((series) => series.label),
    chartWidth,
  );
  const values = valuesToShow(data, stacked);
  const top = legend.height + lineHeight + 6;
  const bottom = top + plotHeight;
  const y = zeroScale(values, [bottom, top]);
  const ticks = ticksOf(y, values).map((tick) => ({ y: y(tick), text: format(tick) }));
  const left = Math.max(0, ...ticks.map((tick) => textWidth(tick.text))) + 8;
  const band = scaleBand<number>()
    .domain(data.labels.map((_, index) => index))
    .range([left, chartWidth])
    .paddingInner(data.labels.length > 24 ? 0.15 : 0.3)
    .paddingOuter(0.15);
  return { legend, top, bottom, left, y, ticks, band, height: bottom + lineHeight + 8 };
}

/** Labels under the axis: every one, or every second, third … where they would touch. */
export function axisLabels(
  labels: readonly string[],
  band: { step: () => number; bandwidth: () => number },
  at: (index: number) => number,
  y: number,
): readonly Label[] {
  const step = labelStep(labels, band.step());
  return labels.flatMap((text, index) =>
    index % step === 0 ? [{ x: at(index) + band.bandwidth() / 2, y, text }] : [],
  );
}

/** Upright bars: beside each other, or on top of each other. */
export function layoutColumns(data: ChartData, options: Options) {
  const plot = layoutPlot(data, options);
  const at = (index: number) => plot.band(index) ?? plot.left;
  const bars: Bar[] = [];
  const tops: (Label & { readonly room: number })[] = [];
  for (const index of data.labels.keys()) {
    if (options.stacked) {
      bars.push(...stackAt(data, index, { x: at(index), width: plot.band.bandwidth(), y: plot.y }));
      const sum = sumAt(data, index);
      if (sum !== null)
        tops.push({
          x: at(index) + plot.band.bandwidth() / 2,
          y: plot.y(Math.max(sum, 0)) - 5,
          text: options.format(sum),
          room: plot.band.step(),
        });
      continue;
    }
    const width = plot.band.bandwidth() / data.series.length;
    for (const [series, { values }] of data.series.entries()) {
      const value = valueAt({ label: '', values }, index);
      if (value === null) continue;
      const x = at(index) + series * width;
      bars.push({
        ...upright(plot.y, 0, value),
        x,
        width: Math.max(width - (data.series.length > 1 ? 1 : 0), 1),
        series,
      });
      tops.push({
        x: x + width / 2,
        y: plot.y(Math.max(value, 0)) - 5,
        text: options.format(value),
        room: data.series.length > 1 ? width : plot.band.step(),
      });
    }
  }
  // Numbers above the bars only where all of them have room; the table has them in any case.
  const roomy = tops.every((label) => textWidth(label.text) + 2 <= label.room);
  return {
    ...plot,
    bars,
    values: roomy ? tops : [],
    labels: axisLabels(data.labels, plot.band, at, plot.bottom + fontSize + 4),
  };
}

function upright(y: (value: number) => number, from: number, to: number) {
  const [a, b] = [y(from), y(to)];
  return { y: Math.min(a, b), height: Math.abs(a - b) };
}

function stackAt(
  data: ChartData,
  index: number,
  { x, width, y }: { x: number; width: number; y: (value: number) => number },
): readonly Bar[] {
  const bars: Bar[] = [];
  let sum = 0;
  for (const [series, each] of data.series.entries()) {
    const value = valueAt(each, index);
    if (value === null) continue;
    bars.push({ ...upright(y, sum, sum + value), x, width, series });
    sum += value;
  }
  return bars;
}

/** True when every label stands whole under its own bar, or when there are so many that they are a course over time. */
export function fitsUpright(labels: readonly string[]): boolean {
  return labels.length > 12 || labelStep(labels, (chartWidth - 50) / Math.max(labels.length, 1)) === 1;
}
