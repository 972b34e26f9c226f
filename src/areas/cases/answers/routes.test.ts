import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { giveConsent } from '../bases/actions.ts';
import { takeStep } from '../case-files/actions.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { caseFiles } from '../case-files/tables.ts';
import { answerPaths, casePaths, recordPaths } from '../paths.ts';
import { caseAnswers } from './tables.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const it = system('test');

const receive = (change = {}) =>
  makeCase(
    { db: app.db, vault: app.tools.vault },
    {
      organisationId,
      assignedTo: mori.who.personId,
      receivedOn: '2026-04-01',
      worries: ['no_food'],
      identity: {
        name: '𠮷田 髙子',
        kana: '',
        nickname: '',
        sex: 'female',
        birth: '1980-03-04',
        phone: '090-0000-0001',
        email: '',
      },
      ...change,
    },
  );
type Fields = Record<string, string | string[]>;
const url = (caseId: string, form: string) => answerPaths.form.to({ caseId, form });
const open = async (caseId: string, form: string, as: SignedIn = mori) =>
  (await app.get(url(caseId, form), as)).text();
const post = (caseId: string, form: string, fields: Fields, as: SignedIn = mori) =>
  app.post(url(caseId, form), { do: 'save', ...fields }, as);
const rows = (caseId: string) =>
  inTransaction(app.db, it, (tx) => tx.select().from(caseAnswers).where(eq(caseAnswers.caseId, caseId)));

/** The fields as the page holds them: what a browser would send back untouched. */
function fieldsOf(html: string): Fields {
  const found: Record<string, string[]> = {};
  const decode = (text: string) =>
    text.replaceAll('&#10;', '\n').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  for (const [, name = '', value = ''] of html.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  ))
    (found[name] ??= []).push(decode(value));
  return found;
}

describe('a form', () => {
  test('shows what is known and does not ask for it, says what is missing and why, and is left and resumed', async () => {
    const { id } = await receive();
    const before = await textOf(await app.get(url(id, 'reception'), mori));
    for (const known of ['𠮷田 髙子', '昭和55年3月4日', '食べるものがない', '090-0000-0001'])
      expect(before).toContain(known);
    expect(before).toContain('まだ聞けていない大切なこと：4件');
    expect(before).toContain('本人の言葉で残すと、あとの支援が本人の望みから離れません。');
    expect(await open(id, 'reception')).not.toContain('name="f.name"');
    const answer = await post(id, 'reception', {
      'f.request': '食べるものがほしい',
      'f.appliedOn': 'R8.4.1',
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining('/forms/reception'),
    ]);
    const after = await textOf(await app.get(url(id, 'reception'), mori));
    expect(after).toContain('食べるものがほしい');
    expect(after).toContain('まだ聞けていない大切なこと：3件');
    expect(await open(id, 'reception')).toContain('value="2026-04-01"');
  });

  test('what was heard on one is offered on the next, and what it tells in other words stands beside the question', async () => {
    const { id } = await receive();
    await post(id, 'reception', { 'f.insurance': 'national', 'f.home': 'company' });
    const next = await open(id, 'assessment');
    expect(next).toMatch(/value="national" checked/);
    expect(next).toContain('前に聞いたこと：会社寮・借上げ住宅');
    expect((await rows(id)).map(({ form }) => form)).toEqual(['reception']);
  });

  test('says at its field what it cannot read, saves nothing, and loses nothing that was typed', async () => {
    const { id } = await receive();
    const wrong = {
      'f.incomeOwn': 'たくさん',
      'f.housing': 'castle',
      'f.summary': '書いたこと',
      'f.issues[]': ['poverty'],
    };
    const answer = await post(id, 'assessment', wrong);
    const html = await answer.text();
    expect(answer.status).toBe(422);
    for (const field of ['incomeOwn', 'housing']) expect(html).toContain(`href="#f-f-${field}"`);
    expect(html).toContain('書いたこと');
    expect(html).toMatch(/value="poverty" checked/);
    expect(await rows(id)).toEqual([]);
  });

  test('stands sealed in the database, each class by itself', async () => {
    const { id } = await receive();
    await post(id, 'assessment', {
      'f.summary': '借金を隠していた',
      'f.debtTotal': '９００，０００円',
      'f.healthHistory': '糖尿病',
      'f.issues[]': ['poverty', 'illness', 'dv_abuse'],
    });
    const stored = await rows(id);
    expect(stored.map((row) => row.class).toSorted()).toEqual(['basic', 'debts', 'health', 'violence']);
    const dump = JSON.stringify([
      stored,
      await inTransaction(app.db, it, async (tx) => (await tx.execute(sql`select * from audit_events`)).rows),
    ]);
    for (const told of ['借金', '900000', '糖尿病', 'dv_abuse', 'poverty']) expect(dump).not.toContain(told);
    expect(await textOf(await app.get(url(id, 'assessment'), mori))).toContain('糖尿病');
  });
});

