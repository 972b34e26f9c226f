import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { administrator, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { insertOrganisation } from '#platform/people/organisations.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { updateContact } from '../contacts/store.ts';
import { deskPaths, talkPaths } from '../paths.ts';
import { eraseDue } from '../retention/actions.ts';
import { exampleSettings, makeDesk } from './fixtures.ts';
import { doors } from './settings.ts';

const app = await testApp();
const { deskId, code } = await makeDesk(app.db);
const to = { deskId };
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const stranger = await app.signIn(deskSupervisor, { kind: 'desk' });
const tester = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, tester, async (tx) => (await tx.execute(statement)).rows);
const stored = async () => (await rows(sql`select * from desks where id = ${deskId}`))[0] ?? {};

function filled(version: unknown, change: Record<string, string> = {}): Record<string, string> {
  const perDoor = doors.flatMap((door) => [
    [`${door}.open`, 'on'],
    [`${door}.lines`, '3'],
    [`${door}.retentionDays`, '90'],
  ]);
  return {
    ...Object.fromEntries(perDoor),
    version: String(version),
    nameJa: '試験の相談窓口',
    nameEn: 'Example desk',
    chatsPerCounsellor: '3',
    firstAnswerSeconds: '60',
    answerSeconds: '180',
    quietMinutes: '30',
    escalationMinutes: '5',
    transferMinutes: '15',
    readersJa: '試験の窓口の相談員と責任者だけです',
    readersEn: 'Only the counsellors of this desk',
    survey: 'on',
    ...change,
  };
}
const settle = async (change: Record<string, string> = {}) =>
  app.post(deskPaths.settings.to(to), filled((await stored())['version'], change), chief);

describe('settings', () => {
  test('are changed by the supervisor, read by the desk, and not found for others', async () => {
    expect((await app.get(deskPaths.settings.to(to), stranger)).status).toBe(404);
    expect(await (await app.get(deskPaths.settings.to(to), aoki)).text()).toContain('disabled');
    expect((await app.post(deskPaths.settings.to(to), filled(1), aoki)).status).toBe(403);
    expect((await app.post(deskPaths.settings.to(to), filled(1), stranger)).status).toBe(403);
    expect((await settle({ chatsPerCounsellor: '４' })).status).toBe(303);
    expect(await stored()).toMatchObject({ version: 2, settings: { chatsPerCounsellor: 4 } });
    const [event] = await rows(
      sql`select facts from audit_events where event = 'desk.settle' and subject_id = ${deskId}`,
    );
    expect(event).toMatchObject({ facts: { version: 2, settings: { chatsPerCounsellor: 4 } } });
  });

  test('who saves an older page is told, and keeps what they typed', async () => {
    const late = await app.post(deskPaths.settings.to(to), filled(0, { readersJa: 'あとから' }), chief);
    expect(late.status).toBe(422);
    const page = await late.text();
    expect(page).toContain('ほかの人が先に変えました');
    expect(page).toContain('あとから');
  });

  test('people are not written to before they are told who reads', async () => {
    expect(await (await settle({ readersEn: '' })).text()).toContain('だれが読むかを日本語と英語で');
    expect((await settle({ 'chat.retentionDays': '0' })).status).toBe(422);
  });

  test('a shorter time is shown to whoever comes from now on, and told; who came before keeps theirs', async () => {
    const before = await makeTalk(app, { deskId });
    const unmarked = await makeTalk(app, { deskId });
    await rows(sql`update contacts set retention_days = null where id = ${unmarked.contactId}`);
    const done = await settle({ 'chat.retentionDays': '30' });
    const notice = /notice=([^;]+)/.exec(done.headers.get('set-cookie') ?? '')?.[1] ?? '';
    expect(Buffer.from(notice, 'base64url').toString()).toContain('90日から30日');
    expect(await textOf(await app.get(talkPaths.desk.to({ desk: code })))).toContain('30日で消します');
    const after = await makeTalk(app, { deskId });
    const days = await rows(
      sql`select id, retention_days from contacts where desk_id = ${deskId} order by created_at`,
    );
    expect(days).toEqual([
      { id: before.contactId, retention_days: 90 },
      { id: unmarked.contactId, retention_days: 90 },
      { id: after.contactId, retention_days: 30 },
    ]);
    const endedAt = new Date(Date.now() - 40 * 86_400_000);
    for (const { contactId } of [before, unmarked, after])
      await inTransaction(app.db, tester, (tx) => updateContact(tx, contactId, { state: 'ended', endedAt }));
    expect(await eraseDue(app.db, tester)).toEqual({ contacts: 1 });
    const erased = await rows(
      sql`select id from contacts where desk_id = ${deskId} and erased_at is not null`,
    );
    expect(erased).toEqual([{ id: after.contactId }]);
  });

  test('words are never kept longer than was promised, whatever the desk promises others later', async () => {
    const short = await makeDesk(app.db, { settings: { doors: doorsFor(30) } });
    const { contactId } = await makeTalk(app, { deskId: short.deskId });
    const endedAt = new Date(Date.now() - 31 * 86_400_000);
    await inTransaction(app.db, tester, (tx) => updateContact(tx, contactId, { state: 'ended', endedAt }));
    await rows(
      sql`update desks set settings = ${JSON.stringify(exampleSettings({ doors: doorsFor(365) }))}::jsonb where id = ${short.deskId}`,
    );
    expect(await eraseDue(app.db, tester)).toEqual({ contacts: 1 });
  });
});

