import { dayName, fiscalYearName, tokyoDay } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { EmptyState, StatusTag, type Tone } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Tabs } from '#ui/wayfinding.tsx';
import { problemPaths } from '../../paths.ts';
import { areaTrail } from '../../trail.ts';
import { AreaTabs } from '../../years/pages/tabs.tsx';
import { type Status, statuses } from '../rules.ts';
import type { Problem } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<Status, Tone> = {
  raised: 'warn',
  considered: 'info',
  program: 'good',
  'set-aside': 'neutral',
};

export function ProblemTag({ view, status }: { view: View; status: string }) {
  return <StatusTag tone={tones[status as Status]}>{words[view.lang].status[status as Status]}</StatusTag>;
}

interface ProblemsProps {
  readonly view: View;
  readonly problems: readonly Problem[];
  /** Empty for all. */
  readonly status: Status | '';
  readonly nameOf: (organisationId: string) => string;
  readonly mayRaise: boolean;
}

export function ProblemsPage({ view, problems, status, nameOf, mayRaise }: ProblemsProps) {
  const t = words[view.lang];
  const shown = problems.filter((problem) => status === '' || problem.status === status);
  const count = (of: Status) => problems.filter((problem) => problem.status === of).length;
  const tab = (value: Status | '', label: string, number: number) => ({
    href: view.href(problemPaths.problems.to({}, { status: value })),
    label,
    count: number,
    current: value === status,
  });
  return (
    <StaffFrame view={view} title={t.title}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={areaTrail(view)} current={t.title} />}
        actions={
          mayRaise && <ButtonLink href={view.href(problemPaths.newProblem.to({}))}>{t.raise}</ButtonLink>
        }
      />
      <AreaTabs view={view} current="problems" />
      <Tabs
        label={t.states}
        items={[
          tab('', t.all, problems.length),
          ...statuses.map((each) => tab(each, t.status[each], count(each))),
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <DataTable
          view={view}
          caption={t.title}
          captionHidden
          columns={[
            { key: 'title', label: t.problem, head: true },
            { key: 'status', label: t.states },
            { key: 'bureau', label: t.raisedBy },
            { key: 'year', label: t.year },
            { key: 'when', label: t.when },
          ]}
          rows={shown.map((problem) => ({
            title: (
              <a href={view.href(problemPaths.problem.to({ problemId: problem.id }))}>{problem.title}</a>
            ),
            status: <ProblemTag view={view} status={problem.status} />,
            bureau: nameOf(problem.raisedBy),
            year: fiscalYearName(view.lang, problem.fiscalYear),
            when: dayName(view.lang, tokyoDay(problem.createdAt)),
          }))}
        />
      )}
    </StaffFrame>
  );
}
