import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { Actions, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { NewPassword } from '../../../sign-in/passwords/pages/new-password.tsx';
import { SiteFields } from '../../pages/site-fields.tsx';
import { paths } from '../../paths.ts';
import { words } from '../words.ts';

/** The first administrator and the name of the site. */
export function FirstStartPage({ view, state, token }: { view: View; state: FormState; token: string }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.firstTitle} problems={state.problems}>
      <PageHead title={t.firstTitle} lead={t.firstLead} />
      <Form action={view.href(paths.first.to({ token }))}>
        <Section title={t.whose}>
          <SiteFields view={view} state={state} site={{ title: view.site.title }} />
        </Section>
        <Section title={t.you}>
          <TextField view={view} state={state} name="name" label={t.name} autocomplete="name" required />
          <TextField
            view={view}
            state={state}
            name="email"
            type="email"
            label={t.email}
            autocomplete="username"
            required
          />
          <NewPassword view={view} state={state} />
        </Section>
        <Actions>
          <SubmitButton>{t.start}</SubmitButton>
        </Actions>
      </Form>
    </PublicFrame>
  );
}
