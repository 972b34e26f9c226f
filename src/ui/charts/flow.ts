import { chartWidth, type Label } from './plot.ts';
import { lineHeight, textWidth } from './text.ts';

/** A way from a group to a group; null: there are some, and it is not told how many. */
export type Ways = readonly (readonly (number | null)[])[];

const [plotHeight, gap, least, boxWidth] = [190, 18, 6, 9];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

/** Groups as boxes on two sides, the last on top; ways between them are as wide as their numbers. */
export function layoutFlow(labels: readonly string[], ways: Ways, names: readonly [string, string]) {
  const room = Math.max(...[...labels, ...names].map((text) => textWidth(text))) + 10;
  const [left, right] = [room, chartWidth - room - boxWidth];
  const told = ways.flat().reduce<number>((sum, way) => sum + (way ?? 0), 0);
  const scale = told === 0 ? 0 : (plotHeight - gap * (labels.length - 1)) / told;
  const top = lineHeight + 8;
  const columns = labels.map((_, to) => ways.map((row) => row[to] ?? 0));
  const from = stack(ways, { x: left, top, scale });
  const to = stack(columns, { x: right, top, scale });
  const [used, reached] = [from.map(({ y }) => y), to.map(({ y }) => y)];
  const ribbons = downwards(labels.length).flatMap((at) =>
    downwards(labels.length).flatMap((end) => {
      const way = ways[at]?.[end] ?? null;
      if (way === 0) return [];
      const width = (way ?? 0) * scale;
      const [y1, y2] = [used[at] ?? 0, reached[end] ?? 0];
      used[at] = y1 + width;
      reached[end] = y2 + width;
      return [{ from: at, to: end, value: way, width, x1: left + boxWidth, y1, x2: right, y2 }];
    }),
  );
  const bottom = Math.max(...[...from, ...to].map(({ y, height }) => y + height));
  const beside = (boxes: readonly Box[], x: number): Label[] =>
    boxes.map(({ y, height }, at) => ({ x, y: y + height / 2 + 4.5, text: labels[at] ?? '' }));
  return {
    boxes: [...from, ...to],
    ribbons,
    before: [{ x: left - 6, y: lineHeight - 4, text: names[0] }, ...beside(from, left - 6)],
    after: [
      { x: right + boxWidth + 6, y: lineHeight - 4, text: names[1] },
      ...beside(to, right + boxWidth + 6),
    ],
    height: bottom + 10,
  };
}

function downwards(count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => count - 1 - at);
}

/** From the top: the last group first. Gives them in their own order. */
function stack(groups: Ways, { x, top, scale }: { x: number; top: number; scale: number }): readonly Box[] {
  let y = top;
  const boxes = groups.toReversed().map((group): Box & { readonly width: number } => {
    const height = Math.max(least, group.reduce<number>((sum, way) => sum + (way ?? 0), 0) * scale);
    const box = { x, y, height, width: boxWidth };
    y += height + gap;
    return box;
  });
  return boxes.toReversed();
}

/** Round at both ends, so that ways can be followed where they cross. */
export function ribbonPath({
  x1,
  y1,
  x2,
  y2,
  width,
}: {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}): string {
  const [middle, a, b] = [(x1 + x2) / 2, y1 + width, y2 + width].map((value) => Math.round(value * 10) / 10);
  const at = (value: number) => Math.round(value * 10) / 10;
  const there = `M${at(x1)} ${at(y1)}C${middle} ${at(y1)} ${middle} ${at(y2)} ${at(x2)} ${at(y2)}`;
  return width === 0 ? there : `${there}V${b}C${middle} ${b} ${middle} ${a} ${at(x1)} ${a}Z`;
}
