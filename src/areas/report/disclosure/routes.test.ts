import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { offerValues } from '#areas/programs/index.ts';
import { programPaths } from '#areas/programs/paths.ts';
import { makeMeasure, makeProgram, makeResult } from '#areas/programs/programs/fixtures.ts';
import { granted, makeYear } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { approveEdition, prepareEdition, proposeEdition } from '../editions/actions.ts';
import { hashOf } from '../editions/content-now.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { findEdition, findEditionProgram, listEditionPrograms } from '../editions/store.ts';
import { editionPrograms, editions } from '../editions/tables.ts';
import { measureFigure } from '../figures/named.ts';
import { markNumber } from '../manuscripts/actions.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { listExceptions, listWithheld, replaceWithheld } from './store.ts';

const app = await testApp();
const world = await reportWorld(app);
const { db } = app;
const office = world.secretariat;
const second = world.approver;

const months = Object.fromEntries(
  [40, 31, 4, 22, 25, 60, 61, 62, 63, 64, 65, 66].map((value, at) => [
    `${at < 9 ? 2024 : 2025}-${String(((at + 3) % 12) + 1).padStart(2, '0')}`,
    value,
  ]),
);
const people = { programId: world.nightDesk, unit: 'persons', kind: 'people' } as const;
const sheltered = await makeMeasure(db, {
  ...people,
  labelJa: '保護した方',
  counting: 'distinct',
  values: { 2024: 2 },
});
const housed = await makeMeasure(db, {
  ...people,
  labelJa: '住まいの決まった方',
  counting: 'distinct',
  values: { 2024: 5 },
});
await makeMeasure(db, {
  ...people,
  labelJa: '夜に来た方',
  counting: 'total',
  rhythm: 'month',
  values: months,
});
await makeMeasure(db, {
  ...people,
  labelJa: '働きはじめた方',
  counting: 'distinct',
  previousValue: 6,
  values: { 2024: 0 },
});

const ask = (figure: string, person = office) =>
  app.post(paths.disclosureException.to({}), { figure, reason: '資料に載っているため' }, person);

test('an exception is proposed by one person and approved by another, and both are written down', async () => {
  expect((await ask(`2024 ${sheltered} 2024`, second)).status).toBe(403);
  expect((await ask(`2024 ${world.visitors} 2024`)).status).toBe(422);
  expect((await ask(`2024 ${sheltered} 2024`)).status).toBe(303);
  const twice = await ask(`2024 ${sheltered} 2024`);
  expect(await twice.text()).toContain('すでに承認を待っています');
  const [row] = await inTransaction(db, office.who, listExceptions);
  const approve = paths.approveDisclosure.to({ kind: 'exception', id: row?.id ?? '' });
  expect((await app.post(approve, {}, office)).status).toBe(403);
  expect(await textOf(await app.get(paths.home.to({}), second))).toContain('少ない人数の扱い」の提案：1件');
  expect((await app.post(approve, {}, second)).status).toBe(303);
  expect(await textOf(await app.get(paths.disclosure.to({}), office))).toMatch(
    /保護した方.*2.*資料に載っているため.*事務 一 → 承認 二.*承認/s,
  );
});

/** The answers of a group, from which the withheld number was taken over. */
async function takeAnswers(): Promise<string> {
  const offers = [
    { measureId: housed, value: 3, sources: 3, label: { ja: '団体の答え', en: 'Answers' }, file: '団体,3' },
  ];
  const { rows } = await inTransaction(db, system('test'), async (tx) => {
    await offerValues(tx, { programId: world.nightDesk, offers }, new Date('2025-06-01T03:00:00Z'));
    return tx.execute<{ id: string; sha256: string }>('select id, sha256 from measure_offers');
  });
  const [{ id: offerId, sha256 } = { id: '', sha256: '' }] = rows;
  const take = programPaths.takeOffer.to({ programId: world.nightDesk, offerId });
  expect((await app.post(take, { sha256, standing: '5' }, office)).status).toBe(303);
  return sha256;
}

