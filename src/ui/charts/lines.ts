import { line, symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { axisLabels, inside, type Label, layoutPlot, placeAt } from './plot.ts';
import { type ChartData, valueAt } from './data.ts';
import { type Box, fontSize, overlaps, textWidth } from './text.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
  readonly value: number;
}

const symbols = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond];
const drawLine = line<Point | null>()
  .defined((point) => point !== null)
  .x((point) => round(point?.x ?? 0))
  .y((point) => round(point?.y ?? 0));

/** The mark of a series, around 0,0; each series has a shape of its own. */
export function markPath(series: number): string {
  return symbol(symbols[series % symbols.length], 46).digits(1)() ?? '';
}

/** Lines over evenly spaced places; a missing value leaves a gap, and a value between two gaps is a lone mark. */
export function layoutLines(data: ChartData, { format }: { format: (value: number) => string }) {
  const plot = layoutPlot(data, { stacked: false, format });
  const lines = data.series.map((each, series) => {
    const points = data.labels.map((_, index): Point | null => {
      const value = valueAt(each, index);
      return value === null
        ? null
        : { x: placeAt(plot, index) + plot.band.bandwidth() / 2, y: plot.y(value), value };
    });
    return { series, path: drawLine(points) ?? '', points: points.filter((point) => point !== null) };
  });
  const values = placeValues(
    lines.map(({ points }) => points),
    { format, top: plot.top - 14, bottom: plot.bottom },
  );
  return {
    ...plot,
    lines,
    values,
    labels: axisLabels(data.labels, plot),
  };
}

interface Room {
  readonly format: (value: number) => string;
  readonly top: number;
  readonly bottom: number;
}

/** Numbers beside the last and the greatest point of each line, above or below it; one without room is left out. */
export function placeValues(
  lines: readonly (readonly Point[])[],
  { format, top, bottom }: Room,
): readonly Label[] {
  const placed: Box[] = lines.flatMap(boxesAlong);
  const labels: Label[] = [];
  for (const point of lines.flatMap(pointsToName)) {
    const text = format(point.value);
    const width = textWidth(text);
    const x = inside(point.x, text);
    const spot = [point.y - 9, point.y + fontSize + 8]
      .map((y) => ({ y, box: { x: x - width / 2, y: y - fontSize + 2, width, height: fontSize } }))
      .find(
        ({ y, box }) => y - fontSize >= top && y <= bottom && !placed.some((other) => overlaps(box, other)),
      );
    if (!spot) continue;
    placed.push(spot.box);
    labels.push({ x, y: spot.y, text });
  }
  return labels;
}

/** Small boxes over the marks and along the way between them: what a number must not cover. */
function boxesAlong(points: readonly Point[]): readonly Box[] {
  return points.flatMap((point, index) => {
    const next = points[index + 1] ?? point;
    const steps = Math.max(1, Math.ceil(Math.hypot(next.x - point.x, next.y - point.y) / 5));
    return Array.from({ length: steps }, (_, step) => ({
      x: point.x + ((next.x - point.x) * step) / steps - 3,
      y: point.y + ((next.y - point.y) * step) / steps - 3,
      width: 6,
      height: 6,
    }));
  });
}

function pointsToName(points: readonly Point[]): readonly Point[] {
  const last = points.at(-1);
  if (!last) return [];
  const greatest = points.reduce((best, point) => (point.value > best.value ? point : best));
  return greatest === last ? [last] : [last, greatest];
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
