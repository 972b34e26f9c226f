import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { approver, reporter, secretariat } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { makeYear } from '../years/fixtures.ts';
import { listPlanRows } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const second = await app.signIn(approver);
await makeYear(app.db, { year: 2025 });
const params = { year: '2025' };
const rows = () => inTransaction(app.db, office.who, (tx) => listPlanRows(tx, 2025));
const row = (nameJa: string, amount: string, more: Record<string, string> = {}) =>
  app.post(yearPaths.newPlanRow.to(params), { nameJa, amount, pillar: '', ...more }, office);

test('rows take full-width digits and commas, and the page adds them up by row and by pillar', async () => {
  expect((await row('見守りの輪', '３５，０９０，０００円', { pillar: 'p1', isNew: 'on' })).status).toBe(303);
  expect((await row('働く練習', '509,999', { pillar: 'p2' })).status).toBe(303);
  expect((await row('そのほか', '9,999')).status).toBe(303);
  expect((await rows()).map(({ nameJa, pillar, amount, isNew }) => [nameJa, pillar, amount, isNew])).toEqual([
    ['見守りの輪', 'p1', 35_090_000, true],
    ['働く練習', 'p2', 509_999, false],
    ['そのほか', null, 9_999, false],
  ]);
  for (const person of [office, bureau, second]) {
    const page = await (await app.get(yearPaths.plan.to(params), person)).text();
    expect(page).toContain('合計 35,609,998円');
    expect(page).toContain('>3,509<');
    expect(page).toContain('>3,560<');
    expect(page).toContain('>50<');
    expect(page).toContain('9,999円');
  }
});

test('a row that is wrong comes back as it was typed', async () => {
  const wrong = await row('見守りの輪', '三千円');
  expect(wrong.status).toBe(422);
  const page = await wrong.text();
  expect(page).toContain('value="三千円"');
  expect(page).toContain('数字で入力してください');
  const pillar = await row('見守りの輪', '1', { pillar: 'p9' });
  expect(pillar.status).toBe(422);
  expect(await pillar.text()).toContain('この柱は、この年度の用語にありません');
  expect(await rows()).toHaveLength(3);
});

test('a row points at programs of its own year only', async () => {
  const { bureaus } = await makeYear(app.db, { year: 2026 });
  const programId = await makeProgram(app.db, { year: 2026, organisationId: bureaus[0] });
  const other = await row('ほかの年度', '1', { programId });
  expect(other.status).toBe(422);
  expect(await other.text()).toContain('ほかの年度の事業は選べません');
});

test('rows are changed, moved and removed by the secretariat only', async () => {
  const [first, , last] = await rows();
  const of = (rowId = '') => ({ ...params, rowId });
  const change = { nameJa: '見守りの輪（市町村）', amount: '1', pillar: 'p1' };
  expect((await app.post(yearPaths.planRow.to(of(first?.id)), change, bureau)).status).toBe(403);
  expect((await app.post(yearPaths.planRow.to(of(first?.id)), change, office)).status).toBe(303);
  await app.post(yearPaths.movePlanRow.to(of(last?.id)), { by: '-1' }, office);
  expect((await rows()).map((each) => each.nameJa)).toEqual(['見守りの輪（市町村）', 'そのほか', '働く練習']);
  expect((await app.post(yearPaths.removePlanRow.to(of(last?.id)), {}, bureau)).status).toBe(403);
  expect((await app.post(yearPaths.removePlanRow.to(of(last?.id)), {}, office)).status).toBe(303);
  expect((await rows()).map((each) => each.nameJa)).toEqual(['見守りの輪（市町村）', '働く練習']);
});

test('the plan in English says it all in English', async () => {
  const page = await (await app.get(yearPaths.plan.to(params, { lang: 'en' }), office)).text();
  expect(page).toContain('Budget plan');
  expect(page).toContain('The rows and the pillars add up to the same total in yen.');
});
