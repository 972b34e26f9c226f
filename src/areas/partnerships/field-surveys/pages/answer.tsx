import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import type { Municipality } from '#areas/directory/index.ts';
import { CheckboxGroup, RadioGroup, SelectField } from '#ui/choices.tsx';
import { HiddenField, NumberField, TextArea } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import type { SurveyQuestion } from '../questions.ts';
import type { FieldSurvey } from '../store.ts';
import { words } from '../words.ts';

interface AnswerProps {
  readonly view: View;
  readonly state: FormState;
  readonly survey: FieldSurvey;
  readonly version: number;
  readonly questions: readonly SurveyQuestion[];
  readonly municipalities: readonly Municipality[];
  /** Made with the page: pressing twice keeps one. */
  readonly id: string;
  readonly answerId: string;
}

/**
 * The page that a telephone keeps, so that it opens without a network: nobody's name stands on it. Without a script it is a form like
 * any other.
 */
export function AnswerPage({
  view,
  state,
  survey,
  version,
  questions,
  municipalities,
  id,
  answerId,
}: AnswerProps) {
  const t = words[view.lang];
  const common = { view, state };
  const at = { surveyId: survey.id };
  return (
    <PublicFrame
      view={view}
      title={survey.title}
      problems={state.problems}
      bare
      languageSwitch={false}
      islands={['survey']}
    >
      <PageHead title={survey.title} lead={survey.purpose} />
      <div
        data-field-survey={survey.id}
        data-version={version}
        data-sync={paths.sync.to(at)}
        data-worker={paths.worker.to({})}
        data-scope={`${paths.list.to({})}/`}
        data-words={JSON.stringify(scriptWords(view.lang))}
      >
        <p data-survey-state role="status" class="muted">
          {t.offlineNot}
        </p>
        <p>{t.noNames}</p>
        <Form action={paths.answer.to(at)} label={t.answer}>
          <HiddenField name="id" value={id} />
          <HiddenField name="answerId" value={answerId} />
          <SelectField
            {...common}
            name="municipality"
            label={t.here}
            hint={t.hereHint}
            required
            value={municipalities.length === 1 ? municipalities[0]?.code : undefined}
            options={municipalities.map(({ code, nameJa, nameEn }) => ({
              value: code,
              label: view.lang === 'ja' ? nameJa : nameEn,
            }))}
          />
          <NumberField {...common} name="seen" label={t.seen} required />
          <p class="muted">{t.optional}</p>
          {questions.map((question) => (
            <QuestionField {...common} question={question} />
          ))}
          <Actions>
            <SubmitButton>{t.send}</SubmitButton>
          </Actions>
        </Form>
        <div data-survey-own hidden>
          <Section title={t.own}>
            <ul class="stack" data-survey-list />
            <button type="button" class="button quiet small" data-survey-forget>
              {t.forget}
            </button>
          </Section>
        </div>
      </div>
      <p>
        <a href={view.href(paths.survey.to(at))}>{t.back}</a>
      </p>
    </PublicFrame>
  );
}

/** What the island says. */
const said = [
  ...(['offlineReady', 'offlineNot', 'allSent', 'offline', 'signInAgain', 'needPlace', 'needCount'] as const),
  ...([
    'keptOne',
    'stateUnsent',
    'stateSent',
    'stateRefused',
    'change',
    'takeBack',
    'changing',
    'seenUnit',
  ] as const),
];
const scriptWords = (lang: View['lang']) => Object.fromEntries(said.map((name) => [name, words[lang][name]]));

function QuestionField({
  view,
  state,
  question,
}: {
  view: View;
  state: FormState;
  question: SurveyQuestion;
}) {
  const { code, kind, label, hint } = question;
  const common = {
    view,
    state,
    name: `q-${code}`,
    label: label[view.lang],
    hint: hint[view.lang] || undefined,
  };
  const options = question.options.map((option) => ({ value: option.code, label: option.label[view.lang] }));
  if (kind === 'choice') return <RadioGroup {...common} options={options} spread="line" />;
  if (kind === 'choices') return <CheckboxGroup {...common} options={options} spread="line" />;
  return kind === 'number' ? <NumberField {...common} /> : <TextArea {...common} rows={3} maxlength={500} />;
}
