import { createHmac, randomInt } from 'node:crypto';
import { seal, unseal } from '#platform/vault/seal.ts';
import { blindIndex, newDataKey, openDataKey, type Vault } from '#platform/vault/vault.ts';
import { codeLength, codeLetters } from './rules.ts';

export function newCode(): string {
  return Array.from({ length: codeLength }, () => codeLetters[randomInt(codeLetters.length)]).join('');
}

/** What stands for the code in the database. It needs the vault, so a stolen database cannot be searched for codes. */
export function indexOf(vault: Vault, code: string): string {
  return blindIndex(vault, { purpose: 'packet', value: code });
}

/** The key of the text follows from a data key of the vault and from the code: neither alone opens it. */
function keyFor(dataKey: Buffer, code: string): Buffer {
  return createHmac('sha256', dataKey).update(`packet\u0000${code}`).digest();
}

export function sealPacket(vault: Vault, { id, code, text }: { id: string; code: string; text: string }) {
  const owner = `packet:${id}`;
  const { key, sealed } = newDataKey(vault, owner);
  return { sealedKey: sealed, sealedText: seal(keyFor(key, code), { text, owner }) };
}

export function unsealPacket(
  vault: Vault,
  { id, code, sealedKey, sealedText }: { id: string; code: string; sealedKey: string; sealedText: string },
): string {
  const owner = `packet:${id}`;
  const key = openDataKey(vault, { sealed: sealedKey, owner });
  return unseal(keyFor(key, code), { sealed: sealedText, owner });
}
