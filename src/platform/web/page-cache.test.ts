import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { anonymous } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { path } from '../path.ts';
import { testDatabase } from '../testing/database.ts';
import { platformApp } from '../testing/web.ts';
import type { App } from './app.ts';
import { publicPagesChanged } from '../public-pages.ts';
import { Routes } from './routes.ts';

const db = await testDatabase();
let rendered = 0;
const routes = new Routes()
  .publicPage(path('/shown/:what'), (visit) => {
    rendered += 1;
    return visit.page(`<p>${visit.params.what} ${visit.lang} ${'あ'.repeat(400)} ${visit.who.kind}</p>`);
  })
  .publicPage(path('/opening/:inMs'), (visit) => {
    rendered += 1;
    visit.changesAt(new Date(visit.now.getTime() + 60_000));
    visit.changesAt(new Date(visit.now.getTime() + Number(visit.params.inMs)));
    return visit.page('<p>受付中</p>');
  })
  .anonymousPage(path('/asked'), (visit) => {
    rendered += 1;
    return visit.page(`<p>${visit.query('q')} ${visit.who.kind}</p>`);
  })
  .anonymousPost(path('/asked'), (visit) => visit.page(`<p>answered ${visit.who.kind}</p>`)).list;
const servers: Server[] = [];
const first = await serve(platformApp(db, routes));
const second = await serve(platformApp(db, routes));
afterAll(() => {
  for (const server of servers) server.close();
});

async function serve(app: App): Promise<string> {
  await app.cache.listen(db);
  const handle = getRequestListener(app.hono.fetch);
  const server = createServer((request, response) => {
    if (!app.cache.serve(request, response)) void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function change(): Promise<void> {
  await inTransaction(db, anonymous, publicPagesChanged);
}

/** The notification travels outside the request: wait until it has been heard. */
async function eventually(check: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 100; tries++) {
    if (await check()) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}

beforeEach(() => {
  rendered = 0;
});

test('a public page is rendered once and comes with its policy, compressed, for everybody the same', async () => {
  const url = `${first}/shown/once`;
  const fresh = await fetch(url, { headers: { cookie: 'session=whatever', 'accept-encoding': 'br' } });
  const kept = await fetch(url, { headers: { 'accept-encoding': 'gzip, br' } });
  expect(rendered).toBe(1);
  expect([...fresh.headers].filter(([name]) => name !== 'date')).toEqual(
    [...kept.headers].filter(([name]) => name !== 'date'),
  );
  expect(await kept.text()).toBe(await fresh.text());
  expect(kept.headers.get('content-encoding')).toBe('br');
  expect(Number(kept.headers.get('content-length'))).toBeLessThan(200);
  expect(kept.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(kept.headers.get('x-frame-options')).toBe('DENY');
});

test('languages and queries are pages of their own', async () => {
  expect(await (await fetch(`${first}/shown/lang?lang=en`)).text()).toContain('lang en');
  expect(await (await fetch(`${first}/shown/lang`)).text()).toContain('lang ja');
  expect(rendered).toBe(2);
});

test('a browser that has the page is told so', async () => {
  const url = `${first}/shown/etag`;
  await fetch(url);
  const etag = (await fetch(url)).headers.get('etag') ?? '';
  const again = await fetch(url, { headers: { 'if-none-match': etag } });
  expect([again.status, await again.text()]).toEqual([304, '']);
});

test('what changes by itself is shown anew from that moment on', async () => {
  await fetch(`${first}/opening/300`);
  await fetch(`${first}/opening/300`);
  expect(rendered).toBe(1);
  await new Promise((resolve) => setTimeout(resolve, 320));
  await fetch(`${first}/opening/300`);
  expect(rendered).toBe(2);
});

test('an answer to what somebody typed is anonymous, and kept nowhere', async () => {
  const url = `${first}/asked?q=hunger`;
  const answer = await fetch(url);
  await fetch(url, { headers: { cookie: 'session=whatever' } });
  expect(rendered).toBe(2);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('vary')).toBe('Accept-Encoding');
  expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
  expect(await answer.text()).toContain('hunger anonymous');
  const posted = await fetch(`${first}/asked`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new FormData(),
  });
  expect(await posted.text()).toContain('answered anonymous');
});

test('a change that was committed anywhere is seen in every process; one rolled back changes nothing', async () => {
  await Promise.all([fetch(`${first}/shown/news`), fetch(`${second}/shown/news`)]);
  expect(rendered).toBe(2);
  await inTransaction(db, anonymous, async (tx) => {
    await publicPagesChanged(tx);
    throw new Error('no');
  }).catch(() => {});
  await Promise.all([fetch(`${first}/shown/news`), fetch(`${second}/shown/news`)]);
  expect(rendered).toBe(2);
  await change();
  expect(await eventually(async () => (await fetch(`${first}/shown/news`), rendered >= 3))).toBe(true);
  expect(await eventually(async () => (await fetch(`${second}/shown/news`), rendered >= 4))).toBe(true);
});

test('while a process cannot hear of changes it keeps nothing, and it finds its way back', async () => {
  await fetch(`${first}/shown/deaf`);
  await db.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'tsunagi-pages' and datname = current_database()`,
  );
  expect(await eventually(async () => (await fetch(`${first}/shown/deaf`), rendered >= 3))).toBe(true);
  expect(
    await eventually(async () => {
      await fetch(`${first}/shown/back`);
      const before = rendered;
      await fetch(`${first}/shown/back`);
      return rendered === before;
    }),
  ).toBe(true);
});
