import type { Child } from 'hono/jsx';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { Notice, StatusTag, type Tone } from '#ui/content.tsx';
import { TextArea, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame, StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { SessionTerms, titleOf } from '../../sessions/pages/lines.tsx';
import { areaWords } from '../../words.ts';
import type { EntryState } from '../rules.ts';
import type { EntryOf } from '../store.ts';
import { words } from '../words.ts';

const tones: Record<EntryState, Tone> = { asked: 'info', in: 'good', waiting: 'warn', cancelled: 'neutral' };

export type EntryStep = 'confirm' | 'cancel' | 'attend' | 'survey';

export interface EntryProps {
  readonly view: View;
  readonly state: FormState;
  readonly held: EntryOf;
  /** Where it is held online, for those who have a place. */
  readonly url: string | undefined;
  readonly certificate: string | undefined;
  readonly stepUrl: (step: EntryStep) => string;
  readonly now: Date;
}

/** One's own entry: behind a mailed link for everybody, or on the desk of whoever is signed in. */
export function EntryPage(props: EntryProps & { signedIn: boolean }) {
  const { view, state, held, signedIn } = props;
  const t = words[view.lang];
  const title = titleOf(view, held.course);
  const entryState = held.entry.state as EntryState;
  const body = (
    <>
      <PageHead
        title={title}
        kicker={areaWords[view.lang].title}
        tags={<StatusTag tone={tones[entryState]}>{t.states[entryState]}</StatusTag>}
      />
      {held.session.cancelledAt && <Notice view={view} tone="warn" title={t.sessionCancelled} />}
      <SessionTerms view={view} session={held.session} places={undefined} />
      <Steps {...props} />
    </>
  );
  return signedIn ? (
    <StaffFrame view={view} title={title} problems={state.problems}>
      {body}
    </StaffFrame>
  ) : (
    <PublicFrame view={view} title={title} problems={state.problems}>
      {body}
    </PublicFrame>
  );
}

function Steps(props: EntryProps) {
  const { view, held, url, certificate, stepUrl, now } = props;
  const t = words[view.lang];
  const { entry, session } = held;
  const leads: Partial<Record<string, Child>> = {
    asked: t.askedLead,
    waiting: t.waitingLead,
    cancelled: t.cancelledLead,
  };
  const goes = !session.cancelledAt && session.endsAt > now;
  return (
    <>
      {leads[entry.state] && <p>{leads[entry.state]}</p>}
      {(entry.state === 'asked' || entry.state === 'cancelled') && goes && (
        <ActionForm action={view.href(stepUrl('confirm'))} kind="primary">
          {t.enter}
        </ActionForm>
      )}
      {entry.state === 'in' && url && goes && (
        <Section title={t.online}>
          <p>
            <a href={url} rel="noreferrer">
              {url}
            </a>
          </p>
          <p class="hint">{t.onlineHint}</p>
        </Section>
      )}
      {certificate && (
        <Section title={t.certificate}>
          <Actions>
            <ButtonLink href={view.href(certificate)}>{t.showCertificate}</ButtonLink>
          </Actions>
        </Section>
      )}
      {entry.state === 'in' && !entry.attendedAt && !session.cancelledAt && <AttendForm {...props} />}
      {entry.attendedAt && !entry.surveyedAt && <SurveyForm {...props} />}
      {(entry.state === 'in' || entry.state === 'waiting') && !entry.attendedAt && goes && (
        <ActionForm action={view.href(stepUrl('cancel'))} kind="danger">
          {t.leave}
        </ActionForm>
      )}
    </>
  );
}

function AttendForm({ view, state, held, stepUrl }: EntryProps) {
  const t = words[view.lang];
  return (
    <Section title={t.attend} lead={held.session.way === 'recording' ? t.attendRecording : t.attendLead}>
      <Form action={view.href(stepUrl('attend'))}>
        <TextField
          view={view}
          state={state}
          name="code"
          label={t.code}
          autocomplete="one-time-code"
          width="short"
          required
        />
        <SubmitButton>{t.sendCode}</SubmitButton>
      </Form>
    </Section>
  );
}

function SurveyForm({ view, state, stepUrl }: EntryProps) {
  const t = words[view.lang];
  const options = (['4', '3', '2', '1'] as const).map((value) => ({ value, label: t.grades[value] }));
  const common = { view, state };
  return (
    <Section title={t.survey} lead={t.surveyLead}>
      <Form action={view.href(stepUrl('survey'))}>
        <RadioGroup
          {...common}
          name="understood"
          label={t.understood}
          options={options}
          spread="line"
          required
        />
        <RadioGroup {...common} name="useful" label={t.useful} options={options} spread="line" required />
        <TextArea {...common} name="words" label={t.wish} rows={3} maxlength={2000} />
        <SubmitButton>{t.sendSurvey}</SubmitButton>
      </Form>
    </Section>
  );
}
