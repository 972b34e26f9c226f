import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../database/database.ts';
import { NotFound } from '../../errors.ts';
import { people } from '../../people/tables.ts';
import { passkeys } from '../tables.ts';

export type PasskeyRow = typeof passkeys.$inferSelect;

export async function listPasskeys(tx: Tx, personId: string): Promise<PasskeyRow[]> {
  return tx.select().from(passkeys).where(eq(passkeys.personId, personId)).orderBy(asc(passkeys.createdAt));
}

/** A passkey of somebody who may sign in, held until the end of the transaction so that its counter is checked in turn. */
export async function lockPasskey(tx: Tx, credentialId: string): Promise<PasskeyRow | undefined> {
  const [row] = await tx
    .select({ passkey: passkeys })
    .from(passkeys)
    .innerJoin(people, eq(people.id, passkeys.personId))
    .where(and(eq(passkeys.credentialId, credentialId), isNull(people.disabledAt)))
    .for('update', { of: passkeys });
  return row?.passkey;
}

export async function insertPasskey(tx: Tx, row: typeof passkeys.$inferInsert): Promise<string> {
  const [written] = await tx.insert(passkeys).values(row).returning({ id: passkeys.id });
  if (!written) throw new Error('passkey was not written');
  return written.id;
}

export async function updatePasskeyUsed(
  tx: Tx,
  { id, counter }: { id: string; counter: number },
  now: Date,
): Promise<void> {
  await tx.update(passkeys).set({ counter, usedAt: now }).where(eq(passkeys.id, id));
}

export async function updatePasskeyLabel(
  tx: Tx,
  { id, personId, label }: { id: string; personId: string; label: string },
): Promise<void> {
  const changed = await tx
    .update(passkeys)
    .set({ label })
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id });
  if (changed.length === 0) throw new NotFound('passkey');
}

export async function deletePasskey(
  tx: Tx,
  { id, personId }: { id: string; personId: string },
): Promise<void> {
  const gone = await tx
    .delete(passkeys)
    .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
    .returning({ id: passkeys.id });
  if (gone.length === 0) throw new NotFound('passkey');
}

export async function findNamesOf(tx: Tx, personId: string): Promise<{ email: string; name: string }> {
  const [row] = await tx
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(eq(people.id, personId));
  if (!row) throw new NotFound('person');
  return row;
}