function doorsFor(retentionDays: number) {
  const { chat } = exampleSettings().doors;
  return chat ? { chat: { ...chat, retentionDays } } : {};
}

describe('hours of a door', () => {
  const url = deskPaths.hours.to({ deskId, door: 'phone' });
  const hours = async (fields: Record<string, string | string[]>) =>
    app.post(url, { version: String((await stored())['version']), 'hours.known': 'rules', ...fields }, chief);
  const rule = {
    'hours.rules.rows': '1',
    'hours.rules.0.days[]': ['1', '2'],
    'hours.rules.0.opens': '9:00',
    'hours.rules.0.closes': '24:00',
    'hours.onHolidays': 'closed',
  };

  test('are typed as in the directory, and hold from then on', async () => {
    expect((await app.get(url, aoki)).status).toBe(403);
    expect((await hours(rule)).status).toBe(303);
    expect(await stored()).toMatchObject({
      settings: {
        doors: { phone: { hours: { rules: [{ days: [1, 2], opens: '09:00', closes: '24:00' }] } } },
      },
    });
    expect(await textOf(await app.get(deskPaths.settings.to(to), chief))).toContain('月曜・火曜 9:00〜24:00');
  });

  test('what is no time is refused beside its field, a further row is only shown', async () => {
    const wrong = await hours({ ...rule, 'hours.rules.0.opens': 'あさ' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="あさ"');
    const more = await hours({ ...rule, do: 'add:hours.rules' });
    expect(more.status).toBe(200);
    expect(await more.text()).toContain('hours.rules.1.opens');
    expect(await (await hours({ 'hours.known': 'unknown' })).text()).toContain('受付の時間を決めてください');
  });
});

describe('a new desk', () => {
  test('is opened for an organisation once, with every door closed', async () => {
    const office = await app.signIn(administrator);
    const organisationId = await inTransaction(app.db, tester, (tx) =>
      insertOrganisation(tx, { kind: 'npo', code: 'new-npo', nameJa: '新しい団体' }),
    );
    expect(await (await app.get(deskPaths.newDesk.to({}), office)).text()).toContain('新しい団体');
    expect(await (await app.get(deskPaths.newDesk.to({}), chief)).text()).not.toContain('新しい団体');
    const fields = { organisationId, code: 'new', nameJa: '新しい窓口', nameEn: 'New desk' };
    expect((await app.post(deskPaths.newDesk.to({}), fields, aoki)).status).toBe(403);
    expect((await app.post(deskPaths.newDesk.to({}), fields, chief)).status).toBe(403);
    const odd = await app.post(deskPaths.newDesk.to({}), { ...fields, code: 'あ' }, office);
    expect(await textOf(odd)).toContain('英小文字・数字・ハイフンだけで');
    for (const wrong of [code, 'promises'])
      expect((await app.post(deskPaths.newDesk.to({}), { ...fields, code: wrong }, office)).status).toBe(422);
    expect((await app.post(deskPaths.newDesk.to({}), fields, office)).status).toBe(303);
    expect((await app.get(talkPaths.desk.to({ desk: 'new' }))).status).toBe(404);
    const again = await app.post(deskPaths.newDesk.to({}), { ...fields, code: 'other' }, office);
    expect(await textOf(again)).toContain('もう窓口があります');
  });
});
