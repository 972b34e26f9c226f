import type { Child } from 'hono/jsx';
import { fiscalYearName } from '#platform/dates.ts';
import { formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { EmptyState, FigureLink } from '#ui/content.tsx';
import { TextField, HiddenField } from '#ui/fields.tsx';
import { Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Pagination } from '#ui/wayfinding.tsx';
import { reportPaths } from '../../paths.ts';
import { editionMark } from '../measures-csv.ts';
import { measureFigure } from '../named.ts';
import type { Figure } from '../store.ts';
import { words } from '../words.ts';

export interface Asked {
  readonly q: string;
  readonly year: string;
  readonly unit: string;
  readonly category: string;
}

interface SearchProps {
  readonly view: View;
  readonly asked: Asked;
  readonly years: readonly number[];
  readonly units: readonly string[];
  readonly categories: readonly string[];
  readonly figures: readonly Figure[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

/** `/reports/figures`: published numbers over all years. */
export function FigureSearchPage(props: SearchProps) {
  const { view, figures, total, asked } = props;
  const { lang } = view;
  const text = words[lang];
  return (
    <PublicFrame
      view={view}
      title={text.title}
      description={text.lead}
      canonical={reportPaths.figures.to({})}
    >
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(reportPaths.reports.to({})), label: text.reports }]}
            current={text.title}
          />
        }
        title={text.title}
        lead={<p>{text.lead}</p>}
      />
      {props.years.length === 0 ? (
        <EmptyState title={text.nothingYet} />
      ) : (
        <>
          <SearchForm {...props} />
          <Section title={text.results} lead={text.found(formatNumber(lang, total))}>
            {total === 0 ? (
              <EmptyState title={text.none}>
                <p>{text.noneNext}</p>
              </EmptyState>
            ) : (
              <FigureTable view={view} figures={figures} />
            )}
            <Pagination
              view={view}
              page={props.page}
              pageSize={props.pageSize}
              total={total}
              hrefOf={(page) => view.href(reportPaths.figures.to({}, { ...asked, page }))}
            />
          </Section>
        </>
      )}
    </PublicFrame>
  );
}

function SearchForm({ view, asked, years, units, categories }: SearchProps) {
  const { lang } = view;
  const text = words[lang];
  const options = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  return (
    <Form action={reportPaths.figures.to({})} method="get" inline label={text.search}>
      {lang !== 'ja' && <HiddenField name="lang" value={lang} />}
      <TextField
        view={view}
        name="q"
        type="search"
        label={text.query}
        hint={text.queryHint}
        value={asked.q}
      />
      <SelectField
        view={view}
        name="year"
        label={text.year}
        value={asked.year}
        empty={text.allYears}
        options={years.map((year) => ({ value: String(year), label: fiscalYearName(lang, year) }))}
      />
      <SelectField
        view={view}
        name="category"
        label={text.category}
        value={asked.category}
        empty={text.allCategories}
        options={options(categories)}
      />
      <SelectField
        view={view}
        name="unit"
        label={text.unit}
        value={asked.unit}
        empty={text.allUnits}
        options={options(units)}
      />
      <SubmitButton>{text.search}</SubmitButton>
    </Form>
  );
}

function FigureTable({ view, figures }: { view: View; figures: readonly Figure[] }) {
  const { lang } = view;
  const text = words[lang];
  return (
    <DataTable
      view={view}
      caption={text.results}
      captionHidden
      stacked
      columns={[
        { key: 'measure', label: text.measure, head: true },
        { key: 'program', label: text.program },
        { key: 'year', label: text.year },
        { key: 'value', label: text.value, align: 'number' },
        { key: 'previous', label: text.previous, align: 'number' },
        { key: 'edition', label: text.edition },
      ]}
      rows={figures.map((figure) => ({
        measure: (
          <a href={view.href(reportPaths.figure.to({ thread: figure.thread }))}>{nameIn(view, figure)}</a>
        ),
        program: <ProgramLink view={view} figure={figure} />,
        year: fiscalYearName(lang, figure.fiscalYear),
        value: <ValueCell view={view} figure={figure} />,
        previous: previousCell(view, figure),
        edition: text.editionOf(editionMark(figure)),
      }))}
    />
  );
}

/** The program's page of the figure's year. */
export function ProgramLink({ view, figure }: { view: View; figure: Figure }) {
  const { fiscalYear, programSlug: slug } = figure;
  const href = view.href(reportPaths.program.to({ year: String(fiscalYear), slug }));
  return <a href={href}>{programIn(view, figure)}</a>;
}

function pathOf(view: View, { fiscalYear, thread, period }: Figure): string {
  return view.href(reportPaths.figurePath.to({ id: measureFigure(fiscalYear, thread, period) }));
}

/** What the same report says of the year before: it leads to the same path. Without a predecessor it is empty. */
export function previousCell(view: View, figure: Figure): Child {
  const { previousValue, previousWithheld, unit } = figure;
  if (previousValue === null && !previousWithheld) return '';
  return (
    <FigureLink href={pathOf(view, figure)}>
      {previousValue === null
        ? words[view.lang].withheld
        : `${formatNumber(view.lang, previousValue)} ${unit}`}
    </FigureLink>
  );
}

/** The value as it holds now; what was printed stays beside it. */
export function ValueCell({ view, figure }: { view: View; figure: Figure }) {
  const href = pathOf(view, figure);
  if (figure.value === null) return <FigureLink href={href}>{words[view.lang].withheld}</FigureLink>;
  const value = (
    <FigureLink href={href}>
      {formatNumber(view.lang, figure.value)} {figure.unit}
    </FigureLink>
  );
  if (figure.corrections === 0) return value;
  return (
    <>
      {value}
      <br />
      <small>
        <del>{words[view.lang].corrected(formatNumber(view.lang, figure.printed ?? figure.value))}</del>
      </small>
    </>
  );
}

export function nameIn(view: View, { label, labelEn }: Pick<Figure, 'label' | 'labelEn'>): string {
  return (view.lang === 'en' && labelEn) || label;
}

export function programIn(
  view: View,
  { programName, programNameEn }: Pick<Figure, 'programName' | 'programNameEn'>,
): string {
  return (view.lang === 'en' && programNameEn) || programName;
}
