import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { casePaths, personPaths } from '../paths.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

async function receive(fields: Record<string, string> = {}, as = mori): Promise<string> {
  const reception = { organisationId: as.organisationId, receivedOn: '2026-04-01', ...fields };
  const answer = await app.post(casePaths.new.to({}), reception, as);
  expect(answer.status).toBe(303);
  return /cases\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
}
async function personOf(caseId: string): Promise<string> {
  const [row] = await rows(sql`select person_id from case_files where id = ${caseId}::uuid`);
  return String(row?.['person_id']);
}
const numberOf = async (caseId: string) => {
  const [row] = await rows(sql`select number from case_files where id = ${caseId}::uuid`);
  return String(row?.['number']);
};
const casePage = async (caseId: string, as = mori) =>
  textOf(await app.get(casePaths.case.to({ caseId }), as));
const personPage = async (caseId: string, as = mori) =>
  textOf(await app.get(personPaths.person.to({ caseId }), as));
const joinsPage = async (caseId: string, as = mori) =>
  textOf(await app.get(personPaths.joins.to({ caseId }), as));
const save = (caseId: string, fields: Record<string, string>, as = mori) =>
  app.post(
    personPaths.person.to({ caseId }),
    { name: '', kana: '', birth: '', identityVersion: '1', placeVersion: '0', ...fields },
    as,
  );
const member = (caseId: string, fields: Record<string, string>, as = mori) =>
  app.post(personPaths.household.to({ caseId }), { living: 'together', ...fields }, as);

