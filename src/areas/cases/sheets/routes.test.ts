import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { saveAnswers } from '../answers/actions.ts';
import { giveConsent } from '../bases/actions.ts';
import { takeStep } from '../case-files/actions.ts';
import { makeCase } from '../case-files/fixtures.ts';
import { caseFiles } from '../case-files/tables.ts';
import { sheetPaths } from '../paths.ts';
import { savePlan } from '../plans/actions.ts';
import { emptyRow } from '../plans/write.ts';
import { openings } from '../protections/tables.ts';
import { writeRecord } from '../records/actions.ts';

const app = await testApp();
const { vault } = app.tools;
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });
const it = system('test');

const identity = {
  name: '𠮷田 髙子',
  kana: 'よしだ',
  nickname: '',
  sex: 'female',
  birth: '1980-03-04',
  phone: '',
  email: '',
};
const { id: caseId } = await makeCase(
  { db: app.db, vault },
  {
    organisationId,
    assignedTo: mori.who.personId,
    receivedOn: '2026-04-01',
    worries: ['no_food', 'housing'],
    mainWorry: 'housing',
    identity,
    place: { postalCode: '', address: '見本町1-2-3' },
  },
);
const answer = (form: 'reception' | 'assessment', mine: Record<string, string | string[]>) =>
  saveAnswers(app.db, mori.who, { vault, caseId, form, mine, base: {} });
await answer('reception', { request: '住むところを失いたくない', home: 'rented' });
await answer('assessment', { issues: ['poverty', 'illness'], debtTotal: '900000', housing: 'rented' });
const consent = () =>
  giveConsent(app.db, mori.who, {
    vault,
    caseId,
    classes: ['identity', 'basic', 'record'],
    organisationIds: [organisationId],
    purpose: '支援のため',
    how: 'signed',
    wordsShown: '支援のため',
    givenOn: '2026-04-02',
    untilOn: '',
  });
const print = (sheet: string, as: SignedIn = mori, query = {}) =>
  app.get(sheetPaths.sheet.to({ caseId, sheet }, query), as);
const paper = async (sheet: string, query = {}) =>
  (await textOf(await print(sheet, mori, query))).replaceAll(/\s+/g, ' ');

describe('the official sheets', () => {
  test('1: what is known and was said, worries with their marks, the person’s consent to sign', async () => {
    const shown = await paper('reception', { consent: 'with' });
    for (const text of [
      '様式1',
      '𠮷田 髙子',
      '昭和55年3月4日（46歳）',
      '見本町1-2-3',
      '住むところを失いたくない',
    ])
      expect(shown).toContain(text);
    for (const mark of [
      '◎ 住まいについて',
      '○ 食べるものがない',
      '・ 債務について',
      '☑ 女性',
      '☑ 借家',
      '□ 持家',
    ])
      expect(shown).toContain(mark);
    expect(shown).toContain('【本人同意あり】');
    expect(shown).toContain('本人署名');
  });

  test('1: without consent it is the other form, and nothing to sign', async () => {
    const shown = await paper('reception');
    expect(shown).toContain('【本人同意なし】');
    expect(shown).not.toContain('本人署名');
  });

  test('2: screening and assessment, every option with its box', async () => {
    await takeStep(app.db, mori.who, { caseId, step: 'screened', on: '2026-04-02', screening: 'supported' });
    await consent();
    await takeStep(app.db, mori.who, { caseId, step: 'assessed', on: '2026-04-03' });
    const shown = await paper('assessment');
    for (const text of [
      '☑ 経済的困窮',
      '☑ 病気',
      '□ けが',
      '900,000円',
      '☑ 自立相談支援機関が継続支援し',
      '令和8年4月3日',
    ])
      expect(shown).toContain(text);
  });

  test('3: records in the order in which things happened', async () => {
    const common = {
      caseId,
      vault,
      service: '',
      withWhom: ['person'],
      related: ['legal'],
      place: '',
      fromOn: null,
      untilOn: null,
    };
    const more = { nextOn: null, isMonitoring: false, class: 'record', placeText: '', names: '', next: '' };
    const write = (body: string, startedAt: string, kind: string) =>
      writeRecord(app.db, mori.who, {
        ...common,
        ...more,
        body,
        kind,
        minutes: 30,
        startedAt: new Date(startedAt),
      });
    await write('二つ目の記録', '2026-04-05T01:00:00Z', 'phone');
    await write('一つ目の記録', '2026-04-04T01:00:00Z', 'interview');
    const shown = await paper('records');
    expect(shown.indexOf('一つ目の記録')).toBeLessThan(shown.indexOf('二つ目の記録'));
    for (const text of ['令和8年4月4日', '10:00（30分）', '面談', '法テラス', '森 支援'])
      expect(shown).toContain(text);
  });

  test('5: goals, who does what, and the programs of the Act', async () => {
    const item = {
      ...emptyRow,
      what: '家計簿をつける',
      bearer: 'person',
      program: 'budget',
      startsOn: '2026-05-01',
    };
    const days = { startsOn: '2026-05-01', endsOn: '2026-10-31', monitorOn: null };
    const words = {
      issues: '家賃の滞納',
      longGoal: '',
      goal: '家賃を払い続ける',
      remark: '',
      careful: { debts: 'カードの残り' },
    };
    const saved = await savePlan(app.db, mori.who, {
      vault,
      caseId,
      version: 0,
      ...words,
      ...days,
      isEmploymentTarget: true,
      rows: [item],
    });
    expect(saved).toMatchObject({ ok: true });
    const shown = await paper('plan');
    for (const text of [
      '家賃の滞納',
      'カードの残り',
      '家賃を払い続ける',
      '家計簿をつける 本人',
      '☑ 家計改善支援事業',
      '□ 就労準備支援事業',
    ])
      expect(shown).toContain(text);
    expect(shown).toContain('令和8年5月1日〜令和8年10月31日');
  });

  test('6: empty while nothing was reviewed, with every change to tick', async () => {
    const shown = await paper('review');
    for (const text of ['様式6', '家賃を払い続ける', '□', '評価実施日']) expect(shown).toContain(text);
  });
});

