import { fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { staffReportPaths } from '../../paths.ts';
import type { LiveLine } from '../read.ts';
import { words } from '../words.ts';

interface LiveProps {
  readonly view: View;
  readonly fiscalYear: number;
  readonly lines: readonly LiveLine[];
}

/** `/staff/report/live/:year`: what the product counts, beside what was typed. */
export function LivePage({ view, fiscalYear, lines }: LiveProps) {
  const { lang } = view;
  const text = words[lang];
  const year = String(fiscalYear);
  const title = text.title(fiscalYearName(lang, fiscalYear));
  return (
    <StaffFrame view={view} title={title}>
      <PageHead
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(staffReportPaths.home.to({})), label: text.report }]}
            current={title}
          />
        }
        title={title}
        lead={<p>{text.lead}</p>}
        actions={
          <ActionForm action={view.href(staffReportPaths.countLive.to({ year }))}>
            {text.countAgain}
          </ActionForm>
        }
      />
      {lines.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <DataTable
          view={view}
          caption={title}
          captionHidden
          stacked
          columns={[
            { key: 'measure', label: text.measure, head: true },
            { key: 'program', label: text.program },
            { key: 'typed', label: text.typed, align: 'number' },
            { key: 'live', label: text.live, align: 'number' },
            { key: 'difference', label: text.difference, align: 'number' },
            { key: 'source', label: text.source },
            { key: 'path', label: text.published },
          ]}
          rows={lines.map((line) => ({
            measure: (
              <a href={view.href(staffReportPaths.liveMeasure.to({ year, measureId: line.measureId }))}>
                {contentIn(lang, line.label)}
              </a>
            ),
            program: contentIn(lang, line.program),
            typed: line.typed ?? text.notReported,
            live: line.bound ? countedText(view, line) : '',
            difference: differenceText(view, line),
            source: line.bound ? contentIn(lang, line.bound.name) : '',
            path: line.figureId && (
              <a href={view.href(staffReportPaths.figurePath.to({ id: line.figureId }))}>
                {text.path}
                <span class="vh"> {contentIn(lang, line.label)}</span>
              </a>
            ),
          }))}
        />
      )}
    </StaffFrame>
  );
}

/** A measure without data is no zero. */
export function countedText(view: View, { counted, computedAt }: LiveLine): string {
  const text = words[view.lang];
  if (computedAt === null) return text.notCounted;
  return counted === null ? text.nothing : formatNumber(view.lang, counted);
}

function differenceText(view: View, { typed, counted }: LiveLine): string {
  if (typed === null || counted === null) return '';
  const difference = Number((counted - typed).toFixed(4));
  return difference > 0 ? `+${formatNumber(view.lang, difference)}` : formatNumber(view.lang, difference);
}
