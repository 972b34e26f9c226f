import { readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import type { Who } from '../access.ts';
import { type Database, inTransaction } from '../database/database.ts';
import type { Job } from '../jobs.ts';
import type { FileStore } from './store.ts';

/** A file is written before its row: for so long (ms) a row may still come. */
const grace = 86_400_000;

/**
 * Removes bytes that no row knows: of a process that was killed between file and record, and of rows that were deleted since. What
 * is young stays, and so does whatever one row still names.
 */
export async function sweepFiles(
  db: Database,
  who: Who,
  { folder }: FileStore,
  now = new Date(),
): Promise<{ removed: number }> {
  let removed = 0;
  for (const part of await namesIn(folder)) {
    if (!/^[0-9a-f]{2}$/.test(part)) continue;
    const old: string[] = [];
    for (const name of await namesIn(join(folder, part))) {
      const found = await stat(join(folder, part, name)).catch(() => undefined);
      if (found?.isFile() && now.getTime() - found.mtimeMs > grace) old.push(name);
    }
    const known = await knownOf(db, who, old);
    for (const name of old.filter((each) => !known.has(each))) {
      await unlink(join(folder, part, name)).catch(() => undefined);
      removed += 1;
    }
  }
  return { removed };
}

const namesIn = (folder: string) => readdir(folder).catch((): string[] => []);

/** A name that is no hash was never finished: no row can know it. */
async function knownOf(db: Database, who: Who, names: readonly string[]): Promise<ReadonlySet<string>> {
  const hashes = names.filter((name) => /^[0-9a-f]{64}$/.test(name));
  if (hashes.length === 0) return new Set();
  const { rows } = await inTransaction(db, who, (tx) =>
    tx.execute<{ sha256: string }>(
      sql`select distinct sha256 from files where sha256 = any(${sql.param(hashes)}::text[])`,
    ),
  );
  return new Set(rows.map(({ sha256 }) => sha256));
}

export function sweepFilesJob({ files }: { files: FileStore }): Job<unknown> {
  return {
    name: 'files.sweep',
    // 04:20 in Tokyo
    cron: '20 19 * * *',
    run: async ({ db, who, now, log }) => {
      log.info(await sweepFiles(db, who, files, now), 'files that no row knows');
    },
  };
}
