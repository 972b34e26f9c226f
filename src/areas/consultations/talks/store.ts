import { and, eq, gt, lt } from 'drizzle-orm';
import type { Tx } from '#platform/database/database.ts';
import { triesOf } from '#platform/tries/tries.ts';
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

export const tries = triesOf(talkTries);
