import { createHash } from 'node:crypto';
import { StartError } from '../errors.ts';
import { bytesOf } from './bytes.ts';
import { cutOrAltered } from './seal.ts';

/** One migration that the database had; `at` is its place in their order. */
export interface AppliedMigration {
  readonly at: number;
  readonly hash: string;
}

/** What a backup holds, in this order: manifest, tables, sequences, jobs, the key, the vault's keys, files, end. Content comes in pieces. */
export type RecordHead =
  | {
      type: 'manifest';
      version: string;
      madeAt: string;
      postgres: string;
      migrations: readonly AppliedMigration[];
    }
  | { type: 'table'; name: string; columns: readonly string[] }
  | { type: 'piece' }
  | { type: 'table-end'; rows: number; sha256: string }
  | { type: 'sequence'; name: string; lastValue: string; isCalled: boolean }
  | { type: 'job' }
  | { type: 'key' }
  /** Keys that rotations added: vault/key-ring.ts. */
  | { type: 'vault-keys' }
  | { type: 'file'; sha256: string }
  | { type: 'file-end'; bytes: number }
  | ({ type: 'end'; sha256: string } & Counts);

export interface Counts {
  readonly tables: number;
  readonly rows: number;
  readonly jobs: number;
  readonly files: number;
}

export interface BackupRecord {
  readonly head: RecordHead;
  readonly content: Buffer;
}

/** Everything a record says must fit into memory many times over. */
const longestHead = 1024 * 1024;
const longestContent = 4 * 1024 * 1024;
const pieceLength = 512 * 1024;

/** Length of the head, length of the content, head, content; the SHA-256 of all before it goes into the end. */
export async function* writeRecords(records: AsyncIterable<BackupRecord>): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const counts = { tables: 0, rows: 0, jobs: 0, files: 0 };
  for await (const record of records) {
    count(counts, record.head);
    const bytes = encode(record);
    hash.update(bytes);
    yield bytes;
  }
  yield encode({ head: { type: 'end', sha256: hash.digest('hex'), ...counts }, content: Buffer.alloc(0) });
}

/** The records before the end; returns the counts once all of them were compared with those that the end tells. */
export async function* readRecords(stream: AsyncIterable<Buffer>): AsyncGenerator<BackupRecord, Counts> {
  const hash = createHash('sha256');
  const counts = { tables: 0, rows: 0, jobs: 0, files: 0 };
  const source = bytesOf(stream);
  for (;;) {
    const lengths = await source.take(8);
    const [headLength, contentLength] = [lengths?.readUInt32BE(0) ?? 0, lengths?.readUInt32BE(4) ?? 0];
    if (!lengths || headLength > longestHead || contentLength > longestContent)
      throw new StartError(cutOrAltered);
    const body = await source.take(headLength + contentLength);
    if (!body) throw new StartError(cutOrAltered);
    const head = JSON.parse(body.subarray(0, headLength).toString()) as RecordHead;
    if (head.type === 'end') {
      const told = JSON.stringify([head.sha256, head.tables, head.rows, head.jobs, head.files]);
      const found = JSON.stringify([
        hash.digest('hex'),
        counts.tables,
        counts.rows,
        counts.jobs,
        counts.files,
      ]);
      if (told !== found || !(await source.isOver())) throw new StartError(cutOrAltered);
      return counts;
    }
    count(counts, head);
    hash.update(lengths).update(body);
    yield { head, content: body.subarray(headLength) };
  }
}

/** Content of any length as pieces. */
export function* piecesOf(content: Buffer): Generator<BackupRecord> {
  for (let at = 0; at < content.length; at += pieceLength) {
    yield { head: { type: 'piece' }, content: content.subarray(at, at + pieceLength) };
  }
}

export function bare(head: RecordHead): BackupRecord {
  return { head, content: Buffer.alloc(0) };
}

function encode({ head, content }: BackupRecord): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(text.length, 0);
  lengths.writeUInt32BE(content.length, 4);
  return Buffer.concat([lengths, text, content]);
}

function count(counts: { -readonly [Name in keyof Counts]: number }, head: RecordHead): void {
  if (head.type === 'table') counts.tables += 1;
  if (head.type === 'table-end') counts.rows += head.rows;
  if (head.type === 'job') counts.jobs += 1;
  if (head.type === 'file') counts.files += 1;
}
