import { and, count, eq, isNull, lt, or } from 'drizzle-orm';
import type { Tx } from '../../database/database.ts';
import { passkeys, recoveryCodes, sessions, totpSecrets } from '../tables.ts';

export type TotpRow = typeof totpSecrets.$inferSelect;

export async function findTotp(tx: Tx, personId: string): Promise<TotpRow | undefined> {
  const [row] = await tx.select().from(totpSecrets).where(eq(totpSecrets.personId, personId));
  return row;
}

/** A new secret takes the place of one that was never confirmed; a confirmed one stays. */
export async function upsertTotp(tx: Tx, row: { personId: string; secret: string }): Promise<void> {
  await tx
    .insert(totpSecrets)
    .values(row)
    .onConflictDoUpdate({
      target: totpSecrets.personId,
      set: { secret: row.secret, lastStep: null },
      setWhere: isNull(totpSecrets.confirmedAt),
    });
}

export async function updateTotpConfirmed(tx: Tx, personId: string, now: Date): Promise<void> {
  await tx.update(totpSecrets).set({ confirmedAt: now }).where(eq(totpSecrets.personId, personId));
}

/** Uses up a time step; false when it, or a later one, was used before. */
export async function useTotpStep(tx: Tx, { personId, step }: { personId: string; step: number }) {
  const used = await tx
    .update(totpSecrets)
    .set({ lastStep: step })
    .where(
      and(
        eq(totpSecrets.personId, personId),
        or(isNull(totpSecrets.lastStep), lt(totpSecrets.lastStep, step)),
      ),
    )
    .returning({ personId: totpSecrets.personId });
  return used.length === 1;
}

export async function deleteTotp(tx: Tx, personId: string): Promise<void> {
  await tx.delete(totpSecrets).where(eq(totpSecrets.personId, personId));
}

/** New codes in the place of all old ones. */
export async function replaceRecoveryCodes(
  tx: Tx,
  { personId, hashes }: { personId: string; hashes: readonly string[] },
): Promise<void> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  if (hashes.length > 0)
    await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash })));
}

/** Uses up a recovery code; false when there is no such code or it was used before. */
export async function useRecoveryCode(
  tx: Tx,
  { personId, codeHash }: { personId: string; codeHash: string },
  now: Date,
): Promise<boolean> {
  const used = await tx
    .update(recoveryCodes)
    .set({ usedAt: now })
    .where(
      and(
        eq(recoveryCodes.personId, personId),
        eq(recoveryCodes.codeHash, codeHash),
        isNull(recoveryCodes.usedAt),
      ),
    )
    .returning({ id: recoveryCodes.id });
  return used.length > 0;
}

export async function countRecoveryCodes(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx
    .select({ left: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return row?.left ?? 0;
}

export async function countPasskeys(tx: Tx, personId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(passkeys).where(eq(passkeys.personId, personId));
  return row?.count ?? 0;
}

/** The session has a second factor from now on, under a new token. */
export async function updateSessionRaised(
  tx: Tx,
  { sessionId, tokenHash }: { sessionId: string; tokenHash: string },
): Promise<void> {
  await tx.update(sessions).set({ secondFactor: true, tokenHash }).where(eq(sessions.id, sessionId));
}
