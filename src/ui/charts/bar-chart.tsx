import { formatNumber } from '#platform/i18n.ts';
import { fitsUpright, layoutColumns } from './columns.ts';
import { type ChartData, extremes, type Series, sumAt } from './data.ts';
import { ChartFigure, type ChartProps, withUnit } from './figure.tsx';
import { layoutRows } from './rows.ts';
import { Axis, Bars, ChartSvg, LegendBoxes, Texts } from './svg-parts.tsx';
import { words } from './words.ts';

/** Upright bars suit short labels in an order (months), lying bars long names. Without it, the labels decide. */
export type Direction = 'upright' | 'lying';

interface BarChartProps extends ChartProps {
  readonly labels: readonly string[];
  readonly values: readonly (number | null)[];
  /** Where each number comes from. */
  readonly hrefs?: readonly (string | undefined)[];
  /** What is counted: the heading of the numbers. */
  readonly valueLabel?: string;
  readonly direction?: Direction;
}

export function BarChart({ labels, values, hrefs, valueLabel, ...props }: BarChartProps) {
  const data = { labels, series: [{ label: valueLabel ?? words[props.view.lang].value, values, hrefs }] };
  return <BarFigure {...props} data={data} stacked={false} />;
}

interface SeriesChartProps extends ChartProps {
  readonly labels: readonly string[];
  readonly series: readonly Series[];
  readonly direction?: Direction;
}

/** The same places twice or three times: this year and last year. */
export function GroupedBars({ labels, series, ...props }: SeriesChartProps) {
  return <BarFigure {...props} data={{ labels, series }} stacked={false} />;
}

/** Parts of a whole: the ways by which people asked for help, month by month. */
export function StackedBars({ labels, series, ...props }: SeriesChartProps) {
  return <BarFigure {...props} data={{ labels, series }} stacked />;
}

interface BarFigureProps extends ChartProps {
  readonly data: ChartData;
  readonly stacked: boolean;
  readonly direction?: Direction;
}

function BarFigure({ direction, stacked, data, ...props }: BarFigureProps) {
  const upright = direction ? direction === 'upright' : fitsUpright(data.labels);
  const svg = { ...props, data, stacked, description: props.description ?? describe(props, data, stacked) };
  return (
    <ChartFigure {...props} data={data} sums={stacked}>
      {upright ? <Upright {...svg} /> : <Lying {...svg} />}
    </ChartFigure>
  );
}

type BarSvgProps = Omit<BarFigureProps, 'direction' | 'description'> & { readonly description: string };

function Upright({ view, id, title, unit, description, data, stacked }: BarSvgProps) {
  const plot = layoutColumns(data, { stacked, format: (value) => formatNumber(view.lang, value) });
  return (
    <ChartSvg
      id={id}
      title={title}
      description={description}
      height={plot.height}
      series={data.series.length}
    >
      <LegendBoxes id={id} entries={plot.legend.entries} />
      <Axis ticks={plot.ticks} left={plot.left} top={plot.top} zero={plot.y(0)} unit={unit} />
      <Bars id={id} bars={plot.bars} />
      <Texts anchor="middle" kind="value" labels={plot.values} />
      <Texts anchor="middle" labels={plot.labels} />
    </ChartSvg>
  );
}

function Lying({ view, id, title, unit, description, data, stacked }: BarSvgProps) {
  const plot = layoutRows(data, { stacked, format: (value) => withUnit(view.lang, value, unit) });
  return (
    <ChartSvg
      id={id}
      title={title}
      description={description}
      height={plot.height}
      series={data.series.length}
    >
      <LegendBoxes id={id} entries={plot.legend.entries} />
      <Bars id={id} bars={plot.bars} />
      <Texts labels={plot.labels} />
      <Texts kind="value" labels={plot.values} />
    </ChartSvg>
  );
}

/** The first series (or the sums of a stack) in one sentence. */
function describe({ view, unit }: ChartProps, data: ChartData, stacked: boolean): string {
  const text = words[view.lang];
  const [first] = data.series;
  const sums: Series = { label: text.total, values: data.labels.map((_, index) => sumAt(data, index)) };
  const shown = stacked ? sums : first;
  const found = extremes(data.labels, shown);
  if (!found || !shown) return text.unknown;
  const { greatest, smallest } = found;
  const sentence = text.range(
    greatest.label,
    withUnit(view.lang, greatest.value, unit),
    smallest.label,
    withUnit(view.lang, smallest.value, unit),
  );
  return data.series.length > 1 ? text.named(shown.label, sentence) : sentence;
}
