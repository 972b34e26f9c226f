import type { Child } from 'hono/jsx';
import type { Bar } from './columns.ts';
import { chartWidth, type Label } from './plot.ts';
import type { LegendEntry } from './legend.ts';

interface SvgProps {
  /** Unique on the page; everything inside is named after it. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly height: number;
  /** How many series need a pattern. */
  readonly series: number;
  readonly children?: Child;
}

/** A picture with a name and a description; its colours come from the style sheet, its patterns from here. */
export function ChartSvg({ id, title, description, height, series, children }: SvgProps) {
  return (
    <svg
      class="plot"
      viewBox={`0 0 ${chartWidth} ${round(height)}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {series > 1 && (
        <defs>
          {patterns.slice(1, series).map((mark, index) => (
            <pattern id={`${id}-p${index + 1}`} width="6" height="6" patternUnits="userSpaceOnUse">
              <rect width="6" height="6" class={`f${index + 1}`} />
              <path d={mark} class="mark" />
            </pattern>
          ))}
        </defs>
      )}
      {children}
    </svg>
  );
}

/** Marks over the colour of the second to the sixth series; the first is plain. */
const patterns = [
  '',
  'M-1 7L7 -1M-1 1L1 -1M5 7L7 5',
  'M2 2h1v1h-1zM5 5h1v1h-1z',
  'M0 1.5H6M0 4.5H6',
  'M0 3H6M3 0V6',
  'M-1 -1L7 7M-1 5L1 7M5 -1L7 1',
];

/** Fill of a series: plain colour for the first, colour and pattern for the others. */
export function fillOf(id: string, series: number): { class: string } | { fill: string } {
  const kind = series % patterns.length;
  return kind === 0 ? { class: 'f0' } : { fill: `url(#${id}-p${kind})` };
}

export function Bars({ id, bars }: { id: string; bars: readonly Bar[] }) {
  return (
    <>
      {bars.map(({ x, y, width, height, series }) => (
        <rect x={round(x)} y={round(y)} width={round(width)} height={round(height)} {...fillOf(id, series)} />
      ))}
    </>
  );
}

export function Texts({
  labels,
  anchor,
  kind,
}: {
  labels: readonly Label[];
  anchor?: 'middle' | 'end';
  kind?: string;
}) {
  return (
    <g text-anchor={anchor} class={kind}>
      {labels.map(({ x, y, text }) => (
        <text x={round(x)} y={round(y)}>
          {text}
        </text>
      ))}
    </g>
  );
}

/** Grid lines with their numbers, the base line at zero, and the unit above them. */
export function Axis({
  ticks,
  left,
  top,
  zero,
  unit,
}: {
  ticks: readonly { y: number; text: string }[];
  left: number;
  top: number;
  zero: number;
  unit: string;
}) {
  return (
    <>
      <path
        class="grid-lines"
        d={ticks.map(({ y }) => `M${round(left)} ${round(y)}H${chartWidth}`).join('')}
      />
      <path class="base-line" d={`M${round(left)} ${round(zero)}H${chartWidth}`} />
      <Texts
        anchor="end"
        kind="soft"
        labels={ticks.map(({ y, text }) => ({ x: left - 6, y: y + 4.5, text }))}
      />
      <text class="soft" x="0" y={round(top - 14)}>
        {unit}
      </text>
    </>
  );
}

export function LegendBoxes({ id, entries }: { id: string; entries: readonly LegendEntry[] }) {
  return (
    <>
      {entries.map(({ x, y, label, series }) => (
        <>
          <rect x={round(x)} y={round(y - 7)} width="14" height="14" {...fillOf(id, series)} />
          <text x={round(x + 20)} y={round(y + 4.5)}>
            {label}
          </text>
        </>
      ))}
    </>
  );
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
