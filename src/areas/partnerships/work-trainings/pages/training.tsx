import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { casePaths } from '#areas/cases/paths.ts';
import { RadioGroup, SelectField } from '#ui/choices.tsx';
import { Disclosure, Quote } from '#ui/content.tsx';
import { DateField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { workTrainingPaths } from '../../paths.ts';
import { declineReasons, outcomes } from '../rules.ts';
import type { OpenTraining } from '../read.ts';
import { words } from '../words.ts';
import { Agreement } from './agreement.tsx';
import { Days, Incidents, Reviews, VoiceForm } from './keeping.tsx';
import { StateTag, TrainingCrumbs } from './list.tsx';
import { Draft, ToldText } from './told.tsx';

export interface TrainingProps extends OpenTraining {
  readonly view: View;
  readonly state: FormState;
  readonly today: string;
  readonly side: 'worker' | 'workplace' | 'office';
  readonly caseId: string | undefined;
  /** Programs to which the officer may pass a voice. */
  readonly programs: readonly { readonly value: string; readonly label: string }[];
}

/** One training, for each side what is theirs to do. */
export function TrainingPage(props: TrainingProps) {
  const { view, state, training, workplace, told, side, caseId } = props;
  const t = words[view.lang];
  const running = training.state === 'agreed' || training.state === 'ended';
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={workplace.name}
        kicker={t.title}
        breadcrumbs={<TrainingCrumbs view={view} current={workplace.name} />}
        tags={<StateTag view={view} state={training.state} />}
        actions={
          caseId && (
            <ButtonLink kind="quiet" href={view.href(casePaths.case.to({ caseId }))}>
              {t.case}
            </ButtonLink>
          )
        }
      />
      {training.state === 'draft' && told ? (
        <Draft {...props} told={told} />
      ) : (
        told && (
          <Section title={t.told}>
            <ToldText view={view} told={told} training={training} />
          </Section>
        )
      )}
      {side === 'workplace' && training.state === 'proposed' && <Answer {...props} />}
      {(training.state === 'accepted' || running) && told && <Agreement {...props} />}
      {running && <Days {...props} keepAction={keepUrl(props)} />}
      {running && side !== 'office' && (
        <>
          <Incidents {...props} />
          <Reviews {...props} writer={side} actionOf={reviewUrl(props)} />
          <Section title={t.voice} lead={t.voiceLead}>
            <VoiceForm
              {...props}
              action={view.href(workTrainingPaths.voice.to({ trainingId: training.id }))}
            />
          </Section>
        </>
      )}
      <Voices {...props} />
      {side === 'worker' && <Ends {...props} />}
    </StaffFrame>
  );
}

function keepUrl({ view, training, side }: TrainingProps): string | undefined {
  if (side === 'office' || training.state !== 'agreed') return undefined;
  return view.href(workTrainingPaths.day.to({ trainingId: training.id }));
}

function reviewUrl({ view, training }: TrainingProps) {
  return (at: string) => view.href(workTrainingPaths.review.to({ trainingId: training.id, at }));
}

/** Yes, or no in one press with a reason. */
function Answer({ view, state, training }: TrainingProps) {
  const t = words[view.lang];
  const { id: trainingId } = training;
  return (
    <Section title={t.states.proposed}>
      <ActionForm kind="primary" action={view.href(workTrainingPaths.accept.to({ trainingId }))}>
        {t.accept}
      </ActionForm>
      <Form action={view.href(workTrainingPaths.decline.to({ trainingId }))} label={t.decline}>
        <RadioGroup
          view={view}
          state={state}
          name="reason"
          label={t.reason}
          spread="line"
          options={declineReasons.map((value) => ({ value: value as string, label: t.reasons[value] }))}
        />
        <Actions>
          <SubmitButton kind="secondary">{t.decline}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}

function Voices({ view, state, training, voices, side, programs }: TrainingProps) {
  const t = words[view.lang];
  if (voices.length === 0) return null;
  return (
    <Section title={t.voice}>
      {voices.map(({ side: of, words: said, passedAt }) => (
        <>
          <Quote role={t.speakers[of as 'person']}>{said}</Quote>
          {passedAt && <p class="hint">{t.passed}</p>}
          {side === 'office' && !passedAt && (
            <Form
              action={view.href(workTrainingPaths.pass.to({ trainingId: training.id, side: of }))}
              label={t.pass}
            >
              <SelectField
                view={view}
                state={state}
                name="programId"
                label={t.program}
                options={programs}
                required
              />
              <TextField
                view={view}
                state={state}
                name="speaker"
                label={t.speakers[of as 'person']}
                value={t.speakers[of as 'person']}
                required
              />
              <Actions>
                <SubmitButton>{t.pass}</SubmitButton>
              </Actions>
            </Form>
          )}
        </>
      ))}
    </Section>
  );
}

function Ends({ view, state, training, today }: TrainingProps) {
  const t = words[view.lang];
  const { id: trainingId } = training;
  const withdrawable = ['proposed', 'accepted', 'agreed', 'ended'].includes(training.state);
  return (
    <>
      {training.state === 'agreed' && training.startsOn <= today && (
        <Section title={t.end} lead={t.endLead}>
          <Form action={view.href(workTrainingPaths.end.to({ trainingId }))} label={t.end}>
            <RadioGroup
              view={view}
              state={state}
              name="outcome"
              label={t.outcome}
              required
              options={outcomes.map((value) => ({ value: value as string, label: t.outcomes[value] }))}
            />
            <DateField view={view} state={state} name="on" label={t.endedOn} value={today} required />
            <Actions>
              <SubmitButton>{t.end}</SubmitButton>
            </Actions>
          </Form>
        </Section>
      )}
      {withdrawable && (
        <Disclosure summary={t.withdraw}>
          <p>{t.withdrawLead}</p>
          <ActionForm kind="danger" action={view.href(workTrainingPaths.withdraw.to({ trainingId }))}>
            {t.withdraw}
          </ActionForm>
        </Disclosure>
      )}
    </>
  );
}
