import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { caseSupervisor, caseWorker, protectionOfficer } from '../access.ts';
import { takeStep } from '../case-files/actions.ts';
import { makeCase } from '../case-files/fixtures.ts';
import type { CaseFile } from '../case-files/store.ts';
import { barPaths, basisPaths, casePaths } from '../paths.ts';
import { breakGlass } from './actions.ts';

const app = await testApp();
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const { organisationId } = mori;
const elsewhere = await app.signIn(caseWorker, { kind: 'npo', name: 'よその 支援' });
const theirChief = await app.signIn(caseSupervisor, {
  organisationId: elsewhere.organisationId,
  name: 'よその 責任',
});
const it = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, it, async (tx) => (await tx.execute(statement)).rows);

async function receive(receivedOn = '2026-04-01'): Promise<CaseFile> {
  return makeCase(
    { db: app.db, vault: app.tools.vault },
    {
      organisationId,
      assignedTo: mori.who.personId,
      receivedOn,
      identity: { name: '川 岸子', kana: '', nickname: '', sex: '', birth: '', phone: '', email: '' },
      place: { postalCode: '', address: '見本町5' },
    },
  );
}

const consent = {
  organisationId: elsewhere.organisationId,
  'classes[]': ['identity', 'basic'],
  purpose: '住まいを一緒に探すため',
  how: 'signed',
  givenOn: '令和8年4月1日',
  untilOn: '',
};
const give = (caseId: string, change: Record<string, string | string[]> = {}, as = mori) =>
  app.post(basisPaths.consent.to({ caseId }), { ...consent, ...change }, as);
const glass = (number: string, change: Record<string, string> = {}, as = elsewhere) =>
  app.post(
    basisPaths.urgency.to({}),
    {
      organisationId,
      number,
      reason: '自宅で倒れており救急隊に伝えるため',
      tells: theirChief.who.personId,
      ...change,
    },
    as,
  );

describe('a consent', () => {
  test('says what, to whom, why, until when, and keeps the words that were shown', async () => {
    const { id: caseId } = await receive();
    expect((await give(caseId)).status).toBe(303);
    const page = await textOf(await app.get(basisPaths.list.to({ caseId }), mori));
    for (const told of ['住まいを一緒に探すため', '氏名・生年月日・連絡先、困りごと', '有効'])
      expect(page).toContain(told);
    const [basis] = await rows(
      sql`select words_shown, until_on::text from case_bases where case_id = ${caseId}::uuid`,
    );
    expect(basis?.['until_on']).toBe('2027-04-01');
    expect(String(basis?.['words_shown'])).toContain('いつでも取り消せること');
  });

  test('is a step of the way once the case is screened', async () => {
    const { id: caseId } = await receive();
    await takeStep(
      app.db,
      mori.who,
      { caseId, step: 'screened', on: '2026-11-01', screening: 'supported' },
      new Date('2026-11-20T00:00:00Z'),
    );
    await give(caseId, { givenOn: '2026-11-02' });
    expect(await rows(sql`select step from case_files where id = ${caseId}::uuid`)).toEqual([
      { step: 'consented' },
    ]);
  });

  test('without a purpose, without a class, of a day that is none: told, and nothing typed is lost', async () => {
    const { id: caseId } = await receive();
    const wrong: Record<string, string | string[]>[] = [
      { purpose: '' },
      { 'classes[]': [] },
      { givenOn: '令和8年13月1日' },
    ];
    for (const change of wrong) expect((await give(caseId, change)).status).toBe(422);
    expect(await (await give(caseId, { givenOn: '?' })).text()).toContain('住まいを一緒に探すため');
    expect((await give(caseId, {}, elsewhere)).status).toBe(404);
  });

  test('is withdrawn once, and says how much it stopped', async () => {
    const { id: caseId } = await receive();
    await give(caseId);
    const [basis] = await rows(sql`select id from case_bases where case_id = ${caseId}::uuid`);
    const withdraw = () => app.post(basisPaths.withdraw.to({ basisId: String(basis?.['id']) }), {}, mori);
    expect((await withdraw()).status).toBe(303);
    expect(await textOf(await withdraw())).toContain('すでに撤回されています');
  });
});

