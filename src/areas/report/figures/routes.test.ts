import { describe, expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { makeMeasure } from '#areas/programs/programs/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';

const app = await testApp();
const empty = await testApp();
const world = await reportWorld(app);

test('the search says that nothing is published yet', async () => {
  expect(await textOf(await empty.get('/reports/figures'))).toContain('公表された数字は、まだありません。');
});

describe('among published figures', async () => {
  await makeMeasure(app.db, {
    programId: world.nightDesk,
    labelJa: 'ＬＩＮＥのソウダン',
    values: { 2024: 11_987 },
  });
  await makeMeasure(app.db, { programId: world.nightDesk, labelJa: '満足100%の日', values: { 2024: 3 } });
  await publish(app, world);
  const find = async (query: string) => textOf(await app.get(`/reports/figures?${query}`));
  const q = (words: string) => `q=${encodeURIComponent(words)}`;

  test.each([
    ['any width and letter case', 'line', 'ＬＩＮＥのソウダン'],
    ['half-width kana', 'ｿｳﾀﾞﾝ', 'ＬＩＮＥのソウダン'],
    ['hiragana for katakana', 'そうだん', 'ＬＩＮＥのソウダン'],
    ['the English name', 'calls', '電話の相談'],
    ['the category', '住まい', '電話の相談'],
    ['the bureau', '局1', '来た人'],
    ['several words, all of which are found', '夜 電話', '電話の相談'],
  ])('%s finds', async (_, words, expected) => {
    const text = await find(q(words));
    expect(text).toContain(expected);
  });

  test('a word that is not there finds nothing, and a wildcard only itself', async () => {
    expect(await find(q('夜 そこにない'))).toContain('当てはまる数字はありませんでした。');
    expect(await find(q('%'))).toContain('1件見つかりました');
    expect(await find(q('_'))).toContain('当てはまる数字はありませんでした。');
  });

  test('year, unit and category narrow the search, and stay chosen', async () => {
    const text = await find(`unit=${encodeURIComponent('人')}`);
    expect(text).toContain('1件見つかりました');
    expect(text).toContain('来た人');
    expect(await find('year=2023')).toContain('当てはまる数字はありませんでした。');
    const html = await (await app.get('/reports/figures?year=2024&q=line')).text();
    expect(html).toMatch(/value="2024" selected/);
    expect(html).toContain('value="line"');
  });

  test('months are not counted as figures of their own', async () => {
    expect(await find('')).toContain('5件見つかりました');
  });

  test('whatever stands in the query, the page answers', async () => {
    for (const query of [
      'page=-1',
      'page=99999999',
      'page=x',
      "q='%22;drop",
      'year=abc',
      `q=${'a'.repeat(3000)}`,
    ])
      expect((await app.get(`/reports/figures?${query}`)).status, query).toBe(200);
  });

  test('one figure is shown over the years, from the year before its first', async () => {
    const response = await app.get(`/reports/figures/${world.calls}`);
    const html = await response.text();
    expect(html).toContain('電話の相談：年度ごとの動き');
    expect(html).toMatch(/令和5年度[\s\S]*38,576/);
    expect(html).toContain('href="/reports/2024/programs/night-desk"');
    expect((await app.get(`/reports/figures/${crypto.randomUUID()}`)).status).toBe(404);
    expect((await app.get('/reports/figures/not-an-id')).status).toBe(404);
  });
});
