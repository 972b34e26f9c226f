import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { anonymous } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { NotFound } from '../errors.ts';
import { path } from '../path.ts';
import { publicPagesChanged } from '../public-pages.ts';
import { testDatabase } from '../testing/database.ts';
import { platformApp } from '../testing/web.ts';
import { badRequest } from './api.ts';
import { Routes } from './routes.ts';

const db = await testDatabase();
let made = 0;
let counted = 0;
const routes = new Routes()
  .publicPage(path('/data'), (visit) => visit.page('<p>people read this</p>'))
  .api(path('/data/things/:id{[0-9]+}'), (visit) => {
    made += 1;
    if (visit.params.id === '404') throw new NotFound('thing');
    if (visit.params.id === '500') throw new Error('the value 090-0000-0000 is personal');
    return { body: JSON.stringify({ id: visit.params.id, text: 'あ'.repeat(400) }) };
  })
  .api(path('/data/count'), async (visit) => {
    const count = await visit.remember('count', async () => (counted += 1));
    return { body: JSON.stringify({ count }), keep: false };
  })
  .api(path('/data/search'), (visit) => {
    made += 1;
    if (visit.query('q') === '') return badRequest([{ parameter: 'q', detail: 'is missing' }]);
    return { body: JSON.stringify(visit.query('q')), keep: false };
  })
  .api(path('/data/lines'), () => ({ body: lines(), type: 'application/x-ndjson' }))
  .api(path('/data/*'), () => {
    throw new NotFound('data');
  }).list;
const app = platformApp(db, routes, { REQUESTS_PER_MINUTE: '300' });
await app.cache.listen(db);
const handle = getRequestListener(app.hono.fetch);
const server = createServer((request, response) => {
  if (!app.cache.serve(request, response)) void handle(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

function lines(): ReadableStream<Uint8Array> {
  let line = 0;
  return new ReadableStream({
    pull(controller) {
      if (line === 3) return controller.close();
      controller.enqueue(new TextEncoder().encode(`{"line":${line++}}\n`));
    },
  });
}

beforeEach(() => {
  made = 0;
});

test.each([
  ['an answer', 'GET', '/data/things/1', 200],
  ['its head', 'HEAD', '/data/things/1', 200],
  ['something that does not exist', 'GET', '/data/things/404', 404],
  ['an id that is none', 'GET', '/data/things/one', 404],
  ['an address of nothing', 'GET', '/data/nothing/at/all', 404],
  ['an address that cannot be decoded', 'GET', '/data/%ff%fe', 404],
  ['a bad parameter', 'GET', '/data/search', 400],
  ['a bug', 'GET', '/data/things/500', 500],
  ['a question of a browser', 'OPTIONS', '/data/things/1', 204],
  ['a post', 'POST', '/data/things/1', 405],
  ['a deletion', 'DELETE', '/data/nothing', 405],
])('%s is open to every origin and never a page', async (_, method, at, status) => {
  const response = await fetch(url + at, { method, headers: { origin: 'https://elsewhere.example' } });
  expect(response.status).toBe(status);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await response.text();
  if (status >= 400) {
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(text)).toMatchObject({ status });
    expect(text).not.toContain('090-0000-0000');
  } else if (method === 'GET') expect(JSON.parse(text)).toMatchObject({ id: '1' });
});

test('a bad parameter is named', async () => {
  expect(await (await fetch(`${url}/data/search`)).json()).toEqual({
    type: 'about:blank',
    title: 'Bad request',
    status: 400,
    detail: 'q: is missing',
    errors: [{ parameter: 'q', detail: 'is missing' }],
  });
});

test('what may be done is said', async () => {
  const options = await fetch(`${url}/data/things/1`, { method: 'OPTIONS' });
  expect(options.headers.get('access-control-allow-methods')).toBe('GET, HEAD, OPTIONS');
  const post = await fetch(`${url}/data/things/1`, { method: 'POST', body: 'x' });
  expect(post.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
});

test('an answer is made once for each encoding that is asked for, and every encoding says the same', async () => {
  const ask = (encoding: string) =>
    fetch(`${url}/data/things/7`, { headers: { 'accept-encoding': encoding } });
  const [plain, brotli, gzip] = [await ask('identity'), await ask('br'), await ask('gzip')];
  expect(made).toBe(3);
  for (const encoding of ['identity', 'br', 'gzip']) await (await ask(encoding)).text();
  expect(made).toBe(3);
  expect(brotli.headers.get('content-encoding')).toBe('br');
  expect(gzip.headers.get('content-encoding')).toBe('gzip');
  const texts = [await plain.text(), await brotli.text(), await gzip.text()];
  expect(new Set(texts).size).toBe(1);
  expect(new Set([plain, brotli, gzip].map((each) => each.headers.get('etag'))).size).toBe(1);
});

test.each([
  ['kept', '/data/things/8'],
  ['made anew', '/data/search?q=8'],
])('a client that has an answer that is %s is told so', async (_, at) => {
  const etag = (await fetch(url + at)).headers.get('etag')?.replace('W/', '') ?? '';
  for (const mark of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const again = await fetch(url + at, { headers: { 'if-none-match': mark } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('access-control-allow-origin')).toBe('*');
  }
  expect((await fetch(url + at, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('an answer to words that somebody typed is kept nowhere', async () => {
  await fetch(`${url}/data/search?q=hunger`);
  const again = await fetch(`${url}/data/search?q=hunger`);
  expect(made).toBe(2);
  expect(again.headers.get('cache-control')).toBe('no-store');
});

test('a stream is passed on as it is made', async () => {
  const response = await fetch(`${url}/data/lines`);
  expect(response.headers.get('content-type')).toBe('application/x-ndjson');
  expect(response.headers.get('etag')).toBeNull();
  expect(await response.text()).toBe('{"line":0}\n{"line":1}\n{"line":2}\n');
});

test('what is remembered is made once until public data change', async () => {
  const count = async () => (await (await fetch(`${url}/data/count`)).json()) as { count: number };
  const first = await count();
  expect(await count()).toEqual(first);
  await inTransaction(db, anonymous, publicPagesChanged);
  await expect.poll(count).toEqual({ count: first.count + 1 });
});

test('pages beside an API stay pages', async () => {
  expect(await (await fetch(`${url}/data`)).text()).toContain('people read this');
  const elsewhere = await fetch(`${url}/elsewhere`);
  expect([elsewhere.status, elsewhere.headers.get('access-control-allow-origin')]).toEqual([404, null]);
});

test('whoever asks too often is told in JSON when to come back', async () => {
  const hasty = platformApp(db, routes, { REQUESTS_PER_MINUTE: '10' }).hono;
  let last = await hasty.request('/data/things/1');
  for (let asked = 0; asked < 40 && last.status !== 429; asked += 1)
    last = await hasty.request('/data/things/1');
  expect(last.headers.get('retry-after')).toBe('60');
  expect(last.headers.get('access-control-allow-origin')).toBe('*');
  expect(await last.json()).toMatchObject({ status: 429 });
});
