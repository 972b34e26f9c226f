import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction, type Tx } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { reporter, secretariat } from '#areas/programs/index.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { updateCaseFile } from '../case-files/store.ts';
import { statisticsPaths } from '../paths.ts';
import { casePlanItems, casePlans } from '../plans/tables.ts';
import { caseRecords } from '../records/tables.ts';
import { caseReviews } from '../reviews/tables.ts';
import { caseScales, caseScaleStages } from '../scales/tables.ts';
import { countCasesOfProgram, readPlanFact } from './read.ts';
import { countFlows } from './store.ts';
import { listFacts, listFigures } from './store.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const office = await app.signIn(secretariat);
const bureau = await app.signIn(reporter);
const it = system('test');
const { db } = app;
const days = { first: '2024-04-01', last: '2025-03-31' };
let code = '';
let number = '';

type Plan = Partial<typeof casePlans.$inferInsert>;
const plan = async (tx: Tx, caseId: string, round: number, change: Plan) => {
  const at = new Date();
  const row = { caseId, homeId: organisationId, round, madeOn: '2024-05-01', createdAt: at, updatedAt: at };
  const [made] = await tx
    .insert(casePlans)
    .values({ ...row, ...change })
    .returning();
  return made?.id ?? '';
};
const review = (tx: Tx, caseId: string, planId: string, heldOn: string, changes: string[]) =>
  tx.insert(caseReviews).values({
    caseId,
    planId,
    homeId: organisationId,
    round: 1,
    heldOn,
    outcome: 'close',
    changes,
    sealed: 'x',
    writtenAt: new Date(),
  });
const served = (tx: Tx, caseId: string, service: string, startedAt: string, change = {}) =>
  tx.insert(caseRecords).values({
    caseId,
    homeId: organisationId,
    kind: 'interview',
    service,
    startedAt: new Date(startedAt),
    sealed: 'x',
    writtenAt: new Date(),
    ...change,
  });
const asked = async (tx: Tx, caseId: string, askedOn: string, stage: number) => {
  const row = {
    caseId,
    homeId: organisationId,
    askedOn,
    at: 'intake',
    withPerson: true,
    writtenAt: new Date(),
  };
  const [made] = await tx.insert(caseScales).values(row).returning();
  const scaleId = made?.id ?? '';
  await tx.insert(caseScaleStages).values({ scaleId, caseId, domain: 'housing', class: 'basic', stage });
};

beforeAll(async () => {
  const vault = app.tools.vault;
  const [one, two] = [
    await makeCase(
      { db, vault },
      { organisationId, receivedOn: '2024-04-30', assignedTo: mori.who.personId },
    ),
    await makeCase({ db, vault }, { organisationId, receivedOn: '2024-05-01' }),
  ];
  number = one.number;
  await makeCase({ db, vault }, { organisationId: stranger.organisationId, receivedOn: '2024-05-02' });
  await inTransaction(db, it, async (tx) => {
    const { rows } = await tx.execute<{ code: string }>(
      sql`select code from organisations where id = ${organisationId}`,
    );
    code = rows[0]?.code ?? '';
    await tx.execute(sql`insert into municipalities (code, code6, kind, name_ja, name_kana, name_en, population, latitude, longitude,
      support_authority) values ('14201', '142018', 'core-city', '横須賀市', 'ヨコスカシ', 'Yokosuka', 100000, 35, 139, '14201')`);
    await updateCaseFile(tx, one.id, { screening: 'supported', screenedOn: '2024-05-02' });
    await updateCaseFile(tx, two.id, { closedOn: '2024-06-01', closeReason: 'broken-off' });
    const first = await plan(tx, one.id, 1, {
      decidedOn: '2024-05-20',
      endsOn: '2024-11-20',
      isEmploymentTarget: true,
    });
    const item = {
      caseId: one.id,
      position: 1,
      bearer: 'own',
      program: 'budget',
      sealed: 'x',
      createdAt: new Date(),
    };
    await tx.insert(casePlanItems).values([
      { ...item, planId: first },
      { ...item, planId: first, position: 2 },
    ]);
    const second = await plan(tx, one.id, 2, { decidedOn: '2024-12-01' });
    await plan(tx, two.id, 1, { madeOn: '2024-05-03' });
    await review(tx, one.id, first, '2024-11-30', ['employed', 'wage-up', 'calm']);
    await review(tx, one.id, second, '2025-03-31', ['none']);
    await served(tx, one.id, 'protection', '2024-05-03T03:00:00Z');
    await served(tx, one.id, 'protection', '2024-06-03T03:00:00Z');
    await served(tx, one.id, 'consultation', '2024-04-30T15:30:00Z');
    await served(tx, one.id, 'consultation', '2024-05-01T03:00:00Z', { replacedAt: new Date() });
    await served(tx, two.id, 'accompaniment', '2025-03-31T15:00:00Z', { minutes: 90 });
    await served(tx, two.id, 'accompaniment', '2025-03-31T14:59:00Z', { minutes: 45 });
    await asked(tx, one.id, '2024-04-30', 1);
    await asked(tx, one.id, '2024-11-30', 4);
    await asked(tx, two.id, '2024-05-01', 2);
  });
}, 60_000);

