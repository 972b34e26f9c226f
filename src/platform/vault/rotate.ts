import type pg from 'pg';
import type { Database } from '../database/database.ts';
import { isSealedByEarlier, openDataKey, sealDataKey, type Vault } from './vault.ts';

/** A column in which data keys lie, sealed by the vault, and the name under which one of a row opens. */
export interface KeyPlace {
  readonly table: string;
  readonly id: string;
  readonly column: string;
  readonly owner: (id: string) => string;
}

/** Rows in one transaction: short enough that nobody who writes waits. */
const batch = 200;

/** Data keys that an earlier key of the vault still opens. */
export async function countEarlier(db: Database, vault: Vault, places: readonly KeyPlace[]): Promise<number> {
  return inMaintenance(db, async (client) => {
    let all = 0;
    for (const { table, column } of places) {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from ${table} where ${column} is not null and not starts_with(${column}, $1)`,
        [`${vault.keys[0].id}:`],
      );
      all += rows[0]?.n ?? 0;
    }
    return all;
  });
}

/**
 * Seals every data key again with the vault's newest key, while the app works: in small transactions, each row once. Killed, it
 * goes on where it was, because what is done no longer names an earlier key.
 */
export async function resealAll(
  db: Database,
  vault: Vault,
  { places, tell }: { places: readonly KeyPlace[]; tell: (table: string, keys: number) => void },
): Promise<number> {
  let all = 0;
  for (const place of places) {
    let done = 0;
    for (let some = batch; some === batch; done += some)
      some = await inMaintenance(db, (client) => resealSome(client, vault, place));
    if (done > 0) tell(place.table, done);
    all += done;
  }
  return all;
}

async function resealSome(
  client: pg.PoolClient,
  vault: Vault,
  { table, id, column, owner }: KeyPlace,
): Promise<number> {
  const { rows } = await client.query<{ id: string; sealed: string }>(
    `select ${id}::text as id, ${column} as sealed from ${table}
      where ${column} is not null and not starts_with(${column}, $1) limit ${batch} for update skip locked`,
    [`${vault.keys[0].id}:`],
  );
  const again = rows
    .filter(({ sealed }) => isSealedByEarlier(vault, sealed))
    .map((row) => {
      const key = openDataKey(vault, { sealed: row.sealed, owner: owner(row.id) });
      return { id: row.id, sealed: sealDataKey(vault, { key, owner: owner(row.id) }) };
    });
  await client.query(
    `update ${table} t set ${column} = v.sealed
      from unnest($1::uuid[], $2::text[]) as v (id, sealed) where t.${id} = v.id`,
    [again.map((row) => row.id), again.map(({ sealed }) => sealed)],
  );
  return rows.length;
}

async function inMaintenance<T>(db: Database, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await db.owner.connect();
  try {
    await client.query(`begin; select set_config('app.maintenance', 'on', true)`);
    const answer = await work(client);
    await client.query('commit');
    return answer;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}
