import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from './errors.ts';

/**
 * The key that encrypts authenticator secrets and signs what leaves the house: SECRET_KEY (32 bytes, base64), or a file in the
 * data folder made at the first start. Processes that share a database share the key.
 */
export async function readSecretKey({
  given,
  dataDir,
}: {
  given?: string | undefined;
  dataDir: string;
}): Promise<Buffer> {
  if (given) return asKey(given, 'SECRET_KEY');
  const file = join(dataDir, 'secret.key');
  try {
    await writeFile(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return asKey(await readFile(file, 'utf8'), file);
}

function asKey(text: string, from: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== 32) throw new StartError(`Bad setting: ${from} is not 32 bytes in base64`);
  return key;
}
