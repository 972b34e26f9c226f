import { lineHeight, textWidth } from './text.ts';

export interface LegendEntry {
  readonly x: number;
  /** Middle of the line. */
  readonly y: number;
  readonly label: string;
  readonly series: number;
}

const swatch = 22;
const gap = 16;

/** Entries in as many lines as they need; a single series needs none. */
export function layoutLegend(
  labels: readonly string[],
  width: number,
): { entries: readonly LegendEntry[]; height: number } {
  if (labels.length < 2) return { entries: [], height: 0 };
  const entries: LegendEntry[] = [];
  let x = 0;
  let line = 0;
  for (const [series, label] of labels.entries()) {
    const entryWidth = swatch + textWidth(label);
    if (x > 0 && x + entryWidth > width) {
      line += 1;
      x = 0;
    }
    entries.push({ x, y: line * (lineHeight + 3) + lineHeight / 2, label, series });
    x += entryWidth + gap;
  }
  return { entries, height: (line + 1) * (lineHeight + 3) + 8 };
}
