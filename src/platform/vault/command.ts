import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database/database.ts';
import { openExisting } from '../database/existing.ts';
import { explainServer } from '../database/server-fit.ts';
import { readSecretKey } from '../secret-key.ts';
import { addKey, countAddedKeys, keyRingMs, openVault } from './key-ring.ts';
import { countEarlier, type KeyPlace, resealAll } from './rotate.ts';

/**
 * `npm run keys:rotate`, also while the app runs: makes a key, waits until every process knows it, and seals every data key with
 * it. After a kill the next run goes on with the same key. Says what it did; true when no earlier key is needed any more.
 */
export async function rotateCommand(
  environment: Readonly<Record<string, string | undefined>>,
  say: (line: string) => void,
  places: readonly KeyPlace[],
): Promise<boolean> {
  const config = readConfig(environment);
  const dataDir = resolve(config.DATA_DIR);
  const existing = await openExisting(config, dataDir);
  const db = openDatabase(existing.url, { connections: 1 });
  try {
    const secret = await readSecretKey({ given: config.SECRET_KEY, dataDir });
    const before = await countEarlier(db, openVault(secret, dataDir), places);
    const unfinished = before > 0 && (await countAddedKeys(dataDir)) > 0;
    if (unfinished) say(`An earlier rotation goes on: ${before} keys are left.`);
    else await addKey(dataDir);
    await wait(2 * keyRingMs);
    const vault = openVault(secret, dataDir);
    const tell = (table: string, keys: number) => say(`${table}: ${keys} keys`);
    const sealed = await resealAll(db, vault, { places, tell });
    const left = await countEarlier(db, vault, places);
    say(
      left === 0
        ? `Done: ${sealed} keys are sealed with the new key, none needs an earlier one.`
        : `${left} keys were in use; run it again to seal them too.`,
    );
    return left === 0;
  } catch (error) {
    throw explainServer(error);
  } finally {
    await db.close();
    await existing.stop();
  }
}
