import { fiscalYearName, fiscalYearShort, monthName } from '#platform/dates.ts';
import { contentIn, formatNumber, type Lang } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { BarChart, GroupedBars } from '#ui/charts/bar-chart.tsx';
import { LineChart } from '#ui/charts/line-chart.tsx';
import { Disclosure, FigureLink, StatFigure } from '#ui/content.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { MeasureContent, ProgramContent } from '../../editions/content.ts';
import { shownWords } from '../../disclosure/shown-words.ts';
import { type Correction, correctionsOf } from '../../errata/rules.ts';
import { measureFigure } from '../../figures/named.ts';
import { barGroups, type ChartGroup, monthGroups, monthsOf } from '../charts.ts';
import { changeInWords, type EditionLinks, labelWithCounting, valueWithUnit } from '../shown.ts';
import { words } from '../words.ts';
import { CorrectionNote } from './correction-note.tsx';

interface FiguresProps {
  readonly view: View;
  readonly program: ProgramContent;
  readonly corrections: readonly Correction[];
  readonly links: EditionLinks;
}

/** What was reached, in numbers: each with its unit and last year's beside it, then as pictures, then defined and sourced. */
export function ProgramFigures(props: FiguresProps) {
  const { view, program } = props;
  const text = words[view.lang];
  const yearly = program.measures.filter(
    ({ value, previousValue, withheld }) => value !== null || previousValue !== null || withheld,
  );
  const months = monthGroups(program.measures);
  return (
    <Section title={text.results}>
      {yearly.length > 0 ? (
        <Grid>
          {yearly.map((measure) => (
            <Figure {...props} measure={measure} />
          ))}
        </Grid>
      ) : (
        months.length === 0 && <p>{text.noFigures}</p>
      )}
      {barGroups(program.measures).map((group, index) => (
        <YearBars {...props} group={group} id={`bars-${index}`} />
      ))}
      {months.map((group, index) => (
        <MonthLines {...props} group={group} id={`months-${index}`} />
      ))}
      <Withheld {...props} />
      <Sources {...props} />
    </Section>
  );
}

/** Why a number is blank, and which months are: in a picture a gap says nothing. */
function Withheld({ view, program }: FiguresProps) {
  const { lang } = view;
  const { fewest } = program;
  const said = shownWords[lang];
  const isWithheld = ({ withheld, previousWithheld, months }: MeasureContent) =>
    withheld || previousWithheld || months.some((month) => month.withheld);
  const concerned = program.measures.filter(isWithheld);
  if (concerned.length === 0 || fewest === undefined) return null;
  const months = concerned.flatMap((measure) => {
    const blank = measure.months.filter((month) => month.withheld).map(({ period }) => period);
    if (blank.length === 0) return [];
    const named = blank.map((period) => monthLabel(lang, period, false)).join(said.comma);
    return [said.months(labelOf(lang, measure), named)];
  });
  return (
    <div class="hint">
      <p>{said.why(formatNumber(lang, fewest))}</p>
      {months.map((line) => (
        <p>{line}</p>
      ))}
    </div>
  );
}

function labelOf(lang: Lang, measure: MeasureContent): string {
  return labelWithCounting(lang, contentIn(lang, measure.label), measure);
}

/** Where the value of a measure in the year or in a month comes from. */
function pathOf(
  { links, program }: FiguresProps,
  { thread }: MeasureContent,
  month?: string,
): string | undefined {
  return links.path?.(measureFigure(program.fiscalYear, thread, month));
}

function Figure(props: FiguresProps & { measure: MeasureContent }) {
  const { view, program, corrections, measure } = props;
  const { lang } = view;
  const text = words[lang];
  const unit = contentIn(lang, measure.unit);
  const notes = [
    changeInWords(lang, measure, unit),
    measure.target === null ? '' : text.target(valueWithUnit(lang, measure.target, unit)),
  ].filter(Boolean);
  const target = { kind: 'figure', measureId: measure.id, period: String(program.fiscalYear) } as const;
  return (
    <StatFigure
      view={view}
      label={labelOf(lang, measure)}
      value={measure.value ?? (measure.withheld ? shownWords[lang].withheld : text.notReported)}
      {...(measure.value === null ? {} : { unit })}
      previous={measure.previousWithheld ? shownWords[lang].withheld : (measure.previousValue ?? undefined)}
      href={pathOf(props, measure)}
      {...(notes.length > 0 ? { note: notes.join(lang === 'ja' ? '　' : '. ') } : {})}
    >
      {correctionsOf(corrections, target).map((correction) => (
        <CorrectionNote view={view} correction={correction}>
          <del>{valueWithUnit(lang, Number(correction.oldValue), unit)}</del>
        </CorrectionNote>
      ))}
    </StatFigure>
  );
}

