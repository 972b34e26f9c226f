import pg from 'pg';
import { migrate } from '../database/migrate.ts';
import { StartError } from '../errors.ts';
import { listMigrations, listTables, refuseOthersThanTheOwner } from './catalog.ts';
import { withOwner } from './connection.ts';
import { refuseFilled } from './emptiness.ts';
import { fillFromBackup } from './fill.ts';
import { migrateToBackup, refuseForeignVersion } from './older-migrations.ts';
import type { AppliedMigration, Counts } from './records.ts';
import { checkPassphrase } from './seal.ts';
import { verifyBackup } from './verify.ts';

export interface RestoreOptions {
  readonly url: string;
  /** Where files and key are written. */
  readonly dataDir: string;
  /** SECRET_KEY, where it is a setting and not a file: it has to be that of the backup. */
  readonly secretKey: Buffer | undefined;
  readonly file: string;
  readonly passphrase: string | undefined;
}

/**
 * Fills an empty database from a backup. The whole file is proven before anything is touched; rows, sequences and jobs
 * come in one transaction, which is undone when a single row differs from what was saved.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Counts> {
  const passphrase = checkPassphrase(options.passphrase);
  const { manifest, counts } = await verifyBackup(options.file, passphrase);
  refuseForeignVersion(manifest.migrations);
  await withOwner(options.url, async (client) => {
    await refuseOtherTables(client, manifest.migrations);
    await client.query('begin');
    await refuseFilled(client, await listTables(client));
    await client.query('commit');
  });
  const owner = new pg.Pool({ connectionString: options.url, max: 3, application_name: 'tsunagi-restore' });
  owner.on('error', () => {});
  owner.on('connect', (client) => client.on('error', () => {}));
  try {
    await migrateToBackup(owner, manifest.migrations);
    await withOwner(options.url, async (client) => {
      await refuseOthersThanTheOwner(client);
      await fillFromBackup(client, { ...options, passphrase });
    });
    await migrate(owner);
  } finally {
    await owner.end();
  }
  return counts;
}

async function refuseOtherTables(client: pg.Client, backup: readonly AppliedMigration[]): Promise<void> {
  const applied = await listMigrations(client);
  if (applied.length > backup.length) {
    throw new StartError(
      'The database already has the tables of a newer version than the backup. Restore into a new, empty database.',
    );
  }
  if (applied.some(({ at, hash }, index) => backup[index]?.at !== at || backup[index]?.hash !== hash)) {
    throw new StartError(
      'The database has other tables than the backup. Restore into a new, empty database.',
    );
  }
  if (applied.length === 0 && (await listTables(client)).length > 0) {
    throw new StartError(
      'The database holds tables that are not of Tsunagi. Restore into a new, empty database.',
    );
  }
}
