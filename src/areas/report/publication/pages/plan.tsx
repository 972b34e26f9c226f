import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import { yenShort } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { FigureLink, StatFigure, Tag } from '#ui/content.tsx';
import { Grid, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { EditionHead, Outlook, PlanLine } from '../../editions/content.ts';
import { planSums } from '../../editions/rules.ts';
import { countFigure, outside, planRowFigure, planTotalFigure } from '../../figures/named.ts';
import type { EditionLinks } from '../shown.ts';
import { words } from '../words.ts';

interface PlanProps {
  readonly view: View;
  readonly head: EditionHead;
  readonly links: EditionLinks;
}

/** The year's plan: the sum, each pillar with its rows of money, and the sums again as a table. */
export function PlanBody({ view, head, links }: PlanProps) {
  const text = words[view.lang];
  const { total, shownRowsDiffer } = planSums(head.plan);
  return (
    <>
      <Section title={text.budget}>
        <Grid min="small">
          <StatFigure
            view={view}
            label={text.budgetTotal}
            value={yenShort(view.lang, total)}
            href={links.path?.(planTotalFigure(head.fiscalYear, null))}
          />
          <StatFigure
            view={view}
            label={text.pillars}
            value={head.pillars.length}
            unit={text.pillar}
            href={links.path?.(countFigure(head, 'pillars'))}
          />
          <StatFigure
            view={view}
            label={text.newRows}
            value={head.plan.filter(({ isNew }) => isNew).length}
            unit={text.rowsUnit}
            href={links.path?.(countFigure(head, 'new-rows'))}
          />
        </Grid>
        <PillarTable view={view} head={head} links={links} />
        {shownRowsDiffer && <p class="hint">{text.truncated}</p>}
      </Section>
      {pillarsOf(head, text.otherRows, view).map(({ name, rows }) => (
        <Section title={name}>
          <RowTable view={view} head={head} links={links} caption={text.budgetOf(name)} rows={rows} />
        </Section>
      ))}
    </>
  );
}

/** Behind the results: where the work goes on, by pillars with yen. */
export function OutlookBody({ view, outlook, links }: Omit<PlanProps, 'head'> & { outlook: Outlook }) {
  const text = words[view.lang];
  return (
    <Section title={text.outlook(fiscalYearName(view.lang, outlook.fiscalYear))} id="outlook">
      <PillarTable view={view} head={outlook} links={links} />
      {planSums(outlook.plan).shownRowsDiffer && <p class="hint">{text.truncated}</p>}
      {links.document && (
        <p class="no-print">
          <a href={`${links.document}#direction`}>{text.direction}</a>
        </p>
      )}
    </Section>
  );
}

function PillarTable({ view, head, links }: Omit<PlanProps, 'head'> & { head: Outlook }) {
  const text = words[view.lang];
  const groups = pillarsOf(head, text.otherRows, view);
  const shown = (pillar: string | null, rows: readonly PlanLine[]) => (
    <FigureLink href={links.path?.(planTotalFigure(head.fiscalYear, pillar))}>
      {inManYen(view, planSums(rows).total)}
    </FigureLink>
  );
  return (
    <DataTable
      view={view}
      caption={text.budgetTable}
      columns={[
        { key: 'name', label: text.pillar, head: true },
        { key: 'amount', label: text.budget, unit: text.manYen, align: 'number' },
      ]}
      rows={groups.map(({ code, name, rows }) => ({ name, amount: shown(code, rows) }))}
      total={{ name: text.total, amount: shown(null, head.plan) }}
    />
  );
}

function RowTable({
  view,
  head,
  links,
  caption,
  rows,
}: PlanProps & { caption: string; rows: readonly PlanLine[] }) {
  const text = words[view.lang];
  return (
    <DataTable
      view={view}
      caption={caption}
      captionHidden
      even
      stacked
      columns={[
        { key: 'name', label: text.program, head: true },
        { key: 'content', label: text.content },
        { key: 'amount', label: text.budget, unit: text.manYen, align: 'number' },
      ]}
      rows={rows.map((row) => ({
        name: (
          <>
            {row.isNew && (
              <>
                <Tag tone="bad">{text.continuity['new']}</Tag>{' '}
              </>
            )}
            {contentIn(view.lang, row.name)}
          </>
        ),
        content: contentIn(view.lang, row.description),
        amount: (
          <FigureLink href={links.path?.(planRowFigure(head.fiscalYear, row))}>
            {inManYen(view, row.amount)}
          </FigureLink>
        ),
      }))}
    />
  );
}

/** Cut to 10,000 yen, as budget papers do. */
function inManYen(view: View, yen: number): string {
  return formatNumber(view.lang, Math.trunc(yen / 10_000));
}

/** Each pillar with its rows, in the year's order; rows outside the pillars last. */
function pillarsOf(head: Outlook, other: string, view: View) {
  const known = new Set(head.pillars.map(({ code }) => code));
  const rest = head.plan.filter(({ pillar }) => pillar === null || !known.has(pillar));
  return [
    ...head.pillars.map(({ code, name }, index) => ({
      code,
      name: `${index + 1} ${contentIn(view.lang, name)}`,
      rows: head.plan.filter(({ pillar }) => pillar === code),
    })),
    ...(rest.length > 0 ? [{ code: outside, name: other, rows: rest }] : []),
  ].filter(({ rows }) => rows.length > 0);
}
