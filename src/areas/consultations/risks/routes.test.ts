import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths, riskPaths } from '../paths.ts';
import { callJob } from './jobs.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const baba = await app.signIn(counsellor, { organisationId: deskId, name: '馬場 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const stranger = await app.signIn(counsellor, { kind: 'desk', name: 'よその 相談' });

const board = (contactId?: string) => deskPaths.desk.to({ deskId }, { contact: contactId });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const talk = async () => {
  const { contactId, number } = await makeTalk(app, { deskId });
  await app.post(contactPaths.take.to({ contactId }), {}, chief);
  await app.post(contactPaths.handOver.to({ contactId }), { to: aoki.who.personId }, chief);
  return { contactId, number };
};
const level = (value: string, more: Record<string, string | string[]> = {}) => ({
  riskSent: '1',
  'risk-level': value,
  ...more,
});
const callOf = async (contactId: string) =>
  (await rows(sql`select * from escalations where contact_id = ${contactId}`))[0] ?? {};
const events = async (contactId: string) =>
  (await rows(sql`select event from audit_events where subject_id = ${contactId} order by position`)).map(
    ({ event }) => event,
  );

describe('an assessment', () => {
  test('keeps codes in columns and words sealed; the level is what the counsellor chose, and the history stays', async () => {
    const { contactId } = await talk();
    const url = riskPaths.assess.to({ contactId });
    const found = {
      'risk-thoughts': 'strong',
      'risk-plan': 'specific',
      'risk-means': 'at-hand',
      'risk-note': '薬箱の場所',
    };
    expect((await app.post(url, level('2', { ...found, 'risk-protects[]': ['people'] }), aoki)).status).toBe(
      303,
    );
    expect((await app.post(url, level('1'), baba)).status).toBe(303);
    expect(
      await rows(
        sql`select thoughts, plan, alone, protects, level from risk_assessments where contact_id = ${contactId} order by at`,
      ),
    ).toEqual([
      { thoughts: 'strong', plan: 'specific', alone: null, protects: ['people'], level: 2 },
      { thoughts: null, plan: null, alone: null, protects: [], level: 1 },
    ]);
    expect(JSON.stringify(await rows(sql`select * from risk_assessments`))).not.toContain('薬箱');
    const page = await textOf(await app.get(board(contactId), chief));
    expect(page).toContain('これまでの確認 2件');
    expect(page).toContain('薬箱の場所');
    expect(page).toContain('危険 1 低い');
    // However bad the answers, nothing was called: a person decides.
    expect(await rows(sql`select * from escalations where contact_id = ${contactId}`)).toEqual([]);
  });

  test('without a level comes back with what was typed, and leaves the record alone', async () => {
    const { contactId } = await talk();
    await app.post(
      contactPaths.record.to({ contactId }),
      { version: '1', 'worries[]': ['debt'], content: '', response: '', next: '' },
      aoki,
    );
    const answer = await app.post(
      riskPaths.assess.to({ contactId }),
      { riskSent: '1', 'risk-note': '途中' },
      aoki,
    );
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('段階を選んでください');
    expect(page).toContain('途中');
    expect(page).toMatch(/value="debt"[^>]*checked/);
  });

  test('of another desk is not found, and its rows are not seen', async () => {
    const { contactId } = await talk();
    expect((await app.post(riskPaths.assess.to({ contactId }), level('4'), stranger)).status).toBe(404);
    await app.post(riskPaths.assess.to({ contactId }), level('3'), aoki);
    const seen = await inTransaction(
      app.db,
      stranger.who,
      async (tx) =>
        (
          await tx.execute(sql`select (select count(*)::int from risk_assessments) as assessments,
        (select count(*)::int from escalations) as calls, (select count(*)::int from emergency_steps) as steps`)
        ).rows[0],
    );
    expect(seen).toEqual({ assessments: 0, calls: 0, steps: 0 });
  });

  test('puts the conversation first in the queue by its level', async () => {
    const first = await makeTalk(app, { deskId });
    const second = await makeTalk(app, { deskId });
    await app.post(riskPaths.assess.to({ contactId: second.contactId }), level('2'), aoki);
    const page = await textOf(await app.get(board(), aoki));
    expect(page.indexOf(second.number)).toBeLessThan(page.indexOf(first.number));
  });
});

