import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { counsellor, deskSupervisor } from '#areas/consultations/index.ts';
import { contactPaths, deskPaths } from '#areas/consultations/paths.ts';
import { type SignedIn, type TestApp, testApp } from '#src/app.testing.ts';
import { watchKeeper } from '../access.ts';
import { watchPaths, watchStaffPaths } from '../paths.ts';
import { eraseTogetherJob } from '../retention/jobs.ts';
import { makeNetwork, makeWatchMember, type TestNetwork } from './fixtures.ts';
import { sendNotice } from './notices/actions.ts';
import { findNetwork } from './store.ts';

let app: TestApp;
let network: TestNetwork;
let counsellorAtDesk: SignedIn;
let code = '';
const it = system('test');

beforeAll(async () => {
  app = await testApp();
  network = await makeNetwork(app);
  counsellorAtDesk = await app.signIn(counsellor, { organisationId: network.deskId });
  ({ code } = await inTransaction(app.db, it, (tx) => findNetwork(tx, network.organisationId)));
});

const told = (change: Partial<Record<'place' | 'words', string>> & { 'signs[]'?: string[] } = {}) => ({
  id: randomUUID(),
  'signs[]': ['not-seen', 'post-piles'],
  place: '見本町三丁目',
  words: '新聞が三日分たまっています',
  noticed: '青い屋根の家の方',
  name: '試験 星子',
  reach: 'hoshiko@example.jp',
  ...change,
});
const member = () =>
  makeWatchMember(app, { who: network.keeper.who, organisationId: network.organisationId });
const staff = (noticeId: string) => ({ organisationId: network.organisationId, noticeId });
async function rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
  return inTransaction(app.db, it, async (tx) => (await tx.execute(query)).rows as unknown as Row[]);
}
/** By the action: the form takes few from one client. */
async function noticed({ 'signs[]': signs, ...fields }: ReturnType<typeof told>) {
  const sent = await sendNotice(app.db, app.tools, { ...fields, signs, urgent: false, from: { code } });
  if (!sent.ok) throw new Error(sent.refusal);
  return { id: fields.id, receipt: watchPaths.receipt.to(sent.value) };
}
const contactOf = async (id: string) =>
  (
    await rows<{ contactId: string; desk: string; state: string; door: string; flags: string[] }>(
      sql`select c.id as "contactId", c.desk_id as desk, c.state, c.door, c.flags from watch_notices n
        join contacts c on c.id = n.contact_id where n.id = ${id}`,
    )
  )[0];

async function take(contactId: string): Promise<void> {
  const taken = await app.post(contactPaths.take.to({ contactId }), {}, counsellorAtDesk);
  expect(taken.status).toBe(303);
}

test('a member tells in a minute by their link what they noticed, and it waits at the desk', async () => {
  const { token } = await member();
  const url = watchPaths.member.to({ token });
  const page = await textOf(await app.get(url));
  expect(page).toContain('見本商店の方へ');
  expect(page).toContain('119');
  expect(page.indexOf('119')).toBeLessThan(page.indexOf('気づいたこと'));
  const fields = { ...told(), urgent: 'on' };
  const sent = await app.post(url, fields);
  expect(sent.status).toBe(303);
  expect(await contactOf(fields.id)).toMatchObject({
    desk: network.deskId,
    state: 'waiting',
    door: 'notice',
    flags: ['urgent'],
  });
  const receipt = await textOf(await app.get(sent.headers.get('location') ?? ''));
  expect(receipt).toContain('受け取りました');
  expect(receipt).not.toContain('青い屋根');
  expect(receipt).not.toContain('見本町');
});

test('the desk reads what was noticed and by whom; it cannot answer, and the noticer learns only that somebody looked', async () => {
  const { id, receipt } = await noticed(told());
  const { contactId = '' } = (await contactOf(id)) ?? {};
  await take(contactId);
  const board = await textOf(
    await app.get(deskPaths.desk.to({ deskId: network.deskId }, { contact: contactId }), counsellorAtDesk),
  );
  for (const words of ['見守りの気づき', 'しばらく姿を見ない', '青い屋根の家の方', '試験 星子'])
    expect(board).toContain(words);
  expect(board).toContain('ここからの返事は届きません');
  const byHand = { text: 'お返事します', key: randomUUID() };
  const answered = await app.post(contactPaths.say.to({ contactId }), byHand, counsellorAtDesk);
  expect(answered.status).toBe(422);
  expect(
    await rows(sql`select 1 from messages where contact_id = ${contactId} and sender = 'counsellor'`),
  ).toEqual([]);
  const page = await textOf(await app.get(receipt));
  expect(page).toContain('担当が見ました');
  expect(page).not.toContain('青い屋根');
});

