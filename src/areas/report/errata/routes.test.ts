import { expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { yearPaths } from '#areas/programs/paths.ts';
import { makeYear } from '#areas/programs/years/fixtures.ts';
import { testApp } from '#src/app.testing.ts';
import { publish, reportWorld } from '../editions/fixtures.ts';
import { measureFigure } from '../figures/named.ts';
import { staffReportPaths as paths } from '../paths.ts';
import { listErrata } from './store.ts';

const app = await testApp();
const world = await reportWorld(app);
const id = await publish(app, world);
const form = paths.newErratum.to({ id, slug: 'night-desk' });
const target = `figure ${world.calls} 2024`;

const waiting = async () =>
  (await inTransaction(app.db, world.approver.who, listErrata)).filter(({ status }) => status === 'proposed');

test('a correction that says nothing new comes back with what was typed', async () => {
  const page = await app.post(form, { target, newValue: '63,468', reason: '写し間違い' }, world.secretariat);
  expect(page.status).toBe(422);
  const html = await page.text();
  expect(html).toContain('いま公表している内容と同じです。');
  expect(html).toContain('写し間違い');
  expect(html).toMatch(new RegExp(`value="${target}" selected`));
});

test('a proposed correction is not public', async () => {
  const done = await app.post(
    form,
    { target, newValue: '６３，４８６', reason: '二つの数字が入れ替わっていました' },
    world.secretariat,
  );
  expect(done.status).toBe(303);
  expect(await inTransaction(app.db, anonymous, listErrata)).toEqual([]);
  expect(await textOf(await app.get('/reports/2024/programs/night-desk'))).not.toContain('63,486');
});

test('it is decided on by a second person only', async () => {
  const [erratum] = await waiting();
  const url = paths.publishErratum.to({ id: erratum?.id ?? '' });
  expect((await app.post(url, {}, world.secretariat)).status).toBe(403);
  const queue = await textOf(await app.get('/staff/report/errata', world.approver));
  expect(queue).toContain('夜の相談 電話の相談（令和6年度） 63468 63486 二つの数字が入れ替わっていました');
  expect((await app.post(url, {}, world.approver)).status).toBe(303);
  expect((await app.post(url, {}, world.approver)).status).toBe(422);
});

test('the public reads the new value with the old one beside it, the day and the reason', async () => {
  const program = await app.get('/reports/2024/programs/night-desk');
  const html = await program.text();
  expect(html).toMatch(/<b>63,486<\/b>/);
  expect(html).toMatch(/<del>63,468件<\/del>/);
  expect(html).toContain('二つの数字が入れ替わっていました');
  expect(html).toMatch(/訂正（令和\d+年\d+月\d+日）/);
  const overview = await textOf(await app.get('/reports/2024'));
  expect(overview).toMatch(/電話の相談（令和6年度） 63,468 63,486 二つの数字/);
});

test('its path says what holds now, what was printed, and why it changed', async () => {
  const path = await app.get(`/figures/${measureFigure(2024, world.calls)}`);
  const html = await path.clone().text();
  expect(html).toMatch(/<b>63,486<\/b>/);
  expect(html).toMatch(/<del>63,468件<\/del>/);
  expect(await textOf(path)).toMatch(/訂正した日.*63,468件 63,486件 二つの数字が入れ替わっていました/);
});

test('the document of the edition says what holds now, with what was printed struck beside it', async () => {
  const html = await (await app.get('/reports/2024/document')).text();
  expect(html).toContain('63,486');
  expect(html).toMatch(/<del[^>]*>[^<]*63,468/);
});

test('open data, search and comparison carry the corrected value and say that it was corrected', async () => {
  const csv = await (await app.get('/reports/2024/measures.csv')).text();
  expect(csv).toMatch(/,2024,63486,38576,相談の記録,1\+訂正1,f\w{11}\r\n/);
  const search = await textOf(await app.get('/reports/figures?q=ﾃﾞﾝﾜ'));
  expect(search).toContain('当てはまる数字はありませんでした');
  expect(await textOf(await app.get(`/reports/figures?q=${encodeURIComponent('電話　夜')}`))).toMatch(
    /63,486 件 公表時は63,468 38,576 件 第1\+訂正1版/,
  );
});

test('a text is corrected beside its old words, and a refused correction stays out of sight', async () => {
  const text = {
    target: 'text evaluation',
    newValue: '続けて来る人が大きく増えた',
    reason: '割合を書き忘れました',
  };
  await app.post(form, text, world.secretariat);
  await app.post(form, { ...text, target: 'text summary', newValue: '夜も朝も開いた' }, world.secretariat);
  for (const erratum of await waiting()) {
    const verdict = erratum.newValue.includes('大きく') ? paths.publishErratum : paths.refuseErratum;
    await app.post(verdict.to({ id: erratum.id }), {}, world.approver);
  }
  const html = await (await app.get('/reports/2024/programs/night-desk')).text();
  expect(html).toContain('続けて来る人が大きく増えた');
  expect(html).toMatch(/<del lang="ja">続けて来る人が増えた<\/del>/);
  expect(html).not.toContain('夜も朝も開いた');
});

test('a corrected text tells no number that nobody can follow, as the manuscript did not', async () => {
  const say = (newValue: string) =>
    app.post(form, { target: 'text nextStep', newValue, reason: '書き足します' }, world.secretariat);
  const refused = await say('来年は電話を321件に増やす。');
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain(
    '数字「321件」のもとがわかりません：「来年は電話を321件に増やす。」',
  );
  // The corrected figure of the program itself, with its unit.
  expect((await say('電話の相談は63,486件だった。')).status).toBe(303);
  const [erratum] = await waiting();
  await app.post(paths.refuseErratum.to({ id: erratum?.id ?? '' }), {}, world.approver);
});

test('next year’s edition shows this year’s corrected value as last year’s, by itself', async () => {
  await makeYear(app.db, { year: 2025, bureaus: [world.reporter.organisationId] });
  const carried = await app.post(yearPaths.carry.to({ year: '2024' }), {}, world.secretariat);
  expect(carried.status).toBe(303);
  await publish(app, world, { year: 2025 });
  const csv = await (await app.get('/reports/2025/measures.csv')).text();
  expect(csv.split('\r\n')).toHaveLength(2);
  const program = await textOf(await app.get('/reports/2025/programs/night-desk'));
  expect(program).toContain('ほかの年度のこの事業 令和6年度');
  expect(program).toContain('昨年度 63,486');
});

test('a later edition of the same year does not take a correction back in silence', async () => {
  const url = '/staff/report/years/2024/results/prepare';
  const edition = (await app.post(url, {}, world.secretariat)).headers.get('location') ?? '';
  const page = await textOf(await app.get(edition, world.secretariat));
  expect(page).toContain('夜の相談 電話の相談（令和6年度） 63468 → 63486');
  const refused = await app.post(`${edition}/propose`, {}, world.secretariat);
  expect(refused.status).toBe(422);
  expect(await textOf(refused)).toContain('前の版で訂正した2か所が、訂正前の内容に戻っています');
  await inTransaction(app.db, system('test'), async (tx) => {
    await tx.execute(`update measure_values set value = 63486 where measure_id = '${world.calls}'`);
    await tx.execute(
      `update results set evaluation = '続けて来る人が大きく増えた' where program_id = '${world.nightDesk}'`,
    );
  });
  await app.post(`${edition}/refresh`, {}, world.secretariat);
  const mended = await textOf(await app.get(edition, world.secretariat));
  expect(mended).toContain('前の版と同じ内容です。');
  expect((await app.post(`${edition}/propose`, {}, world.secretariat)).status).toBe(303);
});

test('a published erratum does not change any more', async () => {
  const client = await app.db.pool.connect();
  try {
    await client.query(`begin; select set_config('app.system', 'test', true)`);
    await expect(client.query(`update errata set reason = ''`)).rejects.toThrow(/does not change/);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
