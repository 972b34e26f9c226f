import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { findRunning } from '#platform/database/embedded/start.ts';
import { people } from './support/people.ts';
import { copyOfDemo, sharedTsunagi, startTsunagi, temporaryFolder } from './support/tsunagi.ts';

describe('starting and ending', () => {
  test('a signal ends the product cleanly, and it starts again on what it left', async () => {
    const dataDir = await copyOfDemo();
    try {
      const first = await startTsunagi({ dataDir });
      expect((await fetch(`${first.url}/readyz`)).status).toBe(200);
      expect(await first.stop()).toBe(0);
      const second = await startTsunagi({ dataDir });
      expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
      expect(await second.stop()).toBe(0);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test('two servers on copies of the demo world do not know each other', async () => {
    const [one, other] = await Promise.all([startTsunagi(), startTsunagi()]);
    try {
      expect(one.url).not.toBe(other.url);
      for (const { url } of [one, other]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
    } finally {
      await Promise.all([one.stop(), other.stop()]);
    }
  });

  test('the product ends when its database does', async () => {
    const server = await startTsunagi({ from: 'none', env: { TSUNAGI_DEMO: '0' } });
    while (!server.output().includes('first administrator'))
      await new Promise((later) => setTimeout(later, 20));
    const pid = Number(
      (await readFile(join(server.dataDir, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')[0],
    );
    const ended = new Promise((done) => server.process.once('exit', done));
    process.kill(pid, 'SIGINT');
    expect(await ended).toBe(1);
    expect(server.output()).toContain('The embedded database ended by itself');
    await server.stop();
  });

  test('killed without warning it starts again although its database survived, and what it had said yes to is there', async () => {
    const dataDir = await copyOfDemo();
    try {
      const first = await startTsunagi({ dataDir });
      // The line with the sign-ins comes after the one that says it is ready.
      await expect.poll(first.output).toMatch(/password \S+/);
      const password = /password (\S+)/.exec(first.output())?.[1] ?? '';
      const body = new URLSearchParams({ email: people.secretariat, password });
      const signedIn = await fetch(`${first.url}/sign-in`, {
        method: 'POST',
        headers: { origin: first.url },
        body,
        redirect: 'manual',
      });
      expect(signedIn.status).toBe(303);
      const session = signedIn.headers.getSetCookie().find((each) => each.startsWith('session=')) ?? '';
      const database = await readFile(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8');
      first.process.kill('SIGKILL');
      await first.stop();
      expect(process.kill(Number(database.split('\n')[0]), 0)).toBe(true);
      const second = await startTsunagi({ dataDir });
      expect(await (await fetch(`${second.url}/reports/2024`)).text()).toContain('/reports/2024/programs/');
      const cookie = session.split(';')[0] ?? '';
      const desk = await fetch(`${second.url}/staff`, { headers: { cookie }, redirect: 'manual' });
      expect(desk.status).toBe(200);
      expect(await second.stop()).toBe(0);
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  }, 120_000);

  test('what it logs says which pages were asked for, and nothing of who asked or what they typed', async () => {
    const server = await startTsunagi({ env: { LOG_LEVEL: 'debug' } });
    try {
      const body = new URLSearchParams({ email: 'himitsu@example.jp', password: 'hidden words here' });
      const headers = {
        origin: server.url,
        'content-type': 'application/x-www-form-urlencoded',
        'user-agent': 'Kakushi/1.0',
      };
      await fetch(`${server.url}/sign-in`, { method: 'POST', headers, body });
      await fetch(`${server.url}/reports/figures?q=naisho`, { headers });
      await fetch(`${server.url}/sign-in/invitation/a-token-of-somebody`, { headers });
      await fetch(`${server.url}/no/such/page/naisho`, { headers });
    } finally {
      await server.stop();
    }
    const lines = server
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    for (const route of ['POST /sign-in', 'GET /reports/figures', 'GET /sign-in/invitation/:token'])
      expect(
        lines.some((line) => line.includes(`"route":"${route}"`)),
        route,
      ).toBe(true);
    for (const secret of ['himitsu', 'hidden', 'naisho', 'a-token', 'Kakushi', '127.0.0.1'])
      expect(
        lines.filter((line) => line.includes(secret)),
        secret,
      ).toEqual([]);
  });

  test('a database of a newer version is refused in one line', async () => {
    const dataDir = await temporaryFolder();
    try {
      const server = await startTsunagi({ dataDir, env: { TSUNAGI_DEMO: '0' } });
      const client = new pg.Client({ connectionString: await findRunning(dataDir) });
      await client.connect();
      await client.query(
        `insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', 99999999999999)`,
      );
      await client.end();
      await server.stop();
      await expect(startTsunagi({ dataDir })).rejects.toThrow(
        /ended with 1 .*\nThe database was made by a newer version of Tsunagi\.[^\n]*\n?$/,
      );
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  });

  test.each([
    ['a bad setting', { PORT: 'many' }, /^Bad setting: PORT[^\n]*$/],
    ['a port in use', { PORT: 'shared' }, /^Port \d+ on 127\.0\.0\.1 is in use by another program[^\n]*$/],
    [
      'a folder that cannot be written',
      { DATA_DIR: '/dev/null/tsunagi' },
      /^The folder \/dev\/null\/tsunagi cannot be written to[^\n]*$/,
    ],
    [
      'a server that does not answer',
      { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:9/none' },
      /DATABASE_URL[^\n]*$/,
    ],
  ])('%s is one clear line and exit code 1', async (_, env: Record<string, string>, line) => {
    const settings = env['PORT'] === 'shared' ? { PORT: new URL(sharedTsunagi()).port } : env;
    const failure = await startTsunagi({ from: 'none', env: settings }).catch(
      (error: Error) => error.message,
    );
    const [said, ...output] = (failure as string).trim().split('\n');
    expect(said).toContain('ended with 1');
    expect(output).toHaveLength(1);
    expect(output[0]).toMatch(line);
  });
});
