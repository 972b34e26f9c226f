import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { DefinitionList, EmptyState, Notice, StatusTag } from '#ui/content.tsx';
import { DateField, HiddenField, TextArea } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { choicesOf, codeName, codeNames } from '../../case-files/codes.ts';
import { caseTrail } from '../../case-files/pages/trail.tsx';
import { closeReasons } from '../../case-files/rules.ts';
import type { CaseFile } from '../../case-files/store.ts';
import type { CaseLists } from '../../forms/lists.ts';
import { words as caseWords } from '../../case-files/words.ts';
import { words as planWords } from '../../plans/words.ts';
import { casePaths, planPaths, recordPaths } from '../../paths.ts';
import type { ReviewTexts } from '../actions.ts';
import { changesIn, groupNames } from '../codes.ts';
import type { CaseReview } from '../store.ts';
import { words } from '../words.ts';

export type OpenReview = CaseReview & ReviewTexts;

interface ReviewProps {
  readonly view: View;
  readonly state: FormState;
  readonly caseFile: CaseFile;
  readonly round: number;
  readonly goal: string;
  /** Of the plan that is reviewed now; and those before, oldest first. */
  readonly review: OpenReview | undefined;
  readonly past: readonly OpenReview[];
  /** Can be written: there is a plan whose review is not confirmed. */
  readonly mayWrite: boolean;
  readonly mayConfirm: boolean;
  /** When somebody saved before whoever typed this. */
  readonly conflictAt?: string | undefined;
  readonly version: number;
  readonly today: string;
  readonly lists: CaseLists;
}

export function ReviewPage(props: ReviewProps) {
  const { view, state, caseFile, round, review, past, mayWrite, lists } = props;
  const t = words[view.lang];
  const title = round > 0 ? t.of(planWords[view.lang].round(round)) : t.title;
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        lead={t.lead}
        breadcrumbs={<Breadcrumbs view={view} items={caseTrail(view, caseFile)} current={t.title} />}
      />
      {round === 0 && <EmptyState title={t.noPlan} />}
      {review && <Standing {...props} review={review} />}
      {mayWrite && <ReviewForm {...props} />}
      {past.length > 0 && (
        <Section title={t.past}>
          {past.map((each) => (
            <>
              <h3>{planWords[view.lang].round(each.round)}</h3>
              <Written view={view} lists={lists} review={each} />
            </>
          ))}
        </Section>
      )}
    </StaffFrame>
  );
}

/** The review as it stands: confirmed, with where the case goes from here, or waiting. */
function Standing(props: ReviewProps & { review: OpenReview }) {
  const { view, caseFile, review, mayConfirm, conflictAt, lists } = props;
  const t = words[view.lang];
  const { id: caseId } = caseFile;
  const goesOn = review.outcome === 'replan';
  return (
    <>
      {conflictAt && (
        <Notice view={view} tone="warn" title={planWords[view.lang].conflict}>
          {t.conflict(conflictAt)}
        </Notice>
      )}
      <Section title={codeName(view.lang, lists.outcomes, review.outcome)}>
        <Written view={view} lists={lists} review={review} />
        {!review.confirmedOn && (
          <p>
            <StatusTag tone="warn">{t.waits}</StatusTag> {t.waitsLead}
          </p>
        )}
        <Actions>
          {mayConfirm && (
            <ActionForm action={view.href(planPaths.confirm.to({ reviewId: review.id }))} kind="primary">
              {t.confirm}
            </ActionForm>
          )}
          {review.confirmedOn && !caseFile.closedOn && (
            <ButtonLink
              href={view.href(goesOn ? planPaths.edit.to({ caseId }) : casePaths.case.to({ caseId }))}
            >
              {goesOn ? t.goPlan : t.goCase}
            </ButtonLink>
          )}
        </Actions>
      </Section>
    </>
  );
}

function Written({ view, lists, review }: { view: View; lists: CaseLists; review: OpenReview }) {
  const t = words[view.lang];
  const { lang } = view;
  const reasons: Readonly<Record<string, string>> = caseWords[lang].reasons;
  const items = [
    { term: t.outcome, value: codeName(lang, lists.outcomes, review.outcome) },
    { term: t.reason, value: review.reason ? reasons[review.reason] : '' },
    { term: t.heldOn, value: dayName(lang, review.heldOn) },
    { term: t.changes, value: codeNames(lang, lists.changes, review.changes) },
    { term: t.reached, value: review.reached && <TypedText text={review.reached} /> },
    { term: t.left, value: review.left && <TypedText text={review.left} /> },
    { term: t.personSays, value: review.personSays && <TypedText text={review.personSays} /> },
    { term: t.metOn, value: review.metOn && dayName(lang, review.metOn) },
    { term: t.confirmedOn, value: review.confirmedOn && dayName(lang, review.confirmedOn) },
  ];
  return (
    <DefinitionList
      items={items.filter(({ value }) => Boolean(value)).map(({ term, value }) => ({ term, value }))}
    />
  );
}

function ReviewForm(props: ReviewProps) {
  const { view, state, caseFile, review, version, today, goal, lists } = props;
  const t = words[view.lang];
  const common = { view, state };
  const { id: caseId } = caseFile;
  return (
    <Form action={view.href(planPaths.review.to({ caseId }))} label={t.title}>
      <HiddenField name="version" value={version} />
      <p class="hint">
        {t.scaleLead} <a href={view.href(recordPaths.scale.to({ caseId }, { at: 'review' }))}>{t.scale}</a>
      </p>
      {goal && <DefinitionList items={[{ term: t.goal, value: <TypedText text={goal} /> }]} />}
      <DateField
        {...common}
        name="heldOn"
        label={t.heldOn}
        value={review?.heldOn ?? today}
        max={today}
        required
      />
      <TextArea {...common} name="reached" label={t.reached} value={review?.reached} rows={4} required />
      <Changes {...props} />
      <TextArea {...common} name="left" label={t.left} value={review?.left} rows={3} />
      <TextArea {...common} name="personSays" label={t.personSays} value={review?.personSays} rows={3} />
      <RadioGroup
        {...common}
        name="outcome"
        label={t.outcome}
        value={review?.outcome}
        options={choicesOf(view.lang, lists.outcomes, review?.outcome)}
        required
      />
      <SelectField
        {...common}
        name="reason"
        label={t.reason}
        hint={t.reasonHint}
        value={review?.reason}
        options={closeReasons
          .filter((each) => each !== 'broken-off')
          .map((value) => ({ value, label: caseWords[view.lang].reasons[value] }))}
      />
      <DateField {...common} name="metOn" label={t.metOn} hint={t.metOnHint} value={review?.metOn} />
      <Actions>
        <SubmitButton>{t.save}</SubmitButton>
      </Actions>
    </Form>
  );
}

/** One list of changes, in its groups: each group is a field of its own, so that a screen reader says which. */
function Changes({ view, state, review, lists }: ReviewProps) {
  const t = words[view.lang];
  return (
    <>
      {groupNames.map((group) => (
        <CheckboxGroup
          view={view}
          state={state}
          name={`changes.${group}`}
          label={`${t.changes}：${t.groups[group]}`}
          spread="columns"
          values={review?.changes ?? []}
          options={choicesOf(view.lang, changesIn(lists.changes, group), review?.changes)}
        />
      ))}
    </>
  );
}
