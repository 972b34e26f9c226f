import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makePlanRow } from '#areas/programs/plans/fixtures.ts';
import { makeMeasure, makeProgram } from '#areas/programs/programs/fixtures.ts';
import { granted } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { budgetFigure, expectedBudgetFigure, measureFigure, targetFigure } from '../figures/named.ts';
import { freezeExpectations } from './actions.ts';

const app = await testApp();
const world = await reportWorld(app, { year: 2025 });
const learners = await makeMeasure(app.db, {
  programId: world.nightDesk,
  labelJa: '講座を終えた人',
  labelEn: 'Completed',
  unit: 'persons',
  kind: 'people',
  counting: 'distinct',
  target: 50,
  values: { 2025: 46 },
  definition: '最後の回まで来た人',
});
const setBudget = (column: string, yen: number) =>
  inTransaction(app.db, system('test'), (tx) =>
    tx.execute(`update programs set budget_${column} = ${yen} where slug = 'night-desk'`),
  );
await setBudget('initial', 5_100_000);
const keep = async (at: string) =>
  granted(await freezeExpectations(app.db, world.secretariat.who, { year: 2025 }, new Date(at)));
await keep('2025-04-01T03:04:00Z');
const money = expectedBudgetFigure(2025, world.nightDesk);
const target = targetFigure(2025, learners);
const read = async (id: string, lang = 'ja') => textOf(await app.get(`/figures/${id}?lang=${lang}`));

describe('the path of a number that was kept before the results', () => {
  test('is not there before anything of the year is published, but for staff', async () => {
    for (const id of [money, target]) {
      expect((await app.get(`/figures/${id}`)).status).toBe(404);
      expect((await app.get(`/staff/report/figures/${id}`)).status).toBe(303);
      const staff = await textOf(await app.get(`/staff/report/figures/${id}`, world.approver));
      expect(staff).toContain('この年度のものは、まだ何も公表していません。');
    }
  });

  test('says in Japanese, while only the plan is published, what it means and that the results are still to come', async () => {
    await makePlanRow(app.db, { year: 2025, nameJa: '見守りの輪', amount: 35_090_000 });
    await publish(app, world, { year: 2025, kind: 'plan', now: new Date('2025-04-06T03:00:00Z') });
    const text = await read(money);
    for (const said of [
      '当初予算（結果の前に残した額）（令和7年度）',
      '夜の相談 5,100,000 円',
      '令和7年度の結果は、まだ公表していません。公表すると、ここに並べます。',
      '「令和7年度の取組みの計画」第1版の公表で、令和7年4月6日から、だれでも見られるようになりました。',
      '準備した人とは別の承認者',
      '事務局が、令和7年4月1日に、そのままの形で残しました。それからは、だれにも変えられません。',
      '2025-04-01 12:04 の時点の値です。',
      '2025年度の局1の報告担当か事務局が入力したものです。',
      '定義 年度のはじめの予算の額です。',
      '単位 円',
      '期間 令和7年度（4月1日から翌年3月31日まで）',
      '求め方 残した日に事業に書かれていた値を、そのまま載せています。',
      '丸めと秘匿 丸めや秘匿をしていません。',
      `数字の番号 ${money}`,
    ])
      expect(text).toContain(said);
    expect(text).not.toContain('事務 一');
  });

  test('says of a target what is counted, and how people are', async () => {
    const text = await read(target);
    for (const said of [
      '講座を終えた人の目標（令和7年度）',
      '夜の相談 50 人',
      '結果が分かる前に決めていた目標です。結果ではありません。',
      '最後の回まで来た人',
      '人の数え方 実人数：同じ人は1人と数えます',
    ])
      expect(text).toContain(said);
  });

  test('says the same in English', async () => {
    const text = await read(money, 'en');
    for (const said of [
      'First budget, as kept before the results (FY2025)',
      'Night desk 5,100,000 yen',
      'The results of FY2025 are not published yet.',
      'Since 6 April 2025 everybody can see it, by the publication of “Plan of FY2025”, edition 1.',
      'By the secretariat on 1 April 2025, before the results of the year were published, just as it was.',
      'By the reporter of Bureau 1 of 2025, or by the secretariat.',
      'As it stood in the program on the day on which it was kept.',
    ])
      expect(text).toContain(said);
    expect(await read(target, 'en')).toContain('The target as it was set before the results were known.');
  });

  test('leads from the plan over the story to the path and back', async () => {
    const story = `/reports/programs/${world.nightDesk}`;
    expect(await (await app.get('/reports/2025')).text()).toContain(`<a href="${story}">夜の相談</a>`);
    expect(await (await app.get('/reports/2025?lang=en')).text()).toContain(
      `<a href="${story}?lang=en">Night desk</a>`,
    );
    const html = await (await app.get(story)).text();
    expect(html).toContain(`<a class="figure" href="/figures/${money}">5,100,000円</a>`);
    expect(html).toContain(`<a class="figure" href="/figures/${target}">50人</a>`);
    expect(await (await app.get(`/figures/${money}`)).text()).toContain(`href="${story}"`);
  });

  test('of a program that was kept after the plan was out is everybody’s from that day on', async () => {
    const { organisationId } = world.reporter;
    const late = { year: 2025, slug: 'late', organisationId, budgetInitial: 700_000 };
    const programId = await makeProgram(app.db, late);
    await keep('2025-05-09T03:00:00Z');
    expect(await read(expectedBudgetFigure(2025, programId))).toContain(
      '令和7年5月9日から、だれでも見られるようになりました。',
    );
  });

  test('stays as it was when the program says otherwise, and stands beside what the results say', async () => {
    await setBudget('initial', 5_200_000);
    await setBudget('settled', 4_800_000);
    await publish(app, world, { year: 2025, now: new Date('2026-07-31T03:00:00Z') });
    const text = await read(money);
    expect(text).toContain('夜の相談 5,100,000 円');
    expect(text).toContain('結果の報告での当初予算 5,200,000円 決算 4,800,000円');
    expect(text).not.toContain('まだ公表していません');
    const html = await (await app.get(`/figures/${money}`)).text();
    expect(html).toContain(
      `<a class="figure" href="/figures/${budgetFigure(2025, world.nightDesk, 'initial')}">`,
    );
    expect(await read(target)).toMatch(/その後どうなったか 結果 46人/);
    expect(await (await app.get(`/figures/${target}`)).text()).toContain(
      `<a class="figure" href="/figures/${measureFigure(2025, learners)}">46人</a>`,
    );
    expect(await read(target, 'en')).toContain('Result 46 persons');
  });

  test('leads staff on to the program and to whoever kept it', async () => {
    const page = await app.get(`/staff/report/figures/${money}`, world.secretariat);
    const html = await page.text();
    expect(html).toContain(`href="/staff/programs/${world.nightDesk}"`);
    expect(html).toContain('href="/staff/report/years/2025/expectations"');
    expect(html).toContain('事務 一');
  });
});
