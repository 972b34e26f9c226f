import { manYen, yenFull, yenShort } from '#platform/money.ts';
import type { View } from '#platform/web/view.ts';
import { Tag } from '#ui/content.tsx';
import { ButtonLink, MoveButtons } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { yearPaths } from '../../paths.ts';
import type { Term } from '../../terms/store.ts';
import { nameIn, yearTrail } from '../../trail.ts';
import { YearTabs } from '../../years/pages/tabs.tsx';
import type { PlanTotals } from '../rules.ts';
import type { PlanRow } from '../store.ts';
import { words } from '../words.ts';

interface PlanProps {
  readonly view: View;
  readonly year: number;
  readonly rows: readonly PlanRow[];
  readonly totals: PlanTotals;
  readonly pillars: readonly Term[];
  readonly isSecretariat: boolean;
}

export function PlanPage(props: PlanProps) {
  const { view, year, isSecretariat } = props;
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={yearTrail(view, year)} current={t.title} />}
        actions={
          isSecretariat && (
            <ButtonLink href={view.href(yearPaths.newPlanRow.to({ year: String(year) }))}>{t.add}</ButtonLink>
          )
        }
      />
      <YearTabs view={view} year={year} current="plan" isSecretariat={isSecretariat} />
      <RowsTable {...props} />
      {props.rows.length > 0 && <Reconciliation {...props} />}
    </StaffFrame>
  );
}

function pillarName(view: View, pillars: readonly Term[], code: string | null): string {
  const term = pillars.find((each) => each.code === code);
  return term ? nameIn(view.lang, term) : words[view.lang].other;
}

function RowsTable({ view, year, rows, totals, pillars, isSecretariat }: PlanProps) {
  const t = words[view.lang];
  const nameCell = (row: PlanRow) => {
    const name = nameIn(view.lang, row);
    const href = view.href(yearPaths.planRow.to({ year: String(year), rowId: row.id }));
    return (
      <>
        {row.isNew && <Tag tone="info">{t.isNew}</Tag>} {isSecretariat ? <a href={href}>{name}</a> : name}
      </>
    );
  };
  return (
    <DataTable
      view={view}
      caption={t.rows}
      captionHidden
      columns={[
        { key: 'pillar', label: t.pillar },
        { key: 'name', label: t.name, head: true },
        { key: 'amount', label: t.amount, unit: t.man, align: 'number' },
        ...(isSecretariat ? [{ key: 'act', label: t.order } as const] : []),
      ]}
      rows={rows.map((row, index) => ({
        pillar: pillarName(view, pillars, row.pillar),
        name: nameCell(row),
        amount: manYen(row.amount),
        act: (
          <MoveButtons
            view={view}
            action={view.href(yearPaths.movePlanRow.to({ year: String(row.fiscalYear), rowId: row.id }))}
            name={nameIn(view.lang, row)}
            first={index === 0}
            last={index === rows.length - 1}
          />
        ),
      }))}
      total={{
        pillar: t.total,
        name: yenShort(view.lang, totals.total),
        amount: manYen(totals.total),
        act: ' ',
      }}
      empty={t.empty}
    />
  );
}

/** The same money twice: by row and by pillar. */
function Reconciliation({ view, totals, pillars }: PlanProps) {
  const t = words[view.lang];
  return (
    <Section title={t.reconciliation} lead={t.adds}>
      <DataTable
        view={view}
        caption={t.totalYen(yenFull(view.lang, totals.total))}
        columns={[
          { key: 'pillar', label: t.pillar, head: true },
          { key: 'rows', label: t.rowsCount, align: 'number' },
          { key: 'man', label: t.amount, unit: t.man, align: 'number' },
          { key: 'yen', label: t.amount, align: 'number' },
        ]}
        rows={totals.byPillar.map(({ pillar, rows, amount }) => ({
          pillar: pillarName(view, pillars, pillar),
          rows,
          man: manYen(amount),
          yen: yenFull(view.lang, amount),
        }))}
        total={{
          pillar: t.total,
          rows: totals.byPillar.reduce((sum, each) => sum + each.rows, 0),
          man: manYen(totals.total),
          yen: yenFull(view.lang, totals.total),
        }}
      />
      <p class="hint">{t.cut}</p>
    </Section>
  );
}
