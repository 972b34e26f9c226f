import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { LineChannel } from './store.ts';

/** Everything of a channel is sealed with the channel's own key, each thing under its owner's name. */
export interface OpenChannel {
  readonly deskId: string;
  readonly key: Buffer;
}

export function newChannelKey(vault: Vault, deskId: string): { key: Buffer; sealed: string } {
  return newDataKey(vault, ownerOf(deskId));
}

export function openChannel(
  vault: Vault,
  { deskId, sealedKey }: Pick<LineChannel, 'deskId' | 'sealedKey'>,
): OpenChannel {
  return { deskId, key: openDataKey(vault, { sealed: sealedKey, owner: ownerOf(deskId) }) };
}

const ownerOf = (deskId: string) => `line:${deskId}`;

/** What is sealed: whose it is, and what. */
type Sealed = 'secret' | 'token' | `event:${string}` | `user:${string}` | `reply:${string}` | `out:${string}`;

export function sealFor({ key }: OpenChannel, what: Sealed, text: string): string {
  return seal(key, { text, owner: `line-${what}` });
}

export function unsealFor({ key }: OpenChannel, what: Sealed, sealed: string): string {
  return unseal(key, { sealed, owner: `line-${what}` });
}

/** Finds a LINE user of a desk again without knowing who they are at LINE. */
export function userIndex(vault: Vault, deskId: string, userId: string): string {
  return blindIndex(vault, { purpose: `line-user:${deskId}`, value: userId });
}

export function messageIndex(vault: Vault, deskId: string, messageId: string): string {
  return blindIndex(vault, { purpose: `line-message:${deskId}`, value: messageId });
}
