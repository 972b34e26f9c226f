import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { ownPagePaths } from '#areas/cases/paths.ts';
import { DefinitionList, Disclosure, Quote } from '#ui/content.tsx';
import { ActionForm, Actions } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { ownWorkPaths } from '../../paths.ts';
import type { OpenTraining } from '../read.ts';
import { agreedBy } from '../rules.ts';
import { words } from '../words.ts';
import { Confirmations, termsOf } from './agreement.tsx';
import { Days, Reviews, VoiceForm } from './keeping.tsx';
import { ToldText } from './told.tsx';

interface Props extends OpenTraining {
  readonly view: View;
  readonly state: FormState;
  readonly today: string;
}

/** The person's own side of their training: what is told of them, what was agreed, their hours, and the way out. */
export function OwnTrainingPage(props: Props) {
  const { view, state, training, workplace, told } = props;
  const t = words[view.lang];
  const { id: trainingId } = training;
  const running = training.state === 'agreed' || training.state === 'ended';
  return (
    <PublicFrame
      bare
      view={view}
      title={t.ownTitle}
      problems={state.problems}
      leave={ownPagePaths.leave.to({})}
    >
      <PageHead title={t.ownTitle} kicker={workplace.name} lead={t.ownLead} />
      <p>
        <a href={view.href(ownPagePaths.page.to({}))}>{t.back}</a>
      </p>
      {told && (
        <Section title={t.told}>
          <ToldText view={view} told={told} training={training} />
        </Section>
      )}
      {(training.state === 'accepted' || running) && (
        <Section title={t.agreement}>
          <DefinitionList items={termsOf(view, training)} />
          <Confirmations view={view} training={training} />
          {training.state === 'accepted' && !agreedBy(training).includes('person') && (
            <Actions>
              <ActionForm
                kind="primary"
                action={view.href(ownWorkPaths.agree.to({ trainingId }))}
                fields={{ version: training.version }}
              >
                {t.agree}
              </ActionForm>
            </Actions>
          )}
        </Section>
      )}
      {running && (
        <Days
          {...props}
          keepAction={
            training.state === 'agreed' ? view.href(ownWorkPaths.day.to({ trainingId })) : undefined
          }
        />
      )}
      {running && (
        <Reviews
          {...props}
          reviews={props.reviews.filter(({ side }) => side === 'person')}
          writer="person"
          actionOf={(at) => view.href(ownWorkPaths.review.to({ trainingId, at }))}
        />
      )}
      {running && <OwnVoice {...props} />}
      <Disclosure summary={t.withdraw}>
        <p>{t.consentNote}</p>
        <ActionForm kind="danger" action={view.href(ownWorkPaths.withdraw.to({ trainingId }))}>
          {t.withdraw}
        </ActionForm>
      </Disclosure>
    </PublicFrame>
  );
}

function OwnVoice({ view, state, training, voices }: Props) {
  const t = words[view.lang];
  const own = voices.find(({ side }) => side === 'person');
  const { id: trainingId } = training;
  return (
    <Section title={t.voice} lead={t.voiceLead}>
      {own ? (
        <>
          <Quote role={t.speakers.person}>{own.words}</Quote>
          <ActionForm kind="quiet" action={view.href(ownWorkPaths.takeBack.to({ trainingId }))}>
            {t.voiceBack}
          </ActionForm>
        </>
      ) : (
        <VoiceForm view={view} state={state} action={view.href(ownWorkPaths.voice.to({ trainingId }))} />
      )}
    </Section>
  );
}
