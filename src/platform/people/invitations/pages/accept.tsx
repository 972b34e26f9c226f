import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { DefinitionList } from '#ui/content.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { PublicFrame } from '#ui/frame.tsx';
import { PageHead, Section } from '#ui/layout.tsx';
import { NewPassword } from '../../../sign-in/passwords/pages/new-password.tsx';
import { paths as signInPaths } from '../../../sign-in/paths.ts';
import { paths } from '../../paths.ts';
import type { OpenedLink } from '../actions.ts';
import { words } from '../words.ts';

interface AcceptProps {
  readonly view: View;
  readonly state: FormState;
  readonly token: string;
  readonly opened: OpenedLink;
}

/** An invited person chooses how to sign in; somebody known sets a new password. */
export function AcceptPage({ view, state, token, opened }: AcceptProps) {
  const t = words[view.lang];
  const joining = opened.purpose === 'join';
  const title = joining ? t.joinTitle(opened.name) : t.resetTitle;
  return (
    <PublicFrame view={view} title={title} problems={state.problems}>
      <PageHead title={title} lead={joining ? t.joinLead : undefined} />
      <DefinitionList items={[{ term: t.account, value: opened.email }]} />
      <Section title={t.withPassword}>
        <Form action={view.href(paths.accept.to({ token }))}>
          <NewPassword view={view} state={state} />
          <Actions>
            <SubmitButton>{joining ? t.join : t.reset}</SubmitButton>
          </Actions>
        </Form>
      </Section>
    </PublicFrame>
  );
}

/** What to do with a link that does not work any more. */
export function DeadLinkPage({
  view,
  state,
}: {
  view: View;
  state: Exclude<OpenedLink['state'], 'open'> | 'first';
}) {
  const t = words[view.lang];
  return (
    <PublicFrame view={view} title={t.deadTitle}>
      <PageHead title={t.deadTitle} lead={state === 'first' ? t.firstDead : t[state]} />
      {state !== 'first' && <p>{t.deadHelp}</p>}
      <Actions>
        <ButtonLink href={view.href(signInPaths.signIn.to({}))}>{t.toSignIn}</ButtonLink>
      </Actions>
    </PublicFrame>
  );
}
