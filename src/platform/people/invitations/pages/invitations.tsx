import type { Role } from '#platform/access.ts';
import { tokyoMinute } from '#platform/dates.ts';
import { contentIn } from '#platform/i18n.ts';
import type { View } from '#platform/web/view.ts';
import { StatusTag } from '#ui/content.tsx';
import { ActionForm, ButtonLink } from '#ui/form.tsx';
import { StaffFrame } from '#ui/frame.tsx';
import { PageHead, Row } from '#ui/layout.tsx';
import { DataTable } from '#ui/table.tsx';
import type { Organisation } from '../../organisations.ts';
import { roleName } from '../../pages/people.tsx';
import { PeopleTabs } from '../../pages/tabs.tsx';
import { paths } from '../../paths.ts';
import { words as peopleWords } from '../../words.ts';
import { words } from '../admin/words.ts';
import { stateOf } from '../rules.ts';
import type { Invitation } from '../store.ts';

interface InvitationsProps {
  readonly view: View;
  readonly invitations: readonly Invitation[];
  readonly organisations: readonly Organisation[];
  readonly roles: readonly Role[];
  readonly now: Date;
}

export function InvitationsPage({ view, invitations, organisations, roles, now }: InvitationsProps) {
  const t = words[view.lang];
  const p = peopleWords[view.lang];
  const nameOf = (organisationId: string) => {
    const found = organisations.find((organisation) => organisation.id === organisationId);
    return found ? contentIn(view.lang, { ja: found.nameJa, en: found.nameEn }) : '';
  };
  return (
    <StaffFrame view={view} title={p.invitations}>
      <PageHead
        title={p.invitations}
        actions={<ButtonLink href={view.href(paths.invite.to({}))}>{p.invite}</ButtonLink>}
      />
      <PeopleTabs view={view} current="invitations" />
      <DataTable
        view={view}
        caption={p.invitations}
        captionHidden
        empty={t.none}
        stacked
        columns={[
          { key: 'name', label: p.name, head: true },
          { key: 'email', label: p.email },
          { key: 'roles', label: p.roles },
          { key: 'until', label: t.until },
          { key: 'act', label: p.act },
        ]}
        rows={invitations.map((invitation) => ({
          name: invitation.name,
          email: invitation.email,
          roles: invitation.memberships
            .map((held) => `${nameOf(held.organisationId)}（${roleName(view, roles, held.role)}）`)
            .join('、'),
          until:
            stateOf(invitation, now) === 'expired' ? (
              <StatusTag tone="warn">{t.expired}</StatusTag>
            ) : (
              tokyoMinute(invitation.expiresAt)
            ),
          act: (
            <Row>
              <ActionForm action={view.href(paths.resend.to({ id: invitation.id }))} small>
                {t.resend}
              </ActionForm>
              <ActionForm action={view.href(paths.revoke.to({ id: invitation.id }))} kind="danger" small>
                {t.revoke}
              </ActionForm>
            </Row>
          ),
        }))}
      />
    </StaffFrame>
  );
}
