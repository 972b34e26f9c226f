import { dayName, fiscalYearName } from '#platform/dates.ts';
import { contentIn, formatNumber } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import type { Problem } from '#platform/web/form-state.ts';
import { EmptyState, Notice } from '#ui/content.tsx';
import { ActionForm } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { reportPaths, staffReportPaths } from '../../paths.ts';
import type { ChangedPart, Expectation } from '../rules.ts';
import { words } from '../words.ts';

export interface KeptProgram {
  readonly programId: string;
  readonly thread: string;
  readonly expectation: Expectation;
  readonly frozenOn: string | null;
  readonly changed: readonly ChangedPart[];
}

interface FreezeProps {
  readonly view: View;
  readonly year: number;
  readonly programs: readonly KeptProgram[];
  readonly mayFreeze: boolean;
  readonly problems: readonly Problem[];
}

/** `/staff/report/years/:year/expectations`: what is kept of each program, and what changed since. */
export function FreezePage({ view, year, programs, mayFreeze, problems }: FreezeProps) {
  const { lang } = view;
  const text = words[lang];
  const title = text.title(fiscalYearName(lang, year));
  const open = programs.filter(({ frozenOn }) => frozenOn === null).length;
  return (
    <StaffFrame view={view} title={title} problems={problems}>
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
      />
      {mayFreeze && open > 0 && (
        <Section title={text.freeze(formatNumber(lang, open))}>
          <Notice view={view} tone="warn">
            {text.freezeWarning}
          </Notice>
          <ActionForm
            action={view.href(staffReportPaths.expectations.to({ year: String(year) }))}
            kind="primary"
          >
            {text.freeze(formatNumber(lang, open))}
          </ActionForm>
        </Section>
      )}
      {programs.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <DataTable
          view={view}
          caption={title}
          captionHidden
          stacked
          columns={[
            { key: 'program', label: text.program, head: true },
            { key: 'targets', label: text.targets, align: 'number' },
            { key: 'state', label: text.state },
            { key: 'since', label: text.since },
          ]}
          rows={programs.map(({ thread, expectation, frozenOn, changed }) => ({
            program: frozenOn ? (
              <a href={view.href(reportPaths.story.to({ thread }))}>{contentIn(lang, expectation.name)}</a>
            ) : (
              contentIn(lang, expectation.name)
            ),
            targets: formatNumber(lang, expectation.targets.filter(({ target }) => target !== null).length),
            state: frozenOn ? dayName(lang, frozenOn) : text.open,
            since:
              changed.length > 0
                ? changed.map((part) => text.changed[part]).join(lang === 'ja' ? '、' : ', ')
                : frozenOn
                  ? text.nothingChanged
                  : '',
          }))}
        />
      )}
    </StaffFrame>
  );
}
