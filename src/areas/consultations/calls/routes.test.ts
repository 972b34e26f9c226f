import { createHmac } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths, hookPaths } from '../paths.ts';
import { listCounts } from '../counts/store.ts';
import { logTalk } from './actions.ts';

const app = await testApp();
const { deskId, code } = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const stranger = await app.signIn(counsellor, { kind: 'desk' });
const to = { deskId };

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const calls = async () =>
  (await rows(sql`select count(*)::int as n from call_attempts where desk_id = ${deskId}`))[0]?.['n'];

function upload(text: string): FormData {
  const form = new FormData();
  form.append('file', new File([text], 'calls.csv', { type: 'text/csv' }));
  return form;
}

describe('a call is logged while one talks', () => {
  test('in one form: worries by number, the most pressing first, counted as answered, ended', async () => {
    const fields = { worries: '４ 3', risk: '1', content: '家賃が払えない', outcome: 'informed' };
    const done = await app.post(deskPaths.phone.to(to), fields, aoki);
    expect(done.status).toBe(303);
    const [contact] = await rows(sql`select * from contacts where desk_id = ${deskId} and door = 'phone'`);
    expect(contact).toMatchObject({
      state: 'ended',
      worries: ['rent_loan', 'income'],
      main_worry: 'rent_loan',
      risk: 1,
      outcome: 'informed',
      in_hours: true,
      minutes: 1,
    });
    expect(JSON.stringify(await rows(sql`select * from contact_texts`))).not.toContain('家賃');
    expect(await rows(sql`select result, source from call_attempts where contact_id is not null`)).toEqual([
      { result: 'answered', source: 'log' },
    ]);
  });

  test.each([
    [{ worries: '99' }, '99番はありません'],
    [{ startedAt: '25:00' }, '時刻は 14:05 のように'],
    [{ outcome: 'moon' }, '選択肢から選んでください'],
  ])('%j is refused in words, and what was typed stays', async (fields, said) => {
    const answer = await app.post(deskPaths.phone.to(to), { content: '消えない言葉', ...fields }, aoki);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain(said);
    expect(page).toContain('消えない言葉');
  });

  test('a visit is written down with interpreter and who came along, and is no call', async () => {
    const before = await calls();
    const fields = { interpreter: 'on', accompaniedBy: '民生委員', worries: '2' };
    expect((await app.post(deskPaths.visit.to(to), fields, aoki)).status).toBe(303);
    const [visit] = await rows(sql`select id, interpreter from contacts where door = 'visit'`);
    expect(visit).toMatchObject({ interpreter: true });
    const page = await app.get(deskPaths.desk.to(to, { contact: String(visit?.['id']) }), aoki);
    expect(await page.text()).toContain('民生委員');
    expect(await calls()).toBe(before);
  });

  test('a form that is sent twice is one talk and one call', async () => {
    const key = crypto.randomUUID();
    const before = Number(await calls());
    for (let times = 0; times < 2; times++)
      expect((await app.post(deskPaths.phone.to(to), { key, worries: '1' }, aoki)).status).toBe(303);
    expect(await calls()).toBe(before + 1);
    expect(await rows(sql`select door from contacts where id = ${key}`)).toEqual([{ door: 'phone' }]);
  });

  test('a visit that was written on paper is of its own day; none is of a day to come', async () => {
    const key = crypto.randomUUID();
    const paper = { key, day: '2026-11-02', startedAt: '14:05', endedAt: '14:50', followUpOn: '2026-11-09' };
    expect((await app.post(deskPaths.visit.to(to), paper, aoki)).status).toBe(303);
    expect(await rows(sql`select arrived_at, minutes, follow_up_on from contacts where id = ${key}`)).toEqual(
      [{ arrived_at: '2026-11-02 05:05:00+00', minutes: 45, follow_up_on: '2026-11-09' }],
    );
    const later = await app.post(deskPaths.visit.to(to), { day: '2999-01-01', startedAt: '9:00' }, aoki);
    expect(await textOf(later)).toContain('これからの日');
    expect((await app.post(deskPaths.visit.to(to), { day: '2026-11-02' }, aoki)).status).toBe(422);
    const sheet = await textOf(await app.get(deskPaths.visitPaper.to(to), aoki));
    expect(sheet).toContain('□ 4 家賃やローンの支払いのこと');
    expect((await app.get(deskPaths.visitPaper.to(to), stranger)).status).toBe(404);
  });

  test('not at the desk of others', async () => {
    expect((await app.get(deskPaths.phone.to(to), stranger)).status).toBe(404);
    expect((await app.post(deskPaths.phone.to(to), {}, stranger)).status).toBe(403);
  });
});