/** This year and, where every bar has it, last year. */
function YearBars(props: FiguresProps & { group: ChartGroup; id: string }) {
  const { view, program, group, id } = props;
  const { lang } = view;
  const text = words[lang];
  const unit = contentIn(lang, group.unit);
  const labels = group.measures.map((measure) => labelOf(lang, measure));
  const values = group.measures.map(({ value }) => value);
  const hrefs = group.measures.map((measure) => pathOf(props, measure));
  const chart = { view, id, unit, title: text.byUnit(unit), labels, placeLabel: text.item } as const;
  const thisYear = fiscalYearName(lang, program.fiscalYear);
  if (group.measures.some(({ previousValue }) => previousValue === null))
    return <BarChart {...chart} values={values} hrefs={hrefs} valueLabel={thisYear} />;
  return (
    <GroupedBars
      {...chart}
      series={[
        { label: thisYear, values, hrefs },
        {
          label: fiscalYearName(lang, program.fiscalYear - 1),
          values: group.measures.map(({ previousValue }) => previousValue),
          hrefs,
        },
      ]}
    />
  );
}

function MonthLines(props: FiguresProps & { group: ChartGroup; id: string }) {
  const { view, group, id } = props;
  const { lang } = view;
  const text = words[lang];
  const unit = contentIn(lang, group.unit);
  const months = monthsOf(group);
  return (
    <LineChart
      view={view}
      id={id}
      unit={unit}
      title={text.monthly(unit)}
      placeLabel={text.month}
      labels={months.map((month) => monthLabel(lang, month, months.length > 12))}
      series={group.measures.map((measure) => ({
        label: labelOf(lang, measure),
        values: months.map((month) => measure.months.find(({ period }) => period === month)?.value ?? null),
        hrefs: months.map((month) => pathOf(props, measure, month)),
      }))}
    />
  );
}

/** 4月, or R6.4 where several years stand side by side. */
function monthLabel(lang: Lang, month: string, withYear: boolean): string {
  if (!withYear) return monthName(lang, month);
  const [year, number] = month.split('-').map(Number) as [number, number];
  return lang === 'ja' ? `${fiscalYearShort(year)}.${number}` : month;
}

/** One source for all figures is one line; otherwise each figure names its own. */
function Sources(props: FiguresProps) {
  const { view, program, links, corrections } = props;
  const { lang } = view;
  const text = words[lang];
  const sources = [...new Set(program.measures.map(({ sourceNote }) => sourceNote).filter(Boolean))];
  // A measure that has no number yet has no page of its years either.
  const hrefOf = ({ thread, value }: MeasureContent) => (value === null ? undefined : links.figure?.(thread));
  const nameOf = (measure: MeasureContent) => {
    const href = hrefOf(measure);
    return href ? <a href={href}>{labelOf(lang, measure)}</a> : labelOf(lang, measure);
  };
  const detailed = sources.length > 1 || program.measures.some(({ definition }) => definition);
  return (
    <>
      <MonthCorrections view={view} program={program} corrections={corrections} links={links} />
      {sources.length === 1 && (
        <p class="hint">
          {isNamed(sources[0]) ? '' : text.sourceIs('')}
          <span lang="ja">{sources[0]}</span>
        </p>
      )}
      {!detailed && program.measures.some(hrefOf) && (
        <p class="row no-print">
          <small>{text.years}</small>
          {program.measures.filter(hrefOf).map(nameOf)}
        </p>
      )}
      {detailed && (
        <Disclosure summary={text.definitions}>
          <DataTable
            view={view}
            caption={text.definitions}
            captionHidden
            stacked
            columns={[
              { key: 'label', label: text.item, head: true },
              { key: 'value', label: fiscalYearName(lang, program.fiscalYear), align: 'number' },
              { key: 'definition', label: text.definition },
              ...(sources.length > 1 ? [{ key: 'source', label: text.source } as const] : []),
            ]}
            rows={program.measures.map((measure) => ({
              label: nameOf(measure),
              value:
                measure.value === null && !measure.withheld ? (
                  ''
                ) : (
                  <FigureLink href={pathOf(props, measure)}>
                    {measure.value === null
                      ? shownWords[lang].withheld
                      : valueWithUnit(lang, measure.value, contentIn(lang, measure.unit))}
                  </FigureLink>
                ),
              definition: measure.definition,
              source: measure.sourceNote,
            }))}
          />
        </Disclosure>
      )}
    </>
  );
}

/** Notes that say themselves that they are a source need no such word before them. */
function isNamed(source: string | undefined): boolean {
  return /^(出典|例示)/.test(source ?? '');
}

/** Corrected months are said in words: in the picture the right value stands alone. */
function MonthCorrections({ view, program, corrections }: FiguresProps) {
  const { lang } = view;
  return (
    <>
      {program.measures.flatMap((measure) =>
        measure.months.flatMap(({ period }) =>
          correctionsOf(corrections, { kind: 'figure', measureId: measure.id, period }).map((correction) => (
            <CorrectionNote view={view} correction={correction}>
              {labelOf(lang, measure)} {monthLabel(lang, period, true)}{' '}
              <del>{formatNumber(lang, Number(correction.oldValue))}</del>
            </CorrectionNote>
          )),
        ),
      )}
    </>
  );
}
