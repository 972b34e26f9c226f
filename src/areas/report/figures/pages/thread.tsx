import { fiscalYearName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { BarChart } from '#ui/charts/bar-chart.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { reportPaths } from '../../paths.ts';
import { editionMark } from '../measures-csv.ts';
import { measureFigure } from '../named.ts';
import type { Figure } from '../store.ts';
import { words } from '../words.ts';
import { nameIn, previousCell, ProgramLink, programIn, ValueCell } from './search.tsx';

interface ThreadProps {
  readonly view: View;
  /** The oldest first; at least one. */
  readonly figures: readonly Figure[];
  readonly newest: Figure;
}

/** `/reports/figures/:thread`: one measure over the years. The year before the first is known from its report. */
export function FigureThreadPage({ view, figures, newest }: ThreadProps) {
  const { lang } = view;
  const text = words[lang];
  const name = nameIn(view, newest);
  const title = text.overYears(name);
  const points = withYearBefore(figures);
  // The year before the first is told by the first: its number leads there.
  const pathIn = (fiscalYear: number) => {
    const year = Math.max(fiscalYear, figures[0]?.fiscalYear ?? 0);
    return view.href(reportPaths.figurePath.to({ id: measureFigure(year, newest.thread) }));
  };
  return (
    <PublicFrame
      view={view}
      title={title}
      description={text.overYearsLead(programIn(view, newest))}
      canonical={reportPaths.figure.to({ thread: newest.thread })}
    >
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[
              { href: view.href(reportPaths.reports.to({})), label: text.reports },
              { href: view.href(reportPaths.figures.to({})), label: text.title },
            ]}
            current={name}
          />
        }
        title={title}
        lead={<p>{text.overYearsLead(programIn(view, newest))}</p>}
      />
      <Section title={text.chart(name, newest.unit)}>
        {points.length > 1 ? (
          <BarChart
            view={view}
            id="years"
            title={text.chart(name, newest.unit)}
            unit={newest.unit}
            direction="upright"
            placeLabel={text.year}
            valueLabel={text.value}
            labels={points.map(({ fiscalYear }) => fiscalYearName(lang, fiscalYear))}
            values={points.map(({ value }) => value)}
            hrefs={points.map(({ fiscalYear }) => pathIn(fiscalYear))}
            table="folded"
          />
        ) : (
          <p>{text.onlyOne}</p>
        )}
        <YearTable view={view} figures={figures} />
      </Section>
    </PublicFrame>
  );
}

function YearTable({ view, figures }: { view: View; figures: readonly Figure[] }) {
  const { lang } = view;
  const text = words[lang];
  return (
    <DataTable
      view={view}
      caption={text.results}
      captionHidden
      stacked
      columns={[
        { key: 'year', label: text.year, head: true },
        { key: 'value', label: text.value, align: 'number' },
        { key: 'previous', label: text.previous, align: 'number' },
        { key: 'program', label: text.program },
        { key: 'source', label: text.source },
        { key: 'edition', label: text.edition },
      ]}
      rows={figures.toReversed().map((figure) => ({
        year: fiscalYearName(lang, figure.fiscalYear),
        value: <ValueCell view={view} figure={figure} />,
        previous: previousCell(view, figure),
        program: <ProgramLink view={view} figure={figure} />,
        source: figure.source,
        edition: text.editionOf(editionMark(figure)),
      }))}
    />
  );
}

/** Years with a figure of their own, and before the first the value that its report gave for the year before. */
function withYearBefore(figures: readonly Figure[]): readonly { fiscalYear: number; value: number | null }[] {
  const [first] = figures;
  if (!first || first.previousValue === null) return figures;
  return [{ fiscalYear: first.fiscalYear - 1, value: first.previousValue }, ...figures];
}
