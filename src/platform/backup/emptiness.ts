import type pg from 'pg';
import { StartError } from '../errors.ts';
import type { Table } from './catalog.ts';

/** Refuses a database in which a single row would be overwritten or mixed up. Runs in a transaction. */
export async function refuseFilled(client: pg.ClientBase, tables: readonly Table[]): Promise<void> {
  // Without it the owner would see no row, and take a filled table for an empty one.
  await client.query(`select set_config('app.maintenance', 'on', true)`);
  for (const { name } of tables) {
    const { rows } = await client.query<{ filled: boolean }>(`select exists (select from ${name}) as filled`);
    if (rows[0]?.filled) {
      throw new StartError(
        `The database is not empty (${name} has rows), and a restore overwrites nothing. Restore into a new, empty database or data folder.`,
      );
    }
  }
}
