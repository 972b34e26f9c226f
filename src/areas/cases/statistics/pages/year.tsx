import { monthName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { LineChart } from '#ui/charts/line-chart.tsx';
import { EmptyState, Notice, StatFigure } from '#ui/content.tsx';
import { DownloadLinks } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { statisticsPaths } from '../../paths.ts';
import { definedName, type Filed } from '../files.ts';
import { breakdowns, type Line, lines, valueOf } from '../rules.ts';
import { definitions } from '../definitions.ts';
import { words } from '../words.ts';
import { BreakdownTable } from './breakdown.tsx';
import { Flows } from './flows.tsx';
import { Targets } from './targets-table.tsx';

interface Choice {
  readonly label: string;
  readonly href: string;
  readonly current: boolean;
}

export interface YearProps extends Filed {
  readonly view: View;
  /** Whether the reader works there: exact numbers, and the rows behind them. */
  readonly own: boolean;
  readonly organisationId: string | undefined;
  readonly mayKeepArea: boolean;
  readonly mayKeepTargets: boolean;
  readonly years: readonly Choice[];
  readonly choices: readonly Choice[];
  readonly files: { readonly csv: string; readonly workbook: string };
}

/** A fiscal year of support as the state asks for it, figure by figure, each with its definition. */
export function YearPage(props: YearProps) {
  const { view, counted, files } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={`${t.title} ${props.organisation}`}>
      <PageHead
        title={props.organisation}
        kicker={props.title}
        lead={t.lead}
        actions={<DownloadLinks files={files} labels={t} />}
      />
      {props.choices.length > 1 && <Chosen label={t.organisations} choices={props.choices} />}
      <Chosen label={t.other} choices={props.years} />
      {!props.own && (
        <Notice view={view} title={t.guarded}>
          {t.guardedLead}
        </Notice>
      )}
      {counted.rows.length === 0 ? <EmptyState title={t.none} /> : <Figures {...props} />}
      <Targets {...props} />
      {breakdowns.map((figure) => (
        <BreakdownTable {...props} figure={figure} />
      ))}
      <Flows {...props} />
      <Definitions {...props} />
    </StaffFrame>
  );
}

function Chosen({ label, choices }: { label: string; choices: readonly Choice[] }) {
  return (
    <Row>
      <span>{label}：</span>
      {choices.map((choice) => (
        <a href={choice.href} aria-current={choice.current ? 'page' : undefined}>
          {choice.label}
        </a>
      ))}
    </Row>
  );
}

const drawn = ['received', 'planned', 'target'];

function Figures({ view, counted, organisationId, own }: YearProps) {
  const t = words[view.lang];
  const spans = [...counted.months, ''];
  const year = String(counted.fiscalYear);
  const number = (line: Line, month: string) => {
    const n = valueOf(counted.rows, line, month);
    if (!own || !organisationId || n === 0 || month === '') return n;
    const query = { year, month, figure: line.figure, code: line.code ?? '' };
    return <a href={view.href(statisticsPaths.rows.to({ organisationId }, query))}>{n}</a>;
  };
  return (
    <>
      <Section title={t.whole}>
        <Grid min="small">
          {lines
            .filter(({ part }) => !part)
            .map((line) => (
              <StatFigure
                view={view}
                label={t.lines[line.key] ?? line.key}
                value={valueOf(counted.rows, line, '')}
                unit={line.by === 'people' ? t.person : t.count}
              />
            ))}
        </Grid>
        <LineChart
          view={view}
          id="course"
          title={t.course}
          unit={t.countOrPeople}
          table="folded"
          labels={counted.months.map((month) => monthName(view.lang, month))}
          series={lines
            .filter(({ key }) => drawn.includes(key))
            .map((line) => ({
              label: t.lines[line.key] ?? line.key,
              values: counted.months.map((month, at) =>
                at < counted.begun ? valueOf(counted.rows, line, month) : null,
              ),
            }))}
        />
      </Section>
      <Section title={t.monthly}>
        <DataTable
          view={view}
          caption={t.monthly}
          captionHidden
          columns={[
            { key: 'item', label: t.item, head: true },
            ...spans.map((month) => ({
              key: month || 'total',
              label: month ? monthName(view.lang, month) : t.total,
              align: 'number' as const,
            })),
          ]}
          rows={lines.map((line) => {
            const label = t.lines[line.key] ?? line.key;
            return {
              item: line.part ? t.part(label) : label,
              ...Object.fromEntries(spans.map((month) => [month || 'total', number(line, month)])),
            };
          })}
        />
      </Section>
    </>
  );
}

function Definitions({ view }: YearProps) {
  const t = words[view.lang];
  return (
    <Section title={t.definitions}>
      <DataTable
        view={view}
        caption={t.definitions}
        captionHidden
        stacked
        columns={[
          { key: 'item', label: t.item, head: true },
          { key: 'definition', label: t.definition },
          { key: 'form', label: t.form },
          { key: 'day', label: t.day },
        ]}
        rows={Object.entries(definitions[view.lang]).map(([key, [definition, form, day]]) => ({
          item: definedName(view.lang, key),
          definition,
          form,
          day,
        }))}
      />
    </Section>
  );
}
