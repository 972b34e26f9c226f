import { fiscalYearName, monthName } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { type Municipality, worryTerms } from '#areas/directory/index.ts';
import { BarChart, StackedBars } from '#ui/charts/bar-chart.tsx';
import { EmptyState, StatFigure } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { DeskTabs } from '../../boards/pages/tabs.tsx';
import { words as boardWords } from '../../boards/words.ts';
import { codes } from '../../contacts/codes.ts';
import { doors } from '../../desks/settings.ts';
import { type Counted, sumBy } from '../read.ts';
import { answerRate, waitWithin } from '../rules.ts';
import { words } from '../words.ts';

interface CountsProps {
  readonly view: View;
  /** Absent: all desks, for the secretariat. */
  readonly desk?: { readonly id: string; readonly name: string } | undefined;
  readonly fiscalYear: number;
  readonly years: readonly { readonly year: number; readonly href: string }[];
  readonly counted: Counted;
  readonly municipalities: readonly Municipality[];
  readonly files: { readonly csv: string; readonly workbook: string };
}

/** A desk's year in numbers, or that of all desks. */
export function CountsPage(props: CountsProps) {
  const { view, desk, fiscalYear, counted, files } = props;
  const t = words[view.lang];
  const title = desk?.name ?? t.all;
  return (
    <StaffFrame view={view} title={`${t.title}：${title}`}>
      <PageHead
        title={title}
        kicker={t.year(fiscalYearName(view.lang, fiscalYear))}
        lead={t.lead}
        actions={
          <>
            <ButtonLink kind="secondary" href={files.csv} download>
              {t.csv}
            </ButtonLink>
            <ButtonLink kind="secondary" href={files.workbook} download>
              {t.workbook}
            </ButtonLink>
          </>
        }
      />
      {desk && <DeskTabs view={view} deskId={desk.id} current="counts" />}
      <Row>
        <span>{t.other}：</span>
        {props.years.map(({ year, href }) => (
          <a href={href} aria-current={year === fiscalYear ? 'page' : undefined}>
            {fiscalYearName(view.lang, year)}
          </a>
        ))}
      </Row>
      {counted.rows.length === 0 ? <EmptyState title={t.none} /> : <Figures {...props} />}
    </StaffFrame>
  );
}

function Figures(props: CountsProps) {
  const { view, counted, municipalities } = props;
  const { lang } = view;
  const t = words[lang];
  const nameOf = new Map(
    municipalities.map(({ code, nameJa, nameEn }) => [code, contentIn(lang, { ja: nameJa, en: nameEn })]),
  );
  const worryName = new Map(worryTerms.map(({ code, name }) => [code, name[lang]]));
  const outcomes: Readonly<Record<string, { ja: string; en: string }>> = codes.outcome;
  return (
    <>
      <KeyFigures view={view} counted={counted} />
      <Doors view={view} counted={counted} />
      <Bars
        {...props}
        id="worries"
        title={t.worries}
        sums={sumBy(counted, 'worry')}
        name={(code) => worryName.get(code) ?? code}
      />
      <Bars
        {...props}
        id="places"
        title={t.places}
        sums={sumBy(counted, 'place')}
        name={(code) => nameOf.get(code) ?? code}
      />
      <Bars
        {...props}
        id="hours"
        title={t.hours}
        sums={sumBy(counted, 'hour', { by: 'b' })}
        name={(hour) => `${Number(hour)}`}
        inOrder
      />
      <Bars
        {...props}
        id="outcomes"
        title={t.outcomes}
        sums={sumBy(counted, 'outcome')}
        name={(code) => outcomes[code]?.[lang] ?? code}
      />
    </>
  );
}