const counted = (as = it as Parameters<typeof inTransaction>[1], organisationIds?: string[]) =>
  inTransaction(db, as, (tx) => listFigures(tx, { ...days, organisationIds }));
const year = (query: Record<string, string> = {}) => statisticsPaths.year.to({}, { year: '2024', ...query });
const page = async (url: string, as = mori) => textOf(await app.get(url, as));

describe('what is counted', () => {
  test('each figure by its own day and definition', async () => {
    const rows = (await counted(it, [organisationId])).filter(({ month }) => month === '');
    const of = (figure: string) =>
      Object.fromEntries(
        rows.filter((row) => row.figure === figure).map((row) => [row.code, [row.n, row.people]]),
      );
    expect(of('received')).toEqual({ '': [2, 2] });
    expect(of('screened')).toEqual({ supported: [1, 1] });
    // A draft is no plan yet; a program that stands in two rows of a plan is used once.
    expect(of('planned')).toEqual({ first: [1, 1], again: [1, 1] });
    expect(of('target')).toEqual({ '': [1, 1] });
    expect(of('program')).toEqual({ budget: [1, 1] });
    // Who began work is not counted once more for earning.
    expect(of('employed')).toEqual({ target: [1, 1] });
    expect(of('raised')).toEqual({});
    expect(of('improved')).toEqual({ '': [1, 1] });
    expect(of('closed')).toEqual({ 'broken-off': [1, 1] });
    // One person twice is one person; a corrected record does not count; the year ends at midnight in Tokyo.
    expect(of('service')).toEqual({ protection: [2, 1], consultation: [1, 1], accompaniment: [1, 1] });
    expect(of('minutes')).toEqual({ accompaniment: [45, 1] });
  });

  test('a month is Tokyo’s', async () => {
    const months = (await counted(it, [organisationId])).filter(({ code: of }) => of === 'consultation');
    expect(months.map(({ month }) => month).toSorted()).toEqual(['', '2024-05']);
  });
});

describe('who counts', () => {
  test('workers their own, the headquarters and the bureaus all, nobody else anything', async () => {
    const organisations = async (as: Parameters<typeof inTransaction>[1]) =>
      [...new Set((await counted(as)).map((row) => row.organisationId))].toSorted();
    const both = [organisationId, stranger.organisationId].toSorted();
    expect(await organisations(mori.who)).toEqual([organisationId]);
    expect(await organisations(stranger.who)).toEqual([stranger.organisationId]);
    expect(await organisations(office.who)).toEqual(both);
    expect(await organisations(bureau.who)).toEqual(both);
    expect(await organisations(anonymous)).toEqual([]);
    expect(await counted(stranger.who, [organisationId])).toEqual([]);
  });

  test('to count is not to see: the headquarters gets numbers and no row', async () => {
    const facts = (as: typeof office) =>
      inTransaction(db, as.who, (tx) =>
        listFacts(tx, { ...days, organisationId, figure: 'service' }, { limit: 50, offset: 0 }),
      );
    expect((await facts(mori)).total).toBe(4);
    expect((await facts(office)).total).toBe(0);
    expect((await facts(stranger)).total).toBe(0);
    const after = await inTransaction(db, office.who, async (tx) => {
      await listFigures(tx, days);
      return (await tx.execute(sql`select count(*)::int as n from case_files`)).rows;
    });
    expect(after).toEqual([{ n: 0 }]);
  });
});

describe('the page', () => {
  test('shows the year month by month, with definitions and the forms that they come from', async () => {
    const shown = await page(year());
    expect(shown).toContain('令和6年度の支援');
    expect(shown).toContain('新規相談受付件数 1 1 0 0 0 0 0 0 0 0 0 0 2');
    expect(shown).toContain('うち再プラン 0 0 0 0 0 0 0 0 1 0 0 0 1');
    expect(shown).toContain('様式6 評価シート');
    expect(shown).toContain('家計改善支援事業 1 1');
    expect(shown).toContain('一時保護 2 1');
  });

  test('opens a number to the records behind it, for its own organisation only', async () => {
    const url = statisticsPaths.rows.to(
      { organisationId },
      { year: '2024', figure: 'service', code: 'protection' },
    );
    const shown = await page(url);
    expect(shown).toContain('一時保護');
    expect(shown).toContain(`令和6年5月3日 ${number}`);
    expect(shown).toContain('2件');
    expect((await app.get(url, stranger)).status).toBe(404);
    expect((await app.get(url, office)).status).toBe(403);
  });

  test('the headquarters sees all and each, people’s changes with care, and no way to a record', async () => {
    const all = await page(year(), office);
    expect(all).toContain('すべての組織');
    expect(all).toContain('新規相談受付件数 1 2 0');
    expect(all).toContain('気持ちが落ち着いた 10未満 10未満');
    const html = await (await app.get(year({ organisation: organisationId }), office)).text();
    expect(html).not.toContain('/rows');
    expect(await page(year())).toContain('気持ちが落ち着いた 1 1');
    expect((await app.get(year({ organisation: organisationId }), stranger)).status).toBe(404);
    expect((await app.get(year(), bureau)).status).toBe(403);
  });

  test('goes out as CSV and as a workbook that say no more than the page', async () => {
    const csv = async (as: typeof mori, query = {}) =>
      (await app.get(year({ format: 'csv', ...query }), as)).text();
    expect(await csv(mori)).toContain(',planned,again,1,1');
    expect(await csv(mori)).toContain(',change,calm,1,1');
    expect(await csv(office, { organisation: organisationId })).toContain(',change,calm,*,*');
    expect(await csv(office)).not.toMatch(/calm,1/);
    const book = Buffer.from(await (await app.get(year({ format: 'xlsx' }), office)).arrayBuffer());
    expect(book.subarray(0, 2).toString()).toBe('PK');
  });
});

