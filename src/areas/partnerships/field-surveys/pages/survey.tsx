import { dayName } from '#platform/dates.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import type { Organisation } from '#platform/people/organisations.ts';
import { DefinitionList, EmptyState } from '#ui/content.tsx';
import { ActionForm, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row, Section, TypedText } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import type { FieldSurvey, Team } from '../store.ts';
import { words } from '../words.ts';
import { StateTag, Unsent } from './list.tsx';
import { FactsFields, trail } from './new.tsx';
import { Teams } from './teams.tsx';

export interface SurveyProps {
  readonly view: View;
  readonly state: FormState;
  readonly survey: FieldSurvey;
  readonly teams: readonly Team[];
  readonly municipalities: readonly Municipality[];
  readonly organisations: readonly Organisation[];
  readonly answers: number;
  readonly keeps: boolean;
  readonly goesOut: boolean;
}

export function SurveyPage(props: SurveyProps) {
  const { view, state, survey, teams, answers, keeps, goesOut } = props;
  const t = words[view.lang];
  const at = { surveyId: survey.id };
  const day = (on: string) => dayName(view.lang, on);
  return (
    <StaffFrame
      view={view}
      title={survey.title}
      problems={state.problems}
      islands={goesOut ? ['survey'] : []}
    >
      <PageHead
        title={survey.title}
        tags={<StateTag view={view} state={survey.state} />}
        breadcrumbs={<Breadcrumbs view={view} items={trail(view)} current={survey.title} />}
        actions={
          <>
            {goesOut && survey.state === 'open' && (
              <ButtonLink href={view.href(paths.answer.to(at))}>{t.answer}</ButtonLink>
            )}
            {keeps && survey.version > 0 && (
              <ButtonLink kind="secondary" href={view.href(paths.results.to(at))}>
                {t.results}
              </ButtonLink>
            )}
          </>
        }
      />
      {goesOut && <Unsent view={view} />}
      <TypedText text={survey.purpose} />
      <DefinitionList
        items={[
          { term: t.days, value: t.until(day(survey.opensOn), day(survey.closesOn)) },
          { term: t.answers, value: `${answers} ${t.answersUnit}` },
        ]}
      />
      <Questions view={view} survey={survey} keeps={keeps} />
      <Teams {...props} teams={teams} />
      {keeps && <Keeping view={view} state={state} survey={survey} />}
    </StaffFrame>
  );
}

function Questions({ view, survey, keeps }: { view: View; survey: FieldSurvey; keeps: boolean }) {
  const t = words[view.lang];
  const at = { surveyId: survey.id };
  const edits = keeps && survey.state !== 'closed';
  return (
    <Section
      title={t.questions}
      lead={t.questionsLead}
      actions={
        edits && (
          <ButtonLink small kind="secondary" href={view.href(paths.question.to({ ...at, at: 'new' }))}>
            {t.addQuestion}
          </ButtonLink>
        )
      }
    >
      {survey.questions.length === 0 ? (
        <EmptyState title={t.noQuestions} />
      ) : (
        <ol class="stack">
          {survey.questions.map((question, index) => (
            <li>
              <b>{question.label[view.lang]}</b> <small>{t.kinds[question.kind]}</small>
              {question.options.length > 0 && (
                <p class="muted">{question.options.map(({ label }) => label[view.lang]).join('・')}</p>
              )}
              {edits && (
                <Row>
                  <ButtonLink
                    small
                    kind="quiet"
                    href={view.href(paths.question.to({ ...at, at: String(index) }))}
                  >
                    {t.edit}
                  </ButtonLink>
                  {index > 0 && (
                    <ActionForm
                      small
                      kind="quiet"
                      action={view.href(paths.questionUp.to({ ...at, at: String(index) }))}
                    >
                      {t.up}
                    </ActionForm>
                  )}
                  <ActionForm
                    small
                    kind="quiet"
                    action={view.href(paths.questionRemove.to({ ...at, at: String(index) }))}
                  >
                    {t.remove}
                  </ActionForm>
                </Row>
              )}
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function Keeping({ view, state, survey }: { view: View; state: FormState; survey: FieldSurvey }) {
  const t = words[view.lang];
  const at = { surveyId: survey.id };
  if (survey.state === 'closed') return null;
  return (
    <>
      <Section title={survey.version === 0 ? t.publish : t.publishAgain} lead={t.publishLead}>
        <ActionForm action={view.href(paths.publish.to(at))}>
          {survey.version === 0 ? t.publish : t.publishAgain}
        </ActionForm>
      </Section>
      <Section title={t.facts}>
        <Form action={view.href(paths.facts.to(at))} label={t.facts}>
          <FactsFields view={view} state={state} survey={survey} />
          <SubmitButton kind="secondary">{t.save}</SubmitButton>
        </Form>
      </Section>
      {survey.state === 'open' && (
        <Section title={t.close} lead={t.closeLead}>
          <ActionForm kind="danger" action={view.href(paths.close.to(at))}>
            {t.close}
          </ActionForm>
        </Section>
      )}
    </>
  );
}