describe('the call of a supervisor', () => {
  test('is made from high danger on, stands on everybody’s page with its clock, and is made once', async () => {
    const { contactId, number } = await talk();
    await app.post(riskPaths.assess.to({ contactId }), level('3'), aoki);
    await app.post(riskPaths.assess.to({ contactId }), level('4'), aoki);
    expect(await rows(sql`select cause, level from escalations where contact_id = ${contactId}`)).toEqual([
      { cause: 'risk', level: 3 },
    ]);
    expect(await textOf(await app.get(board(), chief))).toContain(
      `番号 ${number} 責任者を呼んでいます 危険 3 高い 0分経過`,
    );
  });

  test('is acknowledged, joined, worked through by two people and settled, and each step says who and when', async () => {
    const { contactId } = await talk();
    const to = { contactId };
    await app.post(riskPaths.call.to(to), {}, aoki);
    expect((await app.post(riskPaths.call.to(to), {}, aoki)).status).toBe(422);
    expect((await app.post(riskPaths.acknowledge.to(to), {}, aoki)).status).toBe(403);
    expect((await app.post(riskPaths.acknowledge.to(to), {}, chief)).status).toBe(303);
    expect((await app.post(riskPaths.acknowledge.to(to), {}, chief)).status).toBe(422);
    expect((await app.post(riskPaths.join.to(to), {}, chief)).status).toBe(303);
    const [a, b] = [aoki.who.personId, baba.who.personId];
    expect((await app.post(riskPaths.share.to(to), { talks: a, reports: a }, aoki)).status).toBe(422);
    expect((await app.post(riskPaths.share.to(to), { talks: a, reports: b }, aoki)).status).toBe(303);
    await app.post(riskPaths.assess.to(to), level('4'), aoki);
    const settle = { callOutcome: 'reported' };
    expect(await textOf(await app.post(riskPaths.resolve.to(to), settle, chief))).toContain(
      '緊急の連絡を一つ以上',
    );
    await app.post(riskPaths.step.to(to), { kind: 'police', 'result-police': 'told' }, baba);
    const page = await textOf(await app.get(board(contactId), aoki));
    expect(page).toContain('責任者が確認しました');
    expect(page).toContain('長 責任が会話に入っています');
    expect(page).toMatch(/馬場 相談 警察 110 伝えた/);
    expect((await app.post(riskPaths.resolve.to(to), settle, chief)).status).toBe(303);
    expect(await callOf(contactId)).toMatchObject({ outcome: 'reported', resolved_by: chief.who.personId });
    expect(await events(contactId)).toEqual(
      expect.arrayContaining([
        'risk.call',
        'risk.acknowledge',
        'risk.join',
        'risk.share',
        'risk.step',
        'risk.resolve',
      ]),
    );
    const numbers = await textOf(await app.get(riskPaths.calls.to({ deskId }), chief));
    expect(numbers).toContain('通報し、引き継いだ');
    expect((await app.get(riskPaths.calls.to({ deskId }), aoki)).status).toBe(403);
  });

  test('steps are added to and never changed', async () => {
    await expect(
      inTransaction(app.db, aoki.who, (tx) =>
        tx.execute(sql`update emergency_steps set result = 'not-needed' returning 1`),
      ),
    ).resolves.toMatchObject({ rows: [] });
  });
});

test('a call that nobody answers goes to the next supervisor by a mail that says nothing of anybody, and is louder', async () => {
  const desk = await makeDesk(app.db, { settings: { escalationMinutes: 5 } });
  const at = { organisationId: desk.deskId };
  const worker = await app.signIn(counsellor, { ...at, name: '担当 一' });
  const [one, two] = [
    await app.signIn(deskSupervisor, { ...at, name: '責任 あ' }),
    await app.signIn(deskSupervisor, { ...at, name: '責任 い' }),
  ];
  const { contactId, number } = await makeTalk(app, { deskId: desk.deskId, text: '死にたい' });
  await app.post(riskPaths.call.to({ contactId }), {}, worker);
  const { id } = (await callOf(contactId)) as { id: string };
  const run = (now: Date) =>
    callJob({ publicUrl: 'http://localhost' }).run(
      { db: app.db, who: system('risk.remind'), now, log: makeLog('silent') },
      { escalationId: id },
    );
  const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  await run(later(1));
  expect((await callOf(contactId))['reminders']).toBe(0);
  await run(later(6));
  await run(later(6));
  expect(await callOf(contactId)).toMatchObject({ reminders: 1, to_person_id: one.who.personId });
  await run(later(12));
  expect(await callOf(contactId)).toMatchObject({ reminders: 2, to_person_id: two.who.personId });
  const mails = await rows(sql`select subject, body from mail_outbox`);
  expect(mails).toHaveLength(2);
  expect(JSON.stringify(mails)).not.toMatch(new RegExp(`${number}|${contactId}|死|担当`));
  await rows(
    sql`update escalations set raised_at = now() - interval '8 minutes' where id = ${id} returning 1`,
  );
  expect(await textOf(await app.get(deskPaths.desk.to(desk), worker))).toContain(
    '責任者がまだ確認していません 8分経過（期限を3分過ぎています）',
  );
  await app.post(riskPaths.acknowledge.to({ contactId }), {}, two);
  await run(later(60));
  expect((await callOf(contactId))['reminders']).toBe(2);
});