function KeyFigures({ view, counted }: { view: View; counted: Counted }) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const byDoor = sumBy(counted, 'door');
  const calls = sumBy(counted, 'call');
  const waits = sumBy(counted, 'wait', { by: 'b' });
  const risk = sumBy(counted, 'risk');
  const rate = answerRate(calls);
  const sum = (sums: Readonly<Record<string, number>>) => Object.values(sums).reduce((all, n) => all + n, 0);
  const wait = (share: number) => {
    const seconds = waitWithin(waits, share);
    return seconds === null || seconds === Number.POSITIVE_INFINITY ? null : seconds;
  };
  return (
    <Section title={t.byDoor}>
      <Grid min="small">
        {doors.map((door) => (
          <StatFigure view={view} label={b.door[door]} value={byDoor[door] ?? 0} unit={t.count} />
        ))}
        <StatFigure view={view} label={t.total} value={sum(byDoor)} unit={t.count} />
        {sum(calls) > 0 && <StatFigure view={view} label={t.attempts} value={sum(calls)} unit={t.count} />}
        {rate !== null && <StatFigure view={view} label={t.rate} value={rate} unit="%" note={t.rateNote} />}
        <Wait view={view} label={t.wait50} seconds={wait(0.5)} known={sum(waits) > 0} />
        <Wait view={view} label={t.wait90} seconds={wait(0.9)} known={sum(waits) > 0} />
        <StatFigure view={view} label={t.outside} value={sum(sumBy(counted, 'outside'))} unit={t.count} />
        <StatFigure view={view} label={t.minutes} value={sum(sumBy(counted, 'minutes'))} unit={t.minute} />
        <StatFigure view={view} label={t.risk} value={(risk['3'] ?? 0) + (risk['4'] ?? 0)} unit={t.count} />
      </Grid>
    </Section>
  );
}

function Wait({
  view,
  label,
  seconds,
  known,
}: {
  view: View;
  label: string;
  seconds: number | null;
  known: boolean;
}) {
  const t = words[view.lang];
  if (!known) return null;
  return seconds === null ? (
    <StatFigure view={view} label={label} value={t.over} />
  ) : (
    <StatFigure view={view} label={label} value={seconds} unit={t.seconds} note={t.waitNote} />
  );
}

function Doors({ view, counted }: { view: View; counted: Counted }) {
  const t = words[view.lang];
  const b = boardWords[view.lang];
  const { months } = counted;
  const by = months.map((month) => sumBy(counted, 'door', { month }));
  return (
    <Section title={t.doorsByMonth}>
      <StackedBars
        view={view}
        id="doors"
        title={t.doorsByMonth}
        unit={t.count}
        labels={months.map((month) => monthName(view.lang, month))}
        series={doors.map((door) => ({ label: b.door[door], values: by.map((sums) => sums[door] ?? 0) }))}
        direction="upright"
      />
      <DataTable
        view={view}
        caption={t.doorsByMonth}
        columns={[
          { key: 'month', label: t.month, head: true },
          ...doors.map((door) => ({ key: door, label: b.door[door], align: 'number' as const })),
        ]}
        rows={months.map((month, at) => ({
          month: monthName(view.lang, month),
          ...Object.fromEntries(doors.map((door) => [door, by[at]?.[door] ?? 0])),
        }))}
        total={{ month: t.total, ...sumBy(counted, 'door') }}
      />
    </Section>
  );
}

function Bars({
  view,
  id,
  title,
  sums,
  name,
  inOrder,
}: {
  view: View;
  id: string;
  title: string;
  sums: Readonly<Record<string, number>>;
  name: (code: string) => string;
  inOrder?: boolean;
}) {
  const entries = Object.entries(sums).filter(([, n]) => n > 0);
  if (entries.length === 0) return null;
  const shown = inOrder
    ? entries.toSorted(([a], [b]) => a.localeCompare(b))
    : entries.toSorted(([, a], [, b]) => b - a);
  return (
    <Section title={title}>
      <BarChart
        view={view}
        id={id}
        title={title}
        unit={words[view.lang].count}
        labels={shown.map(([code]) => name(code))}
        values={shown.map(([, n]) => n)}
        direction={inOrder ? 'upright' : 'lying'}
      />
    </Section>
  );
}
