import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DateField, TextArea, TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { fieldSurveyPaths as paths } from '../../paths.ts';
import type { FieldSurvey } from '../store.ts';
import { words } from '../words.ts';

export const trail = (view: View) => [{ href: view.href(paths.list.to({})), label: words[view.lang].title }];

export function FactsFields({ view, state, survey }: { view: View; state: FormState; survey?: FieldSurvey }) {
  const t = words[view.lang];
  const common = { view, state };
  return (
    <>
      <TextField {...common} name="title" label={t.name} value={survey?.title} required width="full" />
      <TextArea
        {...common}
        name="purpose"
        label={t.purpose}
        hint={t.purposeHint}
        value={survey?.purpose}
        required
        rows={3}
      />
      <DateField {...common} name="opensOn" label={t.opensOn} value={survey?.opensOn} required />
      <DateField {...common} name="closesOn" label={t.closesOn} value={survey?.closesOn} required />
    </>
  );
}

export function NewSurveyPage({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.newSurvey} problems={state.problems}>
      <PageHead
        title={t.newSurvey}
        breadcrumbs={<Breadcrumbs view={view} items={trail(view)} current={t.newSurvey} />}
      />
      <Form action={view.href(paths.new.to({}))}>
        <FactsFields view={view} state={state} />
        <Actions>
          <SubmitButton>{t.save}</SubmitButton>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