describe('the glass', () => {
  test('is broken with a reason and somebody who is told; both are on record, and it closes by itself', async () => {
    const { id: caseId, number } = await receive();
    const page = () => app.get(casePaths.case.to({ caseId }), elsewhere);
    expect((await page()).status).toBe(404);
    expect((await glass(number)).status).toBe(303);
    const shown = await textOf(await page());
    expect(shown).toContain('川 岸子');
    expect(shown).toContain('見本町5');
    const told = await textOf(await app.get(casePaths.list.to({}), theirChief));
    expect(told).toContain('自宅で倒れており救急隊に伝えるため');
    await rows(
      sql`update case_relations set ends_at = now() - interval '1 minute' where case_id = ${caseId}::uuid`,
    );
    expect((await page()).status).toBe(404);
    const events = await rows(sql`select event from audit_events where facts ->> 'caseId' = ${caseId}`);
    expect(events).toContainEqual({ event: 'basis.urgency' });
  });

  test('the told person says that they have looked; nobody else can say it', async () => {
    const { number, id: caseId } = await receive();
    await glass(number);
    const [basis] = await rows(sql`select id from case_bases where case_id = ${caseId}::uuid`);
    const seen = (as: typeof mori) =>
      app.post(basisPaths.seen.to({ basisId: String(basis?.['id']) }), {}, as);
    expect((await seen(elsewhere)).status).toBe(403);
    expect((await seen(theirChief)).status).toBe(303);
    const list = await textOf(await app.get(casePaths.list.to({}), theirChief));
    expect(list).not.toContain(number);
  });

  test.each([
    ['without a reason', { reason: '急ぎ' }, '理由を10文字以上で'],
    ['with nobody told', { tells: '' }, 'すぐに知らせる人を'],
    [
      'telling somebody who is nobody',
      { tells: '00000000-0000-4000-8000-000000000000' },
      'すぐに知らせる人を',
    ],
    ['telling oneself', { tells: elsewhere.who.personId }, 'すぐに知らせる人を'],
    ['of a number that is none', { number: '1999-0001' }, 'その番号のケースはありません'],
  ])('%s it stays whole', async (_, change, said) => {
    const { number } = await receive();
    const answer = await glass(number, change);
    expect([answer.status, (await textOf(answer)).includes(said)]).toEqual([422, true]);
  });

  test('is not broken by whoever is shut out by name, nor told to them: for them there is no such case', async () => {
    const { id: caseId, number } = await receive();
    const hayashi = await app.signIn(caseWorker, { organisationId, name: '林 支援' });
    const chief = await app.signIn(caseSupervisor, { organisationId, name: '杉 責任' });
    const kin = await app.signIn(caseSupervisor, { organisationId, name: '身 内子' });
    for (const { who } of [hayashi, kin]) {
      const bar = { personId: who.personId, reason: '相手方のきょうだい' };
      expect((await app.post(barPaths.bars.to({ caseId }), bar, mori)).status).toBe(303);
    }
    const broken = await glass(number, { tells: chief.who.personId }, hayashi);
    expect([broken.status, (await textOf(broken)).includes('その番号のケースはありません')]).toEqual([
      422,
      true,
    ]);
    const reason = '自宅で倒れており救急隊に伝えるため';
    const act = { vault: app.tools.vault, caseId, reason, tells: chief.who.personId };
    await expect(breakGlass(app.db, hayashi.who, act)).rejects.toBeInstanceOf(NotFound);
    const told = await glass(number, { tells: kin.who.personId }, mori);
    expect([told.status, (await textOf(told)).includes('すぐに知らせる人を')]).toEqual([422, true]);
    expect(await rows(sql`select id from case_bases where case_id = ${caseId}::uuid`)).toEqual([]);
  });

  test('the officer sees who broke it, and not the case', async () => {
    const officer = await app.signIn(protectionOfficer, { kind: 'prefecture', name: '守 担当' });
    const { number, id: caseId } = await receive();
    await glass(number);
    const seen = await inTransaction(app.db, officer.who, async (tx) => ({
      bases: (await tx.execute(sql`select person_id from case_bases where case_id = ${caseId}::uuid`)).rows,
      cases: (await tx.execute(sql`select id from case_files where id = ${caseId}::uuid`)).rows,
    }));
    expect(seen).toEqual({ bases: [{ person_id: elsewhere.who.personId }], cases: [] });
  });
});
