import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { RadioGroup } from '#ui/choices.tsx';
import { HiddenField, TextField } from '#ui/fields.tsx';
import { ActionForm, Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { callPaths } from '../../../paths.ts';
import { words } from '../words.ts';

interface SubscribeProps {
  readonly view: View;
  readonly state: FormState;
  /** The call from whose page somebody came. */
  readonly call: { readonly slug: string; readonly name: string } | undefined;
}

export function SubscribePage({ view, state, call }: SubscribeProps) {
  const t = words[view.lang];
  const common = { view, state };
  const kinds = (['groups', 'persons'] as const).map((value) => ({ value, label: t.abouts[value] }));
  return (
    <PublicFrame view={view} title={t.title} problems={state.problems}>
      <PageHead title={t.title} lead={<p>{t.lead}</p>} />
      <Form action={view.href(callPaths.subscribe.to({}))}>
        {call && <HiddenField name="call" value={call.slug} />}
        <RadioGroup
          {...common}
          name="about"
          label={t.about}
          required
          value={call ? 'call' : 'groups'}
          options={[...(call ? [{ value: 'call', label: t.thisCall(call.name) }] : []), ...kinds]}
        />
        <TextField
          {...common}
          name="mail"
          type="email"
          autocomplete="email"
          label={t.mail}
          hint={t.mailHint}
          required
        />
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <Back view={view} />
        </Actions>
      </Form>
    </PublicFrame>
  );
}

function Back({ view }: { view: View }) {
  return (
    <ButtonLink kind="quiet" href={view.href(callPaths.list.to({}))}>
      {words[view.lang].back}
    </ButtonLink>
  );
}

/** The same whether the address was known or not. */
export function SentPage({ view }: { view: View }) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.sentTitle}>
      <PageHead title={t.sentTitle} lead={<p>{t.sent}</p>} />
      <Back view={view} />
    </PublicFrame>
  );
}

interface LinkProps {
  readonly view: View;
  readonly token: string;
  /** asked: not confirmed yet; gone: ended, or never there. */
  readonly is: 'asked' | 'confirmed' | 'gone';
}

/** Behind the mailed link: one button begins, one ends. */
export function SubscriptionPage({ view, token, is }: LinkProps) {
  const t = words[view.lang];
  const title = { asked: t.confirmTitle, confirmed: t.confirmedTitle, gone: t.endedTitle }[is];
  const lead = { asked: t.lead, confirmed: t.confirmed, gone: t.ended }[is];
  return (
    <PublicFrame view={view} title={title}>
      <PageHead title={title} lead={<p>{lead}</p>} />
      {is === 'asked' && (
        <ActionForm action={view.href(callPaths.confirm.to({ token }))} kind="primary">
          {t.confirm}
        </ActionForm>
      )}
      {is !== 'gone' && (
        <>
          <p class="hint">{t.endLead}</p>
          <ActionForm action={view.href(callPaths.unsubscribe.to({ token }))}>{t.end}</ActionForm>
        </>
      )}
      <Actions>
        {is === 'gone' && (
          <ButtonLink kind="secondary" href={view.href(callPaths.subscribe.to({}))}>
            {t.again}
          </ButtonLink>
        )}
        <Back view={view} />
      </Actions>
    </PublicFrame>
  );
}
