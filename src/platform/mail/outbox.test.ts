import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test } from 'vitest';
import { anonymous, system } from '../access.ts';
import { inTransaction } from '../database/database.ts';
import { startJobs } from '../jobs.ts';
import { makeLog } from '../log.ts';
import { testDatabase } from '../testing/database.ts';
import { insertOrganisation, insertPerson } from '../people/organisations.ts';
import { postToHolders } from './letters.ts';
import { forgetMailJob, type MailCarrier, mailCarrier, post, sendMailJob } from './outbox.ts';
import { outbox } from './tables.ts';

const db = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), 'tsunagi-mail-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const mail = { to: 'bureau@example.jp', subject: '実績報告のお願い', body: '期限は5月29日です。' };

async function sendAll(carrier: MailCarrier, until: () => Promise<boolean>): Promise<void> {
  const runner = await startJobs(db, [sendMailJob(carrier)], makeLog('silent'));
  for (let tries = 0; tries < 200 && !(await until()); tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await runner.stop();
}

const rows = () => inTransaction(db, system('test'), (tx) => tx.select().from(outbox));

test('a mail of a transaction that failed is never sent, one of a committed is sent once and its body forgotten', async () => {
  const carried: string[] = [];
  await inTransaction(db, system('test'), async (tx) => {
    await post(tx, { ...mail, subject: 'never' });
    throw new Error('no');
  }).catch(() => {});
  await inTransaction(db, system('test'), (tx) => post(tx, mail));
  await sendAll({ carry: async ({ subject }) => void carried.push(subject) }, async () =>
    (await rows()).every((row) => row.sentAt),
  );
  expect(carried).toEqual([mail.subject]);
  expect(await rows()).toMatchObject([{ recipient: mail.to, body: '' }]);
});

test('everybody who holds a role gets one letter in their language, once, however often its job runs', async () => {
  const code = crypto.randomUUID();
  const at = await inTransaction(db, system('test'), async (tx) => {
    const organisationId = await insertOrganisation(tx, { kind: 'bureau', code, nameJa: '試験局' });
    const elsewhere = await insertOrganisation(tx, { kind: 'bureau', code: `${code}2`, nameJa: '別の局' });
    const held = (of: string) => [{ organisationId: of, role: 'keeper-of-tests' }];
    await insertPerson(tx, { email: 'one@example.jp', name: '一', memberships: held(organisationId) });
    const two = await insertPerson(tx, {
      email: 'two@example.jp',
      name: '二',
      memberships: [...held(organisationId), ...held(elsewhere)],
    });
    await tx.$client.query(`update people set lang = 'en' where id = $1`, [two]);
    await insertPerson(tx, { email: 'three@example.jp', name: '三', memberships: held(elsewhere) });
    return organisationId;
  });
  const told = { ja: { subject: '知らせ', body: '本文' }, en: { subject: 'News', body: 'Words' } };
  const tell = (once: string, of: { organisationId?: string } = {}) =>
    inTransaction(db, system('test'), (tx) =>
      postToHolders(tx, { role: 'keeper-of-tests', ...of }, (lang) => told[lang], once),
    );
  const letters = async () =>
    (await rows())
      .filter(({ subject }) => ['知らせ', 'News'].includes(subject))
      .map(({ recipient, subject }) => `${recipient} ${subject}`)
      .toSorted();
  await tell('a', { organisationId: at });
  await tell('a', { organisationId: at });
  expect(await letters()).toEqual(['one@example.jp 知らせ', 'two@example.jp News']);
  await tell('b');
  expect(await letters()).toEqual([
    'one@example.jp 知らせ',
    'one@example.jp 知らせ',
    'three@example.jp 知らせ',
    'two@example.jp News',
    'two@example.jp News',
  ]);
  await inTransaction(db, system('test'), (tx) => tx.$client.query('delete from mail_outbox'));
});

test('a mail that could not be handed over stays and is counted', async () => {
  await inTransaction(db, system('test'), (tx) => post(tx, mail));
  const refuse = async () => {
    throw new TypeError('connection refused');
  };
  await sendAll({ carry: refuse }, async () => (await rows()).some((row) => row.tries > 0));
  expect((await rows()).find((row) => !row.sentAt)).toMatchObject({
    tries: 1,
    lastError: 'TypeError',
    body: mail.body,
  });
});

test('a mail that left before its process was killed leaves again under the same mark: one mail to every mailbox', async () => {
  const once = 'letter:1';
  await inTransaction(db, system('test'), (tx) => post(tx, { ...mail, to: 'once@example.jp' }, once));
  await inTransaction(db, system('test'), (tx) => post(tx, { ...mail, to: 'once@example.jp' }, once));
  const waiting = (await rows()).filter(({ recipient }) => recipient === 'once@example.jp');
  expect(waiting).toHaveLength(1);
  const marks: (string | undefined)[] = [];
  const job = (killed: boolean) =>
    sendMailJob({
      carry: async ({ id }) => {
        marks.push(id);
        if (killed) throw new Error('killed before it was marked as sent');
      },
    }).run(
      { db, who: system('test'), now: new Date(), log: makeLog('silent') },
      { id: waiting[0]?.id ?? '' },
    );
  await expect(job(true)).rejects.toThrow('mail could not be handed over');
  await job(false);
  await job(false);
  expect(marks).toEqual([waiting[0]?.id, waiting[0]?.id]);
});

test('thirty days after it went out nobody knows to whom; it is told once all the same', async () => {
  const once = 'letter:2';
  const told = { ...mail, to: 'forget@example.jp', subject: '忘れられる件名' };
  const tell = () => inTransaction(db, system('test'), (tx) => post(tx, told, once));
  await tell();
  await sendAll({ carry: async () => {} }, async () =>
    (await rows()).some(({ recipient, sentAt }) => recipient === told.to && sentAt),
  );
  const id = (await rows()).find(({ recipient }) => recipient === told.to)?.id;
  const night = (days: number) =>
    forgetMailJob.run(
      {
        db,
        who: system('mail.forget'),
        now: new Date(Date.now() + days * 86_400_000),
        log: makeLog('silent'),
      },
      {},
    );
  const kept = async () => (await rows()).find((row) => row.id === id);
  await night(29);
  expect(await kept()).toMatchObject({ recipient: told.to, subject: told.subject });
  await night(31);
  expect(await kept()).toMatchObject({ recipient: '', subject: '' });
  await tell();
  expect((await rows()).filter(({ recipient }) => recipient === told.to)).toEqual([]);
});

test('nobody reads the outbox but the system', async () => {
  expect(await inTransaction(db, anonymous, (tx) => tx.select().from(outbox))).toEqual([]);
});

test('without a mail server each mail is a file that only the owner reads', async () => {
  await mailCarrier({ from: 'Tsunagi <tsunagi@example.jp>', folder }).carry({ ...mail, id: 'abc' });
  const [name] = await readdir(folder);
  const text = await readFile(join(folder, name as string), 'utf8');
  expect(text).toContain('To: bureau@example.jp');
  expect(text).toContain('Message-ID: <abc@example.jp>');
  expect(Buffer.from(text.split('\r\n\r\n')[1] ?? '', 'base64').toString('utf8')).toContain(mail.body);
});

test('with a mail server it goes out by SMTP', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (chunk: Buffer) => (text += chunk));
      stream.on('end', () => (received.push(text), done()));
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const port = (server.server.address() as AddressInfo).port;
  await mailCarrier({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'tsunagi@example.jp', folder }).carry(mail);
  await new Promise<void>((resolve) => server.close(resolve));
  expect(received[0]).toContain('From: tsunagi@example.jp');
});

