import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { ok, type Result, refuse } from '../result.ts';
import { type FileKind, fileKindOf } from './kinds.ts';
import { withoutMetadata } from './metadata.ts';
import { files } from './tables.ts';

/** Where the bytes lie: `<folder>/<first two of the hash>/<hash>`, written once, never changed. */
export interface FileStore {
  readonly folder: string;
}

export interface StoredFile {
  readonly id: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly mediaType: string;
  readonly name: string;
}

export type FileRefusal = 'file-empty' | 'file-too-large' | 'file-kind-not-taken';

/** Stores an upload as `checkUpload` leaves it; the row is written in the caller's transaction. */
export async function keepFile(
  tx: Tx,
  store: FileStore,
  upload: {
    content: Uint8Array;
    name: string;
    kinds: readonly FileKind[];
    maxBytes: number;
    organisationId?: string;
    /** Of content that must not lie about readable: what goes to the disk instead. Its hash is the file's. */
    seal?: (content: Uint8Array) => Uint8Array;
  },
): Promise<Result<StoredFile, FileRefusal>> {
  const checked = checkUpload(upload);
  if (!checked.ok) return checked;
  const { mediaType, content: plain } = checked.value;
  const content = upload.seal ? upload.seal(plain) : plain;
  const sha256 = createHash('sha256').update(content).digest('hex');
  await writeOnce(placeOf(store, sha256), content);
  const row = {
    id: crypto.randomUUID(),
    sha256,
    bytes: content.byteLength,
    mediaType,
    name:
      upload.name
        .normalize('NFC')
        .replace(/[/\\\p{Cc}]/gu, '_')
        .slice(0, 200) || 'file',
    organisationId: upload.organisationId ?? null,
    uploadedBy: tx.who.kind === 'person' ? tx.who.personId : null,
  };
  await tx.insert(files).values(row);
  return ok(row);
}

/** What an upload is, and its bytes as they are kept: of a picture nothing that its taker may not know is in it. */
export interface TakenUpload {
  readonly mediaType: FileKind;
  readonly content: Uint8Array;
}

/** Whether an upload is taken, by its size and its first bytes. A picture that was cut off on its way is none. */
export function checkUpload({
  content,
  maxBytes,
  kinds,
}: {
  content: Uint8Array;
  maxBytes: number;
  kinds: readonly FileKind[];
}): Result<TakenUpload, FileRefusal> {
  if (content.byteLength === 0) return refuse('file-empty');
  if (content.byteLength > maxBytes)
    return refuse('file-too-large', { megabytes: Math.floor(maxBytes / 1_048_576) });
  const mediaType = fileKindOf(content);
  if (!mediaType || !kinds.includes(mediaType)) return refuse('file-kind-not-taken');
  const bare = withoutMetadata(Buffer.from(content), mediaType);
  return bare ? ok({ mediaType, content: bare }) : refuse('file-kind-not-taken');
}

/** Reads a file that the transaction's person may see, and proves that its bytes are still those that were stored. */
export async function readStoredFile(
  tx: Tx,
  store: FileStore,
  id: string,
): Promise<StoredFile & { content: Buffer }> {
  const [file] = await listStoredFiles(tx, [id]);
  if (!file) throw new NotFound('file');
  return { ...file, content: await readContent(store, file) };
}

/** Those of the files that the transaction's person may see, without their bytes. */
export async function listStoredFiles(tx: Tx, ids: readonly string[]): Promise<StoredFile[]> {
  const { id, sha256, bytes, mediaType, name } = files;
  return tx
    .select({ id, sha256, bytes, mediaType, name })
    .from(files)
    .where(inArray(id, [...ids]));
}

/** The bytes of a file, proved to be still those that were stored. */
export async function readContent(
  store: FileStore,
  { id, sha256 }: Pick<StoredFile, 'id' | 'sha256'>,
): Promise<Buffer> {
  const content = await readFile(placeOf(store, sha256));
  if (createHash('sha256').update(content).digest('hex') !== sha256)
    throw new Error(`file ${id} is not what was stored`);
  return content;
}

/** Whether a file still lies there as it was stored: missing, when it or its row is gone. Nothing is thrown, it is looked into. */
export async function inspectFile(
  tx: Tx,
  store: FileStore,
  id: string,
): Promise<{ readonly is: 'same'; readonly content: Buffer } | { readonly is: 'missing' | 'changed' }> {
  const [row] = await tx.select().from(files).where(eq(files.id, id));
  const content = row && (await readFile(placeOf(store, row.sha256)).catch(() => undefined));
  if (!row || !content) return { is: 'missing' };
  const same = createHash('sha256').update(content).digest('hex') === row.sha256;
  return same ? { is: 'same', content } : { is: 'changed' };
}

/** The SHA-256 of a file, without opening it; empty when one may not see it. */
export async function findFileHash(tx: Tx, id: string): Promise<string> {
  const [row] = await tx.select({ sha256: files.sha256 }).from(files).where(eq(files.id, id));
  return row?.sha256 ?? '';
}

/** From now on anybody may read them: they stand on a public page. Whoever uploaded them; the caller has decided that they may. */
export async function makeFilesPublic(tx: Tx, ids: readonly string[], now: Date): Promise<void> {
  await tx.execute(
    sql`select make_file_public(f, ${now.toISOString()}::timestamptz) from unnest(${sql.param([...ids])}::uuid[]) f`,
  );
}

/** Their rows go; the bytes follow in the night, unless another row names the same: `sweepFiles`. */
export async function forgetFiles(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx.delete(files).where(inArray(files.id, [...ids]));
}

export function placeOf(store: FileStore, sha256: string): string {
  return join(store.folder, sha256.slice(0, 2), sha256);
}

/** Appears under its name when all of it is on the disk. */
export async function writeOnce(place: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const temporary = `${place}.${crypto.randomUUID()}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, place);
}
