import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { Disclosure } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { PasskeyForm } from '../passkeys/pages/passkey-form.tsx';
import { words as passkeyWords } from '../passkeys/words.ts';
import { paths } from '../paths.ts';
import { words } from '../words.ts';

interface SignInProps {
  readonly view: View;
  readonly state: FormState;
  /** The page to go on to. */
  readonly next: string;
  readonly sso: boolean;
}

export function SignInPage({ view, state, next, sso }: SignInProps) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems} islands={['passkey']}>
      <PageHead title={t.title} lead={t.lead} />
      <Form action={view.href(paths.signIn.to({}))}>
        <HiddenField name="next" value={next} />
        <TextField
          view={view}
          state={state}
          name="email"
          type="email"
          label={t.email}
          autocomplete="username"
          required
        />
        <TextField
          view={view}
          state={state}
          name="password"
          type="password"
          label={t.password}
          autocomplete="current-password"
          required
        />
        <Actions>
          <SubmitButton>{t.submit}</SubmitButton>
        </Actions>
      </Form>
      <PasskeyForm
        view={view}
        use="sign-in"
        action={paths.passkey.to({})}
        options={paths.passkeyOptions.to({})}
        button={passkeyWords[view.lang].signIn}
        next={next}
      >
        <p class="hint">{passkeyWords[view.lang].signInHint}</p>
      </PasskeyForm>
      {sso && (
        <p>
          <ButtonLink kind="secondary" href={view.href(paths.sso.to({}, { next }))}>
            {t.withSso}
          </ButtonLink>
        </p>
      )}
      <Disclosure summary={t.forgotten}>
        <p>{t.forgottenText}</p>
      </Disclosure>
    </PublicFrame>
  );
}
