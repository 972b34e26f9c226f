import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { readYear } from '#areas/programs/index.ts';
import { makeMeasure } from '#areas/programs/programs/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { planWorld, publish, reportWorld } from '../editions/fixtures.ts';
import { budgetFigure, measureFigure, planRowFigure, planTotalFigure } from './named.ts';

const app = await testApp();
const world = await reportWorld(app);
const learners = await makeMeasure(app.db, {
  programId: world.nightDesk,
  labelJa: '講座を終えた人',
  unit: 'persons',
  kind: 'people',
  counting: 'distinct',
  target: 50,
  previousValue: 38,
  values: { 2024: 46 },
  definition: '最後の回まで来た人',
  sourceNote: '講座の名簿',
});
/** Of this one only last year and the target are known. */
const owed = await makeMeasure(app.db, {
  programId: world.nightDesk,
  labelJa: '訪ねた家',
  target: 12,
  previousValue: 8,
});
const satisfied = await makeMeasure(app.db, {
  programId: world.nightDesk,
  labelJa: '満足した人の割合',
  unit: 'percent',
  kind: 'rate',
  previousValue: 55,
  values: { 2024: 58.7 },
});
await inTransaction(app.db, system('test'), (tx) =>
  tx.execute(`update programs set budget_settled = 3980000 where slug = 'night-desk'`),
);
await publish(app, world);
await planWorld(app);
await publish(app, world, { year: 2025, kind: 'plan' });
const pathOf = (id: string) => `/figures/${id}`;
const calls = pathOf(measureFigure(2024, world.calls));

describe('the path of a published number', () => {
  test('says what it means, in which edition it stands and that a second person approved it', async () => {
    const text = await textOf(await app.get(calls));
    expect(text).toContain('電話の相談（令和6年度）');
    expect(text).toMatch(/63,468 ?件/);
    expect(text).toContain('第1版として、令和7年7月31日に公表しました。');
    expect(text).toContain('準備した人とは別の承認者');
    expect(text).toContain('相談の記録');
    expect(text).toContain(measureFigure(2024, world.calls));
    expect(text).not.toContain('承認 二');
  });

  test('says its definition, unit, way of counting, period, how it was made, what was rounded, last year and target', async () => {
    const text = await textOf(await app.get(pathOf(measureFigure(2024, learners))));
    for (const said of [
      '定義 最後の回まで来た人',
      '単位 人',
      '人の数え方 実人数：同じ人は1人と数えます',
      '期間 令和6年度（4月1日から翌年3月31日まで）',
      '求め方 報告された値をそのまま載せています。',
      '丸めと秘匿 丸めや秘匿をしていません。',
      '前の年度の値 38人',
      '前の年度との差 昨年度より8人多い（+21.1％） ％は、差を前の年度の値で割り、小数第一位までにしたものです。',
      '目標 50人',
      '出典の記載 講座の名簿',
    ])
      expect(text).toContain(said);
    const months = await textOf(await app.get(pathOf(measureFigure(2024, world.visits))));
    expect(months).toContain('2か月分の値を足しました。');
  });

  test('of a sum of a plan says of how many rows', async () => {
    const text = await textOf(await app.get(pathOf(planTotalFigure(2025, null))));
    expect(text).toMatch(/38,250,000 ?円/);
    expect(text).toContain('計画の2行を足しました。');
    expect(text).toContain('計画の行の予算の額を合わせたものです。');
    expect(text).toContain(
      '1万円に満たない分を切り捨てて、3,825万円（万円の単位の表では3,825）と書いています。',
    );
    const english = await textOf(await app.get(`${pathOf(planTotalFigure(2025, null))}?lang=en`));
    expect(english).toContain('¥38.25 million, or 3,825 where the unit is 10,000 yen.');
  });

  test('of money says what it means and whose it is to enter', async () => {
    const { plan } = await inTransaction(app.db, system('test'), (tx) => readYear(tx, 2025));
    const row = { ...plan[0]!, description: { ja: '', en: '' } };
    const ofRow = await textOf(await app.get(pathOf(planRowFigure(2025, row))));
    expect(ofRow).toContain('事務局が、計画の画面で入力したものです。');
    expect(ofRow).toContain('定義 計画の一つの行の予算の額です。');
    const settled = pathOf(budgetFigure(2024, world.nightDesk, 'settled'));
    expect(await textOf(await app.get(settled))).toMatch(
      /入力 2024年度の局1の報告担当か事務局が入力したものです。.*定義 年度に実際に使った額です。/,
    );
    expect(await textOf(await app.get(`${settled}?lang=en`))).toMatch(
      /Entered By the reporter of Bureau 1 of 2024, or by the secretariat\..*What was spent in the year\./,
    );
  });

  test('of what nobody reported says so, with last year and the target, and never that it is withheld', async () => {
    const text = await textOf(await app.get(pathOf(measureFigure(2024, owed))));
    expect(text).toMatch(/夜の相談 記載なし/);
    expect(text).toContain('この年度の値は報告されていません。0という意味ではありません。');
    expect(text).toContain('前の年度の値 8件');
    expect(text).toContain('目標 12件');
    expect(text).not.toContain('非公表');
    const page = await (await app.get('/reports/2024/programs/night-desk')).text();
    expect(page).toContain(`href="${pathOf(measureFigure(2024, owed))}"`);
  });

  test('of a rate says by how many points it moved, and of no change that there is none', async () => {
    const rate = await textOf(await app.get(pathOf(measureFigure(2024, satisfied))));
    expect(rate).toMatch(/前の年度との差 昨年度より3.7ポイント/);
    expect(rate).not.toContain('％は、差を前の年度の値で割り');
    const first = await textOf(await app.get(pathOf(measureFigure(2024, world.visitors))));
    expect(first).not.toContain('前の年度との差');
  });

  test('of no number is not there, and one that cannot be a name neither', async () => {
    expect((await app.get('/figures/fzzzzzzzzzzz')).status).toBe(404);
    expect((await app.get('/figures/total')).status).toBe(404);
  });

  test('of a first year says nothing of a year before: here, on its page, over the years and in the data', async () => {
    const first = await textOf(await app.get(pathOf(measureFigure(2024, world.visitors))));
    expect(first).toMatch(/207 ?人/);
    expect(first).not.toContain('前の年度の値');
    const page = await textOf(await app.get('/reports/2024/programs/garden'));
    expect(page).toContain('207');
    expect(page).not.toContain('昨年度');
    const years = await textOf(await app.get(`/reports/figures/${world.visitors}`));
    expect(years).toContain('207');
    expect(years).not.toContain('令和5年度');
    const csv = await (await app.get('/reports/2024/measures.csv')).text();
    expect(csv).toMatch(/来た人,人,2024,207,,/);
  });

  test('is whole in English', async () => {
    const text = await textOf(await app.get(`${calls}?lang=en`));
    expect(text).toContain('The path of a number');
    expect(text).toContain('Approved');
  });

  test('is frozen with its edition, whoever asks', async () => {
    const run = (statement: string) =>
      inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rowCount);
    expect(await run(`update figure_paths set path = '{}'`)).toBe(0);
    expect(await run('delete from figure_paths')).toBe(0);
    await expect(
      run(`insert into figure_paths select edition_id, 'f00000000000', path from figure_paths limit 1`),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('do not change') } });
  });
});

