import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import manifest from '../../../package.json' with { type: 'json' };
import { migrationLock } from '../database/migrate.ts';
import { StartError } from '../errors.ts';
import { keyRingFile } from '../vault/key-ring.ts';
import { placeOf } from '../files/store.ts';
import {
  copyText,
  listMigrations,
  listSequences,
  listTables,
  refuseOthersThanTheOwner,
  type Table,
} from './catalog.ts';
import { withOwner } from './connection.ts';
import { copyOut } from './copy.ts';
import { listJobs } from './jobs.ts';
import { type BackupRecord, bare, type Counts, piecesOf, writeRecords } from './records.ts';
import { checkPassphrase, seal } from './seal.ts';
import { verifyBackup } from './verify.ts';

export interface BackupOptions {
  /** Connection string of the owner of the tables. */
  readonly url: string;
  /** Where stored files and the key lie. */
  readonly dataDir: string;
  /** SECRET_KEY, where it is a setting and not a file. */
  readonly secretKey: Buffer | undefined;
  readonly file: string;
  readonly passphrase: string | undefined;
}

export interface BackupReport extends Counts {
  /** SHA-256 of files that the database names and the folder does not hold as they were stored. */
  readonly damagedFiles: readonly string[];
}

/**
 * Writes everything as it was in one moment, while the app goes on working: rows, sequences, waiting jobs, files and key.
 * The file appears under its name when it is whole and was read back once; an existing one is never overwritten.
 */
export async function writeBackup({
  file,
  passphrase: given,
  ...from
}: BackupOptions): Promise<BackupReport> {
  const passphrase = checkPassphrase(given);
  await refuseExisting(file);
  const draft = `${file}.${randomUUID()}.part`;
  const damagedFiles: string[] = [];
  try {
    await withOwner(from.url, async (client) => {
      await openSnapshot(client);
      const records = writeRecords(recordsOf(client, { ...from, damagedFiles }));
      const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
      await pipeline(
        records,
        createGzip(),
        (plain: AsyncIterable<Buffer>) => seal(plain, passphrase),
        target,
      );
    });
    const { counts } = await verifyBackup(draft, passphrase);
    await publish(draft, file);
    return { ...counts, damagedFiles };
  } catch (error) {
    throw isFull(error) ? new StartError(`The disk that holds ${file} is full.`) : error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** One moment of the database; a start that wants to migrate waits until we are done. */
async function openSnapshot(client: pg.Client): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [migrationLock]);
  await client.query('begin transaction isolation level repeatable read, read only');
  await client.query(`select set_config('app.maintenance', 'on', true)`);
  await refuseOthersThanTheOwner(client);
}

type Source = Pick<BackupOptions, 'dataDir' | 'secretKey'> & { readonly damagedFiles: string[] };

async function* recordsOf(
  client: pg.Client,
  { dataDir, secretKey, damagedFiles }: Source,
): AsyncGenerator<BackupRecord> {
  const migrations = await listMigrations(client);
  if (migrations.length === 0)
    throw new StartError('There is no database of Tsunagi here: nothing to back up.');
  const { rows } = await client.query<{ version: string; now: Date }>(
    `select current_setting('server_version') as version, now() as now`,
  );
  const [server] = rows;
  const madeAt = server?.now.toISOString() ?? '';
  yield bare({
    type: 'manifest',
    version: manifest.version,
    madeAt,
    postgres: server?.version ?? '',
    migrations,
  });
  for (const table of await listTables(client)) yield* tableRecords(client, table);
  // After the rows: a sequence knows no snapshot, and may be ahead of the rows but never behind.
  for (const name of await listSequences(client)) {
    const { rows: found } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${name}`,
    );
    for (const { last, called } of found)
      yield bare({ type: 'sequence', name, lastValue: last, isCalled: called });
  }
  for (const job of await listJobs(client))
    yield { head: { type: 'job' }, content: Buffer.from(JSON.stringify(job)) };
  const key = secretKey ?? (await keyIn(dataDir));
  if (key) yield { head: { type: 'key' }, content: key };
  // After the rows: a key that a rotation adds meanwhile is one more, and none that a row needs is missing.
  const ring = await readFile(keyRingFile(dataDir)).catch(() => undefined);
  if (ring) yield { head: { type: 'vault-keys' }, content: ring };
  const { rows: files } = await client.query<{ sha256: string }>(
    'select distinct sha256 from files order by sha256',
  );
  for (const { sha256 } of files)
    yield* fileRecords(placeOf({ folder: join(dataDir, 'files') }, sha256), sha256, damagedFiles);
}

async function* tableRecords(client: pg.Client, table: Table): AsyncGenerator<BackupRecord> {
  yield bare({ type: 'table', name: table.name, columns: table.columns });
  const hash = createHash('sha256');
  const copying = copyOut(client, copyText(table, 'to stdout'));
  for (let next = await copying.next(); ; next = await copying.next()) {
    if (next.done) {
      yield bare({ type: 'table-end', rows: next.value, sha256: hash.digest('hex') });
      return;
    }
    hash.update(next.value);
    yield* piecesOf(next.value);
  }
}

/** A damaged file is told and left out: it must not keep everything else from being saved. */
async function* fileRecords(place: string, sha256: string, damaged: string[]): AsyncGenerator<BackupRecord> {
  if ((await hashOf(place)) !== sha256) {
    damaged.push(sha256);
    return;
  }
  yield bare({ type: 'file', sha256 });
  let bytes = 0;
  for await (const piece of createReadStream(place) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    yield* piecesOf(piece);
  }
  yield bare({ type: 'file-end', bytes });
}

async function hashOf(place: string): Promise<string | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of createReadStream(place) as AsyncIterable<Buffer>) hash.update(piece);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}

async function keyIn(dataDir: string): Promise<Buffer | undefined> {
  const text = await readFile(join(dataDir, 'secret.key'), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : Buffer.from(text.trim(), 'base64');
}

async function refuseExisting(file: string): Promise<void> {
  if (await stat(file).catch(() => undefined)) {
    throw new StartError(`${file} exists already: a backup is never overwritten. Give another name.`);
  }
  if (!(await stat(dirname(file)).catch(() => undefined))?.isDirectory()) {
    throw new StartError(`The folder ${dirname(file)} does not exist.`);
  }
}

/** `link` refuses an existing name, which `rename` would replace. */
async function publish(draft: string, file: string): Promise<void> {
  await link(draft, file).catch((error: NodeJS.ErrnoException) => {
    throw new StartError(`The backup cannot be named ${file} (${error.code}). Give another name.`);
  });
  const folder = await open(dirname(file));
  await folder.sync().finally(() => folder.close());
}

function isFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}
