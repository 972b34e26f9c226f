import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { StartError } from './errors.ts';

/** Makes the data folder and proves that it can be written to; gives its absolute path. */
export async function makeDataDir(folder: string): Promise<string> {
  const absolute = resolve(folder);
  try {
    await mkdir(absolute, { recursive: true, mode: 0o711 });
    await access(absolute, constants.W_OK | constants.X_OK);
  } catch {
    throw new StartError(`The folder ${absolute} cannot be written to. Set DATA_DIR to one that can.`);
  }
  return absolute;
}
