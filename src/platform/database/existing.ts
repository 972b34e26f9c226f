import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { StartError } from '../errors.ts';
import { findRunning, startEmbedded } from './embedded/start.ts';

/** A database that is there already: for commands that only read. */
export interface Existing {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** The database of the running app, or our own while none runs. Never makes one. */
export async function openExisting({ DATABASE_URL }: Config, dataDir: string): Promise<Existing> {
  const running = DATABASE_URL ?? (await findRunning(dataDir));
  if (running) return { url: running, stop: async () => {} };
  if (!(await stat(join(dataDir, 'postgres')).catch(() => undefined))) {
    throw new StartError(
      `There is no database in ${dataDir}. Set DATA_DIR or DATABASE_URL as the app has them.`,
    );
  }
  return startEmbedded({ dataDir });
}
