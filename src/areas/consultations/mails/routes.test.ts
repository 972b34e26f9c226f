import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths } from '../paths.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId });
const stranger = await app.signIn(counsellor, { kind: 'desk' });
const page = deskPaths.mail.to({ deskId });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const written = {
  address: 'hand@mail.example.com',
  receivedAt: '2026-01-05 10:30',
  subject: '件',
  text: '手で写した言葉',
};
const settings = {
  version: '1',
  deskAddress: 'Desk@desk.example.jp',
  sender: 'わたなべ',
  subjectName: 'お返事',
};

test('a mail is written down by hand: the counsellor has it at once, its address sealed, and may answer', async () => {
  const answer = await app.post(page, written, aoki);
  expect(answer.status).toBe(303);
  const board = await textOf(await app.get(answer.headers.get('location') as string, aoki));
  expect(board).toContain('手で写した言葉');
  expect(board).toContain('返信はメールで届きます');
  const [contact] = await rows(sql`select * from contacts where door = 'mail'`);
  expect(contact).toMatchObject({ state: 'open', taken_by: aoki.who.personId });
  expect(new Date(String(contact?.['arrived_at'])).toISOString()).toBe('2026-01-05T01:30:00.000Z');
  expect(JSON.stringify(await rows(sql`select * from mail_threads`))).not.toContain('hand@');
  expect(board).not.toContain('hand@');
});

test('without an address it says that nobody is reached', async () => {
  const answer = await app.post(page, { ...written, address: '' }, aoki);
  const board = await textOf(await app.get(answer.headers.get('location') as string, aoki));
  expect(board).toContain('ここから返信しても相手には届きません');
});

test.each([
  ['an address that is none', { address: 'hand' }, 'メールアドレスの形'],
  ['a moment that is none', { receivedAt: '昨日' }, '2026-11-25 14:05 の形'],
  ['a moment to come', { receivedAt: '2099-01-01 10:00' }, '2026-11-25 14:05 の形'],
  ['no words', { text: '\u200b' }, '言葉を入力してください'],
])('%s is told, what was typed stays, and nothing is written', async (_, change, words) => {
  const before = await rows(sql`select count(*) from contacts`);
  const answer = await app.post(page, { ...written, ...change }, aoki);
  expect(answer.status).toBe(422);
  const html = await textOf(answer);
  expect(html).toContain(words);
  expect(await rows(sql`select count(*) from contacts`)).toEqual(before);
});

test('the supervisor gives the desk its address, under a name that tells nothing; nobody else does', async () => {
  const url = deskPaths.mailSettings.to({ deskId });
  expect((await app.post(url, settings, aoki)).status).toBe(403);
  const telling = await app.post(url, { ...settings, sender: '女性相談' }, chief);
  expect(telling.status).toBe(422);
  expect(await textOf(telling)).toContain('のぞいた人に内容が分かる言葉');
  expect((await app.post(url, settings, chief)).status).toBe(303);
  expect(await textOf(await app.get(page, chief))).toContain(
    'desk@desk.example.jp に届いたメールを受け取ります',
  );
  expect(await textOf(await app.post(url, settings, chief))).toContain('ほかの人が先に変えました');
  const other = await makeDesk(app.db);
  const otherChief = await app.signIn(deskSupervisor, { organisationId: other.deskId });
  const taken = await app.post(deskPaths.mailSettings.to({ deskId: other.deskId }), settings, otherChief);
  expect(await textOf(taken)).toContain('ほかの窓口が使っています');
});

test('is found at the own desk alone', async () => {
  expect((await app.get(page, stranger)).status).toBe(404);
  expect((await app.post(page, written, stranger)).status).not.toBe(303);
});
