import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, EmptyState, Notice, Tag } from '#ui/content.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Columns, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs, Stepper, Tabs } from '#ui/wayfinding.tsx';
import { words as basisWords } from '../../bases/words.ts';
import { codeName } from '../../case-files/codes.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import type { CaseFile } from '../../case-files/store.ts';
import type { CaseLists } from '../../forms/lists.ts';
import { planPaths } from '../../paths.ts';
import { classWords } from '../../relations/words.ts';
import { carefulClasses, type OpenPlan, type PlanItem } from '../read.ts';
import { type PlanPart, type PlanState, planStates } from '../rules.ts';
import type { CasePlan } from '../store.ts';
import { words } from '../words.ts';
import { NextMove } from './moves.tsx';

export interface PlanProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly opened: OpenPlan | undefined;
  readonly lists: CaseLists;
  readonly planState: PlanState;
  readonly missing: readonly PlanPart[];
  readonly rounds: readonly CasePlan[];
  readonly decision: 'decided' | 'confirmed';
  readonly mayWrite: boolean;
  /** A new plan can be made: the first one, or the next after a review. */
  readonly mayBegin: boolean;
  readonly supervisor: boolean;
  readonly today: string;
}

/** The plan on one page: where it stands and what is next, then what the person and the others do. */
export function PlanPage(props: PlanProps) {
  const { view, state, caseFile, opened, planState, mayWrite, mayBegin } = props;
  const t = words[view.lang];
  const title = opened ? t.round(opened.plan.round) : t.title;
  const edit = view.href(planPaths.edit.to({ caseId: caseFile.id }));
  const isOpen = opened && !opened.plan.decidedOn && !opened.plan.reviewedOn;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={title} />}
        actions={
          mayWrite && (
            <>
              {isOpen && (
                <ButtonLink kind="secondary" href={edit}>
                  {t.edit}
                </ButtonLink>
              )}
              {mayBegin && opened && <ButtonLink href={edit}>{t.beginNext}</ButtonLink>}
            </>
          )
        }
        tags={opened?.plan.isEmploymentTarget && <Tag tone="info">{t.employmentYes}</Tag>}
      />
      {opened ? (
        <>
          <Rounds {...props} />
          <Stepper
            view={view}
            label={t.stepper}
            current={planStates.indexOf(planState) + (planState === 'reviewed' ? 1 : 0)}
            steps={planStates.map((each) => ({ label: t.states[each] }))}
          />
          <Told {...props} opened={opened} />
          <Columns aside={<About {...props} opened={opened} />}>
            <NextMove {...props} opened={opened} />
            <Goals view={view} opened={opened} />
            <Rows {...props} items={opened.items} />
          </Columns>
        </>
      ) : (
        <EmptyState title={t.none}>
          <p>{mayBegin ? t.noneLead : t.notYet}</p>
          {mayWrite && mayBegin && (
            <p>
              <ButtonLink href={edit}>{t.begin}</ButtonLink>
            </p>
          )}
        </EmptyState>
      )}
    </StaffFrame>
  );
}

function Rounds({ view, caseFile, rounds, opened }: PlanProps) {
  const t = words[view.lang];
  if (rounds.length < 2) return null;
  return (
    <Tabs
      label={t.rounds}
      items={rounds.map(({ round }) => ({
        href: view.href(planPaths.plan.to({ caseId: caseFile.id }, { round: String(round) })),
        label: t.round(round),
        current: round === opened?.plan.round,
      }))}
    />
  );
}

