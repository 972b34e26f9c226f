import { expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { approver, reporter, secretariat } from '../access.ts';
import { yearPaths } from '../paths.ts';
import { makeProgram } from '../programs/fixtures.ts';
import { listTerms } from '../terms/store.ts';
import { makeYear } from './fixtures.ts';
import { findYear, listYears } from './store.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const second = await app.signIn(approver);
const home = yearPaths.home.to({});
const years = () => inTransaction(app.db, office.who, (tx) => listYears(tx));

test('the anonymous are sent to the sign-in page, and nobody opens a year without the role', async () => {
  const answer = await app.get(home);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toContain('/sign-in');
  expect((await app.post(yearPaths.open.to({}), { year: '2021' }, bureau)).status).toBe(403);
  expect(await years()).toEqual([]);
});

test('the secretariat opens the first year, and what was typed wrong comes back with its words', async () => {
  expect(await (await app.get(home, office)).text()).toContain('まだ年度がありません');
  const wrong = await app.post(yearPaths.open.to({}), { year: '３０' }, office);
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('value="３０"');
  const done = await app.post(yearPaths.open.to({}), { year: '２０２３' }, office);
  expect(done.headers.get('location')).toBe(yearPaths.year.to({ year: '2023' }));
  const again = await app.post(yearPaths.open.to({}), { year: '2023' }, office);
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('2023年度はもう登録されています');
  expect((await years()).map((year) => year.year)).toEqual([2023]);
});

test('the home page counts the programs of the newest year by category and bureau, for every role', async () => {
  const { bureaus } = await makeYear(app.db, { year: 2024 });
  for (const category of ['home', 'home', 'work', null])
    await makeProgram(app.db, { organisationId: bureaus[0], category });
  for (const person of [office, bureau, second]) {
    const page = await (await app.get(home, person)).text();
    expect(page).toMatch(/住まいを支える<\/a><\/th><td[^>]*>2</);
    expect(page).toMatch(/区分なし<\/th><td[^>]*>1</);
    expect(page).toMatch(/2024年度の局1<\/a><\/th><td[^>]*>4</);
  }
  expect(await (await app.get(`${home}?lang=en`, second)).text()).toContain('Programs of FY2024');
});

test('a new year takes over the vocabularies of another when asked', async () => {
  await app.post(yearPaths.open.to({}), { year: '2025', copyFrom: '2024' }, office);
  const codes = (year: number) =>
    inTransaction(app.db, office.who, async (tx) =>
      (await listTerms(tx, year)).map(({ scheme, code, nameJa }) => [scheme, code, nameJa]),
    );
  expect(await codes(2025)).toEqual(await codes(2024));
  expect((await codes(2025)).length).toBeGreaterThan(10);
});

test('the overall rating is one of the year’s own ratings', async () => {
  const url = yearPaths.summary.to({ year: '2024' });
  const form = { summaryJa: 'おおむね進んだ。\n来年も続ける。', summaryEn: 'Mostly on track.' };
  const refused = await app.post(url, { ...form, overallRating: 'excellent' }, office);
  expect(refused.status).toBe(422);
  const page = await refused.text();
  expect(page).toContain('この年度の用語にありません');
  expect(page).toContain('来年も続ける。');
  expect((await app.post(url, { ...form, overallRating: 'good' }, office)).status).toBe(303);
  expect(await inTransaction(app.db, office.who, (tx) => findYear(tx, 2024))).toMatchObject({
    summaryJa: 'おおむね進んだ。\n来年も続ける。',
    overallRating: 'good',
  });
  expect((await app.get(url, bureau)).status).toBe(403);
});

test('a year that was not opened is not found', async () => {
  for (const url of [
    yearPaths.year,
    yearPaths.plan,
    yearPaths.summary,
    yearPaths.carry,
    yearPaths.newProgram,
  ])
    expect((await app.get(url.to({ year: '1999' }), office)).status).toBe(404);
});
