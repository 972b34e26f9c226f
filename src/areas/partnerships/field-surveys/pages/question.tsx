import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { SelectField } from '#ui/choices.tsx';
import { HiddenField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import { questionKinds, type SurveyQuestion } from '../questions.ts';
import type { FieldSurvey } from '../store.ts';
import { words } from '../words.ts';
import { trail } from './new.tsx';

interface QuestionProps {
  readonly view: View;
  readonly survey: FieldSurvey;
  readonly at: string;
  readonly question: SurveyQuestion | undefined;
  readonly state: FormState;
}

export function QuestionPage({ view, survey, at, question, state }: QuestionProps) {
  const t = words[view.lang];
  const common = { view, state };
  const title = at === 'new' ? t.addQuestion : t.question;
  const options = question?.options.map(({ label }) =>
    label.en === label.ja ? label.ja : `${label.ja} / ${label.en}`,
  );
  const up = { href: view.href(paths.survey.to({ surveyId: survey.id })), label: survey.title };
  return (
    <StaffFrame view={view} title={title} problems={state.problems}>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs view={view} items={[...trail(view), up]} current={title} />}
      />
      <Form action={view.href(paths.question.to({ surveyId: survey.id, at }))}>
        <TextField
          {...common}
          name="labelJa"
          label={t.question}
          value={question?.label.ja}
          required
          width="full"
        />
        <TextField
          {...common}
          name="labelEn"
          label={`${t.question}（${t.inEnglish}）`}
          value={question?.label.en}
          width="full"
        />
        <TextField {...common} name="hintJa" label={t.questionHint} value={question?.hint.ja} width="full" />
        <TextField
          {...common}
          name="hintEn"
          label={`${t.questionHint}（${t.inEnglish}）`}
          value={question?.hint.en}
          width="full"
        />
        <SelectField
          {...common}
          name="kind"
          label={t.kind}
          value={question?.kind ?? 'choice'}
          required
          empty={false}
          options={questionKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <TextArea
          {...common}
          name="options"
          label={t.options}
          hint={t.optionsHint}
          value={options?.join('\n')}
          rows={8}
        />
        <HiddenField name="at" value={at} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
          <ButtonLink kind="quiet" href={up.href}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
