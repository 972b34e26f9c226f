import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';

/** Encrypts a text with the product's key (32 bytes) for one owner; it opens with the same key and owner only. */
export function seal(key: Buffer, { text, owner }: { text: string; owner: string }): string {
  return encrypted(key, { content: Buffer.from(text), owner })
    .map((part) => part.toString('base64url'))
    .join('.');
}

/** The same for a file: nonce (12 bytes), tag (16), content. */
export function sealBytes(key: Buffer, of: { content: Uint8Array; owner: string }): Buffer {
  return Buffer.concat(encrypted(key, of));
}

export function unsealBytes(key: Buffer, { sealed, owner }: { sealed: Buffer; owner: string }): Buffer {
  const [nonce, tag, body] = [sealed.subarray(0, 12), sealed.subarray(12, 28), sealed.subarray(28)];
  return decrypted(key, { nonce, tag, body, owner });
}

function encrypted(key: Buffer, { content, owner }: { content: Uint8Array; owner: string }): Buffer[] {
  const nonce = randomBytes(12);
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(owner));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return [nonce, cipher.getAuthTag(), body];
}

function decrypted(
  key: Buffer,
  { nonce, tag, body, owner }: { nonce: Buffer; tag: Buffer; body: Buffer; owner: string },
): Buffer {
  const decipher = createDecipheriv(algorithm, key, nonce, { authTagLength: 16 })
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
}

/** Opens a sealed text; throws when it was changed, belongs to another owner, or the key is another one. */
export function unseal(key: Buffer, { sealed, owner }: { sealed: string; owner: string }): string {
  const [nonce, tag, body] = sealed.split('.').map((part) => Buffer.from(part, 'base64url'));
  if (!nonce || !tag || !body) throw new Error('not a sealed text');
  return decrypted(key, { nonce, tag, body, owner }).toString('utf8');
}
