import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  randomBytes,
  scrypt,
  timingSafeEqual,
} from 'node:crypto';
import { StartError } from '../errors.ts';
import { bytesOf } from './bytes.ts';

/**
 * A sealed stream: header, then frames of AES-256-GCM, each with its length before and its tag behind.
 * Header, 52 bytes: 16 of name and version, log2 of scrypt's N, r, p, 0, 16 of salt, 16 that prove the passphrase.
 * The nonce counts the frames and says which is the last, so that frames cannot be left out, moved or added, and a cut is
 * found. The salt makes a new key for each file, and the header is authenticated with every frame.
 */
const name = Buffer.from('TSUNAGI BACKUP 1');
const headerLength = 52;
const tagLength = 16;
const frameLength = 256 * 1024;
const cost = { logN: 16, r: 8, p: 2 };
const shortestPassphrase = 12;

export const cutOrAltered =
  'The backup is cut off or was altered: it cannot be restored. Take another copy of it.';

/** A short one could be guessed by whoever holds the file. */
export function checkPassphrase(given: string | undefined): string {
  const passphrase = (given ?? '').normalize('NFKC');
  if (Array.from(passphrase).length < shortestPassphrase) {
    throw new StartError(
      `Set BACKUP_PASSPHRASE to at least ${shortestPassphrase} characters. Without it nobody can read the backup, so keep it apart from the file.`,
    );
  }
  return passphrase;
}

export async function* seal(plain: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const start = Buffer.concat([name, Buffer.from([cost.logN, cost.r, cost.p, 0]), randomBytes(16)]);
  const key = await keyFrom(passphrase, start);
  const header = Buffer.concat([start, proofOf(key, start)]);
  yield header;
  const source = bytesOf(plain);
  let count = 0;
  const frame = (content: Buffer, last: boolean) => {
    const cipher = createCipheriv('aes-256-gcm', key, nonce(count++, last)).setAAD(header);
    const sealed = Buffer.concat([cipher.update(content), cipher.final()]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(sealed.length);
    return Buffer.concat([length, sealed, cipher.getAuthTag()]);
  };
  for (let piece = await source.take(frameLength); piece; piece = await source.take(frameLength))
    yield frame(piece, false);
  yield frame(source.rest(), true);
}

/** What was sealed; throws before it gives a byte that was not. */
export async function* unseal(sealed: AsyncIterable<Buffer>, passphrase: string): AsyncGenerator<Buffer> {
  const source = bytesOf(sealed);
  const header = await source.take(headerLength);
  if (!header?.subarray(0, name.length - 1).equals(name.subarray(0, -1))) {
    throw new StartError('This file is no backup of Tsunagi.');
  }
  if (header[name.length - 1] !== name.at(-1)) {
    throw new StartError(
      'The backup was written by a newer version of Tsunagi. Restore it with that version.',
    );
  }
  const start = header.subarray(0, headerLength - 16);
  const key = await keyFrom(passphrase, start);
  if (!timingSafeEqual(proofOf(key, start), header.subarray(-16))) {
    throw new StartError('BACKUP_PASSPHRASE is not the passphrase of this backup.');
  }
  for (let count = 0; ; count += 1) {
    const length = (await source.take(4))?.readUInt32BE() ?? Number.POSITIVE_INFINITY;
    const frame = length <= frameLength ? await source.take(length + tagLength) : undefined;
    if (!frame) throw new StartError(cutOrAltered);
    const last = await source.isOver();
    const decipher = createDecipheriv('aes-256-gcm', key, nonce(count, last)).setAAD(header);
    decipher.setAuthTag(frame.subarray(length));
    const content = decipher.update(frame.subarray(0, length));
    try {
      decipher.final();
    } catch {
      throw new StartError(cutOrAltered);
    }
    yield content;
    if (last) return;
  }
}

function nonce(count: number, last: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(count, 5, 6);
  bytes[11] = last ? 1 : 0;
  return bytes;
}

function keyFrom(passphrase: string, start: Buffer): Promise<Buffer> {
  const [logN = 0, r = 0, p = 0] = start.subarray(name.length);
  // Bounds keep a foreign file from asking for all memory.
  if (logN < 14 || logN > 20 || r !== 8 || p < 1 || p > 4) throw new StartError(cutOrAltered);
  return new Promise((done, fail) => {
    const settings = { N: 2 ** logN, r, p, maxmem: 2 ** logN * r * 256 };
    scrypt(passphrase, start.subarray(-16), 32, settings, (error, key) => (error ? fail(error) : done(key)));
  });
}

function proofOf(key: Buffer, start: Buffer): Buffer {
  return createHmac('sha256', key).update(start).digest().subarray(0, 16);
}
