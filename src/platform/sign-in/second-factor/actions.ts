import type { PersonWho } from '../../access.ts';
import { record } from '../../audit/ledger.ts';
import { type Database, type Db, inTransaction, type Tx } from '../../database/database.ts';
import { Conflict } from '../../errors.ts';
import { ok, refuse, type Result } from '../../result.ts';
import { asSignIn, countTry } from '../actions.ts';
import { updateTries } from '../store.ts';
import { useCode } from './check.ts';
import { hashRecoveryCode, newRecoveryCodes, newTotpSecret, stepOfCode } from './codes.ts';
import { seal, unseal } from '../../vault/seal.ts';
import { raiseSession, secondFactorsMayChange } from './session.ts';
import {
  deleteTotp,
  findTotp,
  replaceRecoveryCodes,
  updateTotpConfirmed,
  upsertTotp,
  useTotpStep,
} from './store.ts';

export type SecondFactorRefusal = 'code-wrong' | 'confirm-first';

/** Makes a secret for an authenticator app. It counts from the first right code on. */
export async function beginTotp(
  db: Db,
  who: PersonWho,
  secretKey: Buffer,
  now = new Date(),
): Promise<Result<'begun', 'confirm-first'>> {
  const { personId } = who;
  return inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    if ((await findTotp(tx, personId))?.confirmedAt) throw new Conflict('totp');
    const secret = seal(secretKey, { text: newTotpSecret(), owner: personId });
    await upsertTotp(tx, { personId, secret });
    await record(tx, { event: 'totp.begin', subject: { kind: 'person', id: personId } }, now);
    return ok('begun');
  });
}

/** Turns the second step on. The session has a second factor from now on, under the token given back with ten recovery codes. */
export async function confirmTotp(
  db: Db,
  who: PersonWho,
  { code, secretKey }: { code: string; secretKey: Buffer },
  now = new Date(),
): Promise<Result<{ token: string; recoveryCodes: string[] }, SecondFactorRefusal>> {
  const { personId } = who;
  return inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    const totp = await findTotp(tx, personId);
    if (!totp || totp.confirmedAt) throw new Conflict('totp');
    const step = stepOfCode(unseal(secretKey, { sealed: totp.secret, owner: personId }), code, now);
    if (step === null || !(await useTotpStep(tx, { personId, step }))) return refuse('code-wrong');
    await updateTotpConfirmed(tx, personId, now);
    const recoveryCodes = await makeRecoveryCodes(tx, personId);
    await record(tx, { event: 'totp.confirm', subject: { kind: 'person', id: personId } }, now);
    return ok({ token: await raiseSession(tx, who.sessionId), recoveryCodes });
  });
}

/** Turns the second step off, with a last code; its recovery codes go too. Wrong codes count like those of a sign-in. */
export async function turnOffTotp(
  db: Database,
  who: PersonWho,
  { code, secretKey }: { code: string; secretKey: Buffer },
  now = new Date(),
): Promise<Result<'off', SecondFactorRefusal>> {
  const { personId } = who;
  if (!(await inTransaction(db, asSignIn, (tx) => countTry(tx, { personId }, now))))
    return refuse('code-wrong');
  return inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    if (!(await useCode(tx, { personId, code, secretKey }, now))) return refuse('code-wrong');
    await updateTries(tx, personId, { failedTries: 0, lockedUntil: null });
    await deleteTotp(tx, personId);
    await replaceRecoveryCodes(tx, { personId, hashes: [] });
    await record(tx, { event: 'totp.remove', subject: { kind: 'person', id: personId } }, now);
    return ok('off');
  });
}

/** Ten new recovery codes; the old ones are worth nothing. */
export async function renewRecoveryCodes(
  db: Db,
  who: PersonWho,
  now = new Date(),
): Promise<Result<string[], 'confirm-first'>> {
  const { personId } = who;
  return inTransaction(db, who, async (tx) => {
    if (!(await secondFactorsMayChange(tx, who))) return refuse('confirm-first');
    if (!(await findTotp(tx, personId))?.confirmedAt) throw new Conflict('totp');
    const codes = await makeRecoveryCodes(tx, personId);
    await record(tx, { event: 'recovery-codes.renew', subject: { kind: 'person', id: personId } }, now);
    return ok(codes);
  });
}

async function makeRecoveryCodes(tx: Tx, personId: string): Promise<string[]> {
  const codes = newRecoveryCodes();
  await replaceRecoveryCodes(tx, { personId, hashes: codes.map(hashRecoveryCode) });
  return codes;
}
