import type { Role } from '#platform/access.ts';
import type { FormState } from '#platform/web/form-state.ts';
import type { View } from '#platform/web/view.ts';
import { TextField } from '#ui/fields.tsx';
import { Actions, ButtonLink, Form, SubmitButton } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead } from '#ui/layout.tsx';
import { Breadcrumbs } from '#ui/wayfinding.tsx';
import type { Organisation } from '../../organisations.ts';
import { MembershipFields } from '../../pages/membership-fields.tsx';
import { paths } from '../../paths.ts';
import { words as peopleWords } from '../../words.ts';
import { words } from '../admin/words.ts';

interface InviteProps {
  readonly view: View;
  readonly state: FormState;
  readonly roles: readonly Role[];
  readonly organisations: readonly Organisation[];
}

export function InvitePage({ view, state, roles, organisations }: InviteProps) {
  const t = words[view.lang];
  const p = peopleWords[view.lang];
  return (
    <StaffFrame view={view} title={t.title} problems={state.problems}>
      <PageHead
        title={t.title}
        lead={t.lead}
        breadcrumbs={
          <Breadcrumbs
            view={view}
            items={[{ href: view.href(paths.people.to({})), label: p.people }]}
            current={t.title}
          />
        }
      />
      <Form action={view.href(paths.invite.to({}))}>
        <TextField view={view} state={state} name="name" label={p.name} required />
        <TextField view={view} state={state} name="email" type="email" label={p.email} required />
        <MembershipFields view={view} state={state} roles={roles} organisations={organisations} />
        <p class="hint">{t.moreRoles}</p>
        <Actions>
          <SubmitButton>{t.send}</SubmitButton>
          <ButtonLink kind="secondary" href={view.href(paths.people.to({}))}>
            {t.back}
          </ButtonLink>
        </Actions>
      </Form>
    </StaffFrame>
  );
}
