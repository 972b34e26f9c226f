import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { type Contact, findContact } from '../contacts/store.ts';
import { keyOf } from '../messages/keys.ts';
import { findDraft, removeDraft, writeDraft } from './store.ts';

const ownerOf = (contactId: string, personId: string) => `draft:${contactId}:${personId}`;

/** Keeps what is typed, so that neither a reload nor a lost connection takes it. Empty: nothing is kept. */
export async function keepDraft(
  db: Db,
  who: PersonWho,
  { vault, contactId, text }: { vault: Vault; contactId: string; text: string },
  now = new Date(),
): Promise<void> {
  const { personId } = who;
  await inTransaction(db, who, async (tx) => {
    const contact = await findContact(tx, contactId);
    if (!text.trim() || !contact.sealedKey) return removeDraft(tx, { contactId, personId });
    const sealed = seal(keyOf(vault, contact), {
      text: text.slice(0, 20_000),
      owner: ownerOf(contactId, personId),
    });
    await writeDraft(tx, { contactId, personId, sealed, at: now });
  });
}

export async function readDraft(
  tx: Tx,
  { vault, contact, personId }: { vault: Vault; contact: Contact; personId: string },
): Promise<string> {
  const sealed = await findDraft(tx, { contactId: contact.id, personId });
  if (!sealed || !contact.sealedKey) return '';
  return unseal(keyOf(vault, contact), { sealed, owner: ownerOf(contact.id, personId) });
}
