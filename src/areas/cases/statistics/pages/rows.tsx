import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Pagination } from '#ui/wayfinding.tsx';
import type { FormSet } from '../../forms/form.ts';
import { casePaths } from '../../paths.ts';
import { nameOf } from '../names.ts';
import { type Breakdown, breakdowns } from '../rules.ts';
import type { Fact } from '../store.ts';
import { words } from '../words.ts';

interface RowsProps {
  readonly view: View;
  readonly organisation: string;
  readonly asked: { readonly figure: string; readonly code: string | undefined };
  readonly set: FormSet;
  readonly found: { readonly facts: readonly Fact[]; readonly total: number };
  readonly page: number;
  readonly pageSize: number;
  readonly back: string;
  readonly hrefOf: (page: number) => string;
}

/** The records that a number was counted from: numbers, days and codes, no name. */
export function RowsPage({ view, organisation, asked, set, found, page, pageSize, back, hrefOf }: RowsProps) {
  const t = words[view.lang];
  const isBreakdown = (breakdowns as readonly string[]).includes(asked.figure);
  const named = (code: string) =>
    isBreakdown && code ? nameOf(view.lang, set, { figure: asked.figure as Breakdown, code }) : '';
  const titles: Readonly<Record<string, string>> = t.breakdown;
  const figure = t.lines[asked.figure] ?? titles[asked.figure] ?? t.rows;
  const of = asked.code ? named(asked.code) : '';
  const title = of ? `${figure}：${of}` : figure;
  return (
    <StaffFrame view={view} title={`${t.rows} ${title}`}>
      <PageHead
        title={title}
        kicker={organisation}
        lead={t.rowsLead}
        breadcrumbs={<Breadcrumbs view={view} items={[{ href: back, label: t.title }]} current={title} />}
      />
      <p>{t.rowsCount(found.total)}</p>
      {found.facts.length === 0 ? (
        <EmptyState title={t.noRows} />
      ) : (
        <DataTable
          view={view}
          caption={title}
          captionHidden
          columns={[
            { key: 'on', label: t.on, head: true },
            { key: 'number', label: t.number },
            ...(isBreakdown && !asked.code ? [{ key: 'code' as const, label: t.code }] : []),
          ]}
          rows={found.facts.map(({ caseId, number, day, code }) => ({
            on: dayName(view.lang, day),
            number: <a href={view.href(casePaths.case.to({ caseId }))}>{number}</a>,
            code: named(code),
          }))}
        />
      )}
      {found.total > pageSize && (
        <Pagination view={view} page={page} pageSize={pageSize} total={found.total} hrefOf={hrefOf} />
      )}
    </StaffFrame>
  );
}
