import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { basisPaths, casePaths } from '../paths.ts';
import { caseViews } from '../views/tables.ts';
import { caseFiles } from './tables.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const it = system('test');

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);
const reception = (fields: Record<string, string | string[]> = {}) => ({
  organisationId,
  receivedOn: '2026-04-01',
  ...fields,
});

/** Receives somebody; gives the id of the case. */
async function receive(fields: Record<string, string | string[]> = {}, as = mori): Promise<string> {
  const answer = await app.post(casePaths.new.to({}), reception(fields), as);
  expect(answer.status).toBe(303);
  return /cases\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
}
const page = async (caseId: string, as = mori) => textOf(await app.get(casePaths.case.to({ caseId }), as));
const step = (caseId: string, name: string, fields: Record<string, string> = {}, as = mori) =>
  app.post(casePaths.step.to({ caseId, step: name }), { on: '2026-04-02', ...fields }, as);

describe('receiving somebody', () => {
  test('needs no name: the record stands, and says that none was told', async () => {
    const caseId = await receive({ 'worries[]': ['no_food'], mainWorry: 'no_food' });
    const shown = await page(caseId);
    expect(shown).toContain('名前は聞いていない');
    expect(shown).toContain('食べるものがない');
  });

  test('keeps a name in its own letters, a birth in its era, and nothing of them readable in the database', async () => {
    const caseId = await receive({
      name: '𠮷田 髙子',
      kana: 'よしだ たかこ',
      birth: '昭和55年3月4日',
      phone: '090-0000-0001',
      address: '見本町1-2-3',
    });
    const shown = await page(caseId);
    for (const told of ['𠮷田 髙子', '昭和55年3月4日（', '090-0000-0001', '見本町1-2-3'])
      expect(shown).toContain(told);
    const dump = JSON.stringify([
      await rows(sql`select * from persons`),
      await rows(sql`select * from person_details`),
      await rows(sql`select * from person_keys`),
      await rows(sql`select * from case_files`),
      await rows(sql`select * from audit_events`),
    ]);
    for (const told of ['𠮷田', 'よしだ', '1980-03-04', '0000-0001', '09000000001', '見本町'])
      expect(dump).not.toContain(told);
  });

  test('a day that does not exist is told at its field, and nothing typed is lost', async () => {
    const answer = await app.post(
      casePaths.new.to({}),
      reception({ name: '山田 花', birth: '平成31年5月1日' }),
      mori,
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('山田 花');
    expect(html).toContain('年月日を読み取れません');
  });

  test.each([
    ['sex', { sex: 'purple' }],
    ['route', { route: 'balloon' }],
    ['worries', { 'worries[]': ['no_food', 'boredom'] }],
    ['mainWorry', { mainWorry: 'boredom' }],
    ['municipality', { municipality: '99999' }],
  ])('a code that stands in no list is refused at its field: %s', async (name, fields) => {
    const answer = await app.post(casePaths.new.to({}), reception({ name: '山田 鳥', ...fields }), mori);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`href="#f-${name}"`);
    expect(html).toContain('山田 鳥');
  });

  test('codes are stored as the national form has them, the main worry among the worries', async () => {
    const caseId = await receive({
      route: 'web',
      sex: 'female',
      'worries[]': ['housing'],
      mainWorry: 'debt',
    });
    expect(
      await rows(sql`select route, sex, worries, main_worry from case_files where id = ${caseId}::uuid`),
    ).toEqual([{ route: 'self-phone', sex: 'female', worries: ['housing', 'debt'], main_worry: 'debt' }]);
  });

  test('two at once get two numbers', async () => {
    const ids = await Promise.all([receive(), receive(), receive()]);
    const numbers = await rows(
      sql`select distinct number from case_files where id in (${sql.join(
        ids.map((id) => sql`${id}::uuid`),
        sql`, `,
      )})`,
    );
    expect(numbers).toHaveLength(3);
  });

  test('is refused for an organisation at which somebody does not work', async () => {
    const answer = await app.post(casePaths.new.to({}), reception(), stranger);
    expect(answer.status).toBe(403);
  });
});

