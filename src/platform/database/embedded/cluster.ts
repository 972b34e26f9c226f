import { randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lchown,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../errors.ts';
import { explain } from './explain.ts';
import { type Cluster, folderArguments, type Place } from './place.ts';
import { runProgram } from './run-program.ts';

/** Settings of a new cluster. They stand in its postgresql.conf, where whoever runs it may change them. */
const firstSettings = ['shared_buffers=128MB', 'max_connections=200', 'timezone=UTC', 'log_timezone=UTC'];

/** Makes the cluster on the first start; on every other one checks that it is ours to start. */
export async function prepareCluster(cluster: Cluster): Promise<void> {
  const major = (await readFile(join(cluster.folder, 'PG_VERSION'), 'utf8').catch(() => '')).trim();
  if (!major) return makeCluster(cluster);
  if (major !== cluster.binaries.major) {
    throw new StartError(
      `The database in ${cluster.folder} was made by PostgreSQL ${major}; this release brings ${cluster.binaries.major}. Back up with the release that made it, and restore into an empty data folder.`,
    );
  }
  if (cluster.user && (await stat(cluster.folder)).uid === 0) await giveAway(cluster.folder, cluster);
  if (!(await stat(cluster.passwordFile).catch(() => undefined))) {
    await runStatements(cluster, cluster.folder, [
      `ALTER ROLE tsunagi PASSWORD '${await newPassword(cluster)}'`,
    ]);
  }
}

export async function readPassword({ passwordFile }: Place): Promise<string> {
  return (await readFile(passwordFile, 'utf8')).trim();
}

/** Under another name first: a start that is broken off leaves no half-made cluster behind. */
async function makeCluster(cluster: Cluster): Promise<void> {
  const draft = `${cluster.folder}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 }).catch((error: unknown) => {
    throw explain(String(error), cluster);
  });
  if (cluster.user) await giveAway(draft, cluster);
  const { cwd, dataDirectory } = folderArguments(cluster, draft);
  const { status, output } = await runProgram({
    file: cluster.binaries.initdb,
    // The superuser gets no password, so nobody can sign in as it: it works only in single-user mode, see below.
    args: [
      '-D',
      dataDirectory,
      '-U',
      'postgres',
      '--auth=reject',
      '--data-checksums',
      '--no-instructions',
      ...locale(),
      ...firstSettings.flatMap((setting) => ['-c', setting]),
    ],
    cwd,
    user: cluster.user,
  });
  if (status !== 0) throw explain(output, cluster);
  await runStatements(cluster, draft, [
    `CREATE ROLE tsunagi LOGIN CREATEDB CREATEROLE PASSWORD '${await newPassword(cluster)}'`,
    'CREATE DATABASE tsunagi OWNER tsunagi',
  ]);
  await writeFile(
    join(draft, 'pg_hba.conf'),
    'local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n',
  );
  await rename(draft, cluster.folder);
}

/**
 * Text sorts by code point, the same on every machine and release. The C library's C.UTF-8 tells which characters are
 * letters, which trigram search asks; without it (PostgreSQL on Windows) that search misses Japanese.
 */
function locale(): string[] {
  const letters = process.platform === 'win32' ? [] : ['--lc-ctype=C.UTF-8'];
  return [
    '--encoding=UTF8',
    '--locale=C',
    ...letters,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ];
}

/** PostgreSQL in single-user mode: its superuser without a password, reading one statement per line. */
async function runStatements(cluster: Cluster, folder: string, statements: readonly string[]): Promise<void> {
  const { cwd, dataDirectory } = folderArguments(cluster, folder);
  const { status, output } = await runProgram({
    file: cluster.binaries.postgres,
    args: ['--single', '-D', dataDirectory, '-c', 'log_min_error_statement=panic', 'postgres'],
    cwd,
    user: cluster.user,
    input: `${statements.join('\n')}\n`,
  });
  if (status !== 0 || /\b(ERROR|FATAL|PANIC):/.test(output)) throw explain(output, cluster);
}

async function newPassword({ passwordFile }: Place): Promise<string> {
  const password = randomBytes(24).toString('hex');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  await chmod(passwordFile, 0o600);
  return password;
}

/** Gives a folder and all in it to the user that runs PostgreSQL. */
async function giveAway(folder: string, cluster: Cluster): Promise<void> {
  const { user } = cluster;
  if (!user) return;
  try {
    for (const name of await readdir(folder, { recursive: true }))
      await lchown(join(folder, name), user.uid, user.gid);
    await chown(folder, user.uid, user.gid);
  } catch {
    throw new StartError(
      `PostgreSQL refuses to run as root, and ${folder} cannot be given to another user. Run Tsunagi as an ordinary user, or set DATABASE_URL.`,
    );
  }
}
