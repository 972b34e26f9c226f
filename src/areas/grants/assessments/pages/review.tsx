import { dayName, fiscalYearName, tokyoDay } from '#platform/dates.ts';
import { yenFull } from '#platform/money.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice, StatFigure, Tag } from '#ui/content.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Grid, PageHead, Section, TypedText } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Application } from '../../applications/store.ts';
import type { CallTerms } from '../../calls/terms.ts';
import { applicationStaffPaths, letterPaths, packPaths, reviewPaths } from '../../paths.ts';
import type { KnownReviewer } from '../actions.ts';
import { ApplicationTag } from '../lists/pages/list.tsx';
import type { Assessment, Conflict, Spread } from '../rules.ts';
import type { Assignment, AssessmentRow, SameAs } from '../store.ts';
import { words } from '../words.ts';
import { AskOne, ChecklistForm, Moves } from './office.tsx';

export interface ReviewProps {
  readonly view: View;
  readonly state: FormState;
  readonly tried: 'checklist' | 'move' | 'ask' | undefined;
  readonly application: Application;
  /** A group's name; empty for a person. */
  readonly name: string;
  readonly terms: CallTerms;
  readonly same: readonly SameAs[];
  readonly callName: (callId: string) => string;
  readonly officeName: (bureauId: string) => string;
  readonly spread: Spread | undefined;
  readonly assignments: readonly (Assignment & {
    readonly assessment: AssessmentRow | undefined;
    readonly said: Assessment;
    readonly reviewer: string;
  })[];
  readonly ticked: readonly string[];
  readonly note: string;
  readonly letters: readonly { readonly id: string; readonly number: string; readonly kind: string }[];
  /** Undefined for who only reads. */
  readonly reviewers: readonly KnownReviewer[] | undefined;
}

export function ReviewPage(props: ReviewProps) {
  const { view, state, application, name, terms } = props;
  const t = words[view.lang];
  const { id: applicationId, number, askedYen, submittedAt, callId } = application;
  const title = t.title(number ?? '');
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        kicker={terms.name[view.lang] || terms.name.ja}
        tags={<ApplicationTag view={view} state={application.state} />}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(reviewPaths.list.to({}, { call: callId })), label: t.list }]}
            current={title}
          />
        }
        actions={
          <>
            <ButtonLink href={view.href(applicationStaffPaths.application.to({ applicationId }))}>
              {t.application}
            </ButtonLink>
            <ButtonLink kind="quiet" href={view.href(packPaths.list.to({}))}>
              {t.packs}
            </ButtonLink>
          </>
        }
      />
      <DefinitionList
        items={[
          { term: t.group, value: name || t.person },
          { term: t.received, value: submittedAt ? dayName(view.lang, tokyoDay(submittedAt)) : '' },
          { term: t.door, value: t.doors[application.door as keyof typeof t.doors] },
          { term: t.asked, value: askedYen === null ? '' : yenFull(view.lang, askedYen) },
        ].filter(({ value }) => value)}
      />
      <Same {...props} />
      <Points {...props} />
      {props.reviewers && (
        <>
          <ChecklistForm {...props} />
          <Moves {...props} />
          <AskOne {...props} reviewers={props.reviewers} />
        </>
      )}
      <Letters {...props} />
    </StaffFrame>
  );
}

function Same({ view, same, callName, officeName }: ReviewProps) {
  const t = words[view.lang];
  const yen = (value: number) => yenFull(view.lang, value);
  const what = ({ kind, yen: own, otherYen }: SameAs) => {
    const label = t.sameKinds[kind as keyof typeof t.sameKinds];
    if (own === null || otherYen === null) return label;
    return own === otherYen
      ? `${label}（${t.sameAmount} ${yen(own)}）`
      : label + t.costYen(yen(own), yen(otherYen));
  };
  return (
    <Section title={t.samePart} lead={same.length > 0 ? t.sameLead : t.sameNone}>
      {same.length > 0 && (
        <DataTable
          view={view}
          caption={t.samePart}
          captionHidden
          stacked
          columns={[
            { key: 'what', label: t.what, head: true },
            { key: 'call', label: t.call },
            { key: 'other', label: t.other },
            { key: 'office', label: t.office },
          ]}
          rows={same.map((each) => ({
            what: <Tag tone={each.kind === 'cost' ? 'bad' : 'warn'}>{what(each)}</Tag>,
            call: `${fiscalYearName(view.lang, each.fiscalYear)} ${callName(each.callId)}`,
            other: each.number ? (
              <a href={view.href(reviewPaths.application.to({ applicationId: each.applicationId }))}>
                {each.number}
              </a>
            ) : (
              t.hidden
            ),
            office: officeName(each.bureauId),
          }))}
        />
      )}
    </Section>
  );
}

function Points(props: ReviewProps) {
  const { view, spread, assignments } = props;
  const t = words[view.lang];
  const percent = (share: number) => `${Math.round(share * 100)}%`;
  return (
    <Section title={t.spread}>
      {spread ? (
        <Grid min="small">
          <StatFigure view={view} label={t.mean} value={percent(spread.mean)} />
          <StatFigure view={view} label={t.least} value={percent(spread.least)} />
          <StatFigure view={view} label={t.greatest} value={percent(spread.greatest)} />
        </Grid>
      ) : (
        <p>{t.noPoints}</p>
      )}
      {spread?.apart && (
        <Notice view={view} tone="warn">
          {t.apart}
        </Notice>
      )}
      {assignments.length > 0 && <Assignments {...props} />}
    </Section>
  );
}

function Assignments({ view, assignments, terms, reviewers }: ReviewProps) {
  const t = words[view.lang];
  const stateOf = ({ endedAt, state, conflict }: Assignment) => {
    if (endedAt) return t.assignmentStates.ended;
    const label = t.assignmentStates[state as keyof typeof t.assignmentStates];
    return conflict ? `${label}（${t.conflicts[conflict as Conflict]}）` : label;
  };
  return (
    <DataTable
      view={view}
      caption={t.reviewers}
      captionHidden
      stacked
      columns={[
        { key: 'reviewer', label: t.reviewers, head: true },
        { key: 'state', label: t.state },
        { key: 'points', label: t.points, align: 'number' },
        { key: 'words', label: t.comment },
        ...(reviewers ? [{ key: 'end', label: t.end } as const] : []),
      ]}
      rows={assignments.map((each) => ({
        reviewer: each.reviewer,
        state: stateOf(each),
        points:
          each.assessment && each.state === 'done'
            ? t.pointsOf(each.assessment.points, each.assessment.most)
            : '',
        words: each.state === 'done' && <TypedText text={saidOf(view, terms, each.said)} />,
        end: !each.endedAt && each.state !== 'conflicted' && (
          <ActionForm action={view.href(reviewPaths.end.to({ assignmentId: each.id }))} kind="quiet" small>
            {t.end}
          </ActionForm>
        ),
      }))}
    />
  );
}

/** Points and words criterion by criterion, and what was said in all. */
function saidOf(view: View, { criteria }: CallTerms, { points, words: said, comment }: Assessment): string {
  const lines = criteria.map(({ code, label, most }) =>
    `${label[view.lang] || label.ja}：${points[code] ?? ''}/${most}　${said[code] ?? ''}`.trim(),
  );
  return [...lines, comment].filter(Boolean).join('\n');
}

function Letters({ view, letters }: ReviewProps) {
  const t = words[view.lang];
  if (letters.length === 0) return null;
  return (
    <Section title={t.letters}>
      <ul>
        {letters.map(({ id, number }) => (
          <li>
            <a href={view.href(letterPaths.letter.to({ documentId: id }))}>{number}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
