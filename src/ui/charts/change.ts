import { zeroScale } from './axis.ts';
import { chartWidth, type Label } from './plot.ts';
import { layoutLegend } from './legend.ts';
import { fontSize, lineHeight, textWidth, wrapText } from './text.ts';

export interface Change {
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
}

const rowGap = 14;
const dotRoom = 12;

/** One row per thing: a ring where it was, a dot where it is, and a line between; numbers stand outside the two. */
export function layoutChanges(
  changes: readonly Change[],
  { names, format }: { names: readonly [string, string]; format: (value: number) => string },
) {
  const legend = layoutLegend(names, chartWidth);
  const values = changes.flatMap(({ before, after }) => [before, after]);
  const room =
    Math.max(0, ...values.map((value) => (value === null ? 0 : textWidth(format(value))))) + dotRoom;
  const x = zeroScale(values, [room, chartWidth - room]);
  const labels: Label[] = [];
  let y = legend.height;
  const rows = changes.map(({ label, before, after }) => {
    for (const line of wrapText(label, chartWidth)) {
      labels.push({ x: 0, y: y + fontSize, text: line });
      y += lineHeight;
    }
    const middle = y + 12;
    y = middle + 10 + rowGap;
    return {
      y: middle,
      ...place(before, after, x),
      texts: textsOf({ before, after }, { x, y: middle, format }),
    };
  });
  return {
    legend,
    labels,
    rows,
    from: x.range()[0] ?? 0,
    to: x.range()[1] ?? chartWidth,
    height: Math.max(y - rowGap + 2, 1),
  };
}

function place(before: number | null, after: number | null, x: (value: number) => number) {
  return { before: before === null ? null : x(before), after: after === null ? null : x(after) };
}

/** The smaller number to the left of its mark, the greater to the right of its own: they never meet. */
function textsOf(
  { before, after }: Omit<Change, 'label'>,
  { x, y, format }: { x: (value: number) => number; y: number; format: (value: number) => string },
) {
  const baseline = y + fontSize * 0.36;
  const text = (value: number, side: 'left' | 'right', strong: boolean) => ({
    x: x(value) + (side === 'left' ? -dotRoom + 2 : dotRoom - 2),
    y: baseline,
    text: format(value),
    anchor: side === 'left' ? ('end' as const) : ('start' as const),
    strong,
  });
  if (before !== null && after !== null) {
    const rises = after >= before;
    return [text(before, rises ? 'left' : 'right', false), text(after, rises ? 'right' : 'left', true)];
  }
  if (after !== null) return [text(after, 'right', true)];
  return before === null ? [] : [text(before, 'right', false)];
}
