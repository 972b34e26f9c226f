import { dayName } from '#platform/dates.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, EmptyState } from '#ui/content.tsx';
import { ButtonLink } from '#ui/form.tsx';
import { Section } from '#ui/layout.tsx';
import { Thread } from '#ui/thread.tsx';
import { Tabs } from '#ui/wayfinding.tsx';
import { codeName } from '../../case-files/codes.ts';
import { leadsToPlan, wayOf } from '../../case-files/rules.ts';
import type { CaseFile } from '../../case-files/store.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { planPaths, recordPaths, taskPaths } from '../../paths.ts';
import { words as planWords } from '../../plans/words.ts';
import { words as recordWords } from '../../records/words.ts';
import { words as reviewWords } from '../../reviews/words.ts';
import { ChangeTable } from '../../scales/pages/scale.tsx';
import { words as scaleWords } from '../../scales/words.ts';
import { TaskTable } from '../../tasks/pages/tasks.tsx';
import { words as taskWords } from '../../tasks/words.ts';
import type { Overview } from '../overview.ts';
import { words } from '../words.ts';
import { lineOf } from './timeline.tsx';

interface OverviewProps {
  readonly view: View;
  readonly caseFile: CaseFile;
  readonly overview: Overview;
  readonly mayCarry: boolean;
  readonly today: string;
}

/** The pages of the work on a case. */
export function WorkTabs({ view, caseFile }: Pick<OverviewProps, 'view' | 'caseFile'>) {
  const t = words[view.lang];
  const at = { caseId: caseFile.id };
  const items = [
    [recordPaths.timeline.to(at), t.title],
    [planPaths.plan.to(at), planWords[view.lang].title],
    [taskPaths.list.to(at), taskWords[view.lang].title],
    [recordPaths.scale.to(at), scaleWords[view.lang].title],
    [planPaths.review.to(at), reviewWords[view.lang].title],
  ] as const;
  return <Tabs label={t.ofCase} items={items.map(([href, label]) => ({ href: view.href(href), label }))} />;
}

/** The step that a plan takes: the page on which it is taken, and why. */
export function NextPlanStep({ view, caseFile, overview }: OverviewProps) {
  const t = words[view.lang];
  const next = wayOf(caseFile).find(({ state }) => state === 'now')?.step;
  const at = { caseId: caseFile.id };
  if (caseFile.closedOn || !leadsToPlan(caseFile.screening)) return null;
  if (caseFile.reviewedOn) return <Reviewed view={view} caseFile={caseFile} overview={overview} />;
  if (next !== 'planned' && next !== 'met' && next !== 'decided' && next !== 'provided') return null;
  const begins = next === 'planned' && overview.plan === undefined;
  return (
    <Section title={caseWords[view.lang].steps[next]} lead={caseWords[view.lang].why[next]}>
      <p>
        <ButtonLink href={view.href(begins ? planPaths.edit.to(at) : planPaths.plan.to(at))}>
          {begins ? t.goAssess : t.goPlan}
        </ButtonLink>
      </p>
    </Section>
  );
}

function Reviewed({ view, caseFile, overview }: Pick<OverviewProps, 'view' | 'caseFile' | 'overview'>) {
  const t = words[view.lang];
  const goesOn = overview.review?.outcome === 'replan';
  return (
    <Section title={t.reviewed} lead={goesOn ? t.reviewedReplan : t.reviewedClose}>
      {goesOn && (
        <p>
          <ButtonLink href={view.href(planPaths.edit.to({ caseId: caseFile.id }))}>
            {planWords[view.lang].beginNext}
          </ButtonLink>
        </p>
      )}
    </Section>
  );
}

/** The work on a case at a glance: plan, what goes on, what is to do, how things changed, what happened lately. */
export function WorkPanels(props: OverviewProps) {
  const { view, overview, today } = props;
  return (
    <>
      <Present {...props} />
      {overview.tasks.length > 0 && (
        <Section title={taskWords[view.lang].title}>
          <TaskTable
            view={view}
            lines={overview.tasks}
            today={today}
            back="case"
            finishes={overview.mayRecord}
          />
        </Section>
      )}
      {overview.scales.length > 0 && (
        <Section title={scaleWords[view.lang].title}>
          <ChangeTable view={view} scales={overview.scales} />
        </Section>
      )}
      <Lately {...props} />
    </>
  );
}

function Present({ view, overview }: OverviewProps) {
  const t = words[view.lang];
  const r = recordWords[view.lang];
  const { plan, goingOn } = overview;
  if (!plan && goingOn.length === 0) return null;
  const opened = plan?.opened;
  const items = [
    {
      term: t.plan,
      value:
        plan &&
        `${planWords[view.lang].round(plan.opened.plan.round)}（${planWords[view.lang].states[plan.state]}）`,
    },
    { term: t.goal, value: opened?.texts.goal },
    { term: t.monitorOn, value: opened?.plan.monitorOn && dayName(view.lang, opened.plan.monitorOn) },
  ];
  return (
    <Section title={t.present}>
      <DefinitionList
        items={items.filter(({ value }) => value).map(({ term, value }) => ({ term, value }))}
      />
      {goingOn.map((record) => (
        <p>
          <a href={view.href(recordPaths.record.to({ recordId: record.id }))}>
            {codeName(view.lang, overview.lists.services, record.service)}
          </a>{' '}
          {record.fromOn && r.since(dayName(view.lang, record.fromOn))}
        </p>
      ))}
    </Section>
  );
}

function Lately({ view, caseFile, overview }: OverviewProps) {
  const t = words[view.lang];
  const at = { caseId: caseFile.id };
  return (
    <Section
      title={t.lately}
      actions={
        overview.mayRecord && (
          <>
            <ButtonLink kind="secondary" small href={view.href(recordPaths.new.to(at))}>
              {recordWords[view.lang].new}
            </ButtonLink>
            <ButtonLink
              kind="secondary"
              small
              href={view.href(recordPaths.new.to(at, { for: 'accompaniment' }))}
            >
              {recordWords[view.lang].accompany}
            </ButtonLink>
          </>
        )
      }
    >
      {overview.lately.length === 0 ? (
        <EmptyState title={t.empty} />
      ) : (
        <>
          <Thread label={t.lately} entries={overview.lately.map((entry) => lineOf(view, entry))} />
          <p>
            <a href={view.href(recordPaths.timeline.to(at))}>{t.wholeTimeline}</a>
          </p>
        </>
      )}
    </Section>
  );
}
