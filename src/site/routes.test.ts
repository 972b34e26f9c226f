import { expect, test } from 'vitest';
import { type Hours, worryTerms } from '#areas/directory/index.ts';
import { makeService } from '#areas/directory/services/fixtures.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { publish, reportWorld } from '#areas/report/editions/fixtures.ts';
import { testApp } from '#src/app.testing.ts';

const app = await testApp();

test('the first page of an empty site asks what troubles you, and says that nothing is published yet', async () => {
  const response = await app.get('/');
  expect(response.status).toBe(200);
  const text = await textOf(response);
  expect(text).toContain('どんなことでも、相談できます');
  expect(text).toContain('公表された報告は、まだありません。');
});

test('the first page leads to every worry, to the guide, to places, to each language, and to the newest report', async () => {
  await publish(app, await reportWorld(app));
  const html = await (await app.get('/')).text();
  for (const { code } of worryTerms.filter((term) => term.code !== 'other'))
    expect(html).toContain(`href="/find?topic=${code}"`);
  for (const url of ['/navigator', '/places', '/find?speaks=ne', '/reports/2024', 'tel:110', 'tel:119'])
    expect(html).toContain(`href="${url}"`);
  expect(html).toMatch(/<form method="get" action="\/find"/);
});

test('the first page shows desks for different worries that somebody answers now, and turns when that changes', async () => {
  const always = {
    alwaysOpen: true,
    rules: [],
    publicHolidays: 'same',
    closures: [],
    exceptions: [],
  } as const;
  const everyDay = { days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' };
  const never = {
    ...always,
    alwaysOpen: false,
    rules: [everyDay],
    closures: [{ from: '01-01', to: '12-31' }],
  };
  const desk = (ja: string, topic: string, hours: Hours) =>
    makeService(app.db, { content: { name: { ja }, topics: [topic], hours } });
  await desk('昼も夜も聞く窓口', 'health', always);
  await desk('お金の窓口', 'income', always);
  await desk('お金の窓口その2', 'income', always);
  await desk('仕事の窓口', 'job_search', always);
  await desk('閉まっている窓口', 'debt', never);
  const text = await textOf(await app.get('/'));
  for (const name of ['昼も夜も聞く窓口', '仕事の窓口']) expect(text).toContain(name);
  expect(text).not.toContain('閉まっている窓口');
  expect(text.match(/お金の窓口/g)).toHaveLength(1);
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
