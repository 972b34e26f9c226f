import { valuesToShow, zeroScale } from './axis.ts';
import type { Bar } from './columns.ts';
import { chartWidth, type Label } from './plot.ts';
import { type ChartData, sumAt, valueAt } from './data.ts';
import { layoutLegend } from './legend.ts';
import { fontSize, lineHeight, textWidth, wrapText } from './text.ts';

interface Options {
  readonly stacked: boolean;
  readonly format: (value: number) => string;
}

const rowGap = 12;
const valueGap = 6;

/** Lying bars, each with its label in whole lines above it: nothing is cut, however long a name is. */
export function layoutRows(data: ChartData, { stacked, format }: Options) {
  const legend = layoutLegend(
    data.series.map((series) => series.label),
    chartWidth,
  );
  const values = valuesToShow(data, stacked);
  const room = Math.max(0, ...values.map((value) => (value === null ? 0 : textWidth(format(value)))));
  const x = zeroScale(values, [0, chartWidth - room - valueGap]);
  const thickness = stacked || data.series.length === 1 ? 20 : 16;
  const bars: Bar[] = [];
  const labels: Label[] = [];
  const texts: Label[] = [];
  let y = legend.height;
  for (const [index, label] of data.labels.entries()) {
    for (const line of wrapText(label, chartWidth)) {
      labels.push({ x: 0, y: y + fontSize, text: line });
      y += lineHeight;
    }
    y += 3;
    const row = { index, y, thickness, x, format };
    const made = stacked ? stackedRow(data, row) : besideRow(data, row);
    bars.push(...made.bars);
    texts.push(...made.texts);
    y += made.height + rowGap;
  }
  return { legend, bars, labels, values: texts, height: Math.max(y - rowGap + 4, 1) };
}

interface RowPlace {
  readonly index: number;
  readonly y: number;
  readonly thickness: number;
  readonly x: (value: number) => number;
  readonly format: (value: number) => string;
}

function besideRow(data: ChartData, { index, y, thickness, x, format }: RowPlace) {
  const bars: Bar[] = [];
  const texts: Label[] = [];
  for (const [series, each] of data.series.entries()) {
    const top = y + series * (thickness + 2);
    const value = valueAt(each, index);
    const baseline = top + thickness / 2 + fontSize * 0.36;
    if (value === null) {
      texts.push({ x: x(0) + valueGap, y: baseline, text: '―' });
      continue;
    }
    bars.push({ ...lying(x, 0, value), y: top, height: thickness, series });
    texts.push({ x: Math.max(x(0), x(value)) + valueGap, y: baseline, text: format(value) });
  }
  return { bars, texts, height: data.series.length * (thickness + 2) - 2 };
}

function stackedRow(data: ChartData, { index, y, thickness, x, format }: RowPlace) {
  const bars: Bar[] = [];
  let sum = 0;
  for (const [series, each] of data.series.entries()) {
    const value = valueAt(each, index);
    if (value === null) continue;
    bars.push({ ...lying(x, sum, sum + value), y, height: thickness, series });
    sum += value;
  }
  const total = sumAt(data, index);
  const text = total === null ? '―' : format(total);
  return {
    bars,
    texts: [{ x: Math.max(x(0), x(sum)) + valueGap, y: y + thickness / 2 + fontSize * 0.36, text }],
    height: thickness,
  };
}

function lying(x: (value: number) => number, from: number, to: number) {
  const [a, b] = [x(from), x(to)];
  return { x: Math.min(a, b), width: Math.abs(a - b) };
}
