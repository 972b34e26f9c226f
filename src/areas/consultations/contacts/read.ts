import type { PersonWho } from '#platform/access.ts';
import type { Tx } from '#platform/database/database.ts';
import { unseal } from '#platform/vault/seal.ts';
import type { Vault } from '#platform/vault/vault.ts';
import { supervises } from '../access.ts';
import { type Message, readMessages } from '../messages/actions.ts';
import { keyOf } from '../messages/keys.ts';
import { type Contact, findContact, insertRead, listTexts } from './store.ts';

export interface OpenedContact {
  readonly contact: Contact;
  readonly messages: readonly Message[];
  /** content, response, next, handoff */
  readonly texts: Readonly<Record<string, string>>;
}

/** Opens a contact for somebody at its desk; each look is recorded. An erased one has its counted fields only. */
export async function readContact(
  tx: Tx,
  who: PersonWho,
  { vault, contactId }: { vault: Vault; contactId: string },
  now: Date,
): Promise<OpenedContact> {
  const contact = await findContact(tx, contactId);
  await recordRead(tx, who, contact, now);
  if (!contact.sealedKey) return { contact, messages: [], texts: {} };
  const key = keyOf(vault, contact);
  const texts = (await listTexts(tx, contactId)).map(({ kind, sealed }) => [
    kind,
    unseal(key, { sealed, owner: `text:${contactId}:${kind}` }),
  ]);
  return {
    contact,
    messages: await readMessages(tx, { vault, contact }),
    texts: Object.fromEntries(texts),
  };
}

/** Who looked, and as what. */
export async function recordRead(tx: Tx, who: PersonWho, contact: Contact, now: Date): Promise<void> {
  const { id: contactId, deskId, takenBy } = contact;
  const as = takenBy === who.personId ? 'holder' : supervises(who, deskId) ? 'supervisor' : 'colleague';
  await insertRead(tx, { contactId, deskId, personId: who.personId, at: now, as });
}