describe('going on paper', () => {
  test('is for those who may take it out of the case; a colleague reads and does not print', async () => {
    expect((await print('reception', chief)).status).toBe(200);
    expect((await print('reception', hayashi)).status).toBe(403);
    expect((await print('reception', stranger)).status).toBe(404);
  });

  test('4: the list is of the cases that somebody may take out, each on record; of the protected only the number', async () => {
    const list = async (as: SignedIn, range = 'all') =>
      textOf(await app.get(sheetPaths.list.to({}, { range }), as));
    const { id: hidden, number } = await makeCase(
      { db: app.db, vault },
      { organisationId, assignedTo: mori.who.personId, identity: { ...identity, name: '隠し 名子' } },
    );
    await inTransaction(app.db, it, (tx) =>
      tx.update(caseFiles).set({ isProtected: true }).where(eq(caseFiles.id, hidden)),
    );
    const shown = await list(chief);
    for (const told of ['様式4', '𠮷田 髙子', number, '2件']) expect(shown).toContain(told);
    expect(shown).not.toContain('隠し 名子');
    expect(await list(mori, 'mine')).toContain('𠮷田 髙子');
    const colleague = await list(hayashi);
    expect(colleague).not.toContain('𠮷田 髙子');
    expect(colleague).toContain('書き出せない2件は載せていません');
    expect(await list(stranger)).not.toContain('𠮷田 髙子');
    const { rows } = await inTransaction(app.db, it, (tx) =>
      tx.execute(
        sql`select person_id, "as" from case_views where what = 'sheet-list' and case_id = ${caseId}::uuid order by at`,
      ),
    );
    expect(rows).toEqual([
      { person_id: chief.who.personId, as: 'supervisor' },
      { person_id: mori.who.personId, as: 'assigned' },
    ]);
  });

  test('is on record, sheet by sheet', async () => {
    await print('plan', chief);
    const { rows } = await inTransaction(app.db, it, (tx) =>
      tx.execute(sql`select what from case_views where case_id = ${caseId}::uuid and person_id = ${chief.who.personId}::uuid
        order by at desc limit 1`),
    );
    expect(rows).toEqual([{ what: 'sheet-plan' }]);
  });

  test('waits for a second person when somebody looks for the person, and never shows the address', async () => {
    await inTransaction(app.db, it, (tx) =>
      tx.update(caseFiles).set({ isProtected: true }).where(eq(caseFiles.id, caseId)),
    );
    const stopped = await print('reception');
    expect(stopped.status).toBe(403);
    const told = await textOf(stopped);
    expect(told).toContain('二人目に申し出る');
    expect(told).not.toContain('𠮷田');
    await inTransaction(app.db, it, (tx) =>
      tx.insert(openings).values({
        caseId,
        homeId: organisationId,
        what: 'print',
        askedBy: mori.who.personId,
        sealedReason: '',
        askedAt: new Date(),
        decidedBy: chief.who.personId,
        decidedAt: new Date(),
        granted: true,
        endsAt: new Date(Date.now() + 60_000),
      }),
    );
    const opened = await paper('reception');
    expect(opened).toContain('𠮷田 髙子');
    expect(opened).not.toContain('見本町1-2-3');
    expect((await print('reception', chief)).status).toBe(403);
  });
});
