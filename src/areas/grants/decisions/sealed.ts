import { seal, unseal } from '#platform/vault/seal.ts';
import { openDataKey, type Vault } from '#platform/vault/vault.ts';
import type { Pack } from './store.ts';

/** What of a pack is about persons, or was said freely. */
export interface PackWords {
  /** 委員の氏名・職 */
  readonly members: readonly string[];
  /** 議事の要旨 */
  readonly minutes: string;
  /** Of the decision. */
  readonly reason: string;
  /** Why it came back to the officer. */
  readonly returned: string;
}

export const noWords: PackWords = { members: [], minutes: '', reason: '', returned: '' };

const ownerOf = (id: string) => `grant-pack:${id}`;

export function openWords(vault: Vault, pack: Pick<Pack, 'id' | 'sealedKey' | 'sealedBoard'>): PackWords {
  if (!pack.sealedBoard || !pack.sealedKey) return noWords;
  const owner = ownerOf(pack.id);
  const key = openDataKey(vault, { sealed: pack.sealedKey, owner });
  return JSON.parse(unseal(key, { sealed: pack.sealedBoard, owner })) as PackWords;
}

export function sealWords(
  vault: Vault,
  { id, sealedKey }: Pick<Pack, 'id' | 'sealedKey'>,
  words: PackWords,
): string {
  const owner = ownerOf(id);
  if (!sealedKey) throw new Error('the pack was erased');
  return seal(openDataKey(vault, { sealed: sealedKey, owner }), { text: JSON.stringify(words), owner });
}

const reasonOwner = (applicationId: string) => `grant-application:${applicationId}:decision`;

/** Why an application is decided so: with its own key. */
export function sealReason(
  vault: Vault,
  application: { id: string; sealedKey: string },
  reason: string,
): string | null {
  return reason
    ? seal(keyOf(vault, application), { text: reason, owner: reasonOwner(application.id) })
    : null;
}

export function openReason(
  vault: Vault,
  application: { id: string; sealedKey: string },
  sealed: string | null,
): string {
  return sealed ? unseal(keyOf(vault, application), { sealed, owner: reasonOwner(application.id) }) : '';
}

function keyOf(vault: Vault, { id, sealedKey }: { id: string; sealedKey: string }): Buffer {
  return openDataKey(vault, { sealed: sealedKey, owner: `grant-application:${id}` });
}
