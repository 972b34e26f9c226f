import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { StartError } from '../errors.ts';
import { type BackupRecord, type Counts, readRecords, type RecordHead } from './records.ts';
import { cutOrAltered, unseal } from './seal.ts';

export type Manifest = Extract<RecordHead, { type: 'manifest' }>;

/** The records of a backup file, each proven by then; the return value comes when the whole file is. */
export async function* openBackup(file: string, passphrase: string): AsyncGenerator<BackupRecord, Counts> {
  const plain = createGunzip();
  const reading = pipeline(
    createReadStream(file),
    (sealed: AsyncIterable<Buffer>) => unseal(sealed, passphrase),
    plain,
  );
  // Whoever reads `plain` meets the same error; here it only must not stay unheard.
  reading.catch(() => {});
  try {
    return yield* readRecords(plain as AsyncIterable<Buffer>);
  } catch (error) {
    throw asStartError(error, file);
  } finally {
    plain.destroy();
  }
}

/** Reads a backup from end to end and checks each hash in it, without a database. */
export async function verifyBackup(
  file: string,
  passphrase: string,
): Promise<{ manifest: Manifest; counts: Counts }> {
  const records = openBackup(file, passphrase);
  let manifest: Manifest | undefined;
  let told = '';
  let hash: Hash = createHash('sha256');
  for (let next = await records.next(); ; next = await records.next()) {
    if (next.done) {
      if (!manifest) throw new StartError(cutOrAltered);
      return { manifest, counts: next.value };
    }
    const { head, content } = next.value;
    if (head.type === 'manifest') manifest = head;
    else if (head.type === 'table' || head.type === 'file') {
      hash = createHash('sha256');
      told = head.type === 'file' ? head.sha256 : '';
    } else if (head.type === 'piece') hash.update(content);
    else if (head.type === 'table-end' || head.type === 'file-end') {
      if (hash.digest('hex') !== (head.type === 'file-end' ? told : head.sha256))
        throw new StartError(cutOrAltered);
    }
  }
}

function asStartError(error: unknown, file: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  if (error.code === 'ENOENT') return new StartError(`There is no file ${file}.`);
  if (error.code === 'EACCES' || error.code === 'EISDIR')
    return new StartError(`${file} cannot be read (${error.code}).`);
  return error;
}