describe('what figures are held against', () => {
  test('people of the municipalities for which the organisation answers, as its supervisor says', async () => {
    expect(await page(year())).toContain('受け持つ市町村がまだ決まっていない');
    const url = statisticsPaths.area.to({ organisationId });
    expect((await app.get(url, mori)).status).toBe(403);
    expect((await app.get(url, stranger)).status).toBe(404);
    expect((await app.post(url, { 'municipalities[]': ['14201', '99999'] }, stranger)).status).toBe(403);
    expect((await app.post(url, { 'municipalities[]': ['14201', '99999'] }, chief)).status).toBe(303);
    await app.post(statisticsPaths.targets.to({ year: '2024' }), { received: '16' }, office);
    const shown = await page(year({ organisation: organisationId }), chief);
    expect(shown).not.toContain('まだ決まっていない');
    expect(shown).toContain('新規相談受付件数 10万人・月あたり 0.2 16 確かめていない値');
    expect(await textOf(await app.get(url, chief))).toContain('横須賀市');
  });

  test('目安値 of the year: what the headquarters writes, with its source, otherwise one that says it is not verified', async () => {
    expect(await page(year())).toContain(
      '就労・増収率 （就労者数と増収者数のうち、就労支援対象プランの人）÷ 就労支援対象者数 100% 75% 確かめていない値',
    );
    const url = statisticsPaths.targets.to({ year: '2024' });
    expect((await app.post(url, { rate: '80' }, chief)).status).toBe(403);
    expect((await app.post(url, { rate: 'たくさん' }, office)).status).toBe(422);
    const saved = await app.post(
      url,
      { rate: '８０', received: '', source: '令和6年度の通知（見本）' },
      office,
    );
    expect(saved.status).toBe(303);
    expect(await page(year())).toContain('100% 80% 令和6年度の通知（見本）');
    expect(await textOf(await app.get(url, office))).toContain(
      '就労・増収率の目安値'.replace('の目安値', ''),
    );
  });
});

describe('the door for other areas', () => {
  test('a program’s measures: records as times, protection and independence as people', async () => {
    const count = await inTransaction(db, bureau.who, (tx) =>
      countCasesOfProgram(tx, { desk: code, fiscalYear: 2024 }),
    );
    expect(count.protection).toEqual({ total: 1, months: [0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0] });
    expect([count.consultation.total, count.accompaniment.total, count.independence.total]).toEqual([
      1, 1, 0,
    ]);
  });

  test('a plan exists: yes, agency, date; nothing else, and nothing to who may not count there', async () => {
    const fact = (as: typeof office) =>
      inTransaction(db, as.who, (tx) => readPlanFact(tx, { organisation: code, number }));
    expect(await fact(office)).toMatchObject({ exists: true, decidedOn: '2024-12-01', endsOn: null });
    expect(await fact(stranger)).toEqual({ exists: false });
    const other = await inTransaction(db, office.who, (tx) =>
      readPlanFact(tx, { organisation: code, number: '2024-9999' }),
    );
    expect(other).toEqual({ exists: false });
  });

  test('before and after for the report: from the first time to the last of the year, few are not told', async () => {
    const own = await page(year());
    expect(own).toContain('住まい：はじめ → いま');
    expect(await page(year({ organisation: organisationId }), office)).toContain('住まい 10未満 0 0');
    const flows = (as: typeof office) =>
      inTransaction(db, as.who, (tx) => countFlows(tx, { fiscalYear: 2024 }));
    const housing = { desk: code, domain: 'housing', before: 1, after: 4, n: 1 };
    expect(await flows(office)).toContainEqual(housing);
    expect((await flows(stranger)).filter(({ desk }) => desk === code)).toEqual([]);
  });
});
