import type { PersonWho } from '../../access.ts';
import { record } from '../../audit/ledger.ts';
import { type Database, type Db, inTransaction } from '../../database/database.ts';
import { NotFound } from '../../errors.ts';
import type { Lang } from '../../i18n.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { updatePassword } from '../../people/invitations/store.ts';
import { asSignIn, countTry } from '../actions.ts';
import { hashPassword, isPassword } from '../passwords/hash.ts';
import { decidePassword, type PasswordRefusal } from '../passwords/rules.ts';
import { secondFactorsMayChange } from '../second-factor/session.ts';
import { endOtherSessions, endSession } from '../sessions.ts';
import { findSessionRow } from '../store.ts';
import { findOwnPerson, updateProfile } from './store.ts';

export type PasswordChangeRefusal = PasswordRefusal | 'old-wrong' | 'confirm-first';

export async function changeProfile(
  db: Db,
  who: PersonWho,
  profile: { name: string; lang: Lang },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await updateProfile(tx, who.personId, profile);
    await record(tx, { event: 'profile.change', subject: { kind: 'person', id: who.personId } }, now);
  });
}

/**
 * Changes one's own password; every other session ends. Who has none yet (passkeys, single sign-on) sets one without the old.
 * Wrong old passwords count like those of a sign-in.
 */
export async function changePassword(
  db: Database,
  who: PersonWho,
  { old, password }: { old: string; password: string },
  now = new Date(),
): Promise<Result<'changed', PasswordChangeRefusal>> {
  const { personId } = who;
  const person = await inTransaction(db, who, (tx) => findOwnPerson(tx, personId));
  const fit = decidePassword(password, person);
  if (!fit.ok) return fit;
  if (person.hasPassword) {
    const row = await inTransaction(db, asSignIn, (tx) => countTry(tx, { personId }, now));
    if (!(await isPassword(old, row?.passwordHash))) return refuse('old-wrong');
  }
  const passwordHash = await hashPassword(password);
  return inTransaction(db, who, async (tx) => {
    if (!person.hasPassword && !(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    await updatePassword(tx, personId, passwordHash);
    await endOtherSessions(tx, { personId, except: who.sessionId }, now);
    await record(tx, { event: 'password.change', subject: { kind: 'person', id: personId } }, now);
    return ok('changed');
  });
}

/** Ends one of one's own sessions. */
export async function endOwnSession(db: Db, who: PersonWho, id: string, now = new Date()): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const session = await findSessionRow(tx, id);
    if (session.personId !== who.personId) throw new NotFound('session');
    await endSession(tx, id, now);
    await record(tx, { event: 'session.end', subject: { kind: 'session', id } }, now);
  });
}

/** Ends all of one's own sessions but this one. */
export async function endOwnOtherSessions(db: Db, who: PersonWho, now = new Date()): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    const { personId, sessionId: except } = who;
    await endOtherSessions(tx, { personId, except }, now);
    await record(tx, { event: 'session.end-others', subject: { kind: 'person', id: personId } }, now);
  });
}
