import { and, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { contacts } from '../contacts/tables.ts';
import type { Contact } from '../contacts/store.ts';
import { talkKeys, talkTries } from './tables.ts';

export async function insertTalkKey(
  tx: Tx,
  key: { tokenHash: string; contactId: string; expiresAt: Date },
): Promise<void> {
  await tx.insert(talkKeys).values(key);
}

/** The contact that a token leads to, if it still does. */
export async function findTalkContact(
  tx: Tx,
  { tokenHash, now }: { tokenHash: string; now: Date },
): Promise<Contact | undefined> {
  const [row] = await tx
    .select({ contact: contacts })
    .from(talkKeys)
    .innerJoin(contacts, eq(contacts.id, talkKeys.contactId))
    .where(and(eq(talkKeys.tokenHash, tokenHash), gt(talkKeys.expiresAt, now)));
  return row?.contact;
}

export async function removeTalkKey(tx: Tx, tokenHash: string): Promise<void> {
  await tx.delete(talkKeys).where(eq(talkKeys.tokenHash, tokenHash));
}

export async function removeExpiredTalkKeys(tx: Tx, now: Date): Promise<void> {
  await tx.delete(talkKeys).where(lt(talkKeys.expiresAt, now));
}

export async function lockTries(tx: Tx, number: string): Promise<{ tries: number; restsUntil: Date | null }> {
  await tx.insert(talkTries).values({ number, tries: 0 }).onConflictDoNothing();
  const [row] = await tx.select().from(talkTries).where(eq(talkTries.number, number)).for('update');
  return row ?? { tries: 0, restsUntil: null };
}

export async function writeTries(
  tx: Tx,
  number: string,
  state: { tries: number; restsUntil: Date | null },
): Promise<void> {
  await tx.update(talkTries).set(state).where(eq(talkTries.number, number));
}

/** What rests no more: each night the count begins anew. */
export async function removeOldTries(tx: Tx, now: Date): Promise<void> {
  await tx.delete(talkTries).where(or(isNull(talkTries.restsUntil), lt(talkTries.restsUntil, now)));
}

export async function removeTries(tx: Tx, number: string): Promise<void> {
  await tx.delete(talkTries).where(eq(talkTries.number, number));
}
