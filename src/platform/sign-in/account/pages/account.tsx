import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { DefinitionList } from '#ui/content.tsx';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import type { PasskeyRow } from '../../passkeys/store.ts';
import { NewPassword } from '../../passwords/pages/new-password.tsx';
import { paths } from '../../paths.ts';
import type { SessionRow } from '../../store.ts';
import type { OwnPerson } from '../store.ts';
import { words } from '../words.ts';
import { PasskeySection } from './passkeys.tsx';
import { SessionSection } from './sessions.tsx';

interface AccountProps {
  readonly view: View;
  readonly state: FormState;
  readonly person: OwnPerson;
  readonly totp: boolean;
  readonly passkeys: readonly PasskeyRow[];
  readonly sessions: readonly SessionRow[];
  /** The session that looks. */
  readonly sessionId: string;
}

const languageNames = [
  { value: 'ja', label: '日本語' },
  { value: 'en', label: 'English' },
];

export function AccountPage({ view, state, person, totp, passkeys, sessions, sessionId }: AccountProps) {
  const t = words[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems} islands={['passkey']}>
      <PageHead title={t.title} />
      <Section title={t.profile}>
        <DefinitionList items={[{ term: t.email, value: person.email }]} />
        <p class="hint">{t.emailHint}</p>
        <Form action={view.href(paths.profile.to({}))}>
          <TextField
            view={view}
            state={state}
            name="name"
            label={t.name}
            value={person.name}
            autocomplete="name"
            required
          />
          <RadioGroup
            view={view}
            state={state}
            name="lang"
            label={t.lang}
            value={person.lang}
            options={languageNames}
          />
          <Actions>
            <SubmitButton>{t.save}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      <Section title={t.password}>
        <Form action={view.href(paths.password.to({}))}>
          {person.hasPassword && (
            <TextField
              view={view}
              state={state}
              name="old"
              type="password"
              label={t.old}
              autocomplete="current-password"
              required
            />
          )}
          <NewPassword view={view} state={state} />
          <Actions>
            <SubmitButton>{t.change}</SubmitButton>
          </Actions>
        </Form>
      </Section>
      <Section title={t.secondFactor} lead={totp ? t.secondFactorOn : t.secondFactorOff}>
        <ButtonLink kind="secondary" href={view.href(paths.secondFactor.to({}))}>
          {t.settings}
        </ButtonLink>
      </Section>
      <PasskeySection view={view} passkeys={passkeys} />
      <SessionSection view={view} sessions={sessions} sessionId={sessionId} />
    </StaffFrame>
  );
}