test('the edition tells what was excepted and 0, and of the rest no number by which the small ones could be found', async () => {
  const sha256 = await takeAnswers();
  await publish(app, world);
  const page = await textOf(await app.get('/reports/2024/programs/night-desk'));
  expect(page).toMatch(/保護した方（実人数） 2/);
  expect(page).toMatch(/住まいの決まった方（実人数） 非公表/);
  expect(page).toMatch(/働きはじめた方（実人数） 0\s*人? 昨年度 非公表/);
  expect(page).toContain('1人から10人未満の数');
  // June counts 4; without July (22), the smallest other, it would be the rest of the year.
  expect(page).toContain('夜に来た方（延べ）：6月、7月は非公表です。');
  const csv = await (await app.get('/reports/2024/measures.csv')).text();
  expect(csv).toMatch(/夜に来た方,[^,]*,2024-06,\*/);
  expect(csv).toMatch(/夜に来た方,[^,]*,2024-07,\*/);
  expect(csv).toMatch(/夜に来た方,[^,]*,2024-08,25/);
  expect(csv).toMatch(/働きはじめた方,[^,]*,2024,0,\*/);
  const found = await textOf(await app.get(`/reports/figures?q=${encodeURIComponent('住まいの決まった方')}`));
  expect(found).toContain('非公表（人数が少ないため）');
  const path = await textOf(await app.get(`/figures/${measureFigure(2024, housed)}`));
  expect(path).toMatch(/丸めと秘匿 「非公表」は、数がないという意味ではありません。1人から10人未満の数は/);
  expect(path).not.toContain('丸めや秘匿をしていません');
  expect(path).not.toMatch(/3 ?人(?!未満)/);
  expect(path).toContain('集計された数字を引き継ぎました');
  expect(path).not.toContain('3件');
  expect(path).not.toContain(sha256);
});

test('which of two is the small one stands nowhere in what is published or hashed', async () => {
  const rows = await inTransaction(db, office.who, (tx) => tx.select().from(editionPrograms));
  expect(JSON.stringify(rows)).not.toMatch(/"few"|"beside"/);
  const editionId = rows[0]?.editionId ?? '';
  const withheld = await inTransaction(db, office.who, (tx) => listWithheld(tx, editionId));
  expect(withheld.map(({ value, why }) => `${value} ${why}`).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    '22 beside',
    '3 few',
    '4 few',
    '6 few',
  ]);
  expect(await inTransaction(db, world.reporter.who, (tx) => listWithheld(tx, editionId))).toEqual([]);
});

/** Somebody who goes round the product puts July back into an edition that is not published; gives its new hash. */
async function tellJuly(id: string): Promise<string> {
  return inTransaction(db, office.who, async (tx) => {
    const program = await findEditionProgram(tx, { editionId: id, slug: 'night-desk' });
    const measures = program.measures.map((measure) => ({
      ...measure,
      months: measure.months.map((month) =>
        month.period === '2024-07' ? { period: '2024-07', value: 22 } : month,
      ),
    }));
    const ofDraft = and(eq(editionPrograms.editionId, id), eq(editionPrograms.slug, 'night-desk'));
    await tx
      .update(editionPrograms)
      .set({ content: { ...program, measures } })
      .where(ofDraft);
    const others = (await listWithheld(tx, id)).filter(({ value }) => value !== 22);
    await replaceWithheld(tx, id, others);
    const programs = await listEditionPrograms(tx, id);
    const contentHash = hashOf({ head: (await findEdition(tx, id)).content, programs });
    await tx.update(editions).set({ contentHash }).where(eq(editions.id, id));
    return contentHash;
  });
}

test('a draft that would give away what an earlier edition withheld cannot be proposed, and says which number it is', async () => {
  const id = granted(await prepareEdition(db, office.who, { year: 2024, kind: 'results' }));
  await tellJuly(id);
  expect(await proposeEdition(db, office.who, { id })).toMatchObject({ ok: false, refusal: 'recoverable' });
  const page = await textOf(await app.get(paths.edition.to({ id }), office));
  expect(page).toContain('非公表の数字が、ほかの数字から分かってしまいます');
  expect(page).toContain('夜に来た方（延べ）（6月）');
  await app.post(paths.withdraw.to({ id }), {}, office);
});

