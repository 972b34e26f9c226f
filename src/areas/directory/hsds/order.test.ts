import { afterAll, beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { PageCache } from '#platform/web/page-cache.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { withdrawService } from '../services/actions.ts';
import { exampleContent, granted, makeMunicipalities, makeOwner, makeService } from '../services/fixtures.ts';
import type { Asking } from './around.ts';
import { answerServices } from './services.ts';

const db = await testDatabase();
const cache = new PageCache();
const asking: Asking = {
  db,
  who: { kind: 'anonymous' },
  now: new Date(),
  remember: (name, make) => cache.remember(name, make),
};
const asked = {
  page: 1,
  per_page: 2,
  format: 'json',
  search: undefined,
  taxonomy_term_id: undefined,
  taxonomy_id: undefined,
  organization_id: undefined,
  modified_after: undefined,
  minimal: false,
  full: false,
} as const;
interface Page {
  readonly total_items: number;
  readonly contents: readonly { readonly id: string; readonly name: string }[];
}
const page = async (number: number): Promise<Page> => {
  const { body } = await answerServices(asking, { ...asked, page: number });
  return JSON.parse(Buffer.from(body as Uint8Array).toString('utf8')) as Page;
};
let owner = '';

beforeAll(async () => {
  await cache.listen(db);
  await makeMunicipalities(db);
  owner = await makeOwner(db);
  for (const name of ['一', '二', '三', '四', '五'])
    await makeService(db, { organisationId: owner, content: exampleContent({ name: { ja: name } }) });
  cache.forget();
});
afterAll(() => cache.close());

test('somebody who reads on gets the same pages from what is at hand, and every change at once', async () => {
  const first = [await page(1), await page(2), await page(3)];
  const again = [await page(1), await page(2), await page(3)];
  expect(again).toEqual(first);
  expect(again.flatMap(({ contents }) => contents.map(({ name }) => name)).sort()).toEqual(
    ['一', '二', '三', '四', '五'].sort(),
  );
  const gone = first[0]?.contents[0]?.id ?? '';
  granted(await withdrawService(db, system('test'), { serviceId: gone, reason: '終了' }));
  await expect.poll(async () => (await page(1)).total_items).toBe(4);
  const after = [await page(1), await page(2), await page(3), await page(1)];
  expect(after.flatMap(({ contents }) => contents.map(({ id }) => id))).not.toContain(gone);
  await makeService(db, { organisationId: owner, content: exampleContent({ name: { ja: '六' } }) });
  await expect.poll(async () => (await page(1)).total_items).toBe(5);
});
