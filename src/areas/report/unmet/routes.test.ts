import { describe, expect, test } from 'vitest';
import { tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { counsellor } from '#areas/consultations/index.ts';
import { makeCounts } from '#areas/consultations/counts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { makeTwoCities, makeUnmet } from '#areas/directory/unmet/fixtures.ts';
import { approver, reporter, secretariat } from '#areas/programs/index.ts';
import { makeProgram } from '#areas/programs/programs/fixtures.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { staffReportPaths as paths } from '../paths.ts';

const app = await testApp();
const office = await app.signIn(secretariat, { name: '事務局 職員' });
const bureau = await app.signIn(reporter);
const now = new Date();
const month = tokyoDay(now).slice(0, 7);
const { deskId } = await makeDesk(app.db);
await makeYear(app.db, { year: 2025, bureaus: [bureau.organisationId] });
const { organisationId } = bureau;
const budgets = { organisationId, year: 2025 };
const programId = await makeProgram(app.db, {
  ...budgets,
  nameJa: '借金の相談会',
  pillars: ['p1'],
  budgetInitial: 7_654_000,
});
await makeProgram(app.db, { ...budgets, nameJa: '居場所の応援', pillars: ['p2'], budgetInitial: 1_000_000 });

await makeTwoCities(app.db);
const missed = (kind: string, a: string, b: string, n: number) => ({ month, kind, a, b, n });
await makeCounts(app.db, deskId, [
  missed('outside-who', '99201', 'debt', 23),
  missed('outside-who', '99201', '*', 23),
  missed('missed', '99202', 'income', 7),
  missed('missed', '99202', '*', 7),
  missed('call', 'busy', '', 31),
]);
await makeUnmet(app.db, { topic: 'debt', municipality: '99201', why: 'nothing-found', times: 13, now });

const shown = async (query: Record<string, string> = {}, as = office) =>
  textOf(await app.get(paths.unmet.to({}, query), as));
const csv = async (query: Record<string, string> = {}) =>
  (await app.get(paths.unmet.to({}, { ...query, format: 'csv' }), office)).text();

describe('the map', () => {
  test('the headquarters reads it, a desk does not', async () => {
    for (const role of [approver, reporter])
      expect((await app.get(paths.unmet.to({}), await app.signIn(role))).status).toBe(200);
    const desk = await app.signIn(counsellor, { organisationId: deskId });
    expect((await app.get(paths.unmet.to({}), desk)).status).toBe(403);
    expect((await app.get(paths.unmet.to({}))).status).toBe(303);
    expect((await app.get(paths.unmetProblem.to({}), bureau)).status).toBe(403);
    expect((await app.get(paths.unmetAnswers.to({ worry: 'debt' }), bureau)).status).toBe(403);
  });

  test('numbers are those of the sources, rounded, and few are not told: on the page and in the file', async () => {
    const text = await shown();
    expect(text).toContain('大浜市 35');
    expect(text).toContain('小山市 10未満');
    expect(text).toContain('（場所がわからない）');
    const file = await csv();
    expect(file).toContain('見つからない,99201,大浜市,debt,債務について,15\r\n');
    expect(file).toContain('時間外,99201,大浜市,debt,債務について,25\r\n');
    expect(file).toContain('応答できず,99202,小山市,income,収入・生活費のこと,*\r\n');
    expect(file).toContain('応答できず,,（場所がわからない）,*,すべての困りごと,30\r\n');
    for (const exact of ['13', '23', '36', '31']) {
      expect(file).not.toContain(`,${exact}\r\n`);
      expect(text.split(/\s+/)).not.toContain(exact);
    }
  });

  test('filters ask for a worry, a place, a source and a year', async () => {
    const ofPlace = await shown({ place: '99202', source: 'unanswered' });
    expect(ofPlace).toContain('収入・生活費のこと 10未満');
    expect(await csv({ source: 'outside' })).not.toContain('応答できず');
    expect(await shown({ period: '2024' })).toContain('一つもありません');
  });
});

describe('from the map to the year’s programs', () => {
  test('the secretariat says which programs answer a worry, and they stand beside it with their budget', async () => {
    expect(await shown({ worry: 'debt' })).toContain('まだ選ばれていません');
    const url = paths.unmetAnswers.to({ worry: 'debt' });
    expect((await app.post(url, { 'programs[]': [programId] }, bureau)).status).toBe(403);
    expect((await app.post(url, { 'programs[]': [programId, crypto.randomUUID()] }, office)).status).toBe(
      303,
    );
    const text = await shown({ worry: 'debt' });
    expect(text).toContain('借金の相談会');
    expect(text).toContain('7,654,000');
    expect(text).toMatch(/気づく 1 7,654,000/);
    expect(text).toMatch(/つなぐ 0 0/);
    expect(await shown()).toMatch(/つなぐ 1 1,000,000/);
    await app.post(url, {}, office);
    expect(await shown({ worry: 'debt' })).toContain('まだ選ばれていません');
    expect((await app.get(paths.unmetAnswers.to({ worry: 'moon' }), office)).status).toBe(404);
  });
});

describe('from a cell to a problem', () => {
  const cell = { place: '99201', worry: 'debt' };
  const url = paths.unmetProblem.to({}, cell);
  const fields = {
    title: '大浜市で借金の相談が届かない',
    detail: '夜の窓口を考えたい',
    'domains[]': ['housing'],
  };

  test('the problem carries the facts as they are told, and the cell shows how it stands', async () => {
    expect(await (await app.get(url, office)).text()).toContain(
      '大浜市：「債務について」の支援が届いていない',
    );
    const done = await app.post(url, fields, office);
    expect(done.status).toBe(303);
    const problem = await textOf(await app.get(done.headers.get('location') ?? '', office));
    for (const fact of [
      '場所：大浜市',
      '困りごと：債務について',
      '見つからない：約15回',
      '時間外：約25回',
      '合計：約35回',
      '夜の窓口を考えたい',
    ])
      expect(problem).toContain(fact);
    for (const exact of ['13回', '23回', '36回']) expect(problem).not.toContain(exact);
    expect(await shown(cell)).toContain('出された');
    expect(await shown({ place: '99201' })).toContain('出された');
    const again = await app.post(url, fields, office);
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('もう課題が出ています');
  });

  test('few are few in the problem too, and where nothing was unmet there is none', async () => {
    const few = paths.unmetProblem.to({}, { place: '99202', worry: 'income' });
    const done = await app.post(few, { ...fields, detail: '' }, office);
    const problem = await textOf(await app.get(done.headers.get('location') ?? '', office));
    expect(problem).toContain('応答できず：10未満');
    expect(problem).not.toMatch(/7回|：7/);
    const none = await app.post(
      paths.unmetProblem.to({}, { place: '99202', worry: 'housing' }),
      fields,
      office,
    );
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('届かなかった支援がありません');
    expect((await app.post(url, { ...fields, title: '' }, office)).status).toBe(422);
    expect((await app.post(url, fields, bureau)).status).toBe(403);
  });

  test('two who raise a problem of the same cell at once raise one', async () => {
    const at = paths.unmetProblem.to({}, { place: '-' });
    const both = await Promise.all([app.post(at, fields, office), app.post(at, fields, office)]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([303, 422]));
  });
});
