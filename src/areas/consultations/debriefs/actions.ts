import type { PersonWho } from '#platform/access.ts';
import { type Db, inTransaction, type Tx } from '#platform/database/database.ts';
import { Forbidden } from '#platform/errors.ts';
import { seal, unseal } from '#platform/vault/seal.ts';
import { newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { can, worksAt } from '../access.ts';
import { findContact } from '../contacts/store.ts';
import { findDebrief, removeDebrief, writeDebrief } from './store.ts';

const ownerOf = (id: string) => `debrief:${id}`;

/**
 * Keeps what a counsellor writes down for themselves; empty takes it away. Nothing of it stands in the ledger: that somebody
 * needed a note is nobody else's business.
 */
export async function keepDebrief(
  db: Db,
  who: PersonWho,
  { vault, contactId, text }: { vault: Vault; contactId: string; text: string },
  now = new Date(),
): Promise<void> {
  const { personId } = who;
  await inTransaction(db, who, async (tx) => {
    const { deskId } = await findContact(tx, contactId);
    if (!worksAt(who, deskId)) throw new Forbidden(can.answer.name);
    if (!text.trim()) return removeDebrief(tx, { contactId, personId });
    const id = crypto.randomUUID();
    const { key, sealed: sealedKey } = newDataKey(vault, ownerOf(id));
    const sealed = seal(key, { text, owner: ownerOf(id) });
    await writeDebrief(tx, { id, contactId, deskId, personId, sealedKey, sealed, writtenAt: now });
  });
}

/** One's own note about a contact, '' when there is none. */
export async function readDebrief(
  tx: Tx,
  who: PersonWho,
  { vault, contactId }: { vault: Vault; contactId: string },
): Promise<string> {
  const note = await findDebrief(tx, { contactId, personId: who.personId });
  if (!note) return '';
  const owner = ownerOf(note.id);
  return unseal(openDataKey(vault, { sealed: note.sealedKey, owner }), { sealed: note.sealed, owner });
}
