import type { PersonWho } from '../../access.ts';
import { record } from '../../audit/ledger.ts';
import { type Database, type Db, inTransaction } from '../../database/database.ts';
import { readSite } from '../../people/site.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { asSignIn, type Browser, completeSignIn, type SignedIn } from '../actions.ts';
import { beginCeremony, takeCeremony } from '../ceremonies.ts';
import { raiseSession, secondFactorsMayChange } from '../second-factor/session.ts';
import {
  deletePasskey,
  findNamesOf,
  insertPasskey,
  listPasskeys,
  lockPasskey,
  updatePasskeyLabel,
  updatePasskeyUsed,
} from './store.ts';
import {
  checkPasskey,
  credentialIdOf,
  newPasskeyOptions,
  passkeySignInOptions,
  readNewPasskey,
} from './webauthn.ts';

export type PasskeyRefusal = 'passkey-failed' | 'confirm-first';

/** A challenge for the browser, and the token under which it is remembered. */
export interface Begun {
  readonly options: { readonly challenge: string };
  readonly token: string;
}

export async function beginPasskeySignIn(db: Db, publicUrl: string, now = new Date()): Promise<Begun> {
  const options = await passkeySignInOptions(publicUrl);
  const facts = { challenge: options.challenge };
  const token = await inTransaction(db, asSignIn, (tx) =>
    beginCeremony(tx, { kind: 'passkey-sign-in', facts }, now),
  );
  return { options, token };
}

/** Signs in whoever holds the passkey. The device has checked its holder, so this counts as two factors. */
export async function signInWithPasskey(
  db: Db,
  {
    token,
    response,
    publicUrl,
    next,
    ...browser
  }: { token: string | undefined; response: string; publicUrl: string; next: string } & Browser,
  now = new Date(),
): Promise<Result<SignedIn, 'passkey-failed'>> {
  const kind = 'passkey-sign-in';
  // Taken in a transaction of its own: a challenge is used up by a wrong answer too.
  const ceremony = await inTransaction(db, asSignIn, (tx) => takeCeremony(tx, { kind, token }, now));
  const credentialId = credentialIdOf(response);
  if (!ceremony || !credentialId) return refuse('passkey-failed');
  return inTransaction(db, asSignIn, async (tx) => {
    const passkey = await lockPasskey(tx, credentialId);
    if (!passkey) return refuse('passkey-failed');
    const { challenge } = ceremony.facts;
    const counter = await checkPasskey(response, { challenge, publicUrl, passkey });
    if (counter === null) return refuse('passkey-failed');
    await updatePasskeyUsed(tx, { id: passkey.id, counter }, now);
    const { personId } = passkey;
    return ok(
      await completeSignIn(
        tx,
        { personId, method: 'passkey', secondFactor: true, by: 'passkey', next, ...browser },
        now,
      ),
    );
  });
}

/** Asks the browser of a signed-in person for a new passkey. */
export async function beginNewPasskey(
  db: Database,
  who: PersonWho,
  { publicUrl, lang }: { publicUrl: string; lang: 'ja' | 'en' },
  now = new Date(),
): Promise<Result<Begun, 'confirm-first'>> {
  const { personId } = who;
  const options = await inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return null;
    const { email, name } = await findNamesOf(tx, personId);
    const siteName = (await readSite(tx)).title[lang];
    const known = await listPasskeys(tx, personId);
    return newPasskeyOptions({ publicUrl, siteName, personId, email, name, known });
  });
  if (!options) return refuse('confirm-first');
  const facts = { challenge: options.challenge };
  const token = await inTransaction(db, asSignIn, (tx) =>
    beginCeremony(tx, { kind: 'passkey-new', personId, facts }, now),
  );
  return ok({ options, token });
}

/** Keeps the new passkey; the session counts as one with a second factor from now on, under the token given back. */
export async function addPasskey(
  db: Database,
  who: PersonWho,
  added: { token: string | undefined; response: string; publicUrl: string; label: string },
  now = new Date(),
): Promise<Result<string, PasskeyRefusal>> {
  const { token, response, publicUrl, label } = added;
  const kind = 'passkey-new';
  const ceremony = await inTransaction(db, asSignIn, (tx) => takeCeremony(tx, { kind, token }, now));
  if (!ceremony || ceremony.personId !== who.personId) return refuse('passkey-failed');
  const passkey = await readNewPasskey(response, { challenge: ceremony.facts.challenge, publicUrl });
  if (!passkey) return refuse('passkey-failed');
  return inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    const id = await insertPasskey(tx, { ...passkey, personId: who.personId, label, createdAt: now });
    await record(tx, { event: 'passkey.add', subject: { kind: 'passkey', id } }, now);
    return ok(await raiseSession(tx, who.sessionId));
  });
}

export async function renamePasskey(
  db: Db,
  who: PersonWho,
  { id, label }: { id: string; label: string },
  now = new Date(),
): Promise<void> {
  await inTransaction(db, who, async (tx) => {
    await updatePasskeyLabel(tx, { id, label, personId: who.personId });
    await record(tx, { event: 'passkey.rename', subject: { kind: 'passkey', id } }, now);
  });
}

export async function removePasskey(
  db: Db,
  who: PersonWho,
  id: string,
  now = new Date(),
): Promise<Result<'removed', 'confirm-first'>> {
  return inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    await deletePasskey(tx, { id, personId: who.personId });
    await record(tx, { event: 'passkey.remove', subject: { kind: 'passkey', id } }, now);
    return ok('removed');
  });
}