describe('a case', () => {
  test('does not exist for another organisation, whoever asks there', async () => {
    const caseId = await receive();
    expect((await app.get(casePaths.case.to({ caseId }), stranger)).status).toBe(404);
    expect((await step(caseId, 'screened', { screening: 'supported' }, stranger)).status).toBe(404);
    expect((await app.get(casePaths.case.to({ caseId }))).status).toBe(303);
  });

  test('each look is on record, with what the reader stood on', async () => {
    const caseId = await receive();
    await page(caseId);
    await page(caseId, hayashi);
    await page(caseId, chief);
    const seen = await inTransaction(app.db, it, (tx) =>
      tx
        .select({ as: caseViews.as })
        .from(caseViews)
        .where(eq(caseViews.caseId, caseId))
        .orderBy(caseViews.at),
    );
    expect(seen.map((view) => view.as)).toEqual(['assigned', 'worker', 'supervisor']);
  });

  test('a colleague who is not named sees the everyday, not the address, and takes no step', async () => {
    const caseId = await receive({ name: '川 岸子', address: '見本町9' });
    const shown = await page(caseId, hayashi);
    expect(shown).toContain('川 岸子');
    expect(shown).not.toContain('見本町9');
    expect((await step(caseId, 'screened', { screening: 'supported' }, hayashi)).status).toBe(403);
  });

  test('goes its way step by step, each refusal saying what is missing', async () => {
    const caseId = await receive();
    expect(await textOf(await step(caseId, 'assessed'))).toContain(
      '先にスクリーニングの結果を記録してください',
    );
    expect(await textOf(await step(caseId, 'screened'))).toContain('スクリーニングの結果を選んでください');
    expect((await step(caseId, 'screened', { screening: 'supported' })).status).toBe(303);
    expect(await textOf(await step(caseId, 'assessed'))).toContain('先に本人の同意を記録してください');
    const unasked = await step(caseId, 'consented');
    expect([unasked.status, (await textOf(unasked)).includes('同意のないまま先へは進めません')]).toEqual([
      422,
      true,
    ]);
    const how = { organisationId, 'classes[]': ['basic'], purpose: '一緒に考えるため', how: 'spoken' };
    const givenOn = '2026-04-02';
    await app.post(basisPaths.consent.to({ caseId }), { ...how, givenOn, untilOn: '2027-03-31' }, mori);
    expect((await step(caseId, 'consented')).status).toBe(303);
    expect((await step(caseId, 'assessed')).status).toBe(303);
    expect(await rows(sql`select step from case_files where id = ${caseId}::uuid`)).toEqual([
      { step: 'assessed' },
    ]);
    const before = await step(caseId, 'consented', { on: '2026-03-31' });
    expect([before.status, (await textOf(before)).includes('日付が合いません')]).toEqual([422, true]);
  });

  test('is given to a worker of the organisation by the supervisor, and to nobody else', async () => {
    const caseId = await receive();
    const assign = (to: string, as = chief) => app.post(casePaths.assign.to({ caseId }), { to }, as);
    expect((await assign(stranger.who.personId)).status).toBe(422);
    expect((await assign(hayashi.who.personId)).status).toBe(303);
    expect((await assign(mori.who.personId, mori)).status).toBe(403);
    expect(await page(caseId, hayashi)).toContain('林 支援');
  });

  test('ends with a reason only; what broke off is counted apart', async () => {
    const caseId = await receive();
    const close = (reason: string) => app.post(casePaths.close.to({ caseId }), { reason }, mori);
    expect(await textOf(await close(''))).toContain('理由を選んでください');
    expect(await textOf(await close('settled'))).toContain('先にスクリーニングの結果を記録してください');
    expect((await close('broken-off')).status).toBe(303);
    const [row] = await rows(sql`select step, fades_at from case_files where id = ${caseId}::uuid`);
    expect(row).toMatchObject({ step: 'broken-off' });
    expect(row?.['fades_at']).not.toBeNull();
    expect((await close('broken-off')).status).toBe(422);
  });
});

describe('the list', () => {
  test('shows one’s own, what nobody has, all, and what ended; each page of another organisation is empty', async () => {
    const caseId = await receive({ name: '列 見本' });
    const list = async (range: string, as = mori) =>
      textOf(await app.get(casePaths.list.to({}, { range }), as));
    expect(await list('mine')).toContain('列 見本');
    expect(await list('mine', hayashi)).not.toContain('列 見本');
    expect(await list('all', hayashi)).toContain('列 見本');
    expect(await list('unassigned')).not.toContain('列 見本');
    expect(await list('all', stranger)).toContain('この範囲のケースはありません');
    await app.post(casePaths.close.to({ caseId }), { reason: 'broken-off' }, mori);
    expect(await list('mine')).not.toContain('列 見本');
    expect(await list('ended')).toContain('列 見本');
  });

  test('finds a person by name, reading or telephone however typed, in their own organisation only', async () => {
    await receive({ name: '渡邉 髙志', kana: 'わたなべ たかし', phone: '090-0000-0002' });
    const search = async (q: string, as = mori) => textOf(await app.post(casePaths.search.to({}), { q }, as));
    for (const q of ['渡辺高志', '渡邊 高志', 'ワタナベタカシ', '０９０−００００−０００２'])
      expect(await search(q), q).toContain('渡邉 髙志');
    expect(await search('渡辺')).toContain('0件見つかりました');
    expect(await search('渡辺高志', stranger)).toContain('0件見つかりました');
  });

  test('names no protected person, neither in the list nor by search', async () => {
    const caseId = await receive({ name: '守田 密' });
    await inTransaction(app.db, it, (tx) =>
      tx.update(caseFiles).set({ isProtected: true }).where(eq(caseFiles.id, caseId)),
    );
    const all = await textOf(await app.get(casePaths.list.to({}, { range: 'all' }), mori));
    expect(all).toContain('保護中（名前は一覧に出しません）');
    expect(all).not.toContain('守田');
    expect(await textOf(await app.post(casePaths.search.to({}), { q: '守田密' }, mori))).toContain(
      '0件見つかりました',
    );
  });
});