test('nor is it approved, when that came to be only after it was proposed', async () => {
  const id = granted(await prepareEdition(db, office.who, { year: 2024, kind: 'results' }));
  granted(await proposeEdition(db, office.who, { id }));
  const approval = { id, seenHash: await tellJuly(id), workshop: 'no-files' } as const;
  expect(await approveEdition(db, second.who, approval)).toMatchObject({ ok: false, refusal: 'recoverable' });
  await app.post(paths.withdraw.to({ id }), {}, office);
});

test('a text that says a withheld number keeps the draft from being proposed, whatever reason it was excused with', async () => {
  const evaluation = '今年は3人の住まいが決まりました。';
  await makeResult(db, world.nightDesk, 'good', { version: 1, evaluation });
  const id = granted(await prepareEdition(db, office.who, { year: 2024, kind: 'results' }));
  const mark = {
    where: 'program:night-desk:evaluation',
    sentence: evaluation,
    nth: 0,
    is: { reason: '体制の数' },
  };
  granted(await markNumber(db, office.who, { editionId: id, version: 0, mark }));
  const refused = await app.post(paths.propose.to({ id }), {}, office);
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain(
    '文章の数字「3人」は、非公表にした数字と同じです：「今年は3人の住まいが決まりました。」',
  );
  await app.post(paths.withdraw.to({ id }), {}, office);
});

test('an erratum says no withheld number in words', async () => {
  const [edition] = await inTransaction(db, office.who, (tx) => tx.select().from(editionPrograms));
  const url = paths.newErratum.to({ id: edition?.editionId ?? '', slug: 'night-desk' });
  const text = { target: 'text evaluation', newValue: '3人の住まいが決まりました。', reason: '書き足します' };
  expect(await (await app.post(url, text, office)).text()).toContain('非公表にした数字と同じです');
});

test('an erratum tells no small number, and nothing beside a withheld one', async () => {
  const [edition] = await inTransaction(db, office.who, (tx) => tx.select().from(editionPrograms));
  const url = paths.newErratum.to({ id: edition?.editionId ?? '', slug: 'garden' });
  const small = await app.post(
    url,
    { target: `figure ${world.visitors} 2024`, newValue: '7', reason: '誤り' },
    office,
  );
  expect(await small.text()).toContain('少ない人数の数字になるため');
});

test('the threshold never goes below five, and holds only once a second person approved it', async () => {
  const propose = (fewest: string) =>
    app.post(paths.disclosureThreshold.to({}), { fewest, reason: '小さな県のため' }, office);
  expect(await (await propose('4')).text()).toContain('5人から100人まで');
  expect((await propose('5')).status).toBe(303);
  expect(await textOf(await app.get(paths.disclosure.to({}), office))).toContain('1人から10人未満は載せない');
  const page = await (await app.get(paths.disclosure.to({}), second)).text();
  const approve = /action="([^"]*threshold[^"]*approve)"/.exec(page)?.[1] ?? '';
  expect((await app.post(approve, {}, second)).status).toBe(303);
  expect(await textOf(await app.get(paths.disclosure.to({}), office))).toContain('1人から5人未満は載せない');
});

test('what is few is offered year by year, the newest first, and a wrong form comes back with its year', async () => {
  await makeYear(db, { year: 2025, bureaus: [world.reporter.organisationId] });
  const programId = await makeProgram(db, {
    year: 2025,
    organisationId: world.reporter.organisationId,
    nameJa: '朝の集い',
  });
  await makeMeasure(db, {
    ...people,
    programId,
    labelJa: '朝に来た方',
    counting: 'total',
    values: { 2025: 4 },
  });
  const page = async (query: Record<string, string> = {}) =>
    textOf(await app.get(paths.disclosure.to({}, query), office));
  const newest = await page();
  expect(newest).toContain('朝に来た方');
  expect(newest).not.toContain('住まいの決まった方 3');
  expect(newest).toMatch(/令和7年度 令和6年度/);
  const before = await page({ year: '2024' });
  expect(before).toMatch(/住まいの決まった方\S*\s+3/);
  expect(before).not.toContain('朝に来た方');
  expect(await page({ year: '1999' })).toContain('朝に来た方');
  const wrong = await ask(`2024 ${world.visitors} 2024`);
  expect(await textOf(wrong)).toMatch(/住まいの決まった方\S*\s+3/);
});
