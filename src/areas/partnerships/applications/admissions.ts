import { system } from '#platform/access.ts';
import { record } from '#platform/audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { tokyoDay } from '#platform/dates.ts';
import { mailLink } from '#platform/people/invitations/actions.ts';
import { invitationMail } from '#platform/people/invitations/mail.ts';
import { invitationExpiry } from '#platform/people/invitations/rules.ts';
import {
  findPersonByEmail,
  hasOpenInvitation,
  insertInvitation,
} from '#platform/people/invitations/store.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import { upsertMembership } from '#platform/people/store.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { hashToken, newToken } from '#platform/sign-in/sessions.ts';
import { memberAgent } from '../access.ts';
import { insertGroupMember } from '../groups/store.ts';
import { type MemberKind, organisationKindOf, yearFrom } from '../members/rules.ts';
import { upsertMember } from '../members/store.ts';
import { applicantOf, type Outside, tell } from './actions.ts';
import { type Application, lockApplication, updateApplication } from './store.ts';

/** Makes what a decision of the office brings about: an organisation, a member, an invitation. */
const asAdmission = system('member-admission');

/** After a yes, by the product itself: safe to run twice, since it may be killed in between. */
export async function admit(
  db: Db,
  { id, vault, publicUrl }: { id: string } & Outside,
  now = new Date(),
): Promise<{ organisationId: string } | null> {
  return inTransaction(db, asAdmission, async (tx) => {
    const application = await lockApplication(tx, id);
    if (application.state !== 'accepted' || application.admitted) return null;
    const organisationId = application.organisationId ?? (await makeOrganisation(tx, application));
    const today = tokyoDay(now);
    const { kind, about, website, topics, municipalities, groupIds } = application;
    await upsertMember(tx, {
      organisationId,
      kind,
      aboutJa: about,
      website,
      topics,
      municipalities,
      joinedOn: today,
      until: yearFrom(today),
      changedAt: now,
    });
    for (const groupId of groupIds) await insertGroupMember(tx, { groupId, organisationId, joinedAt: now });
    await inviteAgent(tx, { application, organisationId, vault, publicUrl }, now);
    await tell(tx, { application, letter: 'accept', vault, publicUrl });
    await updateApplication(tx, id, { organisationId, admitted: true });
    await record(tx, { event: 'member.admit', subject: { kind: 'organisation', id: organisationId } }, now);
    await publicPagesChanged(tx);
    return { organisationId };
  });
}

async function makeOrganisation(tx: Tx, { id, kind, organisationName }: Application): Promise<string> {
  const code = `member-${id.slice(0, 8)}`;
  return insertOrganisation(tx, {
    kind: organisationKindOf(kind as MemberKind),
    code,
    nameJa: organisationName,
  });
}

/** Somebody with a sign-in gets the role; anybody else an invitation that carries it. */
async function inviteAgent(
  tx: Tx,
  {
    application,
    organisationId,
    vault,
    publicUrl,
  }: { application: Application; organisationId: string } & Outside,
  now: Date,
): Promise<void> {
  const applicant = applicantOf(vault, application);
  if (!applicant) return;
  const role = memberAgent.name;
  const { mail: email, name } = applicant;
  const person = await findPersonByEmail(tx, email);
  if (person) {
    await upsertMembership(tx, { personId: person.id, organisationId, role });
    return;
  }
  if (await hasOpenInvitation(tx, email, now)) return;
  const token = newToken();
  const expiresAt = invitationExpiry(now);
  const memberships = [{ organisationId, role }];
  const link = { tokenHash: hashToken(token), email, name, memberships, invitedBy: application.decidedBy };
  await insertInvitation(tx, { ...link, expiresAt, createdAt: now });
  await mailLink(tx, invitationMail, { email, name, token, expiresAt, publicUrl });
}
