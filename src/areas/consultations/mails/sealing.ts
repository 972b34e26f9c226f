import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, type Vault } from '#platform/vault/vault.ts';
import type { Contact } from '../contacts/store.ts';
import { keyOf } from '../messages/keys.ts';

/** Finds an address or a Message-ID again without keeping it. */
export function addressIndex(vault: Vault, address: string): string {
  return blindIndex(vault, { purpose: 'mail-address', value: address.toLowerCase() });
}

export function idIndex(vault: Vault, messageId: string): string {
  return blindIndex(vault, { purpose: 'mail-id', value: messageId });
}

/** Of a contact, always the same: 64 bits that nobody can guess without the vault. */
export function tokenFor(vault: Vault, contactId: string): string {
  return blindIndex(vault, { purpose: 'mail-token', value: contactId }).slice(0, 16);
}

const ownerOf = (contactId: string, what: 'address' | 'last-id') => `mail:${contactId}:${what}`;

type Keyed = Pick<Contact, 'id' | 'sealedKey'>;

export function sealMail(vault: Vault, contact: Keyed, what: 'address' | 'last-id', text: string): string {
  return seal(keyOf(vault, contact), { text, owner: ownerOf(contact.id, what) });
}

export function unsealMail(
  vault: Vault,
  contact: Keyed,
  what: 'address' | 'last-id',
  sealed: string | null,
): string | undefined {
  return sealed ? unseal(keyOf(vault, contact), { sealed, owner: ownerOf(contact.id, what) }) : undefined;
}