test('a conversation by mail carries its thread, its neutral name, and the marks by which machines are silent', async () => {
  const received: Buffer[] = [];
  const to = await mkdtemp(join(tmpdir(), 'tsunagi-mail-'));
  const carrier = mailCarrier({ from: 'Tsunagi <tsunagi@example.jp>', folder: to });
  const envelope = {
    sender: 'ご連絡係',
    replyTo: 'desk+abc@example.jp',
    messageId: 'abc.1@example.jp',
    inReplyTo: 'm1@mail.example.com',
    automatic: true,
  };
  await carrier.carry(mail, envelope);
  await carrier.carry(mail, { ...envelope, automatic: false });
  for (const name of await readdir(to)) received.push(await readFile(join(to, name)));
  const texts = received.map(String);
  for (const text of texts) {
    expect(text).toMatch(/^From: =\?UTF-8\?[^\r\n]+ <tsunagi@example\.jp>/m);
    expect(text).toContain('Reply-To: desk+abc@example.jp');
    expect(text).toContain('Message-ID: <abc.1@example.jp>');
    expect(text).toContain('In-Reply-To: <m1@mail.example.com>');
    expect(text).toContain('References: <m1@mail.example.com>');
  }
  expect(texts.filter((text) => text.includes('Auto-Submitted: auto-replied'))).toHaveLength(1);
  await rm(to, { recursive: true });
});
