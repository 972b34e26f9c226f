import { formatNumber } from '#platform/i18n.ts';
import { extremes, type Series } from './data.ts';
import { ChartFigure, type ChartProps, withUnit } from './figure.tsx';
import { layoutLines, markPath } from './lines.ts';
import { Axis, ChartSvg, round, Texts } from './svg-parts.tsx';
import { words } from './words.ts';

interface LineChartProps extends ChartProps {
  /** Places in order: the months of a fiscal year. */
  readonly labels: readonly string[];
  /** At most four: more lines cannot be told apart. A missing value (`null`) is a gap. */
  readonly series: readonly Series[];
}

export function LineChart({ labels, series, ...props }: LineChartProps) {
  const { view, id, title, unit } = props;
  const plot = layoutLines({ labels, series }, { format: (value) => formatNumber(view.lang, value) });
  const marks = labels.length <= 24;
  return (
    <ChartFigure {...props} data={{ labels, series }}>
      <ChartSvg
        id={id}
        title={title}
        description={props.description ?? describe(props, labels, series)}
        height={plot.height}
        series={0}
      >
        <Axis ticks={plot.ticks} left={plot.left} top={plot.top} zero={plot.y(0)} unit={unit} />
        {plot.lines.map(({ series: number, path, points }) => (
          <g class={`l${number % 4}`}>
            <path class="line" d={path} />
            {(marks ? points : points.slice(-1)).map(({ x, y }) => (
              <path class="dot" transform={`translate(${round(x)} ${round(y)})`} d={markPath(number)} />
            ))}
          </g>
        ))}
        {plot.legend.entries.map(({ x, y, label, series: number }) => (
          <g class={`l${number % 4}`} transform={`translate(${round(x)} ${round(y)})`}>
            <path class="line" d="M0 0H18" />
            <path class="dot" transform="translate(9)" d={markPath(number)} />
            <text x="22" y="4.5">
              {label}
            </text>
          </g>
        ))}
        <Texts anchor="middle" kind="value halo" labels={plot.values} />
        <Texts anchor="middle" labels={plot.labels} />
      </ChartSvg>
    </ChartFigure>
  );
}

function describe({ view, unit }: ChartProps, labels: readonly string[], series: readonly Series[]): string {
  const text = words[view.lang];
  const sentences = series.flatMap((each) => {
    const found = extremes(labels, each);
    if (!found) return [];
    const show = (value: number) => withUnit(view.lang, value, unit);
    const { first, last, greatest } = found;
    const sentence = text.course(
      first.label,
      show(first.value),
      last.label,
      show(last.value),
      greatest.label,
      show(greatest.value),
    );
    return [series.length > 1 ? text.named(each.label, sentence) : sentence];
  });
  return sentences.join(' ') || text.unknown;
}
