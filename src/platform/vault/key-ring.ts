import { randomBytes } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../errors.ts';
import { makeVault, type Vault, vaultKey } from './vault.ts';

/**
 * Keys of the vault that were made after the first, which follows from the secret: one a line in base64, the newest last. Beside
 * the secret, outside the database; processes that share a database share the file.
 */
export function keyRingFile(dataDir: string): string {
  return join(dataDir, 'vault.keys');
}

/** How long a process may not know of a new key (ms): a rotation waits longer before it uses one. */
export const keyRingMs = 1000;

/** The vault of a process that runs: a key that a rotation adds is known to it within a second. */
export function openVault(secret: Buffer, dataDir: string, clock: () => number = Date.now): Vault {
  const file = keyRingFile(dataDir);
  const first = makeVault(secret);
  let keys = first.keys;
  let stamp = '';
  let looked = Number.NEGATIVE_INFINITY;
  return {
    indexKey: first.indexKey,
    get keys() {
      if (clock() - looked < keyRingMs) return keys;
      looked = clock();
      const found = statSync(file, { throwIfNoEntry: false });
      const now = found ? `${found.mtimeMs} ${found.size}` : '';
      if (now === stamp) return keys;
      stamp = now;
      const [newest, ...others] = [...ring(readFileSync(file, 'utf8'))].toReversed().map(vaultKey);
      keys = newest ? [newest, ...others, ...first.keys] : first.keys;
      return keys;
    },
  };
}

function ring(text: string): readonly Buffer[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const keys = lines.map((line) => Buffer.from(line.trim(), 'base64'));
  if (keys.some((key) => key.length !== 32))
    throw new StartError('Bad setting: vault.keys holds something else than keys of 32 bytes in base64');
  return keys;
}

/** How many keys were added to the first. */
export async function countAddedKeys(dataDir: string): Promise<number> {
  return ring(await readFile(keyRingFile(dataDir), 'utf8').catch(() => '')).length;
}

/** On the disk before anything is sealed with it: a process that dies a moment later loses nothing. */
export async function addKey(dataDir: string): Promise<void> {
  const file = await open(keyRingFile(dataDir), 'a', 0o600);
  try {
    await file.appendFile(`${randomBytes(32).toString('base64')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
}
