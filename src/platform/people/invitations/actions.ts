import { type Membership, type PersonWho, type Role, system } from '../../access.ts';
import { record } from '../../audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '../../database/database.ts';
import { Conflict } from '../../errors.ts';
import { post } from '../../mail/outbox.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { type Browser, completeSignIn, type SignedIn } from '../../sign-in/actions.ts';
import { hashPassword } from '../../sign-in/passwords/hash.ts';
import { decidePassword, type PasswordRefusal } from '../../sign-in/passwords/rules.ts';
import { endOtherSessions, hashToken, newToken } from '../../sign-in/sessions.ts';
import { findOrganisation, insertPerson } from '../organisations.ts';
import { paths } from '../paths.ts';
import { decideMembership, type MembershipRefusal } from '../rules.ts';
import { readSite } from '../site.ts';
import { invitationMail, type LinkMail } from './mail.ts';
import { decideInvitation, invitationExpiry, type InvitationState, stateOf } from './rules.ts';
import {
  countPeople,
  findInvitationByToken,
  findPersonByEmail,
  hasOpenInvitation,
  insertInvitation,
  type Invitation,
  lockInvitation,
  lockInvitationByToken,
  revokeLinksTo,
  updateInvitation,
  updatePassword,
} from './store.ts';

export type InviteRefusal = 'person-exists' | 'already-invited' | MembershipRefusal;
export type AcceptRefusal = PasswordRefusal | 'link-dead';

export const asInvitation = system('invitation');

type Held = readonly Pick<Membership, 'organisationId' | 'role'>[];

/** Invites somebody by mail: the link works once, for two days. Gives the invitation's id. */
export async function invite(
  db: Db,
  who: PersonWho,
  invited: { email: string; name: string; memberships: Held; roles: readonly Role[]; publicUrl: string },
  now = new Date(),
): Promise<Result<string, InviteRefusal>> {
  const email = invited.email.toLowerCase();
  return inTransaction(db, who, async (tx) => {
    for (const { organisationId, role } of invited.memberships) {
      const organisation = await findOrganisation(tx, organisationId);
      const fits = decideMembership({ role, organisation, roles: invited.roles });
      if (!fits.ok) return fits;
    }
    const decision = decideInvitation({
      personExists: Boolean(await findPersonByEmail(tx, email)),
      openInvitation: await hasOpenInvitation(tx, email, now),
    });
    if (!decision.ok) return decision;
    const token = newToken();
    const expiresAt = invitationExpiry(now);
    const id = await insertInvitation(tx, {
      tokenHash: hashToken(token),
      email,
      name: invited.name,
      memberships: invited.memberships.map(({ organisationId, role }) => ({ organisationId, role })),
      invitedBy: who.personId,
      expiresAt,
      createdAt: now,
    });
    await mailLink(tx, invitationMail, { ...invited, email, token, expiresAt });
    await record(
      tx,
      {
        event: 'invitation.send',
        subject: { kind: 'invitation', id },
        facts: {
          memberships: invited.memberships.map(({ organisationId, role }) => `${role}@${organisationId}`),
        },
      },
      now,
    );
    return ok(id);
  });
}

/** Writes a one-time link by mail. */
export async function mailLink(
  tx: Tx,
  write: (mail: LinkMail) => Parameters<typeof post>[1],
  link: { email: string; name: string; token: string; expiresAt: Date; publicUrl: string },
): Promise<void> {
  const url = `${link.publicUrl}${paths.accept.to({ token: link.token })}`;
  const { email: to, name, expiresAt } = link;
  await post(tx, write({ to, name, link: url, expiresAt, site: await readSite(tx) }));
}

/** Sends the invitation again with a new link and two new days; the old link is dead. */
export async function resendInvitation(
  db: Db,
  who: PersonWho,
  { id, publicUrl }: { id: string; publicUrl: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const invitation = await lockWaiting(tx, id, now);
    const token = newToken();
    const expiresAt = invitationExpiry(now);
    await updateInvitation(tx, id, { tokenHash: hashToken(token), expiresAt });
    const { email, name } = invitation;
    await mailLink(tx, invitationMail, { email, name, token, expiresAt, publicUrl });
    await record(tx, { event: 'invitation.resend', subject: { kind: 'invitation', id } }, now);
  });
}

