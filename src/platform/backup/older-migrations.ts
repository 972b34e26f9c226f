import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { migrate, migrationsFolder } from '../database/migrate.ts';
import { StartError } from '../errors.ts';
import type { AppliedMigration } from './records.ts';

interface Journal {
  readonly entries: readonly { readonly when: number; readonly tag: string }[];
}

/** A backup fits when its migrations are the first of ours: then ours lead from its tables to those of this version. */
export function refuseForeignVersion(backup: readonly AppliedMigration[], folder = migrationsFolder): void {
  const ours = readMigrationFiles({ migrationsFolder: folder });
  const newest = Math.max(...ours.map(({ folderMillis }) => folderMillis));
  if (backup.some(({ at }) => at > newest)) {
    throw new StartError('The backup was made by a newer version of Tsunagi. Restore it with that version.');
  }
  if (backup.some(({ at, hash }, index) => ours[index]?.folderMillis !== at || ours[index]?.hash !== hash)) {
    throw new StartError(
      'The backup was made by another line of versions: its tables cannot be brought to this version.',
    );
  }
}

/** Makes the tables as they were in the backup's version. */
export async function migrateToBackup(
  owner: pg.Pool,
  backup: readonly AppliedMigration[],
  folder = migrationsFolder,
): Promise<void> {
  const journal = JSON.parse(await readFile(join(folder, 'meta/_journal.json'), 'utf8')) as Journal;
  const entries = journal.entries.slice(0, backup.length);
  if (entries.length === journal.entries.length) return migrate(owner);
  const older = await mkdtemp(join(tmpdir(), 'tsunagi-migrations-'));
  try {
    await mkdir(join(older, 'meta'));
    await writeFile(join(older, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
    for (const { tag } of entries) await copyFile(join(folder, `${tag}.sql`), join(older, `${tag}.sql`));
    await migrate(owner, older);
  } finally {
    await rm(older, { recursive: true });
  }
}