/** What the supervisor wants changed, and what is missing. */
function Told({ view, opened, missing, planState }: PlanProps & { opened: OpenPlan }) {
  const t = words[view.lang];
  return (
    <>
      {opened.texts.returned && (
        <Notice view={view} tone="warn" title={t.returned}>
          <TypedText text={opened.texts.returned} />
        </Notice>
      )}
      {planState === 'draft' && missing.length > 0 && (
        <Notice view={view} title={t.missing}>
          <p>{t.missingLead}</p>
          <ul>
            {missing.map((part) => (
              <li>{t.parts[part]}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

function Goals({ view, opened }: { view: View; opened: OpenPlan }) {
  const t = words[view.lang];
  const { texts, careful } = opened;
  const items = [
    { term: t.longGoal, value: texts.longGoal },
    { term: t.goal, value: texts.goal },
    { term: t.issues, value: texts.issues },
    ...carefulClasses.map((each) => ({ term: classWords[view.lang][each], value: careful[each] ?? '' })),
    { term: t.remark, value: texts.remark },
  ];
  return (
    <Section title={t.goals}>
      <DefinitionList
        items={items
          .filter(({ value }) => value !== '')
          .map(({ term, value }) => ({ term, value: <TypedText text={value} /> }))}
      />
    </Section>
  );
}

function Rows({ view, items, opened, mayWrite, lists }: PlanProps & { items: readonly PlanItem[] }) {
  const t = words[view.lang];
  const { lang } = view;
  const ticks = mayWrite && opened?.plan.decidedOn && !opened.plan.reviewedOn;
  return (
    <Section title={t.rows}>
      <DataTable
        view={view}
        caption={t.rows}
        captionHidden
        stacked
        columns={[
          { key: 'what', label: t.what, head: true },
          { key: 'bearer', label: t.bearer },
          { key: 'program', label: t.program },
          { key: 'period', label: t.period },
          { key: 'state', label: t.state },
        ]}
        rows={items.map((item) => ({
          what: (
            <>
              {item.what}
              {item.note && <p class="hint">{item.note}</p>}
            </>
          ),
          bearer: item.related
            ? codeName(lang, lists.related, item.related)
            : codeName(lang, lists.bearers, item.bearer),
          program: codeName(lang, lists.programs, item.program),
          period: periodOf(view, item),
          state: (
            <>
              {item.doneOn && t.doneOn(dayName(lang, item.doneOn))}
              {ticks && (
                <ActionForm
                  action={view.href(planPaths.tick.to({ itemId: item.id }))}
                  fields={{ done: item.doneOn ? '' : 'on' }}
                  kind="quiet"
                  small
                >
                  {item.doneOn ? t.untick : t.tick}
                  <span class="vh">：{item.what}</span>
                </ActionForm>
              )}
            </>
          ),
        }))}
      />
    </Section>
  );
}

function periodOf(
  view: View,
  { startsOn, endsOn }: { startsOn: string | null; endsOn: string | null },
): string {
  if (!startsOn && !endsOn) return '';
  const name = (day: string | null) => (day ? dayName(view.lang, day) : '');
  return words[view.lang].periodOf(name(startsOn), name(endsOn));
}

function About({ view, opened, lists }: PlanProps & { opened: OpenPlan }) {
  const t = words[view.lang];
  const { plan } = opened;
  const day = (on: string | null) => (on ? dayName(view.lang, on) : '');
  const how = plan.agreedHow as keyof typeof basisWords.ja.hows | null;
  const items = [
    { term: t.madeOn, value: day(plan.madeOn) },
    { term: t.period, value: periodOf(view, plan) },
    { term: t.monitorOn, value: day(plan.monitorOn) },
    {
      term: t.agreed,
      value: plan.agreedOn && `${day(plan.agreedOn)}${how ? `（${basisWords[view.lang].hows[how]}）` : ''}`,
    },
    {
      term: t.met,
      value:
        plan.metOn && `${day(plan.metOn)}（${codeName(view.lang, lists.meetingResults, plan.metResult)}）`,
    },
    {
      term: t.decided,
      value:
        plan.decidedOn &&
        `${day(plan.decidedOn)}（${t.decisions[plan.decision === 'decided' ? 'decided' : 'confirmed']}）`,
    },
  ];
  return (
    <section aria-labelledby="about-plan">
      <h2 id="about-plan">{t.about}</h2>
      <DefinitionList
        items={items.filter(({ value }) => value).map(({ term, value }) => ({ term, value }))}
      />
    </section>
  );
}