test('a number that a later edition says otherwise is told with what each edition says of it', async () => {
  const one = pathOf(measureFigure(2024, world.visitors));
  expect(await textOf(await app.get(one))).not.toContain('この年度の版ごとの値');
  await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(`update measure_values set value = 208 where measure_id = '${world.visitors}'`),
  );
  await publish(app, world, { now: new Date('2025-08-31T03:00:00Z') });
  const text = await textOf(await app.get(one));
  expect(text).toMatch(/この年度の版ごとの値.*第2版 令和7年8月31日 208人 第1版 令和7年7月31日 207人/);
});

test('a plan’s number is what the plan says, whatever a report told of it before the plan was out', async () => {
  const early = await testApp();
  const there = await reportWorld(early);
  await planWorld(early);
  const total = `/figures/${planTotalFigure(2025, null)}`;
  await publish(early, there);
  await publish(early, there, { now: new Date('2025-08-31T03:00:00Z') });
  expect((await early.get('/reports/2025')).status).toBe(404);
  expect(await textOf(await early.get(total))).toMatch(/38,250,000 円.*令和6年度の取組みの結果/);
  await inTransaction(early.db, system('test'), (tx) =>
    tx.execute('update plan_rows set amount = amount + 1000000'),
  );
  await publish(early, there, { year: 2025, kind: 'plan', now: new Date('2025-09-30T03:00:00Z') });
  const text = await textOf(await early.get(total));
  expect(text).toContain('予算の総額 40,250,000 円');
  expect(text).toMatch(
    /この年度の版ごとの値.*令和7年度の取組みの計画 第1版 令和7年9月30日 40,250,000円 令和6年度の取組みの結果 第2版 令和7年8月31日 38,250,000円/,
  );
});

describe('every number on the public pages', () => {
  const pages = [
    '/reports/2024',
    '/reports/2024/programs/night-desk',
    '/reports/2024/programs/garden',
    '/reports/2025',
    '/reports/figures',
    `/reports/figures/${world.calls}`,
  ];

  test.each(pages)('of %s leads to its path', async (page) => {
    const html = await (await app.get(page)).text();
    const links = [...html.matchAll(/<a class="figure" href="([^"]+)"/g)].map(([, href = '']) => href);
    expect(links.length).toBeGreaterThan(0);
    for (const link of new Set(links)) expect((await app.get(link)).status, link).toBe(200);
    expect(unmarked(html), 'numbers without a path').toEqual([]);
  });
});

/** Big numbers and cells of numbers that lead nowhere; last year's beside a number belongs to that number's own path. */
function unmarked(html: string): string[] {
  const big = [...html.matchAll(/<p class="stat-value">(.*?)<\/p>/gs)].map(([, inner = '']) => inner);
  const cells = [...html.matchAll(/<td class="number"[^>]*>(.*?)<\/td>/gs)].map(([, inner = '']) => inner);
  return [...big, ...cells].filter((inner) => /\d/.test(inner) && !inner.includes('<a class="figure"'));
}
