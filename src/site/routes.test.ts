import { expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { publish, reportWorld } from '#areas/report/editions/fixtures.ts';
import { testApp } from '#src/app.testing.ts';

const app = await testApp();

test('the first page of an empty site says what it is, and that nothing is published yet', async () => {
  const response = await app.get('/');
  expect(response.status).toBe(200);
  expect(await textOf(response)).toContain('公表された報告は、まだありません。');
});

test('the first page names the operator and leads to the newest report', async () => {
  await publish(app, await reportWorld(app));
  const html = await (await app.get('/')).text();
  expect(html).toContain('潮見県くらし支え合い本部の取組み');
  expect(html).toContain('href="/reports/2024"');
});

test.each([
  ['/about', '別の人が、内容を見て承認します', 'Somebody other than those who made the edition'],
  ['/accessibility', '「準拠」とは表明していません', 'no conformance is claimed'],
  [
    '/privacy',
    '公開しているページを見るだけなら、クッキーは使いません',
    'Reading public pages sets no cookie',
  ],
])('%s is there in both languages, linked from the end of every public page', async (url, ja, en) => {
  expect(await textOf(await app.get(url))).toContain(ja);
  expect(await textOf(await app.get(`${url}?lang=en`))).toContain(en);
  expect(await (await app.get('/reports')).text()).toContain(`href="${url}"`);
});

test('reading public pages sets no cookie, as the privacy page says', async () => {
  for (const url of ['/', '/reports', '/reports/2024', '/privacy?lang=en'])
    expect((await app.get(url)).headers.get('set-cookie'), url).toBeNull();
});
