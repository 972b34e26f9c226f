import { type Who, system } from '../access.ts';
import { record } from '../audit/ledger.ts';
import { type Db, inTransaction, type Tx } from '../database/database.ts';
import { ok, refuse, type Result } from '../result.ts';
import { beginCeremony, findCeremony, takeCeremony } from './ceremonies.ts';
import { isPassword } from './passwords/hash.ts';
import { decideTry } from './rules.ts';
import { useCode } from './second-factor/check.ts';
import { beginSession, endSession } from './sessions.ts';
import { giveTryBack, hasTotp, listRolesHeld, lockSignIn, type SignInRow, updateTries } from './store.ts';

export type SignInRefusal = 'sign-in-wrong' | 'code-wrong' | 'sign-in-expired';

/** The browser that signs in, and the session it may have had: a new one takes its place. */
export interface Browser {
  readonly device: string;
  readonly sessionId?: string | undefined;
}

/** Signed in with a new cookie token, or a code is awaited under a token for the second step. */
export type SignedIn =
  | {
      readonly step: 'done';
      readonly token: string;
      readonly personId: string;
      readonly next: string;
      /** Roles held by somebody whose session has no second factor: some may ask for one. */
      readonly rolesWithout: readonly string[];
    }
  | { readonly step: 'second'; readonly token: string };

export const asSignIn = system('sign-in');

/**
 * E-mail and password. A wrong password, an unknown address and a locked account are refused in the same words and after the
 * same work. The hash is compared outside of any transaction, so that many tries do not hold connections.
 */
export async function signInWithPassword(
  db: Db,
  { email, password, next, ...browser }: { email: string; password: string; next: string } & Browser,
  now = new Date(),
): Promise<Result<SignedIn, 'sign-in-wrong'>> {
  const person = await inTransaction(db, asSignIn, (tx) => countTry(tx, { email }, now));
  const right = await isPassword(password, person?.passwordHash);
  if (!person || !right) return refuse('sign-in-wrong');
  return ok(
    await inTransaction(db, asSignIn, (tx) =>
      passFirstStep(tx, { personId: person.id, method: 'password', mfa: false, next, ...browser }, now),
    ),
  );
}

/** The second step: a code of the authenticator app or a recovery code. */
export async function giveCode(
  db: Db,
  {
    token,
    code,
    secretKey,
    ...browser
  }: { token: string | undefined; code: string; secretKey: Buffer } & Browser,
  now = new Date(),
): Promise<Result<SignedIn, 'code-wrong' | 'sign-in-expired'>> {
  const kind = 'second-step';
  const personId = await inTransaction(
    db,
    asSignIn,
    async (tx) => (await findCeremony(tx, { kind, token }, now))?.personId,
  );
  if (!personId) return refuse('sign-in-expired');
  const counted = await inTransaction(db, asSignIn, (tx) => countTry(tx, { personId }, now));
  if (!counted) return refuse('code-wrong');
  return inTransaction(db, asSignIn, async (tx) => {
    const by = await useCode(tx, { personId, code, secretKey }, now);
    if (!by) return refuse('code-wrong');
    const ceremony = await takeCeremony(tx, { kind, token }, now);
    if (!ceremony) return refuse('sign-in-expired');
    const { method, next } = ceremony.facts;
    const session = await completeSignIn(
      tx,
      { personId, method, secondFactor: true, by, next, ...browser },
      now,
    );
    return ok(session);
  });
}

/** Counts a try before anything is compared; nothing comes back for the unknown, the disabled and the locked. */
export async function countTry(
  tx: Tx,
  by: { email: string } | { personId: string },
  now: Date,
): Promise<SignInRow | undefined> {
  const person = await lockSignIn(tx, by);
  if (!person) return undefined;
  const tries = decideTry(person, now);
  if (!tries.ok) return undefined;
  await updateTries(tx, person.id, tries.value);
  if (tries.value.lockedUntil)
    await record(tx, { event: 'session.lock', subject: { kind: 'person', id: person.id } }, now);
  return person;
}

interface FirstStep extends Browser {
  readonly personId: string;
  readonly method: 'password' | 'sso';
  /** A second factor was asked by whoever vouches for the person. */
  readonly mfa: boolean;
  readonly next: string;
}

/** Who they are is known: signed in, unless they have turned on a second step that was not asked yet. */
export async function passFirstStep(tx: Tx, first: FirstStep, now: Date): Promise<SignedIn> {
  const { personId, method, mfa, next } = first;
  if (mfa || !(await hasTotp(tx, personId)))
    return completeSignIn(tx, { ...first, secondFactor: mfa, by: mfa ? 'provider' : 'none' }, now);
  if (method === 'password') await giveTryBack(tx, personId);
  const token = await beginCeremony(tx, { kind: 'second-step', personId, facts: { method, next } }, now);
  return { step: 'second', token };
}

interface Complete extends Browser {
  readonly personId: string;
  readonly method: 'password' | 'passkey' | 'sso';
  readonly secondFactor: boolean;
  /** What the second factor was. */
  readonly by: string;
  readonly next: string;
}

/** Begins the session under a token that nobody has seen before, and ends the one this browser had. */
export async function completeSignIn(
  tx: Tx,
  { personId, method, secondFactor, by, next, device, sessionId }: Complete,
  now: Date,
): Promise<Extract<SignedIn, { step: 'done' }>> {
  await updateTries(tx, personId, { failedTries: 0, lockedUntil: null });
  if (sessionId) await endSession(tx, sessionId, now);
  const token = await beginSession(tx, { personId, method, secondFactor, device }, now);
  await record(
    tx,
    { event: 'session.begin', subject: { kind: 'person', id: personId }, facts: { method, by } },
    now,
  );
  const rolesWithout = secondFactor ? [] : await listRolesHeld(tx, personId);
  return { step: 'done', token, personId, next, rolesWithout };
}

/** Ends the session of who acts; nothing happens for somebody without one. */
export async function signOut(db: Db, who: Who, now = new Date()): Promise<void> {
  if (who.kind !== 'person') return;
  await inTransaction(db, who, async (tx) => {
    await endSession(tx, who.sessionId, now);
    await record(tx, { event: 'session.end', subject: { kind: 'session', id: who.sessionId } }, now);
  });
}
