import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { makeAssessedCase, makeCase } from '../case-files/fixtures.ts';
import { casePaths, planPaths } from '../paths.ts';
import { addPlanItem } from './actions.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const { vault } = app.tools;
const world = { db: app.db, vault };

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

const assessed = async () =>
  (await makeAssessedCase(world, { organisationId, assignedTo: mori.who.personId })).id;

const ownRow = {
  'items.0.what': '家計簿を一週間つけてみる',
  'items.0.bearer': 'person',
  'items.0.note': '毎晩',
};
const whole = {
  version: '0',
  issues: '家賃を三か月滞納している',
  longGoal: '今の家で暮らし続けたい',
  goal: '滞納を分けて払う約束をする',
  startsOn: '2026-04-10',
  endsOn: '2099-10-09',
  monitorOn: '2099-06-01',
  'items.rows': '3',
  ...ownRow,
  'items.1.what': '住居確保給付金を申し込む',
  'items.1.bearer': 'related',
  'items.1.related': 'welfare-office',
  'items.1.program': 'rent-benefit',
};
const save = (caseId: string, fields: Record<string, string> = {}, as = mori) =>
  app.post(planPaths.edit.to({ caseId }), { ...whole, ...fields }, as);
const page = async (caseId: string, as = mori) => textOf(await app.get(planPaths.plan.to({ caseId }), as));
const planOf = async (caseId: string) => {
  const [row] = await rows(
    sql`select * from case_plans where case_id = ${caseId}::uuid order by round desc limit 1`,
  );
  return row ?? {};
};
const move = async (caseId: string, name: string, fields: Record<string, string> = {}, as = mori) =>
  app.post(
    planPaths.move.to({ planId: String((await planOf(caseId))['id']), move: name }),
    { on: '2026-04-12', ...fields },
    as,
  );
const itemIds = async (caseId: string) =>
  (await rows(sql`select id from case_plan_items where case_id = ${caseId}::uuid order by position`)).map(
    ({ id }) => String(id),
  );
const caseDays = async (caseId: string) => {
  const [row] = await rows(
    sql`select plan_round, planned_on, met_on, decided_on, next_on, step from case_files where id = ${caseId}::uuid`,
  );
  return row;
};

