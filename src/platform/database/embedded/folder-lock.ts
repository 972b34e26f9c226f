import { rm, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../../errors.ts';

export interface FolderLock {
  readonly release: () => Promise<void>;
}

/**
 * Holds a data folder for this process. The lock is one of the operating system (Node reaches it through SQLite, of
 * which nothing else is used), so it ends with the process however that ends and cannot go stale, also between
 * containers that share a folder. Process id and start time stand beside it for the one who is refused.
 */
export async function holdFolder(dataDir: string): Promise<FolderLock> {
  const note = join(dataDir, 'app.pid');
  const lock = await openLock(dataDir, note);
  await writeFile(note, `${process.pid} ${new Date(Date.now() - process.uptime() * 1000).toISOString()}\n`, {
    mode: 0o600,
  });
  let held = true;
  return {
    async release() {
      if (!held) return;
      held = false;
      await rm(note, { force: true });
      lock.close();
    },
  };
}

async function openLock(dataDir: string, note: string): Promise<DatabaseSync> {
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(dataDir, 'app.lock'), { timeout: 0 });
    lock.exec('pragma journal_mode = memory; pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    if (lock?.isOpen) lock.close();
    if (isBusy(error)) throw new StartError(await whoHolds(dataDir, note));
    throw new StartError(
      `The data folder ${dataDir} is not writable. Change its owner or mode, or set DATA_DIR to another folder.`,
    );
  }
}

/** SQLITE_BUSY; every other failure is one of the file. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

async function whoHolds(dataDir: string, note: string): Promise<string> {
  const [pid, since] = (await readFile(note, 'utf8').catch(() => '')).trim().split(' ');
  const holder = pid && since ? `process ${pid}, since ${since}` : 'another process';
  return `Tsunagi already runs on the data folder ${dataDir} (${holder}). Stop it first, or set DATA_DIR to another folder.`;
}