test('what was noticed decides the desk', async () => {
  const { id } = await noticed(told({ 'signs[]': ['seller'] }));
  expect((await contactOf(id))?.desk).toBe(network.shopsDeskId);
});

test('a form that is sent twice is one notice, with one receipt', async () => {
  const fields = told();
  const [first, second] = [await noticed(fields), await noticed(fields)];
  expect(second.receipt).toBe(first.receipt);
  const [found] = await rows<{ n: number }>(
    sql`select count(*)::int as n from watch_notices where id = ${fields.id}`,
  );
  expect(found?.n).toBe(1);
});

test('nothing of a notice stands in the open: not in its row, the ledger or the mail', async () => {
  const { id } = await noticed(told({ words: '柿の木の家' }));
  const [text] = await rows<{ all: string }>(sql`
    select (select string_agg(n::text, ' ') from watch_notices n where id = ${id})
      || (select string_agg(e::text, ' ') from audit_events e)
      || (select string_agg(subject || body, ' ') from mail_outbox) as all`);
  for (const words of ['柿の木', '青い屋根', '見本町', '星子']) expect(text?.all).not.toContain(words);
  expect(text?.all).toContain('気づきが届きました');
});

test('a form without anything noticed comes back with what was typed', async () => {
  const fields = told({ 'signs[]': [], words: '' });
  const answer = await app.post(watchPaths.notice.to({ code }), fields);
  expect(answer.status).toBe(422);
  const page = await answer.text();
  expect(page).toContain('気づいたことを選ぶか');
  expect(page).toContain('青い屋根の家の方');
});

test('the keeper opens a notice, which is on record; another network’s keeper sees nothing', async () => {
  const { id } = await noticed(told({ place: '例示町一丁目' }));
  const other = await app.signIn(watchKeeper, { kind: 'municipality' });
  const url = watchStaffPaths.notice.to(staff(id));
  expect((await app.get(url, other)).status).toBe(403);
  expect((await app.get(watchStaffPaths.notices.to(staff('')), other)).status).toBe(403);
  const seen = await inTransaction(app.db, other.who, (tx) =>
    tx.execute(sql`select id from watch_notices union all select id from watch_members`),
  );
  expect(seen.rows).toEqual([]);
  const list = await textOf(await app.get(watchStaffPaths.notices.to(staff('')), network.keeper));
  expect(list).toContain('住民から');
  expect(list).not.toContain('青い屋根');
  expect(await textOf(await app.get(url, network.keeper))).toContain('青い屋根の家の方');
  const read = await rows(
    sql`select 1 from audit_events where event = 'watch.read-notice' and facts->>'notice' = ${id}`,
  );
  expect(read).toHaveLength(1);
});

test('two notices of one person are joined to one contact at the desk, unless the desk has begun', async () => {
  const [first, second, third] = [
    await noticed(told({ place: '桜見本町２丁目' })),
    await noticed(told({ place: '桜見本町二丁目 付近', words: '雨戸が閉まったままです' })),
    await noticed(told({ place: '桜見本町二丁目' })),
  ];
  const page = await textOf(await app.get(watchStaffPaths.notice.to(staff(second.id)), network.keeper));
  expect(page).toContain('同じ方についての気づきかもしれません');
  const before = await contactOf(second.id);
  const join = watchStaffPaths.join.to(staff(second.id));
  expect((await app.post(join, { into: first.id }, network.keeper)).status).toBe(303);
  const into = await contactOf(first.id);
  expect((await contactOf(second.id))?.contactId).toBe(into?.contactId);
  const [old] = await rows<{ state: string }>(
    sql`select state from contacts where id = ${before?.contactId}`,
  );
  expect(old?.state).toBe('ended');
  const [said] = await rows<{ n: number }>(
    sql`select count(*)::int as n from messages where contact_id = ${into?.contactId} and sender = 'person'`,
  );
  expect(said?.n).toBe(2);
  expect((await app.post(join, { into: first.id }, network.keeper)).status).toBe(422);
  const { contactId = '' } = (await contactOf(third.id)) ?? {};
  await take(contactId);
  const late = await app.post(watchStaffPaths.join.to(staff(third.id)), { into: first.id }, network.keeper);
  expect(late.status).toBe(422);
  expect(await textOf(late)).toContain('窓口がもう対応を始めています');
});

