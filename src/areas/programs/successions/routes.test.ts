import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '../access.ts';
import { listMeasures } from '../measures/store.ts';
import { yearPaths } from '../paths.ts';
import { makeMeasure, makeProgram } from '../programs/fixtures.ts';
import { listPartners, listPillars, listPrograms } from '../programs/store.ts';
import { listTerms } from '../terms/store.ts';
import { makeBureau, makeYear } from '../years/fixtures.ts';

const app = await testApp();
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const first = await makeBureau(app.db);
const second = await makeBureau(app.db);
await makeYear(app.db, { year: 2024, bureaus: [first, second] });
const carry = yearPaths.carry.to({ year: '2024' });
const programs = (year: number) => inTransaction(app.db, system('test'), (tx) => listPrograms(tx, year));

const night = await makeProgram(app.db, {
  organisationId: first,
  partners: [second],
  pillars: ['p1', 'p2'],
  category: 'home',
  line: 'L1',
  budgetInitial: 100,
  illustrative: true,
});
const nightCalls = await makeMeasure(app.db, {
  programId: night,
  labelJa: '電話',
  rhythm: 'month',
  target: 10,
  values: { '2024-04': 3 },
});
await makeProgram(app.db, {
  organisationId: second,
  nameJa: '終わる事業',
  nameEn: 'Ends',
  continuity: 'ended',
});

test('without the next year nothing is carried, and the page says what to do', async () => {
  const page = await (await app.get(carry, office)).text();
  expect(page).toContain('令和7年度がまだ登録されていません');
  const refused = await app.post(carry, {}, office);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('引き継ぐ先の年度がまだ登録されていません');
  expect((await app.post(carry, {}, bureau)).status).toBe(403);
});

test('programs that did not end go on with bureau, partners, words and measures, and start empty where the year decides', async () => {
  // The next year has other pillars, no lines, no units of its own, and calls only one bureau by name.
  await makeYear(app.db, {
    year: 2025,
    bureaus: [second],
    words: { pillar: [{ code: 'p2', nameJa: '新しい柱' }], line: [], unit: [] },
  });
  const done = await app.post(carry, {}, office);
  expect(done.headers.get('location')).toBe(yearPaths.year.to({ year: '2025' }));
  const [carried, ...others] = await programs(2025);
  expect(others).toEqual([]);
  expect(carried).toMatchObject({
    predecessorId: night,
    slug: 'night-desk',
    continuity: 'continued',
    category: 'home',
    line: null,
    organisationId: first,
    illustrative: true,
    budgetInitial: null,
  });
  await inTransaction(app.db, system('test'), async (tx) => {
    const id = carried?.id ?? '';
    expect(await listPillars(tx, id)).toEqual(['p2']);
    expect(await listPartners(tx, id)).toEqual([second]);
    expect(await listMeasures(tx, id)).toMatchObject([
      { labelJa: '電話', rhythm: 'month', predecessorId: nightCalls, target: null, values: {} },
    ]);
    const terms = await listTerms(tx, 2025);
    const codes = (scheme: string) =>
      terms.filter((term) => term.scheme === scheme).map((term) => term.nameJa);
    expect(codes('unit')).toEqual(['件']);
    expect(codes('bureau')).toContain('2024年度の局1');
  });
});

test('carrying again, also at the same time, carries nothing twice', async () => {
  await Promise.all([app.post(carry, {}, office), app.post(carry, {}, office)]);
  expect(await programs(2025)).toHaveLength(1);
  await makeProgram(app.db, { organisationId: first, nameJa: '夏の居場所', nameEn: 'Night desk' });
  await Promise.all([app.post(carry, {}, office), app.post(carry, {}, office)]);
  expect((await programs(2025)).map((program) => program.slug)).toEqual(['night-desk', 'night-desk-2']);
  expect(await (await app.get(carry, office)).text()).toContain('引き継ぐ事業はもうありません');
});
