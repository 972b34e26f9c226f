import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../errors.ts';
import { placeOf, writeOnce } from '../files/store.ts';
import { keyRingFile } from '../vault/key-ring.ts';
import { cutOrAltered } from './seal.ts';

/** Files and key of a backup on their way into the data folder. */
export interface KeptFiles {
  readonly keep: (sha256: string, content: Buffer) => Promise<void>;
  readonly keepKey: (key: Buffer) => Promise<void>;
  readonly keepVaultKeys: (ring: Buffer) => Promise<void>;
  /** Takes back whatever was written, when the database was not filled. */
  readonly undo: () => Promise<void>;
}

const before = (file: string) => `${file}.before-restore`;

export function fileKeeper({
  dataDir,
  secretKey,
}: {
  dataDir: string;
  secretKey: Buffer | undefined;
}): KeptFiles {
  const written: string[] = [];
  const replaced: string[] = [];
  const keyFile = join(dataDir, 'secret.key');
  /** What was there before stays beside it, and comes back when the restore fails. */
  const replace = async (file: string, text: string): Promise<void> => {
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    const present = await readFile(file, 'utf8').catch(() => undefined);
    if (present?.trim() === text.trim()) return;
    if (present !== undefined) {
      await rename(file, before(file));
      replaced.push(file);
    }
    await writeFile(file, text, { mode: 0o600, flush: true });
    written.push(file);
  };
  return {
    async keep(sha256, content) {
      if (createHash('sha256').update(content).digest('hex') !== sha256) throw new StartError(cutOrAltered);
      const place = placeOf({ folder: join(dataDir, 'files') }, sha256);
      if (await stat(place).catch(() => undefined)) return;
      await writeOnce(place, content);
      written.push(place);
    },
    async keepKey(key) {
      if (secretKey) {
        if (secretKey.equals(key)) return;
        throw new StartError(
          'SECRET_KEY is not the key of this backup. Set the one that was in use, or unset it to use the one in the backup.',
        );
      }
      await replace(keyFile, key.toString('base64'));
    },
    keepVaultKeys: (ring) => replace(keyRingFile(dataDir), ring.toString()),
    async undo() {
      for (const place of written) await rm(place, { force: true });
      for (const file of replaced) await rename(before(file), file);
    },
  };
}
