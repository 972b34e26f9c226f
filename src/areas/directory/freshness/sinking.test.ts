import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { findPaths } from '../paths.ts';
import { setCapacity, verifyService } from '../services/actions.ts';
import { granted, makeService } from '../services/fixtures.ts';

const app = await testApp();
const it = system('test');
const names = ['一の窓口', '二の窓口', '三の窓口', '四の窓口'];
const ids = new Map<string, string>();

beforeAll(async () => {
  // All alike but for their names: confirmed long ago, full, with a waiting list, and confirmed today.
  for (const ja of names) {
    const { serviceId, organisationId } = await makeService(app.db, { content: { name: { ja } } });
    const at = ja === '一の窓口' ? new Date('2020-01-01T00:00:00Z') : new Date();
    granted(await verifyService(app.db, it, { serviceId, organisationId }, at));
    ids.set(ja, serviceId);
  }
  const set = async (name: string, capacity: 'full' | 'waiting') =>
    granted(await setCapacity(app.db, it, { serviceId: ids.get(name) ?? '', capacity }));
  await set('二の窓口', 'full');
  await set('三の窓口', 'waiting');
});

const entry = async (name: string) =>
  textOf(await app.get(findPaths.service.to({ id: ids.get(name) ?? '' })));

test('among what fits alike, who is full and what nobody has confirmed in time come last, and say so', async () => {
  const html = await (await app.get('/find?q=みほん市の家賃の相談')).text();
  const order = names
    .map((name) => ({ name, at: html.indexOf(`${name}</a>`) }))
    .toSorted((a, b) => a.at - b.at);
  expect(order.every(({ at }) => at > 0)).toBe(true);
  expect(order.map(({ name }) => name)).toEqual(['四の窓口', '三の窓口', '一の窓口', '二の窓口']);
  expect(html).toContain('確認の期限を過ぎています');
});

test('an entry that is stale says what to do about it; one that was confirmed says when and by whom', async () => {
  expect(await entry('一の窓口')).toMatch(
    /確認の期限（.*）を過ぎています。.*行く前に、電話などで確かめてください/,
  );
  expect(await entry('四の窓口')).toMatch(/みほん支援の会が内容を確認しました。次の確認は/);
});
