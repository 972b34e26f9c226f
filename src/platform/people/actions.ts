import { administrator, type PersonWho, type Role } from '../access.ts';
import { record } from '../audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '../database/database.ts';
import { ok, refuse, type Result } from '../result.ts';
import { endOtherSessions, hashToken, newToken } from '../sign-in/sessions.ts';
import { mailLink } from './invitations/actions.ts';
import { passwordMail } from './invitations/mail.ts';
import { invitationExpiry } from './invitations/rules.ts';
import { findPersonByEmail, insertInvitation } from './invitations/store.ts';
import { findOrganisation } from './organisations.ts';
import { decideAdministratorLeaves, decideMembership, type MembershipRefusal } from './rules.ts';
import {
  deleteFactors,
  findMembership,
  findPerson,
  lockAdministrators,
  updateMembershipEnded,
  updatePerson,
  upsertMembership,
} from './store.ts';

export type PeopleRefusal = MembershipRefusal | 'last-administrator' | 'email-taken' | 'person-disabled';

export async function addMembership(
  db: Db,
  who: PersonWho,
  held: { personId: string; organisationId: string; role: string; roles: readonly Role[] },
  now = new Date(),
): Promise<Result<'added', MembershipRefusal>> {
  const { personId, organisationId, role, roles } = held;
  return inTransaction(db, who, async (tx) => {
    await findPerson(tx, personId);
    const organisation = await findOrganisation(tx, organisationId);
    const fits = decideMembership({ role, organisation, roles });
    if (!fits.ok) return fits;
    const id = await upsertMembership(tx, { personId, organisationId, role });
    const facts = { personId, organisationId, role };
    await record(tx, { event: 'membership.add', subject: { kind: 'membership', id }, facts }, now);
    return ok('added');
  });
}

/** Ends a role from the next request on. */
export async function endMembership(
  db: Db,
  who: PersonWho,
  { id, personId }: { id: string; personId: string },
  now = new Date(),
): Promise<Result<'ended', 'last-administrator'>> {
  return inTransaction(db, who, async (tx) => {
    const { role, organisationId } = await findMembership(tx, { id, personId });
    if (role === administrator.name) {
      const leaves = await administratorLeaves(tx, (held) => held.id === id);
      if (!leaves.ok) return leaves;
    }
    await updateMembershipEnded(tx, id, now);
    const facts = { personId, organisationId, role };
    await record(tx, { event: 'membership.end', subject: { kind: 'membership', id }, facts }, now);
    return ok('ended');
  });
}

/** Whether the site keeps an administrator when the given memberships go; holds the list until the transaction ends. */
export async function administratorLeaves(
  tx: Tx,
  goes: (held: { id: string; personId: string; organisationId: string }) => boolean,
): Promise<Result<'leave', 'last-administrator'>> {
  const held = await lockAdministrators(tx, administrator.name);
  if (!held.some(goes)) return ok('leave');
  return decideAdministratorLeaves({ others: held.filter((each) => !goes(each)).length });
}

/** Stops somebody's access: their sessions end at once. */
export async function disablePerson(
  db: Db,
  who: PersonWho,
  personId: string,
  now = new Date(),
): Promise<Result<'disabled', 'last-administrator'>> {
  return inTransaction(db, who, async (tx) => {
    await findPerson(tx, personId);
    const leaves = await administratorLeaves(tx, (held) => held.personId === personId);
    if (!leaves.ok) return leaves;
    await updatePerson(tx, personId, { disabledAt: now });
    await endOtherSessions(tx, { personId }, now);
    await record(tx, { event: 'person.disable', subject: { kind: 'person', id: personId } }, now);
    return ok('disabled');
  });
}

export async function enablePerson(
  db: Db,
  who: PersonWho,
  personId: string,
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await findPerson(tx, personId);
    await updatePerson(tx, personId, { disabledAt: null });
    await record(tx, { event: 'person.enable', subject: { kind: 'person', id: personId } }, now);
  });
}

export async function changePerson(
  db: Db,
  who: PersonWho,
  { personId, name, email }: { personId: string; name: string; email: string },
  now = new Date(),
): Promise<Result<'changed', 'email-taken'>> {
  return inTransaction(db, who, async (tx) => {
    await findPerson(tx, personId);
    const holder = await findPersonByEmail(tx, email);
    if (holder && holder.id !== personId) return refuse('email-taken');
    await updatePerson(tx, personId, { name, email });
    await record(tx, { event: 'person.change', subject: { kind: 'person', id: personId } }, now);
    return ok('changed');
  });
}

/** For somebody who lost their device: every second factor goes, and every session ends. */
export async function resetSecondFactor(
  db: Db,
  who: PersonWho,
  personId: string,
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await findPerson(tx, personId);
    await deleteFactors(tx, personId);
    await endOtherSessions(tx, { personId }, now);
    await record(tx, { event: 'second-factor.reset', subject: { kind: 'person', id: personId } }, now);
  });
}

/** Sends a one-time link for a new password. */
export async function sendPasswordLink(
  db: Db,
  who: PersonWho,
  { personId, publicUrl }: { personId: string; publicUrl: string },
  now = new Date(),
): Promise<Result<'sent', 'person-disabled'>> {
  return inTransaction(db, who, async (tx) => {
    const { email, name, disabledAt } = await findPerson(tx, personId);
    if (disabledAt) return refuse('person-disabled');
    const token = newToken();
    const expiresAt = invitationExpiry(now);
    const link = { tokenHash: hashToken(token), email, name, memberships: [], invitedBy: who.personId };
    const id = await insertInvitation(tx, { ...link, expiresAt, createdAt: now });
    await mailLink(tx, passwordMail, { email, name, token, expiresAt, publicUrl });
    await record(
      tx,
      { event: 'password.link', subject: { kind: 'person', id: personId }, facts: { invitation: id } },
      now,
    );
    return ok('sent');
  });
}
