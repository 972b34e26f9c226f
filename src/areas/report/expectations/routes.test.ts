import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { yearPaths } from '#areas/programs/paths.ts';
import { setTarget } from '#areas/programs/programs/fixtures.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { budgetFigure } from '../figures/named.ts';
import { listExpectationsOfYear } from './store.ts';
import { expectations } from './tables.ts';

const app = await testApp();
const world = await reportWorld(app);
const logic = {
  inputs: '職員二人',
  activities: '夜の電話',
  outputs: '相談の件数',
  outcomes: '眠れる夜が増える',
};
await inTransaction(app.db, system('test'), (tx) =>
  tx.execute(
    sql`update programs set purpose = '夜に話せる人がいる', logic = ${JSON.stringify(logic)} where slug = 'night-desk'`,
  ),
);
const page = '/staff/report/years/2024/expectations';
const kept = () => inTransaction(app.db, system('test'), (tx) => listExpectationsOfYear(tx, 2024));
const story = () => `/reports/programs/${world.nightDesk}`;

test('what is expected is kept by the secretariat alone', async () => {
  expect((await app.post(page, {}, world.approver)).status).toBe(403);
  expect((await app.post(page, {}, world.reporter)).status).toBe(403);
  expect((await app.get(page)).status).toBe(303);
  expect(await kept()).toEqual([]);
  const before = await textOf(await app.get(page, world.secretariat));
  expect(before).toContain('2事業の見込みを、このまま残す');
  expect((await app.post(page, {}, world.secretariat)).status).toBe(303);
  expect(await kept()).toHaveLength(2);
});

test('a second press finds nothing more to keep, and says so', async () => {
  const again = await app.post(page, {}, world.secretariat);
  expect(again.status).toBe(422);
  expect(await textOf(again)).toContain('もう残してあります');
});

test('it is kept as it was: nobody changes it, and what changed since is told', async () => {
  await setTarget(app.db, world.calls, 50_000);
  const text = await textOf(await app.get(page, world.secretariat));
  expect(text).toContain('目標');
  expect(
    (await kept()).find(({ programId }) => programId === world.nightDesk)?.content.targets,
  ).toContainEqual(expect.objectContaining({ thread: world.calls, target: null }));
  const before = await kept();
  await inTransaction(app.db, system('test'), (tx) => tx.update(expectations).set({ fiscalYear: 2023 }));
  await inTransaction(app.db, system('test'), (tx) => tx.delete(expectations));
  expect(await kept()).toEqual(before);
});

test('nobody outside sees it before anything of the year is published', async () => {
  expect((await app.get(story())).status).toBe(404);
  expect(await inTransaction(app.db, anonymous, (tx) => listExpectationsOfYear(tx, 2024))).toEqual([]);
});

test('then it stands beside the result, and the page of the program leads there', async () => {
  await publish(app, world);
  const text = await textOf(await app.get(story()));
  expect(text).toContain('はじめに考えたこと');
  expect(text).toContain('63,468');
  expect(text).toMatch(/結果の報告では ?50,000件/);
  expect(text).toContain('次の年度のことは、まだ公表していません');
  const program = await (await app.get('/reports/2024/programs/night-desk')).text();
  expect(program).toContain(`href="${story()}"`);
});

test('what is expected afterwards is no expectation', async () => {
  const late = await app.post(page, {}, world.secretariat);
  expect(late.status).toBe(422);
  expect(await textOf(late)).toContain('結果が分かってからの見込みは残せません');
});

test('what the next year decided on leads to its money, once that year is published', async () => {
  await makeYear(app.db, { year: 2025, bureaus: [world.reporter.organisationId] });
  expect((await app.post(yearPaths.carry.to({ year: '2024' }), {}, world.secretariat)).status).toBe(303);
  await inTransaction(app.db, system('test'), (tx) =>
    tx.execute(
      `update programs set budget_initial = 2000000 where fiscal_year = 2025 and slug = 'night-desk'`,
    ),
  );
  await publish(app, world, { year: 2025 });
  const path = `/figures/${budgetFigure(2025, world.nightDesk, 'initial')}`;
  const html = await (await app.get(story())).text();
  expect(html).toContain(`当初予算は<a class="figure" href="${path}">2,000,000円</a>`);
  expect((await app.get(path)).status).toBe(200);
});

test('one page tells of each year what was expected, what came, how it was judged and what was done next', async () => {
  const text = await textOf(await app.get(story()));
  const inOrder = [
    [
      '残したもの',
      '目的 夜に話せる人がいる',
      '投入 職員二人',
      '活動 夜の電話',
      '目指す変化 眠れる夜が増える',
    ],
    ['実際', '電話の相談', '63,468件'],
    ['評価', '順調', '続けて来る人が増えた', '評価を受けて考えたこと', '土曜も開く'],
    ['にどうしたか', '続けた。当初予算は', '2,000,000円'],
  ].flat();
  let at = 0;
  for (const said of inOrder) {
    at = text.indexOf(said, at);
    expect(at, said).toBeGreaterThan(0);
    at += said.length;
  }
});

test('a year without programs has nothing to keep', async () => {
  await makeYear(app.db, { year: 2031 });
  const done = await app.post('/staff/report/years/2031/expectations', {}, world.secretariat);
  expect(await textOf(done)).toContain('まだ事業が登録されていません');
});

test('a program that never was is not found', async () => {
  expect((await app.get('/reports/programs/11111111-1111-4111-8111-111111111111')).status).toBe(404);
});