describe('making a plan', () => {
  test('waits for the assessment, and says so', async () => {
    const { id: caseId } = await makeCase(world, { organisationId, assignedTo: mori.who.personId });
    expect(await page(caseId)).toContain('プランは、本人の同意とアセスメントを記録したあとに作れます');
    expect(await textOf(await save(caseId))).toContain('先にスクリーニングの結果を記録してください');
  });

  test('can be left half done, says what is missing and why, and is gone on with', async () => {
    const caseId = await assessed();
    const half = { goal: '', monitorOn: '', 'items.0.bearer': 'own' };
    expect((await save(caseId, half)).status).toBe(303);
    const shown = await page(caseId);
    for (const part of ['このプランの目標', '次に様子を確かめる日', '本人がすること'])
      expect(shown).toContain(part);
    expect((await move(caseId, 'agree', { how: 'spoken' })).status).toBe(422);
    const [first = '', second = ''] = await itemIds(caseId);
    const fields = { version: '1', 'items.0.id': first, 'items.1.id': second };
    expect((await save(caseId, fields)).status).toBe(303);
    expect(await page(caseId)).not.toContain('まだ足りないもの');
    expect(await itemIds(caseId)).toEqual([first, second]);
  });

  test('keeps nothing readable in the database', async () => {
    const caseId = await assessed();
    await save(caseId, { 'careful.health': '眠れない日が続いている' });
    expect(await page(caseId)).toContain('眠れない日が続いている');
    const dump = JSON.stringify([
      await rows(sql`select * from case_plans`),
      await rows(sql`select * from case_plan_texts`),
      await rows(sql`select * from case_plan_items`),
      await rows(sql`select * from audit_events`),
    ]);
    for (const told of ['家賃を三か月', '家計簿', '眠れない', '毎晩']) expect(dump).not.toContain(told);
  });

  test('a colleague who is not named reads the everyday, not what wants care, and writes nothing', async () => {
    const caseId = await assessed();
    await save(caseId, {
      'careful.health': '眠れない日が続いている',
      'items.1.class': 'health',
    });
    const shown = await page(caseId, hayashi);
    expect(shown).toContain('家賃を三か月滞納している');
    expect(shown).toContain('家計簿を一週間つけてみる');
    expect(shown).not.toContain('眠れない日');
    expect(shown).not.toContain('住居確保給付金を申し込む');
    expect((await save(caseId, { version: '1' }, hayashi)).status).toBe(403);
    expect((await app.get(planPaths.plan.to({ caseId }), stranger)).status).toBe(404);
    expect((await move(caseId, 'agree', { how: 'spoken' }, stranger)).status).toBe(404);
  });

  test('refuses what does not fit, at its field, and keeps what was typed', async () => {
    const caseId = await assessed();
    const answer = await save(caseId, { endsOn: '2026-04-01' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('終わりの日が始まりの日より前です');
    expect(html).toContain('家計簿を一週間つけてみる');
    expect(await textOf(await save(caseId, { monitorOn: '2026-04-01' }))).toContain('プランの期間の中に');
    expect(await textOf(await save(caseId, { 'items.1.related': '' }))).toContain(
      'どこなのかを選んでください',
    );
    expect(await textOf(await save(caseId, { 'items.0.bearer': 'robot' }))).toContain('選択肢から選んで');
  });

  test('a row more is asked for without losing a word', async () => {
    const caseId = await assessed();
    const html = await (await save(caseId, { do: 'add:items' })).text();
    expect(html).toContain('name="items.rows" value="4"');
    expect(html).toContain('家賃を三か月滞納している');
    expect(await planOf(caseId)).toEqual({});
  });
});

describe('two workers at one plan', () => {
  test('the second sees both, and nothing is overwritten until they have looked', async () => {
    const caseId = await assessed();
    await save(caseId);
    const [first = '', second = ''] = await itemIds(caseId);
    const form = { version: '1', 'items.0.id': first, 'items.1.id': second };
    expect((await save(caseId, { ...form, goal: '大家さんと話す' }, chief)).status).toBe(303);
    const behind = await save(caseId, { ...form, goal: '給付金を受ける' });
    expect(behind.status).toBe(422);
    const shown = textOf(behind);
    for (const said of ['ほかの人が先に保存しました', '杉 責任', '大家さんと話す', '給付金を受ける'])
      expect(await shown).toContain(said);
    expect(await page(caseId)).toContain('大家さんと話す');
    expect(
      (await save(caseId, { ...form, version: '2', goal: '大家さんと話し、給付金を受ける' })).status,
    ).toBe(303);
    expect(await page(caseId)).toContain('大家さんと話し、給付金を受ける');
  });

  test('both begin one: there is one plan, and the second sees the first', async () => {
    const caseId = await assessed();
    const [one, two] = await Promise.all([save(caseId), save(caseId, { goal: '別の目標' }, chief)]);
    expect([one.status, two.status].sort((a, b) => a - b)).toEqual([303, 422]);
    expect(
      await rows(sql`select count(*)::int as count from case_plans where case_id = ${caseId}::uuid`),
    ).toEqual([{ count: 1 }]);
  });

  test('a row that a meeting added meanwhile stays', async () => {
    const caseId = await assessed();
    await save(caseId);
    const [first = '', second = ''] = await itemIds(caseId);
    const added = await addPlanItem(app.db, chief.who, {
      vault,
      caseId,
      what: '保健師が訪問する',
      bearer: 'related',
      related: 'health-centre',
    });
    expect(added.ok).toBe(true);
    const form = { 'items.0.id': first, 'items.1.id': second, goal: '別の目標' };
    const behind = await textOf(await save(caseId, { version: '1', ...form }));
    expect(behind).toContain('保健師が訪問する');
    expect((await save(caseId, { version: '2', ...form })).status).toBe(303);
    expect(await page(caseId)).toContain('保健師が訪問する');
  });
});

describe('the way of a plan', () => {
  test('agreed, looked at, decided: each stands on the one before, and the case goes with it', async () => {
    const caseId = await assessed();
    await save(caseId);
    expect(await caseDays(caseId)).toMatchObject({ plan_round: 1, planned_on: null, step: 'assessed' });
    expect(await textOf(await move(caseId, 'meet', { result: 'fits' }))).toContain('先に本人の同意を記録');
    expect((await move(caseId, 'agree', { how: '' })).status).toBe(422);
    expect((await move(caseId, 'agree', { how: 'signed' })).status).toBe(303);
    expect(await caseDays(caseId)).toMatchObject({ planned_on: '2026-04-12', step: 'planned' });
    expect(await textOf(await move(caseId, 'decide', {}, chief))).toContain('支援調整会議の結果を記録');
    expect((await move(caseId, 'meet', { result: 'fits' })).status).toBe(303);
    expect(await page(caseId)).toContain('責任者の決定・確認を待っています');
    expect(await textOf(await move(caseId, 'decide'))).toContain('これは責任者が行います');
    expect((await move(caseId, 'decide', {}, chief)).status).toBe(303);
    expect(await caseDays(caseId)).toMatchObject({
      met_on: '2026-04-12',
      decided_on: '2026-04-12',
      next_on: '2099-06-01',
      step: 'decided',
    });
    expect(await planOf(caseId)).toMatchObject({ decision: 'decided' });
    expect(await textOf(await save(caseId, { version: '4' }))).toContain('決定したプランは直せません');
    expect(await textOf(await app.get(casePaths.case.to({ caseId }), mori))).toContain('支援中');
  });

  test('what was agreed to is asked again after a change, and after a meeting that wants one', async () => {
    const caseId = await assessed();
    await save(caseId);
    await move(caseId, 'agree', { how: 'spoken' });
    const [first = '', second = ''] = await itemIds(caseId);
    const version = async () => String((await planOf(caseId))['version']);
    const fields = { 'items.0.id': first, 'items.1.id': second };
    await save(caseId, { ...fields, version: await version(), goal: '少しずつ払う' });
    expect(await planOf(caseId)).toMatchObject({ agreed_on: null });
    expect(await caseDays(caseId)).toMatchObject({ planned_on: null });
    await move(caseId, 'agree', { how: 'spoken' });
    await move(caseId, 'meet', { result: 'to-change' });
    expect(await planOf(caseId)).toMatchObject({ agreed_on: null, met_result: 'to-change' });
  });

  test('the supervisor sends it back with words, and they are gone once it is changed', async () => {
    const caseId = await assessed();
    await save(caseId);
    await move(caseId, 'agree', { how: 'spoken' });
    await move(caseId, 'meet', { result: 'fits' });
    expect(await textOf(await move(caseId, 'return', {}, chief))).toContain(
      '直してほしいことを書いてください',
    );
    expect((await move(caseId, 'return', { why: '家族のことも聞いてください' }, mori)).status).toBe(422);
    expect((await move(caseId, 'return', { why: '家族のことも聞いてください' }, chief)).status).toBe(303);
    expect(await page(caseId)).toContain('家族のことも聞いてください');
    const [first = '', second = ''] = await itemIds(caseId);
    const version = String((await planOf(caseId))['version']);
    await save(caseId, { version, 'items.0.id': first, 'items.1.id': second });
    expect(await page(caseId)).not.toContain('家族のことも聞いてください');
  });
});
