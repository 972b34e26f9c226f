import { lstat, readFile } from 'node:fs/promises';
import { StartError } from '../../errors.ts';

/** Another user of this machine, under whom PostgreSQL runs because it refuses to run as root. */
export interface DatabaseUser {
  readonly uid: number;
  readonly gid: number;
}

/** Names tried in this order: an operator's own, Debian's for PostgreSQL, and the one that every Unix has. */
const candidates = ['tsunagi', 'postgres', 'nobody'];

/** Who runs PostgreSQL: ourselves, or, when we are root, the owner of the existing cluster or an unprivileged user. */
export async function chooseUser(clusterFolder: string): Promise<DatabaseUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const existing = await lstat(clusterFolder).catch(() => undefined);
  if (existing && existing.uid !== 0) return { uid: existing.uid, gid: existing.gid };
  const users = (await readFile('/etc/passwd', 'utf8').catch(() => ''))
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of candidates) {
    const found = users.find((fields) => fields[0] === name);
    if (found && Number(found[2]) > 0) return { uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new StartError(
    'PostgreSQL refuses to run as root and there is no user nobody. Run Tsunagi as an ordinary user, or set DATABASE_URL.',
  );
}
