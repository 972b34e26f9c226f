import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
