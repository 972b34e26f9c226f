import { administrator, system } from '../../access.ts';
import { record } from '../../audit/ledger.ts';
import { type Db, inTransaction } from '../../database/database.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { type Browser, completeSignIn, type SignedIn } from '../../sign-in/actions.ts';
import { hashPassword } from '../../sign-in/passwords/hash.ts';
import { decidePassword } from '../../sign-in/passwords/rules.ts';
import { hashToken, newToken } from '../../sign-in/sessions.ts';
import type { Site } from '../../web/view.ts';
import { insertOrganisation, insertPerson } from '../organisations.ts';
import { paths } from '../paths.ts';
import { nameSite } from '../site.ts';
import type { AcceptRefusal } from './actions.ts';
import { invitationExpiry, stateOf } from './rules.ts';
import { countPeople, insertInvitation, lockInvitationByToken, updateInvitation } from './store.ts';

const asStart = system('first-start');

/** A one-time link that makes the first administrator, for two days; null as soon as anybody exists. */
export async function firstAdministratorLink(
  db: Db,
  publicUrl: string,
  now = new Date(),
): Promise<string | null> {
  return inTransaction(db, asStart, async (tx) => {
    if ((await countPeople(tx)) > 0) return null;
    const token = newToken();
    await insertInvitation(tx, {
      tokenHash: hashToken(token),
      email: '',
      name: '',
      memberships: [],
      expiresAt: invitationExpiry(now),
      createdAt: now,
    });
    return `${publicUrl}${paths.first.to({ token })}`;
  });
}

export interface FirstStart extends Browser {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly site: Site;
}

/** The first administrator says whose site this is; with them the prefecture's organisation comes to be. */
export async function startSite(
  db: Db,
  { token, name, email, password, site, ...browser }: FirstStart,
  now = new Date(),
): Promise<Result<SignedIn, AcceptRefusal>> {
  const fit = decidePassword(password, { email, name });
  if (!fit.ok) return fit;
  const passwordHash = await hashPassword(password);
  return inTransaction(db, asStart, async (tx) => {
    const invitation = await lockInvitationByToken(tx, token);
    if (!invitation || invitation.email || stateOf(invitation, now) !== 'open' || (await countPeople(tx)) > 0)
      return refuse('link-dead');
    await updateInvitation(tx, invitation.id, { acceptedAt: now });
    await nameSite(tx, site);
    const organisationId = await insertOrganisation(tx, {
      kind: 'prefecture',
      code: 'prefecture',
      nameJa: site.operator.ja,
      nameEn: site.operator.en,
    });
    const memberships = [{ organisationId, role: administrator.name }];
    const personId = await insertPerson(tx, { email, name, passwordHash, memberships });
    await record(tx, { event: 'site.start', subject: { kind: 'person', id: personId } }, now);
    return ok(
      await completeSignIn(
        tx,
        { personId, method: 'password', secondFactor: false, by: 'none', next: '/staff', ...browser },
        now,
      ),
    );
  });
}
