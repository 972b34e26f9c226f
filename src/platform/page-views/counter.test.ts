import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { fiscalYearOf, tokyoDay } from '../dates.ts';
import { testDatabase } from '../testing/database.ts';
import { PageViews } from './counter.ts';
import { countViews } from './store.ts';

const db = await testDatabase();
const person = { accept: 'text/html', 'user-agent': 'Mozilla/5.0 Mobile' };
const fiscalYear = fiscalYearOf(tokyoDay(new Date()));
const total = async (section?: string) => {
  const rows = await inTransaction(db, system('test'), (tx) => countViews(tx, { fiscalYear }));
  return rows
    .filter((row) => section === undefined || row.section === section)
    .reduce((sum, { n }) => sum + n, 0);
};

async function serve(views: PageViews) {
  const server = createServer((request, response) => {
    views.watch(request, response);
    response.writeHead(request.url === '/places/gone' ? 404 : 200, ['content-type', 'text/html']).end('page');
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { look: (path: string) => fetch(url + path, { headers: person }), close: () => server.close() };
}

test('each look counts once, whichever process answered, and nothing tells who looked', async () => {
  const sections = new Set(['', 'places']);
  const [one, other] = [new PageViews(sections), new PageViews(sections)];
  const [first, second] = [await serve(one), await serve(other)];
  for (const path of ['/', '/places', '/places?q=secret', '/places/gone', '/staff']) await first.look(path);
  await second.look('/places');
  expect(await total()).toBe(0);
  await one.flush(db);
  await one.flush(db);
  await other.start(db, () => {}).close();
  expect([await total(), await total('places'), await total('')]).toEqual([4, 3, 1]);
  const { rows } = await inTransaction(db, system('test'), (tx) => tx.execute('select * from page_views'));
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['day', 'n', 'section']);
  expect(JSON.stringify(rows)).not.toContain('secret');
  first.close();
  second.close();
});

test('what could not be written is counted the next time', async () => {
  const views = new PageViews(new Set(['reports']));
  const server = await serve(views);
  await server.look('/reports/2024');
  const away = { ...db, pool: { connect: () => Promise.reject(new Error('away')) } } as unknown as typeof db;
  await expect(views.flush(away)).rejects.toThrow('away');
  await server.look('/reports/2024');
  await views.flush(db);
  expect(await total('reports')).toBe(2);
  server.close();
});
