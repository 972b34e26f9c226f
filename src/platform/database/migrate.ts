import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { migrate as applyMigrations } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';
import { StartError } from '../errors.ts';
import { explainServer, refuseUnfit } from './server-fit.ts';

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url));
const roles = new URL('roles.sql', import.meta.url);
const source = fileURLToPath(new URL('../../', import.meta.url));
/** One process migrates; others started at the same time wait for it here. */
export const migrationLock = 7_203_114;

/**
 * Brings the database to this version; refuses one that a newer version has touched. Safe to run from many processes.
 * `olderFolder`: only as far as the migrations in that folder go, and without guards, which know this version's tables.
 */
export async function migrate(owner: pg.Pool, olderFolder?: string): Promise<void> {
  try {
    await migrateAlone(owner, olderFolder);
  } catch (error) {
    throw explainServer(error);
  }
}

async function migrateAlone(owner: pg.Pool, olderFolder: string | undefined): Promise<void> {
  const client = await owner.connect();
  try {
    await refuseUnfit(client);
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    await refuseNewer(client);
    await client.query(await readFile(roles, 'utf8'));
    await applyMigrations(drizzle({ client }), { migrationsFolder: olderFolder ?? migrationsFolder });
    const { runMigrations: migrateJobs } = await import('graphile-worker');
    await migrateJobs({ pgPool: owner });
    if (olderFolder) return;
    for (const file of await guardFiles()) await client.query(await readFile(file, 'utf8'));
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {});
    client.release();
  }
}

/** The platform's guards first, then those that slices keep beside their tables, in the order of their names. */
async function guardFiles(): Promise<string[]> {
  const ofSlices: string[] = [];
  for await (const file of glob('areas/**/guards.sql', { cwd: source })) ofSlices.push(join(source, file));
  const ofPlatform = ['platform/database/guards.sql', 'platform/rollups/guards.sql'];
  return [...ofPlatform.map((file) => join(source, file)), ...ofSlices.sort()];
}

async function refuseNewer(client: pg.PoolClient): Promise<void> {
  const { rows: exists } = await client.query<{ found: string | null }>(
    `select to_regclass('drizzle.__drizzle_migrations')::text as found`,
  );
  if (!exists[0]?.found) return;
  const { rows } = await client.query<{ newest: string | null }>(
    'select max(created_at)::text as newest from drizzle.__drizzle_migrations',
  );
  const newestHere = Math.max(
    ...readMigrationFiles({ migrationsFolder }).map((migration) => migration.folderMillis),
  );
  if (Number(rows[0]?.newest ?? 0) > newestHere) {
    throw new StartError(
      'The database was made by a newer version of Tsunagi. Start that version, or restore a backup of this one.',
    );
  }
}
