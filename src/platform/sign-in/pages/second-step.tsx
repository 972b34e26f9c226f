import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

export function SecondStepPage({ view, state }: { view: View; state: FormState }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.secondTitle} problems={state.problems}>
      <PageHead title={t.secondTitle} lead={t.secondLead} />
      <Form action={view.href(paths.secondStep.to({}))}>
        <TextField
          view={view}
          state={state}
          name="code"
          label={t.code}
          hint={t.codeHint}
          autocomplete="one-time-code"
          width="short"
          required
        />
        <Actions>
          <SubmitButton>{t.confirm}</SubmitButton>
          <ButtonLink kind="secondary" href={view.href(paths.signIn.to({}))}>
            {t.startAgain}
          </ButtonLink>
        </Actions>
      </Form>
    </PublicFrame>
  );
}
