import { z } from 'zod';
import type { Role } from '../../../access.ts';
import { inTransaction } from '../../../database/database.ts';
import { emptyForm, type FormState } from '../../../web/form-state.ts';
import { field } from '../../../web/form.ts';
import { type Route, Routes } from '../../../web/routes.ts';
import type { Visit } from '../../../web/visit.ts';
import { managePeople } from '../../access.ts';
import { listOrganisations } from '../../organisations.ts';
import { paths } from '../../paths.ts';
import { invite, type InviteRefusal, resendInvitation, revokeInvitation } from '../actions.ts';
import { InvitationsPage } from '../pages/invitations.tsx';
import { InvitePage } from '../pages/invite.tsx';
import { listWaitingInvitations } from '../store.ts';
import { inviteRefusals } from '../words.ts';
import { words } from './words.ts';

const inviteForm = z.object({
  name: field.text(100),
  email: field.email(),
  organisationId: z.guid(),
  role: field.text(60),
});

const fieldOf: Record<InviteRefusal, string> = {
  'person-exists': 'email',
  'already-invited': 'email',
  'role-unknown': 'role',
  'role-unfit': 'role',
  'organisation-closed': 'organisationId',
};

/** Invitations as administrators see them. */
export function inviteRoutes(roles: readonly Role[]): readonly Route[] {
  const invitePage = async (visit: Visit, state: FormState) => {
    const organisations = await inTransaction(visit.db, visit.person, (tx) => listOrganisations(tx));
    const page = <InvitePage view={visit.view} state={state} roles={roles} organisations={organisations} />;
    return visit.page(page, state.problems.length > 0 ? 422 : 200);
  };
  return new Routes()
    .get(paths.invite, managePeople, (visit) => invitePage(visit, emptyForm))
    .post(paths.invite, managePeople, async (visit) => {
      const form = await visit.form(inviteForm);
      if (!form.ok) return invitePage(visit, form.state);
      const { name, email, organisationId, role } = form.values;
      const { publicUrl } = visit.tools;
      const memberships = [{ organisationId, role }];
      const outcome = await invite(
        visit.db,
        visit.person,
        { name, email, memberships, roles, publicUrl },
        visit.now,
      );
      if (outcome.ok) return visit.go(paths.invitations.to({}), words[visit.lang].sent);
      const message = inviteRefusals[visit.lang][outcome.refusal];
      return invitePage(visit, {
        values: form.typed,
        problems: [{ field: fieldOf[outcome.refusal], message }],
      });
    })
    .get(paths.invitations, managePeople, async (visit) => {
      const page = await inTransaction(visit.db, visit.person, async (tx) => (
        <InvitationsPage
          view={visit.view}
          invitations={await listWaitingInvitations(tx)}
          organisations={await listOrganisations(tx)}
          roles={roles}
          now={visit.now}
        />
      ));
      return visit.page(page);
    })
    .post(paths.resend, managePeople, async (visit) => {
      const { publicUrl } = visit.tools;
      await resendInvitation(visit.db, visit.person, { id: visit.params.id, publicUrl }, visit.now);
      return visit.go(paths.invitations.to({}), words[visit.lang].resent);
    })
    .post(paths.revoke, managePeople, async (visit) => {
      await revokeInvitation(visit.db, visit.person, visit.params.id, visit.now);
      return visit.go(paths.invitations.to({}), words[visit.lang].revoked);
    }).list;
}
