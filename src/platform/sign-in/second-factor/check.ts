import type { Tx } from '../../database/database.ts';
import { hashRecoveryCode, stepOfCode } from './codes.ts';
import { unseal } from '../../vault/seal.ts';
import { findTotp, useRecoveryCode, useTotpStep } from './store.ts';

/** Uses up a code of the authenticator app or a recovery code; says which it was, or null when it is neither or was used. */
export async function useCode(
  tx: Tx,
  { personId, code, secretKey }: { personId: string; code: string; secretKey: Buffer },
  now: Date,
): Promise<'totp' | 'recovery-code' | null> {
  const totp = await findTotp(tx, personId);
  if (totp?.confirmedAt) {
    const step = stepOfCode(unseal(secretKey, { sealed: totp.secret, owner: personId }), code, now);
    if (step !== null && (await useTotpStep(tx, { personId, step }))) return 'totp';
  }
  const used = await useRecoveryCode(tx, { personId, codeHash: hashRecoveryCode(code) }, now);
  return used ? 'recovery-code' : null;
}
