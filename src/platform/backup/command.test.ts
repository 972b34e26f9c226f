import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '../database/database.ts';
import { startEmbedded } from '../database/embedded/start.ts';
import { migrate } from '../database/migrate.ts';
import { backupCommand, restoreCommand } from './command.ts';

const folder = await mkdtemp(join(tmpdir(), 'backup-command-'));
afterAll(() => rm(folder, { recursive: true }));

const settings = (name: string) => ({
  DATA_DIR: join(folder, name),
  BACKUP_PASSPHRASE: 'correct horse battery',
  INIT_CWD: folder,
});

test('the embedded database is backed up while it runs and while it does not, and restored into a new data folder', async () => {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const app = await startEmbedded({ dataDir: join(folder, 'first'), durable: false });
  const db = openDatabase(app.url);
  await migrate(db.owner);
  await db.owner.query(`begin; select set_config('app.maintenance', 'on', true);
    insert into organisations (kind, code, name_ja) values ('npo', 'one', '一'); commit`);
  expect(await backupCommand(settings('first'), say, 'running.backup')).toBe(true);
  await expect(restoreCommand(settings('first'), say, 'running.backup')).rejects.toThrow(
    'already runs on the data folder',
  );
  await db.close();
  await app.stop();
  expect(await backupCommand(settings('first'), say, 'stopped.backup')).toBe(true);
  await restoreCommand(settings('second'), say, 'stopped.backup');
  expect(said).toEqual([
    expect.stringMatching(
      /^Backed up 1 rows of \d+ tables, 0 jobs and 0 files to .*\/running\.backup, and read it back\.$/,
    ),
    expect.stringMatching(/^Backed up 1 rows/),
    expect.stringMatching(/^Restored 1 rows/),
  ]);
  await expect(restoreCommand(settings('second'), say, 'stopped.backup')).rejects.toThrow('not empty');
});

test('what is missing is said in one line, and no database is made for a backup', async () => {
  const say = () => {};
  await expect(backupCommand(settings('none'), say, undefined)).rejects.toThrow('npm run backup FILE');
  await expect(backupCommand(settings('none'), say, 'x.backup')).rejects.toThrow('There is no database in');
  const { BACKUP_PASSPHRASE: _, ...without } = settings('second');
  await expect(backupCommand(without, say, 'x.backup')).rejects.toThrow('Set BACKUP_PASSPHRASE');
});