export async function revokeInvitation(db: Db, who: PersonWho, id: string, now = new Date()): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await lockWaiting(tx, id, now);
    await updateInvitation(tx, id, { revokedAt: now });
    await record(tx, { event: 'invitation.revoke', subject: { kind: 'invitation', id } }, now);
  });
}

async function lockWaiting(tx: Tx, id: string, now: Date): Promise<Invitation> {
  const invitation = await lockInvitation(tx, id);
  const state = stateOf(invitation, now);
  if (state === 'accepted' || state === 'revoked') throw new Conflict(`invitation ${state}`);
  return invitation;
}

export interface OpenedLink {
  readonly state: InvitationState | 'unknown';
  readonly name: string;
  readonly email: string;
  /** A new person, a known one who sets a new password, or the first administrator. */
  readonly purpose: 'join' | 'password' | 'first';
}

/** What a one-time link is good for. */
export async function openLink(db: Db, token: string, now = new Date()): Promise<OpenedLink> {
  return inTransaction(db, asInvitation, async (tx) => {
    const invitation = await findInvitationByToken(tx, token);
    if (!invitation) return { state: 'unknown', name: '', email: '', purpose: 'join' };
    const { name, email } = invitation;
    const purpose = await purposeOf(tx, invitation);
    const overtaken = purpose === 'first' && (await countPeople(tx)) > 0;
    return { state: overtaken ? 'revoked' : stateOf(invitation, now), name, email, purpose };
  });
}

async function purposeOf(tx: Tx, { email }: Invitation): Promise<OpenedLink['purpose']> {
  if (!email) return 'first';
  return (await findPersonByEmail(tx, email)) ? 'password' : 'join';
}

/** The invited person chooses a password and is signed in; somebody known gets a new password and signs in with it. */
export async function acceptWithPassword(
  db: Db,
  { token, password, ...browser }: { token: string; password: string } & Browser,
  now = new Date(),
): Promise<Result<SignedIn | { step: 'sign-in' }, AcceptRefusal>> {
  const opened = await openLink(db, token, now);
  if (opened.state !== 'open' || opened.purpose === 'first') return refuse('link-dead');
  const fit = decidePassword(password, opened);
  if (!fit.ok) return fit;
  const passwordHash = await hashPassword(password);
  return inTransaction(db, asInvitation, async (tx) => {
    const invitation = await lockInvitationByToken(tx, token);
    if (!invitation || stateOf(invitation, now) !== 'open') return refuse('link-dead');
    const known = await findPersonByEmail(tx, invitation.email);
    if (!known) return ok(await join(tx, { invitation, passwordHash, by: 'none', ...browser }, now));
    if (invitation.memberships.length > 0 || known.disabledAt) return refuse('link-dead');
    await updateInvitation(tx, invitation.id, { acceptedAt: now });
    await revokeLinksTo(tx, invitation.email, now);
    await updatePassword(tx, known.id, passwordHash);
    await endOtherSessions(tx, { personId: known.id }, now);
    await record(tx, { event: 'password.reset', subject: { kind: 'person', id: known.id } }, now);
    return ok({ step: 'sign-in' });
  });
}

interface Joining extends Browser {
  readonly invitation: Invitation;
  /** With a passkey the person's id was chosen before, and there is no password. */
  readonly personId?: string;
  readonly passwordHash?: string;
  readonly by: 'none' | 'passkey';
}

/** Makes the person with what the invitation says, and signs them in. */
export async function join(
  tx: Tx,
  { invitation, personId: id, passwordHash, by, ...browser }: Joining,
  now: Date,
): Promise<SignedIn> {
  await updateInvitation(tx, invitation.id, { acceptedAt: now });
  const { email, name, memberships } = invitation;
  const personId = await insertPerson(tx, {
    email,
    name,
    memberships,
    ...(id ? { id } : {}),
    ...(passwordHash ? { passwordHash } : {}),
  });
  await record(
    tx,
    {
      event: 'invitation.accept',
      subject: { kind: 'person', id: personId },
      facts: { invitation: invitation.id, by },
    },
    now,
  );
  const method = by === 'passkey' ? 'passkey' : 'password';
  return completeSignIn(
    tx,
    { personId, method, secondFactor: by === 'passkey', by, next: '/staff', ...browser },
    now,
  );
}
