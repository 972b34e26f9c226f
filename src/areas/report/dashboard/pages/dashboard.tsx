import type { View } from '#platform/web/view.ts';
import { GroupedBars, StackedBars } from '#ui/charts/bar-chart.tsx';
import { Notice } from '#ui/content.tsx';
import { SelectField } from '#ui/choices.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths as paths } from '../../paths.ts';
import { reportTrail } from '../../trail.ts';
import { nameMonth } from '../groups/asked.ts';
import type { Group, Panel } from '../panels.ts';
import { monthBefore } from '../rules.ts';
import { words } from '../words.ts';

interface DashboardProps {
  readonly view: View;
  readonly month: string;
  /** What can be chosen, the latest first. */
  readonly months: readonly string[];
  readonly groups: readonly Group[];
}

/** `/staff/report/headquarters`: the month on a sheet, made for paper too. */
export function DashboardPage({ view, month, months, groups }: DashboardProps) {
  const { lang } = view;
  const t = words[lang];
  const hrefOf = (asked: string) => view.href(paths.headquarters.to({}, { month: asked }));
  const next = monthBefore(month, -1);
  return (
    <StaffFrame view={view} title={`${t.title} ${nameMonth(lang, month)}`}>
      <PageHead
        title={t.title}
        kicker={nameMonth(lang, month)}
        lead={<p>{t.lead}</p>}
        breadcrumbs={<Breadcrumbs view={view} items={reportTrail(view)} current={t.title} />}
        actions={
          <>
            <ButtonLink
              kind="secondary"
              href={view.href(paths.headquarters.to({}, { month, format: 'csv' }))}
              download
            >
              {t.csv}
            </ButtonLink>
            <ButtonLink kind="secondary" href={view.href(paths.unmet.to({}))}>
              {t.unmet}
            </ButtonLink>
          </>
        }
      />
      <Form action={view.href(paths.headquarters.to({}))} method="get" inline label={t.month}>
        <SelectField
          view={view}
          name="month"
          label={t.month}
          value={month}
          empty={false}
          options={months.map((each) => ({ value: each, label: nameMonth(lang, each) }))}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.show}</SubmitButton>
        </Actions>
      </Form>
      <Row>
        <a href={hrefOf(monthBefore(month, 1))}>← {t.previousMonth}</a>
        {months.includes(next) && <a href={hrefOf(next)}>{t.nextMonth} →</a>}
      </Row>
      <p class="hint">{t.protectedNote}</p>
      {groups.map((group) => (
        <Section title={group.title} id={group.id}>
          {group.warning && (
            <Notice view={view} tone="warn">
              {group.warning}
            </Notice>
          )}
          {group.panels.map((panel) => (
            <PanelFigure view={view} panel={panel} />
          ))}
        </Section>
      ))}
    </StaffFrame>
  );
}

/** A picture with its numbers, or numbers alone; below them what is counted, and the page they come from. */
function PanelFigure({ view, panel }: { view: View; panel: Panel }) {
  const t = words[view.lang];
  const { id, title, unit, labels, series, picture } = panel;
  const chart = { view, id, title, unit, labels, series, placeLabel: t.item };
  return (
    <>
      {picture === 'grouped' && <GroupedBars {...chart} />}
      {picture === 'stacked' && <StackedBars {...chart} />}
      {picture === 'none' && <PanelTable view={view} panel={panel} />}
      <p class="hint">
        {panel.definition}
        {panel.source && (
          <>
            {' '}
            <a href={view.href(panel.source)}>
              {t.source}
              <span class="vh"> {title}</span>
            </a>
          </>
        )}
      </p>
    </>
  );
}

function PanelTable({ view, panel }: { view: View; panel: Panel }) {
  const t = words[view.lang];
  const { title, unit, units, labels, series } = panel;
  return (
    <DataTable
      view={view}
      caption={title}
      columns={[
        { key: 'item', label: t.item, head: true },
        ...series.map((each, at) => ({
          key: `s${at}`,
          label: each.label,
          align: 'number' as const,
          ...(units ? {} : { unit }),
        })),
        ...(units ? [{ key: 'unit', label: t.unit }] : []),
      ]}
      rows={labels.map((item, at) => ({
        item,
        ...Object.fromEntries(series.map((each, column) => [`s${column}`, each.values[at] ?? null])),
        unit: units?.[at],
      }))}
    />
  );
}
