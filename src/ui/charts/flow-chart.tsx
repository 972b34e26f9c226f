import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { layoutFlow, ribbonPath, type Ways } from './flow.ts';
import { ChartSvg, round, Texts } from './svg-parts.tsx';

interface FlowChartProps {
  readonly view: View;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** What it shows, in words. */
  readonly description: string;
  /** What the two sides are called: first, now. */
  readonly names: readonly [string, string];
  /** The groups, the lowest first. */
  readonly labels: readonly string[];
  readonly ways: Ways;
}

/** Who went from which group to which. The page puts its table beside it. */
export function FlowChart({ view, id, title, description, names, labels, ways }: FlowChartProps) {
  const plot = layoutFlow(labels, ways, names);
  return (
    <ChartSvg id={id} title={title} description={description} height={plot.height} series={0}>
      {plot.ribbons.map((ribbon) => (
        <path
          class={ribbon.value === null ? 'ribbon untold' : `ribbon ${directionOf(ribbon)}`}
          d={ribbonPath(ribbon)}
        />
      ))}
      {plot.boxes.map(({ x, y, height }) => (
        <rect class="f4" x={round(x)} y={round(y)} width="9" height={round(height)} />
      ))}
      <Texts anchor="end" labels={plot.before} />
      <Texts labels={plot.after} />
      <g class="value">
        {plot.ribbons
          .filter(({ width, value }) => value !== null && width >= 13)
          .map(({ x1, y1, width, value }) => (
            <text class="halo" x={round(x1 + 8)} y={round(y1 + width / 2 + 4.5)}>
              {formatNumber(view.lang, value ?? 0)}
            </text>
          ))}
      </g>
    </ChartSvg>
  );
}

function directionOf({ from, to }: { from: number; to: number }): 'up' | 'level' | 'down' {
  return to > from ? 'up' : to < from ? 'down' : 'level';
}
