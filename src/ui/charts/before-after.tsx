import { type Change, layoutChanges } from './change.ts';
import { ChartFigure, type ChartProps, withUnit } from './figure.tsx';
import { ChartSvg, round, Texts } from './svg-parts.tsx';
import { words } from './words.ts';

interface BeforeAfterProps extends ChartProps {
  readonly changes: readonly Change[];
  /** What the two moments are called: 令和5年度, 令和6年度. */
  readonly names: readonly [string, string];
}

export function BeforeAfter({ changes, names, ...props }: BeforeAfterProps) {
  const { view, id, title, unit } = props;
  const show = (value: number) => withUnit(view.lang, value, unit);
  const plot = layoutChanges(changes, { names, format: show });
  const data = {
    labels: changes.map(({ label }) => label),
    series: [
      { label: names[0], values: changes.map(({ before }) => before) },
      { label: names[1], values: changes.map(({ after }) => after) },
    ],
  };
  return (
    <ChartFigure {...props} data={data}>
      <ChartSvg
        id={id}
        title={title}
        description={props.description ?? describe(props, changes)}
        height={plot.height}
        series={0}
      >
        {plot.legend.entries.map(({ x, y, label, series }) => (
          <>
            <circle class={series === 0 ? 'ring' : 'f0'} cx={round(x + 8)} cy={round(y)} r="6" />
            <text x={round(x + 20)} y={round(y + 4.5)}>
              {label}
            </text>
          </>
        ))}
        {plot.rows.map((row) => (
          <ChangeRow row={row} from={plot.from} to={plot.to} />
        ))}
        <Texts labels={plot.labels} />
      </ChartSvg>
    </ChartFigure>
  );
}

function ChangeRow({
  row,
  from,
  to,
}: {
  row: ReturnType<typeof layoutChanges>['rows'][number];
  from: number;
  to: number;
}) {
  const { y, before, after } = row;
  return (
    <g>
      <path class="grid-lines" d={`M${round(from)} ${round(y)}H${round(to)}`} />
      {before !== null && after !== null && (
        <path class="way" d={`M${round(before)} ${round(y)}H${round(after)}`} />
      )}
      {before !== null && <circle class="ring" cx={round(before)} cy={round(y)} r="6" />}
      {after !== null && <circle class="f0" cx={round(after)} cy={round(y)} r="6.5" />}
      {row.texts.map(({ x, y: baseline, text, anchor, strong }) => (
        <text x={round(x)} y={round(baseline)} text-anchor={anchor} class={strong ? 'value halo' : 'halo'}>
          {text}
        </text>
      ))}
    </g>
  );
}

function describe({ view, unit }: ChartProps, changes: readonly Change[]): string {
  const text = words[view.lang];
  const show = (value: number | null) => (value === null ? text.missing : withUnit(view.lang, value, unit));
  return (
    changes.map(({ label, before, after }) => text.change(label, show(before), show(after))).join(' ') ||
    text.unknown
  );
}