describe('calls that nobody answered', () => {
  test('are counted by hand', async () => {
    const before = Number(await calls());
    await app.post(deskPaths.tally.to(to), { result: 'abandoned' }, aoki);
    expect(await calls()).toBe(before + 1);
    expect(await textOf(await app.get(deskPaths.calls.to(to), aoki))).toContain('あきらめた');
  });

  test('come as the list of an exchange, once however often it is imported', async () => {
    const list =
      '着信日時,応答結果,待ち秒数,通話秒数\r\n2026/11/24 9:05,応答,3,60\r\n2026/11/24 9:06,放棄,40,\r\n';
    const before = Number(await calls());
    await app.post(deskPaths.calls.to(to), upload(list), aoki);
    await app.post(deskPaths.calls.to(to), upload(list), aoki);
    expect(await calls()).toBe(before + 2);
  });

  test('in CP932, as exchanges save it', async () => {
    const before = Number(await calls());
    // 着信日時,結果 / …,話中 as Shift_JIS writes them.
    const bytes = Buffer.from(
      '9285904d93fa8e9e2c8c8b89ca0d0a323032362f31312f323320393a30352c986292860d0a',
      'hex',
    );
    const form = new FormData();
    form.append('file', new File([bytes], 'calls.csv', { type: 'text/csv' }));
    expect((await app.post(deskPaths.calls.to(to), form, aoki)).status).toBe(303);
    expect(await calls()).toBe(before + 1);
    expect(await rows(sql`select result from call_attempts where at = '2026-11-23T00:05:00Z'`)).toEqual([
      { result: 'busy' },
    ]);
  });

  test('one wrong row, and nothing is counted; each is named', async () => {
    const before = await calls();
    const answer = await app.post(
      deskPaths.calls.to(to),
      upload('日時,結果\n2026/11/24 9:07,応答\nいつか,応答\n'),
      aoki,
    );
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('3行目：日時が読めません');
    expect(await calls()).toBe(before);
  });
});

describe('a call that was written down and told by the exchange', () => {
  const talkAt = (key: string, at: string) => ({
    vault: app.tools.vault,
    deskId,
    door: 'phone' as const,
    startedAt: new Date(at),
    endedAt: new Date(at),
    risk: null,
    key,
    codes: { about: '', ageBand: '', sex: '', route: '', outcome: '' },
    worries: [],
    mainWorry: '',
    actions: [],
    municipality: '',
    minutes: null,
    followUpOn: null,
    interpreter: false,
    texts: { content: '', response: '', next: '' },
  });
  const ofDay = sql`select source, result, wait_seconds, contact_id from call_attempts
    where desk_id = ${deskId} and at >= '2026-11-19T15:00:00Z' and at < '2026-11-20T15:00:00Z' order by at`;

  test('is one call, whichever came first', async () => {
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await logTalk(app.db, aoki.who, talkAt(first, '2026-11-20T00:05:00Z'));
    const list =
      '日時,結果,待ち秒数\n2026/11/20 9:04:30,応答,20\n2026/11/20 9:20,放棄,60\n2026/11/20 10:00,応答,15\n';
    await app.post(deskPaths.calls.to(to), upload(list), aoki);
    await app.post(deskPaths.calls.to(to), upload(list), aoki);
    await logTalk(app.db, aoki.who, talkAt(second, '2026-11-20T01:01:00Z'));
    expect(await rows(ofDay)).toEqual([
      { source: 'import', result: 'answered', wait_seconds: 20, contact_id: first },
      { source: 'import', result: 'abandoned', wait_seconds: 60, contact_id: null },
      { source: 'import', result: 'answered', wait_seconds: 15, contact_id: second },
    ]);
    const waits = await inTransaction(app.db, system('test'), (tx) =>
      listCounts(tx, { kinds: ['call-wait'], from: '2026-11', to: '2026-11', deskId }),
    );
    expect(waits).toMatchObject([
      { a: 'phone', b: '15', n: 2 },
      { a: 'phone', b: '30', n: 1 },
    ]);
  });
});

describe('the hook of an exchange', () => {
  const told = (id: string) => JSON.stringify({ id, at: '2026-11-25T09:05:00+09:00', result: 'busy' });
  const signed = (body: string, secret: string) =>
    createHmac('sha256', Buffer.from(secret, 'base64')).update(body).digest('hex');
  const tell = async (body: string, signature: string, desk = code) =>
    (
      await app.send(hookPaths.calls.to({ desk }), {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-signature': signature },
      })
    ).status;

  test('is taken with the secret that the supervisor was shown, and the same call counts once', async () => {
    expect((await app.post(deskPaths.callSecret.to(to), {}, aoki)).status).toBe(403);
    const page = await (await app.post(deskPaths.callSecret.to(to), {}, chief)).text();
    const secret = /<code>([A-Za-z0-9+/]{43}=)<\/code>/.exec(page)?.[1] ?? '';
    expect(page).toContain(hookPaths.calls.to({ desk: code }));
    const before = Number(await calls());
    const body = told('x-1');
    expect(await tell(body, signed(body, secret))).toBe(200);
    expect(await tell(body, signed(body, secret))).toBe(200);
    expect(await calls()).toBe(before + 1);
    expect(await tell(told('x-2'), signed(body, secret))).toBe(403);
    expect(await tell(body, '')).toBe(403);
    expect(await tell('{', signed('{', secret))).toBe(400);
    await app.post(deskPaths.callSecret.to(to), {}, chief);
    expect(await tell(body, signed(body, secret))).toBe(403);
    expect(await calls()).toBe(before + 1);
  });
});