describe('who may see and write', () => {
  test('a colleague reads the everyday and neither sees nor writes the rest', async () => {
    const { id } = await receive();
    await post(id, 'assessment', {
      'f.summary': 'まとめの言葉',
      'f.healthHistory': '糖尿病',
      'f.issues[]': ['poverty', 'illness'],
    });
    const seen = await textOf(await app.get(url(id, 'assessment'), hayashi));
    expect(seen).toContain('まとめの言葉');
    expect(seen).toContain('経済的困窮');
    for (const hidden of ['糖尿病', '病気', '既往歴']) expect(seen).not.toContain(hidden);
    expect(seen).toContain('あなたに表示しない項目があります');
    expect((await post(id, 'assessment', { 'f.summary': '上書き' }, hayashi)).status).toBe(403);
  });

  test('for another organisation there is no form', async () => {
    const { id } = await receive();
    expect((await app.get(url(id, 'assessment'), stranger)).status).toBe(404);
    expect((await post(id, 'assessment', {}, stranger)).status).toBe(404);
  });

  test('each look is on record', async () => {
    const { id } = await receive();
    await open(id, 'intake', chief);
    const { rows: views } = await inTransaction(app.db, it, (tx) =>
      tx.execute(sql`select what, "as" from case_views where case_id = ${id}::uuid`),
    );
    expect(views).toEqual([{ what: 'intake', as: 'supervisor' }]);
  });
});

describe('two who write at once', () => {
  test('see both, choose field by field, and lose nothing', async () => {
    const { id } = await receive();
    await post(id, 'assessment', { 'f.summary': 'はじめ', 'f.jobWish': '清掃', 'f.issues[]': ['poverty'] });
    const mine = fieldsOf(await open(id, 'assessment'));
    const theirs = fieldsOf(await open(id, 'assessment', chief));
    const common = { 'f.issues[]': ['poverty'] };
    await post(
      id,
      'assessment',
      { ...theirs, 'f.summary': '責任者の見立て', 'f.jobWish': '清掃', 'f.issues[]': ['poverty', 'family'] },
      chief,
    );
    const typed = {
      ...mine,
      ...common,
      'f.summary': '支援員の見立て',
      'f.jobWish': '調理',
      'f.issues[]': ['poverty', 'isolation'],
    };
    const asked = await post(id, 'assessment', typed);
    const html = await asked.clone().text();
    expect(asked.status).toBe(422);
    const shown = await textOf(asked);
    for (const text of ['責任者の見立て', '支援員の見立て', '杉 責任さんが保存した内容'])
      expect(shown).toContain(text);
    expect(shown).not.toContain('どちらを残しますか「希望職種」');
    const kept = fieldsOf(html);
    const again = await post(id, 'assessment', kept);
    expect([again.status, (await textOf(again)).includes('どちらを残すか選んでください')]).toEqual([
      422,
      true,
    ]);
    expect((await post(id, 'assessment', { ...kept, 'keep.summary': 'both' })).status).toBe(303);
    const after = await textOf(await app.get(url(id, 'assessment'), chief));
    for (const text of ['責任者の見立て', '支援員の見立て']) expect(after).toContain(text);
    const html2 = await open(id, 'assessment', chief);
    expect(html2).toContain('value="調理"');
    for (const issue of ['poverty', 'family', 'isolation'])
      expect(html2).toMatch(new RegExp(`value="${issue}" checked`));
  });

  test.each([
    ['mine', '二人目'],
    ['theirs', '一人目'],
  ])('the choice %s is what stays', async (keep, stays) => {
    const { id } = await receive();
    await post(id, 'intake', { 'f.complaint': '一人目' }, chief);
    const asked = await post(id, 'intake', { 'f.complaint': '二人目', 'was.complaint': '' });
    expect(asked.status).toBe(422);
    await post(id, 'intake', { ...fieldsOf(await asked.text()), 'keep.complaint': keep });
    expect(await open(id, 'intake')).toContain(`name="was.complaint" value="${stays}"`);
  });

  test('a third who saves while the second chooses is shown as well', async () => {
    const { id } = await receive();
    await post(id, 'intake', { 'f.complaint': '一' }, chief);
    const kept = fieldsOf(
      await (await post(id, 'intake', { 'f.complaint': '二', 'was.complaint': '' })).text(),
    );
    await post(id, 'intake', { 'f.complaint': '三', 'was.complaint': '一' }, chief);
    const asked = await post(id, 'intake', { ...kept, 'keep.complaint': 'mine' });
    expect([asked.status, (await textOf(asked)).includes('三')]).toEqual([422, true]);
  });
});

