import { createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { seal, unseal } from './seal.ts';

/**
 * Keys that never lie in the database. Texts about persons are sealed with a data key of their own (one for a contact, a case,
 * a packet); the data key lies beside them, sealed with the current key of the vault. To erase is to drop the data key.
 */
export interface Vault {
  /** The first seals; every one opens. */
  readonly keys: readonly [VaultKey, ...VaultKey[]];
  /** For blind indexes: derived from the first secret, so look-ups find what was written with it. */
  readonly indexKey: Buffer;
}

interface VaultKey {
  /** Eight hex digits that tell which key sealed something. */
  readonly id: string;
  readonly key: Buffer;
}

/** From the product's secret, and the secrets before it that still have to open what they sealed. 32 bytes each. */
export function makeVault(secret: Buffer, earlier: readonly Buffer[] = []): Vault {
  return { keys: [vaultKey(secret), ...earlier.map(vaultKey)], indexKey: derive(secret, 'vault index') };
}

/** A key of the vault, from 32 secret bytes. */
export function vaultKey(secret: Buffer): VaultKey {
  const key = derive(secret, 'vault key');
  return { id: createHash('sha256').update(key).digest('hex').slice(0, 8), key };
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
}

export interface DataKey {
  /** Seals and opens texts (`seal`, `unseal`). 32 bytes, in memory only. */
  readonly key: Buffer;
  /** What is stored: `<id of the vault's key>:<sealed data key>`. */
  readonly sealed: string;
}

/** A new data key for one owner (`contact:<id>`): it opens for this owner only. */
export function newDataKey(vault: Vault, owner: string): DataKey {
  const key = randomBytes(32);
  return { key, sealed: sealDataKey(vault, { key, owner }) };
}

/** Seals a data key with the vault's current key: at its making, and again after a rotation. */
export function sealDataKey(vault: Vault, { key, owner }: { key: Buffer; owner: string }): string {
  const [current] = vault.keys;
  return `${current.id}:${seal(current.key, { text: key.toString('base64url'), owner })}`;
}

/** Throws when it was sealed for another owner, was changed, or by a key that the vault no longer has. */
export function openDataKey(vault: Vault, { sealed, owner }: { sealed: string; owner: string }): Buffer {
  const [id, text] = sealed.split(':');
  const by = vault.keys.find((each) => each.id === id);
  if (!by || !text) throw new Error(`no key ${id} in the vault`);
  return Buffer.from(unseal(by.key, { sealed: text, owner }), 'base64url');
}

/** Sealed by an earlier key: to be sealed again. */
export function isSealedByEarlier(vault: Vault, sealed: string): boolean {
  return !sealed.startsWith(`${vault.keys[0].id}:`);
}

/** Finds an exact value without storing it: HMAC-SHA256, hex; the purpose keeps equal values of different fields apart. */
export function blindIndex(vault: Vault, { purpose, value }: { purpose: string; value: string }): string {
  return createHmac('sha256', vault.indexKey).update(`${purpose}\u0000${value}`).digest('hex');
}
