import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { get } from 'node:http';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from '#platform/database/embedded/start.ts';
import { startTsunagi, type Tsunagi, temporaryFolder } from './support/tsunagi.ts';

const closers: (() => Promise<unknown>)[] = [];
let one: Tsunagi;
let other: Tsunagi;

beforeAll(async () => {
  const dataDir = await temporaryFolder();
  closers.push(() => rm(dataDir, { recursive: true, force: true }));
  const server = await startEmbedded({ dataDir, durable: false });
  closers.push(() => server.stop());
  const env = { DATABASE_URL: server.url, SECRET_KEY: randomBytes(32).toString('base64') };
  [one, other] = await Promise.all([
    startTsunagi({ from: 'none', env }),
    startTsunagi({ from: 'none', env }),
  ]);
  closers.push(
    () => one.stop(),
    () => other.stop(),
  );
});
afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

const password = () => /password (\S+)/.exec(one.output() + other.output())?.[1] ?? '';

test('two processes that start together on an empty database load the demo world once', async () => {
  for (const { url } of [one, other]) {
    const page = await (await fetch(`${url}/reports/2024`)).text();
    expect(new Set(page.match(/\/reports\/2024\/programs\/[\w-]+/g)).size).toBe(50);
  }
});

test('whoever signs in at one process is known at the other, and signed out at both', async () => {
  const headers = { origin: one.url, 'content-type': 'application/x-www-form-urlencoded' };
  const signedIn = await fetch(`${one.url}/sign-in`, {
    method: 'POST',
    headers,
    redirect: 'manual',
    body: new URLSearchParams({ email: 'jimukyoku@example.jp', password: password() }),
  });
  expect(signedIn.status).toBe(303);
  const cookie =
    (signedIn.headers.getSetCookie().find((each) => each.startsWith('session=')) ?? '').split(';')[0] ?? '';
  const at = (url: string) => fetch(`${url}/staff`, { headers: { cookie }, redirect: 'manual' });
  expect((await at(other.url)).status).toBe(200);
  await fetch(`${other.url}/sign-out`, {
    method: 'POST',
    headers: { ...headers, origin: other.url, cookie },
    redirect: 'manual',
  });
  expect((await at(one.url)).status).toBe(303);
});

describe('several processes on one port, as it starts by itself', () => {
  test('connections go to each in turn; one that is killed is replaced; a signal ends all', async () => {
    const product = await startTsunagi({ processes: 2 });
    const [killed = 0] = processesOf(product, 'other');
    process.kill(killed, 'SIGSTOP');
    const waiting = Array.from({ length: 4 }, () => answered(product.url));
    const isIn = async (each: Promise<number>) =>
      (await Promise.race([each, new Promise((later) => setTimeout(later, 2000, 0))])) === 200;
    // One went to the other process; as long as that does not take it, the rest goes past it.
    expect((await Promise.all(waiting.map(isIn))).filter(Boolean)).toHaveLength(3);
    process.kill(killed, 'SIGCONT');
    expect(await Promise.all(waiting)).toEqual([200, 200, 200, 200]);

    process.kill(killed, 'SIGKILL');
    await expect.poll(product.output).toContain('another one begins');
    expect(await answered(product.url)).toBe(200);
    await expect.poll(() => processesOf(product, 'other'), { timeout: 40_000 }).toHaveLength(1);
    const [next = 0] = processesOf(product, 'other');
    expect(next).not.toBe(killed);
    const [first = 0] = processesOf(product, 'first');
    expect(await product.stop()).toBe(0);
    await expect.poll(() => [first, next].filter(lives)).toEqual([]);
  }, 120_000);

  test('without the first, which has the database, the product ends', async () => {
    const product = await startTsunagi({ processes: 2 });
    const ended = new Promise((done) => product.process.once('exit', done));
    const [first = 0] = processesOf(product, 'first');
    const others = processesOf(product, 'other');
    process.kill(first, 'SIGKILL');
    expect(await ended).toBe(1);
    await expect.poll(() => others.filter(lives)).toEqual([]);
    await product.stop();
  }, 120_000);

  test('a bad setting is said once, in one line', async () => {
    await expect(startTsunagi({ from: 'none', processes: 2, env: { PORT: 'many' } })).rejects.toThrow(
      /ended with 1 .*\nBad setting: PORT[^\n]*\n?$/,
    );
  });
});

/** The status of a page, asked for by a connection of its own. */
function answered(url: string): Promise<number> {
  return new Promise((done, failed) => {
    get(`${url}/find?q=1`, { agent: false }, (response) => {
      response.resume().once('end', () => done(response.statusCode ?? 0));
    }).once('error', failed);
  });
}

const lives = (pid: number) => existsSync(`/proc/${pid}`);

/** Processes of a product that have this place among each other. */
function processesOf({ process: { pid } }: Tsunagi, place: 'first' | 'other'): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /, '')
          .split(' ')[1];
        const settings = readFileSync(`/proc/${name}/environ`, 'utf8').split('\0');
        return parent === String(pid) && settings.includes(`TSUNAGI_PLACE=${place}`);
      } catch {
        return false;
      }
    })
    .map(Number);
}
