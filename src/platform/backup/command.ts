import { resolve } from 'node:path';
import { type Config, readConfig } from '../config.ts';
import { makeDataDir } from '../data-dir.ts';
import { startEmbedded } from '../database/embedded/start.ts';
import { openExisting } from '../database/existing.ts';
import { StartError } from '../errors.ts';
import { readSecretKey } from '../secret-key.ts';
import { writeBackup } from './backup.ts';
import type { Counts } from './records.ts';
import { restoreBackup } from './restore.ts';

type Environment = Readonly<Record<string, string | undefined>>;
type Say = (line: string) => void;

/** `npm run backup FILE`: also while the app runs. True when everything is in the file. */
export async function backupCommand(
  environment: Environment,
  say: Say,
  name: string | undefined,
): Promise<boolean> {
  const { file, config, dataDir } = await prepare(environment, name, 'backup');
  const secretKey = await givenKey(config, dataDir);
  const database = await openExisting(config, dataDir);
  try {
    const report = await writeBackup({
      url: database.url,
      dataDir,
      secretKey,
      file,
      passphrase: environment['BACKUP_PASSPHRASE'],
    });
    say(`Backed up ${inWords(report)} to ${file}, and read it back.`);
    for (const sha256 of report.damagedFiles)
      say(`Not in the backup, because it is missing or damaged in ${dataDir}/files: ${sha256}`);
    return report.damagedFiles.length === 0;
  } finally {
    await database.stop();
  }
}

/** `npm run restore FILE`: into an empty data folder or an empty database, while no app runs on it. */
export async function restoreCommand(
  environment: Environment,
  say: Say,
  name: string | undefined,
): Promise<void> {
  const { file, config, dataDir } = await prepare(environment, name, 'restore');
  const secretKey = await givenKey(config, dataDir);
  const database = config.DATABASE_URL ? given(config.DATABASE_URL) : await startEmbedded({ dataDir });
  try {
    const counts = await restoreBackup({
      url: database.url,
      dataDir,
      secretKey,
      file,
      passphrase: environment['BACKUP_PASSPHRASE'],
    });
    say(`Restored ${inWords(counts)} from ${file}.`);
  } finally {
    await database.stop();
  }
}

/** npm runs scripts in the project's folder and tells in INIT_CWD where the person stands who names a file. */
async function prepare(environment: Environment, name: string | undefined, verb: string) {
  if (!name) throw new StartError(`Name the file: npm run ${verb} FILE`);
  const config = readConfig(environment);
  return {
    file: resolve(environment['INIT_CWD'] ?? '.', name),
    config,
    dataDir: await makeDataDir(config.DATA_DIR),
  };
}

function givenKey({ SECRET_KEY }: Config, dataDir: string): Promise<Buffer> | undefined {
  return SECRET_KEY ? readSecretKey({ given: SECRET_KEY, dataDir }) : undefined;
}

function given(url: string): { url: string; stop: () => Promise<void> } {
  return { url, stop: async () => {} };
}

function inWords({ tables, rows, jobs, files }: Counts): string {
  return `${rows} rows of ${tables} tables, ${jobs} jobs and ${files} files`;
}