describe('the facts about a person', () => {
  test('are changed in their own letters, and what is counted follows', async () => {
    const caseId = await receive();
    const long = 'Wolfeschlegelsteinhausenbergerdorff-Nguyễn Thị Phương da Silva e Souza';
    expect((await save(caseId, { name: long, birth: 'S55.3.4', sex: 'female' })).status).toBe(303);
    expect(await casePage(caseId)).toContain(long);
    const odd = '渡邉\u{E0101} 𠮷髙';
    expect((await save(caseId, { name: odd, birth: '昭和55年3月4日', identityVersion: '2' })).status).toBe(
      303,
    );
    expect(await casePage(caseId)).toContain(odd);
    expect(await rows(sql`select sex, age_band from case_files where id = ${caseId}::uuid`)).toEqual([
      { sex: null, age_band: '40-49' },
    ]);
    const found = await app.post(casePaths.search.to({}), { q: '渡辺吉高' }, mori);
    expect(await textOf(found)).toContain(odd);
  });

  test('a name may be taken away again: nobody has to have one', async () => {
    const caseId = await receive({ name: '仮 名子' });
    expect((await save(caseId, { name: '' })).status).toBe(303);
    expect(await casePage(caseId)).toContain('名前は聞いていない');
  });

  test('a day that no era has is told at its field, and nothing typed is lost', async () => {
    const caseId = await receive();
    const answer = await save(caseId, { name: '戸惑 見本', birth: '昭和64年1月8日' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('戸惑 見本');
    expect(html).toContain('年月日を読み取れません');
  });

  test('who saves second sees both, and overwrites nothing unseen', async () => {
    const caseId = await receive({ name: '初 見本' });
    expect((await save(caseId, { name: '先に 保存' }, chief)).status).toBe(303);
    const second = await save(caseId, { name: 'あとから 保存' });
    expect(second.status).toBe(422);
    const shown = await second.text();
    expect(shown).toContain('先に 保存');
    expect(shown).toContain('あとから 保存');
    expect(shown).toContain('name="identityVersion" value="2"');
    expect(await personPage(caseId)).not.toContain('あとから');
  });

  test('a colleague reads them and does not write them; another organisation finds nothing', async () => {
    const caseId = await receive({ name: '読 見本' });
    expect(await personPage(caseId, hayashi)).toContain('担当の支援員と責任者が書き直せます');
    expect((await save(caseId, { name: '書 換子' }, hayashi)).status).toBe(403);
    expect((await app.get(personPaths.person.to({ caseId }), stranger)).status).toBe(404);
    expect((await save(caseId, { name: '書 換子' }, stranger)).status).toBe(404);
  });

  test('the address of a protected person is a hard stop', async () => {
    const caseId = await receive({ name: '守 見本' });
    await rows(sql`update case_files set is_protected = true where id = ${caseId}::uuid`);
    const answer = await save(caseId, { name: '守 見本', address: '見本町1-1' });
    expect([answer.status, (await answer.text()).includes('二人目の承認なしには')]).toEqual([422, true]);
    expect((await save(caseId, { name: '守 改名' })).status).toBe(303);
  });
});

describe('a household', () => {
  test('takes a member in words, sealed, with relation and days, and keeps who moved out', async () => {
    const caseId = await receive();
    const fields = { relation: 'child', memberWords: '長女、高校三年', fromOn: '平成20年5月1日' };
    expect((await member(caseId, fields)).status).toBe(303);
    expect(await casePage(caseId)).toContain('子 長女、高校三年');
    const [row] = await rows(
      sql`select * from household_members where person_id = ${await personOf(caseId)}::uuid`,
    );
    expect(JSON.stringify(row)).not.toContain('長女');
    const memberId = String(row?.['id']);
    const change = { ...fields, living: 'together', untilOn: '令和8年3月31日', version: '1' };
    const edited = await app.post(personPaths.member.to({ caseId, memberId }), change, mori);
    expect(edited.status).toBe(303);
    const shown = await personPage(caseId);
    expect(shown).toContain('令和8年3月31日まで');
    const stale = await app.post(personPaths.member.to({ caseId, memberId }), change, mori);
    expect(stale.status).toBe(422);
    expect((await app.post(personPaths.removeMember.to({ caseId, memberId }), {}, hayashi)).status).toBe(403);
    expect((await app.post(personPaths.removeMember.to({ caseId, memberId }), {}, mori)).status).toBe(303);
    expect(await personPage(caseId)).toContain('まだだれも書かれていません');
  });

  test('takes a member who is a person of their own, and each leads to the other', async () => {
    const mother = await receive({ name: '母 見本' });
    const child = await receive({ name: '子 見本' });
    const linked = await member(mother, { relation: 'child', number: await numberOf(child) });
    expect(linked.status).toBe(303);
    expect(await personPage(mother)).toContain(`子 見本（${await numberOf(child)}）`);
    expect(await personPage(child)).toContain(`${await numberOf(mother)}の世帯に「子」として`);
  });

  test.each<[string, (own: string) => Promise<Record<string, string>>, string]>([
    ['nobody', async () => ({}), '名前か、続柄か、言葉のどれかを'],
    ['the person themselves', async (own) => ({ number: await numberOf(own) }), '本人自身は'],
    ['a case of another organisation', async () => ({ number: '2026-9999' }), 'その番号のケースはありません'],
    ['a day that is none', async () => ({ memberName: '甲', fromOn: 'きのう' }), '年月日を読み取れません'],
  ])('refuses %s', async (_, fields, words) => {
    const caseId = await receive();
    const answer = await member(caseId, await fields(caseId));
    expect([answer.status, (await answer.text()).includes(words)]).toEqual([422, true]);
  });

  test('links nobody to a protected person', async () => {
    const hidden = await receive({ name: '隠 見本' });
    await rows(sql`update case_files set is_protected = true where id = ${hidden}::uuid`);
    const answer = await member(await receive(), { relation: 'spouse', number: await numberOf(hidden) });
    expect([answer.status, (await answer.text()).includes('結び付けられません')]).toEqual([422, true]);
  });
});

describe('who may be the same person', () => {
  const same = { name: '重田 見本', birth: '昭和60年6月6日', phone: '045-000-0077' };
  const join = (caseId: string, otherId: string, fields: Record<string, string> = {}, as = mori) =>
    app.post(
      personPaths.compare.to({ caseId, otherId }),
      { keep: 'this', reason: '本人に確かめた', ...fields },
      as,
    );

  test('is proposed with evidence and what tells apart, joined by somebody with a reason, and undone in whole', async () => {
    const first = await receive({ ...same, address: '見本町3' });
    await member(first, { relation: 'child', memberWords: '次男、中学生' });
    const second = await receive({ ...same, name: '重田　見本' });
    expect(await casePage(second)).toContain('同じ人かもしれない記録が1件あります');
    const proposals = await joinsPage(second);
    for (const told of ['氏名と生年月日・電話・氏名', '40代', await numberOf(first), '森 支援'])
      expect(proposals).toContain(told);
    await rows(
      sql`update case_files set municipality = '14201' where id in (${first}::uuid, ${second}::uuid)`,
    );
    expect(await joinsPage(second)).toContain('氏名と生年月日・電話・氏名・市町村');
    const otherId = await personOf(first);
    const before = await rows(sql`select id, person_id from case_files order by id`);
    expect((await join(second, otherId, { reason: '同じ' })).status).toBe(422);
    expect((await join(second, otherId)).status).toBe(303);
    expect(await personOf(first)).toBe(await personOf(second));
    expect(await personPage(second)).toContain('次男、中学生');
    const search = async () => textOf(await app.post(casePaths.search.to({}), { q: '045-000-0077' }, mori));
    expect(await search()).toContain('2件見つかりました');
    const decided = await joinsPage(first);
    expect(decided).toContain('同じ人としてまとめた');
    expect(decided).toContain('本人に確かめた');
    const kept = await rows(sql`select sealed_reason from person_joins`);
    expect(JSON.stringify(kept)).not.toContain('確かめた');

    const [row] = await rows(sql`select id from person_joins where undone_at is null`);
    const undo = { caseId: second, joinId: String(row?.['id']) };
    const refused = await app.post(personPaths.undoJoin.to(undo), { reason: '別人だった' }, hayashi);
    expect([refused.status, (await refused.text()).includes('責任者だけが')]).toEqual([422, true]);
    expect((await app.post(personPaths.undoJoin.to(undo), { reason: '別人だった' }, mori)).status).toBe(303);
    expect(await rows(sql`select id, person_id from case_files order by id`)).toEqual(before);
    expect(await personPage(first)).toContain('次男、中学生');
    expect(await personPage(second)).not.toContain('次男、中学生');
    const ledger = await rows(
      sql`select event from audit_events where event like 'person.%join' order by position`,
    );
    expect(ledger.map(({ event }) => event)).toEqual(['person.join', 'person.undo-join']);
  });

  test('told apart, they are not proposed again until that is taken back', async () => {
    const one = await receive({ name: '同姓 同名' });
    const two = await receive({ name: '同姓 同名' });
    expect(await joinsPage(one)).toContain('同姓同名かもしれない');
    const to = { caseId: one, otherId: await personOf(two) };
    const told = await app.post(personPaths.tellApart.to(to), { reason: '生年月日が違う' }, mori);
    expect(told.status).toBe(303);
    expect(await joinsPage(one)).toContain('重なる人はいません');
    expect(await joinsPage(two)).toContain('重なる人はいません');
    expect((await join(one, await personOf(two))).status).toBe(303);
  });

  test('is decided by who carries both, or by the supervisor', async () => {
    const own = await receive({ name: '両方 見本' });
    const others = await receive({ name: '両方 見本' }, hayashi);
    const otherId = await personOf(others);
    const refused = await join(own, otherId);
    expect([refused.status, (await refused.text()).includes('責任者だけが決められます')]).toEqual([
      422,
      true,
    ]);
    expect((await join(own, otherId, {}, chief)).status).toBe(303);
  });

  test('a protected person is proposed to nobody, and nobody at another organisation is', async () => {
    const shown = await receive({ name: '候補 見本' });
    const hidden = await receive({ name: '候補 見本' });
    await receive({ name: '候補 見本' }, stranger);
    await rows(sql`update case_files set is_protected = true where id = ${hidden}::uuid`);
    expect(await joinsPage(shown)).toContain('重なる人はいません');
    expect(await joinsPage(hidden)).toContain('重なる人はいません');
    expect((await join(shown, await personOf(hidden))).status).toBe(404);
  });
});
