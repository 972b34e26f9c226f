import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList, Notice } from '#ui/content.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { words as accountWords } from '../../account/words.ts';
import { PasskeyForm } from '../../passkeys/pages/passkey-form.tsx';
import { words as passkeyWords } from '../../passkeys/words.ts';
import { paths } from '../../paths.ts';
import { refusals, words } from '../words.ts';

export interface SecondFactorState {
  /** The session may add and remove factors. */
  readonly mayChange: boolean;
  readonly totp: 'off' | 'waiting' | 'on';
  /** While it waits for the first code. */
  readonly secret?: { readonly key: string; readonly uri: string; readonly account: string } | undefined;
  readonly codesLeft: number;
  /** Names of roles that wait for a second factor. */
  readonly rolesWaiting: readonly string[];
}

interface Props {
  readonly view: View;
  readonly state: FormState;
  readonly factors: SecondFactorState;
  readonly next: string;
}

export function SecondFactorPage({ view, state, factors, next }: Props) {
  const t = words[view.lang];
  const account = accountWords[view.lang].title;
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems} islands={['passkey']}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(paths.account.to({})), label: account }]}
            current={t.title}
          />
        }
      />
      {factors.rolesWaiting.length > 0 && (
        <Notice view={view} title={t.askedTitle}>
          <p>
            {t.asked} {factors.rolesWaiting.join('、')}
          </p>
        </Notice>
      )}
      {!factors.mayChange ? (
        <ConfirmFirst view={view} next={next} />
      ) : factors.totp === 'on' ? (
        <Manage view={view} state={state} factors={factors} />
      ) : (
        <SetUp view={view} state={state} factors={factors} next={next} />
      )}
    </StaffFrame>
  );
}

function ConfirmFirst({ view, next }: { view: View; next: string }) {
  return (
    <Notice view={view} tone="warn">
      <p>{refusals[view.lang]['confirm-first']}</p>
      <PasskeyForm
        view={view}
        use="sign-in"
        action={paths.passkey.to({})}
        options={paths.passkeyOptions.to({})}
        button={passkeyWords[view.lang].signIn}
        next={next}
      />
    </Notice>
  );
}

function SetUp({ view, state, factors, next }: Props) {
  const t = words[view.lang];
  return (
    <>
      <Section title={t.withApp} lead={t.withAppLead}>
        {factors.secret ? (
          <Confirm view={view} state={state} secret={factors.secret} next={next} />
        ) : (
          <ActionForm action={view.href(paths.totpBegin.to({}))} fields={{ next }} kind="primary">
            {t.begin}
          </ActionForm>
        )}
      </Section>
      <Section title={t.withPasskey} lead={t.withPasskeyLead}>
        <PasskeyForm
          view={view}
          use="new"
          action={paths.newPasskey.to({})}
          options={paths.newPasskeyOptions.to({})}
          button={passkeyWords[view.lang].add}
          next={next}
        />
        <noscript>
          <p>{passkeyWords[view.lang].needsScript}</p>
        </noscript>
      </Section>
    </>
  );
}

function Confirm({
  view,
  state,
  secret,
  next,
}: Omit<Props, 'factors'> & { secret: NonNullable<SecondFactorState['secret']> }) {
  const t = words[view.lang];
  return (
    <>
      <p>{t.stepAdd}</p>
      <DefinitionList
        items={[
          { term: t.key, value: <code>{secret.key}</code> },
          { term: t.account, value: secret.account },
        ]}
      />
      <p>
        <a href={secret.uri}>{t.openApp}</a>
      </p>
      <p>{t.stepCode}</p>
      <Form action={view.href(paths.totpConfirm.to({}))}>
        <HiddenField name="next" value={next} />
        <CodeField view={view} state={state} />
        <Actions>
          <SubmitButton>{t.turnOn}</SubmitButton>
        </Actions>
      </Form>
    </>
  );
}

function CodeField({ view, state }: { view: View; state: FormState }) {
  return (
    <TextField
      view={view}
      state={state}
      name="code"
      label={words[view.lang].code}
      autocomplete="one-time-code"
      width="short"
      required
    />
  );
}

function Manage({ view, state, factors }: Omit<Props, 'next'>) {
  const t = words[view.lang];
  return (
    <>
      <Section title={t.on} lead={t.codesLeft(factors.codesLeft)}>
        <p>{t.renewHint}</p>
        <ActionForm action={view.href(paths.recoveryCodes.to({}))}>{t.renew}</ActionForm>
      </Section>
      <Section title={t.turnOffTitle} lead={t.turnOffLead}>
        <Form action={view.href(paths.totpRemove.to({}))}>
          <CodeField view={view} state={state} />
          <Actions>
            <SubmitButton kind="danger">{t.turnOff}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </>
  );
}
