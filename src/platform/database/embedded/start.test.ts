import { execFile, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { StartError } from '../../errors.ts';
import { type Embedded, findRunning, startEmbedded } from './start.ts';

const isRoot = process.getuid?.() === 0;
/** What only root meets is no test for anybody else, rather than a skipped one. */
const onlyRoot = isRoot ? ['root'] : [];
let parent: string;
let dataDir: string;
const running: Embedded[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'embedded-'));
  dataDir = join(parent, 'data');
});
afterEach(async () => {
  for (const embedded of running.splice(0)) await embedded.stop();
  await rm(parent, { recursive: true, force: true });
});

async function start(folder = dataDir, durable = true): Promise<Embedded> {
  const embedded = await startEmbedded({ dataDir: folder, durable });
  running.push(embedded);
  return embedded;
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const settingsAsked = [
  'data_checksums',
  'fsync',
  'listen_addresses',
  'server_encoding',
  'synchronous_commit',
];

describe('a database of its own', () => {
  test('starts in an empty folder, keeps what was written and starts again', async () => {
    const first = await start();
    await query(first.url, 'create table kept as select 1 as one');
    await first.stop();
    await first.stop();
    const second = await start();
    expect(await query(second.url, 'select one, current_user as name from kept')).toEqual([
      { one: 1, name: 'tsunagi' },
    ]);
  });

  test('is durable, checks its pages, listens on no network and lets nobody in without the password', async () => {
    const { url } = await start();
    const found = await query(
      url,
      `select name, setting from pg_settings where name = any('{${settingsAsked.join()}}') order by name`,
    );
    expect(found.map((row) => row['setting'])).toEqual(['on', 'on', '', 'UTF8', 'on']);
    const wrong = url.replace(/:[0-9a-f]{48}@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toThrow('password authentication failed');
    await expect(query(wrong.replace('tsunagi:', 'postgres:'), 'select 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect((await stat(join(dataDir, 'postgres.password'))).mode & 0o777).toBe(0o600);
  });

  test('knows Japanese letters, so that trigram search finds them, and sorts by code point', async () => {
    const { url } = await start();
    await query(url, 'create extension pg_trgm');
    const [row] = await query(
      url,
      `select cardinality(show_trgm('債務整理')) as trigrams, 'あ' < 'ア' and 'Z' < 'a' as by_code_point`,
    );
    expect(row).toEqual({ trigrams: 5, by_code_point: true });
  });

  test('is found by another process while it runs, and only then', async () => {
    expect(await findRunning(dataDir)).toBeUndefined();
    const { url, stop } = await start();
    expect(await findRunning(dataDir)).toBe(url);
    await stop();
    expect(await findRunning(dataDir)).toBeUndefined();
  });

  test('works where the path of a socket would be too long, then on the loopback only', async () => {
    const { url } = await start(join(parent, 'long'.repeat(30)));
    expect(await query(url, `select current_setting('listen_addresses') as address`)).toEqual([
      { address: '127.0.0.1' },
    ]);
  });

  test('gets a new password when the file was lost', async () => {
    const first = await start();
    await first.stop();
    await rm(join(dataDir, 'postgres.password'));
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test.each(onlyRoot)(
    'runs under another user than %s, though the folders above are closed to that user',
    async () => {
      await chmod(parent, 0o700);
      const { url } = await start();
      expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
      const pid = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0];
      const status = await readFile(`/proc/${pid}/status`, 'utf8');
      expect(status).toMatch(/^Uid:\t(?!0\b)(\d+)\t\1\t\1\t\1$/m);
      expect(status).toMatch(/^CapEff:\t0+$/m);
    },
  );

  test.each(onlyRoot)('takes over a folder that was copied as %s', async () => {
    const { stop } = await start();
    await stop();
    await new Promise((done) => execFile('chown', ['-R', '0:0', join(dataDir, 'postgres')], done));
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('after its process was killed', () => {
  test.each([
    ['the database ended with it', false],
    ['the database was killed too', true],
  ])('nothing acknowledged is lost: %s', async (_, killDatabase) => {
    const acknowledged = await insertUntilKilled({ killDatabase });
    expect(acknowledged).toBeGreaterThan(50);
    expect(await highestIn((await start()).url)).toBeGreaterThanOrEqual(acknowledged);
  });

  test('a database that survived is ended and nothing acknowledged is lost', async () => {
    const acknowledged = await insertUntilKilled({ withoutSetpriv: true });
    const survivor = await findRunning(dataDir);
    expect(survivor).toBeDefined();
    const { url } = await start();
    expect(await highestIn(url)).toBeGreaterThanOrEqual(acknowledged);
  });

  test('a pid file whose number belongs to another process by now does not stop the start', async () => {
    await insertUntilKilled({ killDatabase: true });
    const file = join(dataDir, 'postgres/postmaster.pid');
    const [, ...rest] = (await readFile(file, 'utf8')).split('\n');
    const sleeper = spawn('sleep', ['60'], isRoot ? await ownerOf(join(dataDir, 'postgres')) : {});
    try {
      await writeFile(file, [sleeper.pid, ...rest].join('\n'));
      expect(await highestIn((await start()).url)).toBeGreaterThan(50);
      expect(sleeper.exitCode).toBeNull();
    } finally {
      sleeper.kill();
    }
  });
});

describe('one line says what to do', () => {
  async function refusal(folder = dataDir): Promise<string> {
    const error = await startEmbedded({ dataDir: folder }).then(
      () => undefined,
      (problem: unknown) => problem,
    );
    expect(error).toBeInstanceOf(StartError);
    expect((error as StartError).message).not.toContain('\n');
    return (error as StartError).message;
  }

  test('when a process already runs on the folder, in this process or another', async () => {
    const { url } = await start();
    expect(await refusal()).toMatch(
      /already runs on the data folder .* \(process \d+, since .*Z\)\. Stop it first/,
    );
    const other = await runScript('starting-process.ts', [dataDir]);
    expect(other).toMatchObject({
      status: 1,
      output: expect.stringContaining(`process ${process.pid}, since`),
    });
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  test('when the folder cannot be made', async () => {
    await writeFile(join(parent, 'file'), '');
    expect(await refusal(join(parent, 'file/data'))).toContain('cannot be made (ENOTDIR)');
  });

  test('when the folder is not writable', async () => {
    await mkdir(dataDir);
    await chmod(dataDir, 0o555);
    await chmod(parent, 0o755);
    const user = isRoot ? { uid: 65534, gid: 65534 } : {};
    const { status, output } = await runScript('starting-process.ts', [dataDir], user);
    expect({ status, output }).toEqual({
      status: 1,
      output: expect.stringMatching(/^The data folder .* is not writable\..*\n$/),
    });
  });

  test('when the cluster was made by another major version', async () => {
    const { stop } = await start();
    await stop();
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '15\n');
    expect(await refusal()).toMatch(/made by PostgreSQL 15; this release brings 18\. Back up/);
  });

  test('when a setting in the cluster is wrong, and a later start works', async () => {
    const { stop } = await start();
    await stop();
    const file = join(dataDir, 'postgres/postgresql.auto.conf');
    await writeFile(file, 'max_connections = many\n');
    expect(await refusal()).toContain('max_connections');
    await writeFile(file, '');
    expect(await query((await start()).url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('a start that was broken off while the cluster was made leaves nothing in the way', async () => {
  await mkdir(join(dataDir, 'postgres.new/base'), { recursive: true });
  await writeFile(join(dataDir, 'postgres.new/PG_VERSION'), '18\n');
  expect(await query((await start(dataDir, false)).url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

interface Killing {
  readonly killDatabase?: boolean;
  readonly withoutSetpriv?: boolean;
}

/** Inserts in another process and kills that in the middle; the highest number whose commit was acknowledged. */
async function insertUntilKilled({ killDatabase = false, withoutSetpriv = false }: Killing): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', script('inserting-process.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...(withoutSetpriv ? { PATH: '/nonexistent' } : {}) },
  });
  const ended = new Promise((done) => child.on('close', done));
  let acknowledged = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    acknowledged = Number(line);
    if (acknowledged === 100) {
      if (killDatabase) void killPostmaster().finally(() => child.kill('SIGKILL'));
      else child.kill('SIGKILL');
    }
  });
  await ended;
  if (!withoutSetpriv && !killDatabase) await gone();
  return acknowledged;
}

async function killPostmaster(): Promise<void> {
  const [pid] = (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8')).split('\n');
  process.kill(Number(pid), 'SIGKILL');
}

async function gone(): Promise<void> {
  for (let tries = 0; tries < 500 && (await findRunning(dataDir)); tries += 1) await wait(10);
  expect(await findRunning(dataDir)).toBeUndefined();
}

async function highestIn(url: string): Promise<number> {
  const [row] = await query<{ count: number; highest: number }>(
    url,
    'select count(*)::int, max(number)::int as highest from acknowledged',
  );
  expect(row?.count).toBe(row?.highest);
  return row?.highest ?? 0;
}

async function ownerOf(path: string): Promise<{ uid: number; gid: number }> {
  const { uid, gid } = await stat(path);
  return { uid, gid };
}

function script(name: string): string {
  return fileURLToPath(new URL(`testing/${name}`, import.meta.url));
}

function runScript(
  name: string,
  args: string[],
  user: { uid?: number; gid?: number } = {},
): Promise<{ status: number; output: string }> {
  return new Promise((done) => {
    execFile(process.execPath, ['--import', 'tsx', script(name), ...args], user, (error, _, output) => {
      done({ status: typeof error?.code === 'number' ? error.code : 0, output });
    });
  });
}
