import { createHash } from 'node:crypto';
import type pg from 'pg';
import { copyText, listTables, type Table } from './catalog.ts';
import { copyIn, copyOut } from './copy.ts';
import { addJob, type SavedJob } from './jobs.ts';
import type { BackupRecord, RecordHead } from './records.ts';
import { fileKeeper, type KeptFiles } from './restored-files.ts';
import { loosen, tighten } from './constraints.ts';
import { refuseFilled } from './emptiness.ts';
import { openBackup } from './verify.ts';

interface FillOptions {
  readonly file: string;
  readonly passphrase: string;
  readonly dataDir: string;
  readonly secretKey: Buffer | undefined;
}

type Records = AsyncGenerator<BackupRecord, unknown>;
type TableHead = Extract<RecordHead, { type: 'table' }>;

/** Writes the content of a backup into empty tables of its version, in one transaction. */
export async function fillFromBackup(
  client: pg.Client,
  { file, passphrase, dataDir, secretKey }: FillOptions,
): Promise<void> {
  const files = fileKeeper({ dataDir, secretKey });
  await client.query('begin');
  try {
    const tables = await listTables(client);
    if (tables.length > 0)
      await client.query(`lock table ${tables.map(({ name }) => name).join(', ')} in access exclusive mode`);
    await refuseFilled(client, tables);
    const loosened = await loosen(client, tables);
    const records = openBackup(file, passphrase);
    for (let next = await records.next(); !next.done; next = await records.next())
      await keep(client, { record: next.value, records, tables, files });
    await tighten(client, loosened);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    await files.undo();
    throw error;
  }
}

interface Keeping {
  readonly record: BackupRecord;
  /** Those that follow: a table and a file take their pieces from here. */
  readonly records: Records;
  readonly tables: readonly Table[];
  readonly files: KeptFiles;
}

async function keep(
  client: pg.Client,
  { record: { head, content }, records, tables, files }: Keeping,
): Promise<void> {
  if (head.type === 'table') await fillTable(client, { head, records, tables });
  else if (head.type === 'sequence')
    await client.query('select setval($1::regclass, $2, $3)', [head.name, head.lastValue, head.isCalled]);
  else if (head.type === 'job') await addJob(client, JSON.parse(content.toString()) as SavedJob);
  else if (head.type === 'key') await files.keepKey(content);
  else if (head.type === 'vault-keys') await files.keepVaultKeys(content);
  else if (head.type === 'file') await files.keep(head.sha256, await wholeOf(records));
}

/** Loads one table and reads it back: every row has to come out as it was saved. */
async function fillTable(
  client: pg.Client,
  { head, records, tables }: { head: TableHead; records: Records; tables: readonly Table[] },
): Promise<void> {
  const table = tables.find(({ name }) => name === head.name);
  if (table?.columns.join() !== head.columns.join())
    throw new Error(`${head.name} has other columns than in the backup`);
  const pieces = piecesUntilEnd(records);
  const loaded = await copyIn(client, copyText(head, 'from stdin'), pieces.content);
  const end = pieces.end();
  const hash = createHash('sha256');
  const reading = copyOut(client, copyText(head, 'to stdout'));
  let next = await reading.next();
  for (; !next.done; next = await reading.next()) hash.update(next.value);
  if (
    end?.type !== 'table-end' ||
    loaded !== end.rows ||
    next.value !== end.rows ||
    hash.digest('hex') !== end.sha256
  ) {
    throw new Error(`${head.name} does not read back as it was saved`);
  }
}

/** The pieces up to the record that ends them, which `end` gives once they were taken. */
function piecesUntilEnd(records: Records): {
  content: AsyncGenerator<Buffer>;
  end: () => RecordHead | undefined;
} {
  let ending: RecordHead | undefined;
  async function* content(): AsyncGenerator<Buffer> {
    for (let next = await records.next(); !next.done; next = await records.next()) {
      if (next.value.head.type === 'piece') yield next.value.content;
      else {
        ending = next.value.head;
        return;
      }
    }
  }
  return { content: content(), end: () => ending };
}

async function wholeOf(records: Records): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of piecesUntilEnd(records).content) pieces.push(piece);
  return Buffer.concat(pieces);
}
