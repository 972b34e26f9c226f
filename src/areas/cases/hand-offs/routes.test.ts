import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '#areas/consultations/index.ts';
import { makeTalk } from '#areas/consultations/contacts/fixtures.ts';
import { makeDesk } from '#areas/consultations/desks/fixtures.ts';
import { contactPaths, deskPaths } from '#areas/consultations/paths.ts';
import { caseSupervisor, caseWorker } from '../access.ts';
import { casePaths } from '../paths.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db, { settings: { chatsPerCounsellor: 50 } });
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const baba = await app.signIn(counsellor, { organisationId: deskId, name: '馬場 相談' });
const lead = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const mori = await app.signIn(caseWorker, { kind: 'npo', name: '森 支援' });
const chief = await app.signIn(caseSupervisor, { organisationId: mori.organisationId, name: '杉 責任' });
const stranger = await app.signIn(caseSupervisor, { kind: 'npo', name: 'よその 責任' });

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

/** A talk that 青木 has, with a record. */
async function held(): Promise<string> {
  const { contactId } = await makeTalk(app, { deskId, text: '家賃が二か月払えていません' });
  await app.post(contactPaths.take.to({ contactId }), {}, aoki);
  const record = {
    version: '1',
    content: '仕事が減り、家賃を滞納している',
    response: '話を聞いた',
    next: '',
    'worries[]': ['housing'],
    mainWorry: 'housing',
    ageBand: '30-39',
    sex: 'female',
    route: 'web',
  };
  expect((await app.post(contactPaths.record.to({ contactId }), record, aoki)).status).toBe(303);
  return contactId;
}
const page = (contactId: string, as = aoki, to = mori.organisationId) =>
  app.get(contactPaths.toCase.to({ contactId }, { to }), as);
const hand = (contactId: string, fields: Record<string, string | string[]> = {}, as = aoki) =>
  app.post(
    contactPaths.toCase.to({ contactId }),
    { to: mori.organisationId, 'texts[]': ['content'], agreed: 'on', how: 'chat', ...fields },
    as,
  );
async function caseOf(contactId: string) {
  const [row] = await rows(sql`select * from case_files where contact_id = ${contactId}::uuid`);
  return row;
}

describe('a contact becomes a case', () => {
  test('with the person’s consent and without retyping: codes in clear, chosen words sealed, and no more', async () => {
    const contactId = await held();
    const shown = await textOf(await page(contactId));
    for (const told of [
      '家賃が二か月払えていません',
      '仕事が減り、家賃を滞納している',
      '30代',
      'サイト・案内から',
      'わたしは',
    ])
      expect(shown).toContain(told);
    const handed = await hand(contactId, { nickname: 'あやさん', added: '朝は電話に出られない' });
    expect(handed.status).toBe(303);
    const made = await caseOf(contactId);
    expect(made).toMatchObject({
      organisation_id: mori.organisationId,
      assigned_to: null,
      age_band: '30-39',
      main_worry: 'housing',
      sex: 'female',
    });
    const caseId = String(made?.['id']);
    const read = await textOf(await app.get(casePaths.case.to({ caseId }), mori));
    for (const told of ['仕事が減り、家賃を滞納している', '朝は電話に出られない', 'あやさん'])
      expect(read).toContain(told);
    expect(read).not.toContain('二か月');
    const dump = JSON.stringify([
      await rows(sql`select * from case_hand_offs`),
      await rows(sql`select * from case_files`),
      await rows(sql`select * from audit_events`),
    ]);
    for (const told of ['滞納', '電話に出られない', 'あやさん']) expect(dump).not.toContain(told);
    const [basis] = await rows(sql`select * from case_bases where case_id = ${caseId}::uuid`);
    expect(basis).toMatchObject({ lane: 'consent', how: 'chat', organisation_ids: [mori.organisationId] });
    expect(basis?.['words_shown']).toContain('わたしは、ここで相談したことのうち');
  });

  test('the contact says so, and becomes no second one', async () => {
    const contactId = await held();
    const answers = await Promise.all([hand(contactId), hand(contactId)]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 422]));
    expect(await rows(sql`select id from case_files where contact_id = ${contactId}::uuid`)).toHaveLength(1);
    const board = await textOf(await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), aoki));
    expect(board).toContain('支援ケースになりました');
    expect(board).not.toContain('支援ケースにする');
    const [row] = await rows(sql`select outcome, actions from contacts where id = ${contactId}::uuid`);
    expect(row).toEqual({ outcome: 'to-case', actions: ['connected'] });
  });

  test('who hands it to another organisation does not see the case; its supervisor is told without a word of it', async () => {
    const contactId = await held();
    await hand(contactId);
    const caseId = String((await caseOf(contactId))?.['id']);
    expect((await app.get(casePaths.case.to({ caseId }), aoki)).status).toBe(403);
    expect((await app.get(casePaths.case.to({ caseId }), stranger)).status).toBe(404);
    expect((await app.get(casePaths.case.to({ caseId }), chief)).status).toBe(200);
    const mails = JSON.stringify(await rows(sql`select * from mail_outbox`));
    expect(mails).toContain(caseId);
    expect(mails).not.toContain('滞納');
  });

  test('who carries cases at the same organisation goes straight on in it, as its worker', async () => {
    await rows(sql`insert into memberships (person_id, organisation_id, role)
      values (${aoki.who.personId}::uuid, ${deskId}::uuid, 'case-worker')`);
    const contactId = await held();
    const handed = await hand(contactId, { to: deskId });
    const made = await caseOf(contactId);
    expect(handed.headers.get('location')).toContain(casePaths.case.to({ caseId: String(made?.['id']) }));
    expect(made).toMatchObject({ organisation_id: deskId, assigned_to: aoki.who.personId });
  });

  test.each<[string, Record<string, string | string[]>, string]>([
    ['without the person’s yes', { agreed: '' }, '同意がないまま引き継ぐことはできません'],
    ['without a word', { 'texts[]': [] }, '伝える言葉を一つは'],
    ['to who carries nobody', { to: crypto.randomUUID() }, 'どの組織が支えるか'],
  ])('not %s', async (_, fields, words) => {
    const contactId = await held();
    const { agreed, ...rest } = fields;
    const sent = agreed === '' ? { ...rest, agreed: [] } : rest;
    const answer = await hand(contactId, { ...sent, added: '' });
    expect(await textOf(answer)).toContain(words);
    expect(await caseOf(contactId)).toBeUndefined();
    expect(await rows(sql`select became_case_at from contacts where id = ${contactId}::uuid`)).toEqual([
      { became_case_at: null },
    ]);
  });

  test('by the counsellor who had it or the desk’s supervisor, and nobody else', async () => {
    const contactId = await held();
    expect(await textOf(await page(contactId, baba))).toContain('この相談を受けた相談員か');
    expect((await hand(contactId, {}, baba)).status).toBe(422);
    expect((await page(contactId, mori)).status).toBe(403);
    expect((await page(contactId, await app.signIn(counsellor, { kind: 'desk' }))).status).toBe(404);
    expect((await hand(contactId, {}, lead)).status).toBe(303);
  });
});