test('a member gets a sheet to print, a new link ends the old one, and leaving ends both', async () => {
  const { memberId, token } = await member();
  const params = { organisationId: network.organisationId, memberId };
  const sheet = await (await app.get(watchStaffPaths.sheet.to(params), network.keeper)).text();
  expect(sheet).toContain('class="qr"');
  expect(sheet).toContain(token);
  expect((await app.get(watchPaths.member.to({ token }))).status).toBe(200);
  expect((await app.post(watchStaffPaths.newLink.to(params), {}, network.keeper)).status).toBe(303);
  expect((await app.get(watchPaths.member.to({ token }))).status).toBe(404);
  const again = await (await app.get(watchStaffPaths.sheet.to(params), network.keeper)).text();
  const renewed = /watch\/at\/([A-Za-z0-9_-]{43})/.exec(again)?.[1] ?? '';
  expect((await app.get(watchPaths.member.to({ token: renewed }))).status).toBe(200);
  expect((await app.post(watchStaffPaths.leave.to(params), {}, network.keeper)).status).toBe(303);
  expect((await app.get(watchPaths.member.to({ token: renewed }))).status).toBe(404);
  expect((await app.post(watchPaths.member.to({ token: renewed }), told())).status).toBe(404);
});

test('the keeper adds a member by the form, and says which desk answers', async () => {
  const { organisationId } = network;
  const fields = { name: '見本新聞店', kind: 'newspaper', person: '', mail: 'papers@example.jp', lang: 'ja' };
  const list = watchStaffPaths.members.to({ organisationId });
  expect((await app.post(list, { ...fields, mail: 'x' }, network.keeper)).status).toBe(422);
  expect((await app.post(list, fields, network.keeper)).status).toBe(303);
  expect(await textOf(await app.get(list, network.keeper))).toContain('見本新聞店');
  const settings = watchStaffPaths.settings.to({ organisationId });
  const changed = { aboutJa: '見守ります', deskId: network.deskId, 'route.consumer': network.shopsDeskId };
  const wrong = await app.post(settings, { ...changed, deskId: randomUUID() }, network.keeper);
  expect(wrong.status).toBe(422);
  const closed = await app.post(settings, changed, network.keeper);
  expect(closed.status).toBe(303);
  expect((await app.get(watchPaths.notice.to({ code }))).status).toBe(303);
  const turned = await app.post(watchPaths.notice.to({ code }), told());
  expect(turned.headers.get('location')).toBe(watchPaths.network.to({ code }));
  await app.post(settings, { ...changed, open: 'on' }, network.keeper);
  expect((await app.get(watchPaths.notice.to({ code }))).status).toBe(200);
  const supervisor = await app.signIn(deskSupervisor, { organisationId: network.deskId });
  expect((await app.get(list, supervisor)).status).toBe(403);
});

test('one client sends a few notices in ten minutes, and is then told to call', async () => {
  const url = watchPaths.notice.to({ code });
  let answer = await app.post(url, told());
  expect(answer.headers.get('location')).toContain('/watch/receipts/');
  for (let sent = 1; sent < 12 && answer.status === 303; sent += 1) answer = await app.post(url, told());
  expect(answer.status).toBe(429);
  expect(await textOf(answer)).toContain('110番か119番');
});

test('what was written is gone after ninety days', async () => {
  const { id } = await noticed(told());
  const now = new Date(Date.now() + 91 * 86_400_000);
  await eraseTogetherJob.run({ db: app.db, who: it, now, log: makeLog('silent') }, {});
  const [row] = await rows<{ sealed: string | null }>(sql`select sealed from watch_notices where id = ${id}`);
  expect(row?.sealed).toBeNull();
  expect(await textOf(await app.get(watchStaffPaths.notice.to(staff(id)), network.keeper))).toContain(
    '残す日数が過ぎた',
  );
  const [kept] = await rows<{ facts: { things: number } }>(
    sql`select facts from audit_events where event = 'partnership.erase' and subject_id = 'notice'`,
  );
  expect(kept?.facts.things).toBeGreaterThan(0);
});
