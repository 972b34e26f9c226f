import { openDataKey, type Vault } from '#platform/vault/vault.ts';

/** Live pages of a conversation. */
export function contactTopic(contactId: string): string {
  return `contact:${contactId}`;
}

/** Live pages of the desk that has it. */
export function deskTopic(deskId: string): string {
  return `desk:${deskId}`;
}

/** The contact's data key; an erased contact has none. */
export function keyOf(
  vault: Vault,
  contact: { readonly id: string; readonly sealedKey: string | null },
): Buffer {
  if (!contact.sealedKey) throw new Error(`contact ${contact.id} is erased`);
  return openDataKey(vault, { sealed: contact.sealedKey, owner: `contact:${contact.id}` });
}