describe('the steps of the way', () => {
  test('the screening is decided on its own screen, with what was typed saved even if something is missing', async () => {
    const { id } = await receive();
    const typed = {
      do: 'step',
      on: '2026-04-02',
      'f.complaint': '家賃を払えない',
      'f.handedTo[]': ['legal', 'police'],
    };
    const refused = await post(id, 'intake', typed);
    expect([
      refused.status,
      (await textOf(refused)).includes('スクリーニングの結果を選んでください'),
    ]).toEqual([422, true]);
    expect(await open(id, 'intake')).toContain('家賃を払えない');
    const taken = await post(id, 'intake', {
      ...typed,
      screening: 'supported',
      'was.complaint': '家賃を払えない',
      'was.handedTo[]': ['legal', 'police'],
    });
    expect([taken.status, taken.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(casePaths.case.to({ caseId: id })),
    ]);
    const [row] = await inTransaction(app.db, it, (tx) =>
      tx.select().from(caseFiles).where(eq(caseFiles.id, id)),
    );
    expect(row).toMatchObject({ screening: 'supported', screenedOn: '2026-04-02', step: 'screened' });
  });

  test('the assessment waits for the consent, and says so', async () => {
    const { id } = await receive();
    const step = { caseId: id, step: 'screened', on: '2026-04-02', screening: 'supported' } as const;
    await takeStep(app.db, mori.who, step);
    const finish = () =>
      post(id, 'assessment', { do: 'step', on: '令和8年4月3日', 'f.summary': 'まとめ', 'was.summary': '' });
    expect(await textOf(await finish())).toContain('先に本人の同意を記録してください');
    await giveConsent(app.db, mori.who, {
      vault: app.tools.vault,
      caseId: id,
      classes: ['identity', 'basic'],
      organisationIds: [organisationId],
      purpose: '支援のため',
      how: 'signed',
      wordsShown: '支援のため',
      givenOn: '2026-04-02',
      untilOn: '',
    });
    expect((await finish()).status).toBe(303);
    expect(await textOf(await app.get(casePaths.case.to({ caseId: id }), mori))).toContain('アセスメント');
  });

  test('a case that has ended is read and not written', async () => {
    const { id } = await receive();
    await app.post(casePaths.close.to({ caseId: id }), { reason: 'broken-off' }, mori);
    expect(await open(id, 'intake')).toContain('見るだけの画面です');
    expect((await post(id, 'intake', { 'f.complaint': '後から' })).status).toBe(422);
    expect(await rows(id)).toEqual([]);
  });
});

describe('help that does not wait for a plan', () => {
  const page = async (caseId: string, as = mori) => textOf(await app.get(casePaths.case.to({ caseId }), as));
  const title = 'プランを待たずに助けること';
  const provide = (caseId: string, service: string) =>
    app.post(
      recordPaths.new.to({ caseId }),
      { on: '2026-04-01', at: '10:00', kind: 'interview', service, body: '米を渡した' },
      hayashi,
    );

  test('stands first on the case once the screening says so, for colleagues too, and says whether anything has arrived', async () => {
    const { id } = await receive();
    expect(await page(id)).not.toContain(title);
    await post(id, 'intake', { 'f.urgent': 'yes' });
    for (const as of [mori, hayashi]) {
      const shown = await page(id, as);
      expect(shown).toContain(title);
      expect(shown).toContain('まだ何も届いていません');
    }
    await provide(id, 'consultation');
    expect(await page(id)).toContain('まだ何も届いていません');
    await provide(id, 'food');
    expect(await page(id)).toContain('届いたもの：食料支援');
    await post(id, 'intake', { 'f.urgent': 'yes', 'was.urgent': 'yes', 'f.urgentUsed[]': ['shelter'] });
    expect(await page(id)).toContain('届いたもの：居住支援事業（シェルター）、食料支援');
  });

  test('is over once a plan is decided', async () => {
    const { id } = await receive();
    await post(id, 'intake', { 'f.urgent': 'yes' });
    await inTransaction(app.db, it, (tx) =>
      tx.update(caseFiles).set({ decidedOn: '2026-04-20' }).where(eq(caseFiles.id, id)),
    );
    expect(await page(id)).not.toContain(title);
  });
});
