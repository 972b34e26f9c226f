import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, chownSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';

const advice =
  'These tests need a PostgreSQL server. On Debian or Ubuntu: sudo apt-get install postgresql. ' +
  'Elsewhere name a database whose user may make databases and roles: DATABASE_URL=postgres://… npm run test:server';

interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * Starts the machine's own PostgreSQL in a temporary folder, reached by a socket in that folder only, and gives the
 * address of an empty database whose owner is no superuser. It ends with this process.
 */
export async function startServer(): Promise<string> {
  const bin = findPrograms();
  const account = process.getuid?.() === 0 ? accountOf('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'tsunagi-server-'));
  if (account) chownSync(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const as = { ...account, cwd: folder };
  process.on('exit', () => {
    spawnSync(join(bin, 'pg_ctl'), ['stop', '-D', data, '-m', 'immediate', '-w'], as);
    rmSync(folder, { recursive: true, force: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ];
  execFileSync(join(bin, 'initdb'), initdb, { ...as, stdio: ['ignore', 'ignore', 'inherit'] });
  const server = [
    '-D',
    data,
    '-k',
    folder,
    '-c',
    'listen_addresses=',
    '-c',
    'fsync=off',
    '-c',
    'logging_collector=off',
  ];
  spawn(join(bin, 'postgres'), server, { ...as, stdio: 'ignore', detached: true }).unref();
  await makeDatabase(folder);
  return address(folder, 'tsunagi', 'tsunagi');
}

function findPrograms(): string {
  const found = newest();
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) throw new Error(advice);
  console.log('No PostgreSQL server found: installing postgresql with apt-get');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: 'inherit' } as const;
  execFileSync('apt-get', ['update', '-qq'], options);
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'postgresql'], options);
  const installed = newest();
  if (!installed) throw new Error(advice);
  return installed;
}

/** Debian keeps each major version in a folder of its own. */
function newest(): string | undefined {
  const major = (path: string) => Number(/postgresql\/(\d+)/.exec(path)?.[1] ?? 0);
  const servers = globSync('/usr/lib/postgresql/*/bin/postgres').sort((a, b) => major(b) - major(a));
  return servers[0] ? dirname(servers[0]) : undefined;
}

function accountOf(name: string): Account {
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const [, , uid, gid] = users.find(([user]) => user === name) ?? [];
  if (!uid || !gid) throw new Error(`PostgreSQL refuses to run as root, and there is no user ${name}.`);
  return { uid: Number(uid), gid: Number(gid) };
}

async function makeDatabase(folder: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(address(folder, 'postgres', 'postgres'));
    try {
      await client.connect();
      await client.query('create role tsunagi login createdb createrole');
      await client.query('create database tsunagi owner tsunagi');
      console.log((await client.query<{ version: string }>('select version()')).rows[0]?.version);
      return;
    } catch (error) {
      if (tries === 300) throw error;
      await wait(100);
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function address(folder: string, user: string, database: string): string {
  return `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(folder)}`;
}
