import { scaleBand } from 'd3-scale';
import { ticksOf, valuesToShow, zeroScale } from './axis.ts';
import type { ChartData } from './data.ts';
import { layoutLegend } from './legend.ts';
import { labelStep, lineHeight, textWidth } from './text.ts';

/** Width of every chart's view box: narrow enough that its text is readable at 390 px. */
export const chartWidth = 420;
const plotHeight = 200;

export interface Label {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface PlotOptions {
  readonly stacked: boolean;
  readonly format: (value: number) => string;
}

/** Legend, axis and places that all charts with upright bars or lines share. */
export function layoutPlot(data: ChartData, { stacked, format }: PlotOptions) {
  const legend = layoutLegend(
    data.series.map((series) => series.label),
    chartWidth,
  );
  const values = valuesToShow(data, stacked);
  const top = legend.height + lineHeight + 10;
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

export type Plot = ReturnType<typeof layoutPlot>;

/** Left edge of a place. */
export function placeAt(plot: Plot, index: number): number {
  return plot.band(index) ?? plot.left;
}

/** Labels under the axis: every one, or every second, third … where they would touch. */
export function axisLabels(labels: readonly string[], plot: Plot): readonly Label[] {
  const step = labelStep(labels, plot.band.step());
  const half = plot.band.bandwidth() / 2;
  const placed: Label[] = [];
  for (const [index, text] of labels.entries()) {
    const label = { x: inside(placeAt(plot, index) + half, text), y: plot.bottom + lineHeight, text };
    const last = placed.at(-1);
    // A label moved inward at an edge may come too near to its neighbour: the neighbour goes.
    if (index % step === 0 && (!last || apart(last, label))) placed.push(label);
  }
  return placed;
}

/** True when two centred texts on one line do not touch. */
export function apart(a: Label, b: Label): boolean {
  return Math.abs(b.x - a.x) >= (textWidth(a.text) + textWidth(b.text)) / 2 + 1;
}

/** Moves the middle of a text so that it does not leave the picture. */
export function inside(middle: number, text: string): number {
  const half = textWidth(text) / 2;
  return Math.max(half, Math.min(middle, chartWidth - half));
}
