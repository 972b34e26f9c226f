import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anonymous } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { path } from '../path.ts';
import { testDatabase } from '../testing/database.ts';
import { platformApp } from '../testing/web.ts';
import { Routes } from '../web/routes.ts';
import { announce } from './announce.ts';
import { LiveHub } from './hub.ts';

const db = await testDatabase();
const said: string[] = [];
/** Longer than a busy machine needs to say four things. */
const calmMs = 800;
let welcome = true;
const live = new Routes().anonymousStream(path('/live/:room'), async ({ params }) => ({
  topics: [`room:${params.room}`],
  read: async (after) =>
    said.slice(Number(after ?? 0)).map((text, at) => ({
      id: String(Number(after ?? 0) + at + 1),
      name: 'said',
      data: { text },
    })),
  mayStay: async () => welcome,
}));
const routes = live.anonymousStream(path('/calm/:room'), async ({ params }) => {
  let looks = 0;
  return {
    topics: [`room:${params.room}`],
    calm: { topics: ['room:crowd'], everyMs: calmMs },
    read: async (_, whole) => (whole ? [{ id: '0', name: 'crowd', data: { looks: ++looks } }] : []),
    mayStay: async () => true,
  };
}).list;
const hubs: LiveHub[] = [];
const servers: Server[] = [];
const first = await serve();
const second = await serve();
afterAll(async () => {
  await Promise.all(hubs.map((hub) => hub.close()));
  for (const server of servers) server.close();
});
afterEach(() => {
  vi.restoreAllMocks();
});
beforeEach(() => {
  said.length = 0;
  welcome = true;
});

async function serve(): Promise<string> {
  const live = new LiveHub();
  hubs.push(live);
  await live.listen(db);
  const { hono } = platformApp(db, routes, {}, { live });
  const server = createServer(getRequestListener(hono.fetch));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An open page: what it has received so far, and whether it was closed. */
async function open(url: string, headers: Record<string, string> = {}) {
  const leave = new AbortController();
  const response = await fetch(url, { headers, signal: leave.signal });
  const page = { response, text: '', closed: false, leave: () => leave.abort() };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body ?? []) page.text += decoder.decode(part as Uint8Array);
    page.closed = true;
  })().catch(() => {
    page.closed = true;
  });
  return page;
}

async function say(text: string, room = 'a'): Promise<void> {
  said.push(text);
  await inTransaction(db, anonymous, (tx) => announce(tx, `room:${room}`));
}

async function until(check: () => boolean): Promise<boolean> {
  for (let tries = 0; tries < 200 && !check(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return check();
}

test('what is announced in any process reaches every open page of the topic, in order', async () => {
  const pages = [await open(`${first}/live/a`), await open(`${second}/live/a`)];
  expect(pages[0]?.response.headers.get('content-type')).toBe('text/event-stream');
  expect(pages[0]?.response.headers.get('content-encoding')).toBeNull();
  for (const text of ['一', '二', '三']) await say(text);
  for (const page of pages) {
    expect(await until(() => page.text.includes('三'))).toBe(true);
    expect([...page.text.matchAll(/"text":"(.)"/g)].map(([, text]) => text)).toEqual(['一', '二', '三']);
    page.leave();
  }
});

test('a page that lost its connection goes on after the last event it saw', async () => {
  said.push('一', '二');
  const page = await open(`${first}/live/a`, { 'last-event-id': '1' });
  expect(await until(() => page.text.includes('二'))).toBe(true);
  expect(page.text).not.toContain('一');
  page.leave();
});

test('another topic stays quiet', async () => {
  const page = await open(`${first}/live/b`);
  expect(await until(() => page.text.includes('retry'))).toBe(true);
  await say('a だけ', 'a');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(page.text).not.toContain('だけ');
  page.leave();
});

test('who may not stay reads nothing more', async () => {
  const page = await open(`${first}/live/a`);
  expect(await until(() => page.text.includes('retry'))).toBe(true);
  welcome = false;
  await say('もう見えない');
  expect(await until(() => page.closed)).toBe(true);
  expect(page.text).toContain('event: gone');
  expect(page.text).not.toContain('見えない');
});

test('a page that was left is not watched any more', async () => {
  const before = hubs[0]?.watchers ?? 0;
  const page = await open(`${first}/live/a`);
  expect(await until(() => hubs[0]?.watchers === before + 1)).toBe(true);
  page.leave();
  expect(await until(() => hubs[0]?.watchers === before)).toBe(true);
});

test('after a silence of the database everybody looks again', async () => {
  const page = await open(`${first}/live/a`);
  expect(await until(() => page.text.includes('retry'))).toBe(true);
  await inTransaction(db, anonymous, (tx) => tx.execute(sql`select 1`));
  await db.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tsunagi-live' and datname = current_database()`,
  );
  said.push('聞こえないあいだに');
  expect(await until(() => page.text.includes('あいだに'))).toBe(true);
  page.leave();
});

test('what may wait is looked at once after a while, however often it is announced', async () => {
  // A page also looks by itself, first at a moment of chance: here that is long after the test.
  vi.spyOn(Math, 'random').mockReturnValue(0.99);
  const page = await open(`${first}/calm/a`);
  expect(await until(() => page.text.includes('"looks":1'))).toBe(true);
  for (const text of ['一', '二', '三']) await say(text, 'crowd');
  await say('四', 'a');
  expect(await until(() => page.text.includes('"looks":2'))).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, calmMs + 200));
  expect(page.text).not.toContain('"looks":3');
  page.leave();
});
