import type { Child } from 'hono/jsx';
import { formatNumber, type Lang } from '#platform/i18n.ts';
import { Disclosure, FigureLink } from '../content.tsx';
import { type Column, DataTable, type Row } from '../table.tsx';
import type { View } from '#platform/web/view.ts';
import { type ChartData, type Series, sumAt, valueAt } from './data.ts';
import { words } from './words.ts';

/** What every chart is given. */
export interface ChartProps {
  readonly view: View;
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  /** 件, 人, 万円: said on the axis and in the table's headings. */
  readonly unit: string;
  /** What the picture shows, in one or two sentences; without it, its extremes are told. */
  readonly description?: string;
  /** Heading of the table's first column. */
  readonly placeLabel?: string;
  /** Where the numbers come from, below the picture. */
  readonly source?: string;
  /** Few numbers stand open beside the picture, many are folded below it. Print shows them always. */
  readonly table?: 'beside' | 'folded';
}

interface ChartFigureProps
  extends Pick<ChartProps, 'view' | 'title' | 'unit' | 'placeLabel' | 'source' | 'table'> {
  readonly data: ChartData;
  /** A column of sums, where the parts are shown as a whole. */
  readonly sums?: boolean;
  readonly children?: Child;
}

/** A picture never comes without its numbers. */
export function ChartFigure(props: ChartFigureProps) {
  const { view, title, data } = props;
  const beside =
    (props.table ?? (data.labels.length <= 12 && data.series.length <= 2 ? 'beside' : 'folded')) === 'beside';
  const table = <NumbersTable {...props} />;
  return (
    <figure class={beside ? 'chart beside' : 'chart'}>
      <figcaption>{title}</figcaption>
      <div class="picture">
        {hasNumbers(data) ? props.children : <p class="hint">{words[view.lang].unknown}</p>}
      </div>
      <div class="numbers">
        {beside ? table : <Disclosure summary={words[view.lang].numbers}>{table}</Disclosure>}
      </div>
      {props.source && <p class="hint">{props.source}</p>}
    </figure>
  );
}

function hasNumbers(data: ChartData): boolean {
  return data.labels.some((_, index) => sumAt(data, index) !== null);
}

function NumbersTable({ view, title, unit, placeLabel, data, sums }: ChartFigureProps) {
  const text = words[view.lang];
  const columns: Column[] = [
    { key: 'place', label: placeLabel ?? text.place, head: true },
    ...data.series.map(
      (series, index): Column => ({ key: `s${index}`, label: series.label, unit, align: 'number' }),
    ),
    ...(sums ? [{ key: 'sum', label: text.total, unit, align: 'number' } as const] : []),
  ];
  const rows = data.labels.map((place, index): Row => {
    const values = data.series.map((series, at) => [`s${at}`, cellAt(view.lang, series, index)] as const);
    return { place, ...Object.fromEntries(values), sum: sumAt(data, index) };
  });
  return <DataTable view={view} caption={title} captionHidden columns={columns} rows={rows} />;
}

function cellAt(lang: Lang, series: Series, index: number): Child {
  const [value, href] = [valueAt(series, index), series.hrefs?.[index]];
  return value === null || !href ? value : <FigureLink href={href}>{formatNumber(lang, value)}</FigureLink>;
}

/** A number with its unit, as sentences and labels show it. */
export function withUnit(lang: Lang, value: number, unit: string): string {
  const number = formatNumber(lang, value);
  return lang === 'ja' ? `${number}${unit}` : `${number} ${unit}`;
}
