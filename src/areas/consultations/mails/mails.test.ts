import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { startJobs } from '#platform/jobs.ts';
import { makeLog } from '#platform/log.ts';
import type { Envelope, Mail } from '#platform/mail/outbox.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { makeDesk } from '../desks/fixtures.ts';
import type { MailSettings } from '../desks/settings.ts';
import { contactPaths, deskPaths, transferPaths } from '../paths.ts';
import { eraseContacts } from '../retention/store.ts';
import { mailJobs, takeRaw } from './jobs.ts';

const app = await testApp();
const { vault } = app.tools;
const from = 'tsunagi@localhost';
const mailOf = (address: string, change: Partial<MailSettings> = {}): MailSettings => ({
  address,
  sender: '',
  subject: '',
  quote: false,
  plus: true,
  ...change,
});
const address = 'madoguchi@desk.example.jp';
const { deskId } = await makeDesk(app.db, { settings: { mail: mailOf(address) } });
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const log = makeLog('silent');
const take = (raw: string | Buffer) => takeRaw(app.db, { vault, raw: Buffer.from(raw), from, log });
const sample = (name: string) => readFileSync(new URL(`./eml/${name}.eml`, import.meta.url));
let count = 0;
function written(text: string, headers: Record<string, string> = {}): string {
  count += 1;
  const given = {
    From: `p${count}@mail.example.com`,
    To: address,
    'Message-ID': `<m${count}@mail.example.com>`,
    Subject: '=?utf-8?B?5a626LOD?=',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  };
  return `${Object.entries(given)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\r\n')}\r\n\r\n${text}\r\n`;
}
async function latest() {
  const [row] =
    await rows(sql`select c.*, t.token, t.bounced_at, t.acknowledged_at, t.address_index, t.sealed_address
    from contacts c join mail_threads t on t.contact_id = c.id order by c.created_at desc limit 1`);
  if (!row) throw new Error('no contact by mail');
  return row as Record<string, string>;
}
const contactsByMail = async () =>
  Number((await rows(sql`select count(*)::int as all from contacts where door = 'mail'`))[0]?.['all']);
const board = async (contactId: string) =>
  textOf(await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), aoki));

interface Carried {
  readonly mail: Mail;
  readonly envelope: Envelope;
}
/** Runs what waits to go out; gives the mails that left. */
async function carriedNow(carry?: () => Promise<void>): Promise<readonly Carried[]> {
  const carried: Carried[] = [];
  const carrier = {
    carry: async (mail: Mail, envelope?: Envelope) => {
      await carry?.();
      if (envelope) carried.push({ mail, envelope });
    },
  };
  const runner = await startJobs(app.db, mailJobs({ carrier, vault, from, imapUrl: undefined }), log);
  const waiting = async () =>
    (
      await app.db.owner.query(
        `select 1 from graphile_worker.jobs where task_identifier = 'mail.deliver' and attempts = 0`,
      )
    ).rows.length;
  for (let tries = 0; tries < 300 && (await waiting()) > 0; tries++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  await new Promise((resolve) => setTimeout(resolve, 100));
  await runner.stop();
  return carried;
}

describe('a mail to a desk', () => {
  test('becomes a contact that waits, with its words; address and Message-ID are nowhere to be read', async () => {
    expect(await take(sample('utf8'))).toBe(true);
    const contact = await latest();
    expect(contact).toMatchObject({ door: 'mail', state: 'waiting', desk_id: deskId, in_hours: true });
    const page = await board(contact['id'] as string);
    expect(page).toContain('件名：家賃のことで');
    expect(page).toContain('どこに話せばよいですか。');
    const stored = JSON.stringify([
      await rows(sql`select * from mail_threads`),
      await rows(sql`select * from mail_ids`),
      await rows(sql`select * from messages where contact_id = ${contact['id']}`),
      await rows(sql`select * from mail_outbox`),
      await rows(sql`select * from audit_events where subject_id = ${contact['id']}`),
      (await app.db.owner.query('select payload from graphile_worker._private_jobs')).rows,
    ]);
    expect(stored).not.toMatch(/hanako|utf8-1|家賃|話せば/);
  });

  test('is answered once by itself: who reads, how long it stays, under a name and subject that say nothing', async () => {
    await carriedNow();
    await take(written('眠れません', { From: 'once@mail.example.com' }));
    const [{ mail, envelope }, ...others] = (await carriedNow()) as [Carried, ...Carried[]];
    expect(others).toEqual([]);
    expect(mail.to).toBe('once@mail.example.com');
    expect(mail.subject).toMatch(/^ご連絡の件 \[#[0-9a-f]{16}\]$/);
    expect(mail.body.split('\n')[0]).toBe('ご連絡ありがとうございます。');
    expect(mail.body).toContain('試験の窓口の相談員と責任者だけです');
    expect(mail.body).toContain('90日');
    expect(`${mail.body}`).not.toContain('眠れません');
    expect(`${envelope.sender}${mail.subject}`).not.toMatch(/相談|窓口|支援|DV|命/);
    expect(envelope).toMatchObject({ automatic: true, inReplyTo: `m${count}@mail.example.com` });
    const { token } = await latest();
    expect(envelope.replyTo).toBe(`madoguchi+${token}@desk.example.jp`);
  });

  test('with crisis words raises the flag, and the answer names who is there now', async () => {
    await carriedNow();
    await take(written('もう死にたいです'));
    expect((await latest())['flags']).toEqual(['suicide']);
    const [carried] = await carriedNow();
    expect(carried?.mail.body).toContain('0120-279-338');
  });

  test('that comes twice is taken once', async () => {
    const raw = written('一度だけ');
    expect(await take(raw)).toBe(true);
    const before = await contactsByMail();
    expect(await take(raw)).toBe(false);
    expect(await contactsByMail()).toBe(before);
  });

  test('shows words alone: scripts and pictures are gone, attachments are named, invisible marks are gone', async () => {
    await take(sample('html-only'));
    const html = await (
      await app.get(deskPaths.desk.to({ deskId }, { contact: (await latest())['id'] }), aoki)
    ).text();
    expect(html).toContain('夜になると不安です。');
    expect(html).not.toMatch(/track\.example|script ran|steal/);
    await take(sample('multipart'));
    expect(await board((await latest())['id'] as string)).toContain(
      '［添付ファイル：heya.jpg。保存していません］',
    );
    await take(written('見え\u200bない\u202eもの'));
    expect(await board((await latest())['id'] as string)).toContain('見えないもの');
  });

  test('of a megabyte is kept in parts, and it is said that it was cut', async () => {
    await take(written('つらいです。'.repeat(50_000)));
    const { id } = await latest();
    const said = await rows(sql`select sender from messages where contact_id = ${id} and sender = 'person'`);
    expect(said).toHaveLength(11);
    expect(await board(id as string)).toContain('ここから先は記録していません');
  });

  test('without words, or of invisible letters alone, is a contact all the same', async () => {
    await take(written('\u200b\u200b', { Subject: '' }));
    expect(await board((await latest())['id'] as string)).toContain('（本文はありません）');
  });
});

describe('a conversation by mail', () => {
  test('goes on under the same contact by subject, by address and by references, from the same address alone', async () => {
    await take(written('はじめまして', { From: 'thread@mail.example.com' }));
    const { id, token } = await latest();
    const before = await contactsByMail();
    const From = 'thread@mail.example.com';
    await take(written('件名で', { From, Subject: `Re: [#${token}]` }));
    await take(written('宛先で', { From, To: `madoguchi+${token}@desk.example.jp` }));
    await take(written('参照で', { From, References: `<${token}.2@localhost>` }));
    await take(written('元のメールで', { From, 'In-Reply-To': `<m${count - 3}@mail.example.com>` }));
    expect(await contactsByMail()).toBe(before);
    const page = await board(id as string);
    for (const words of ['件名で', '宛先で', '参照で', '元のメールで']) expect(page).toContain(words);
    await take(written('のぞいた人です', { From: 'other@mail.example.com', Subject: `Re: [#${token}]` }));
    expect(await contactsByMail()).toBe(before + 1);
    expect(await board(id as string)).not.toContain('のぞいた人です');
  });

  test('a counsellor answers from the desk: no word of the person goes out, the thread is kept', async () => {
    await take(written('秘密の言葉', { From: 'reply@mail.example.com' }));
    const { id } = await latest();
    await carriedNow();
    await app.post(contactPaths.take.to({ contactId: id as string }), {}, aoki);
    await app.post(
      contactPaths.say.to({ contactId: id as string }),
      { text: 'お話を聞かせてください', key: crypto.randomUUID() },
      aoki,
    );
    const [carried, ...others] = await carriedNow();
    expect(others).toEqual([]);
    expect(carried?.mail).toMatchObject({ to: 'reply@mail.example.com', body: 'お話を聞かせてください\n' });
    expect(carried?.envelope).toMatchObject({ automatic: false, inReplyTo: `m${count}@mail.example.com` });
    expect(await carriedNow()).toEqual([]);
  });

  test('repeats words only where the desk says so', async () => {
    const quoting = await makeDesk(app.db, {
      settings: {
        mail: mailOf('quote@desk.example.jp', { quote: true, sender: 'わたなべ', subject: 'お返事' }),
      },
    });
    const baba = await app.signIn(counsellor, { organisationId: quoting.deskId });
    await take(written('くり返してよい言葉', { To: 'quote@desk.example.jp' }));
    const { id } = await latest();
    await app.post(contactPaths.take.to({ contactId: id as string }), {}, baba);
    await app.post(
      contactPaths.say.to({ contactId: id as string }),
      { text: 'はい', key: crypto.randomUUID() },
      baba,
    );
    const carried = await carriedNow();
    const answer = carried.find(({ envelope }) => !envelope.automatic);
    expect(answer?.mail.body).toMatch(/^はい\n\n> .*くり返してよい言葉/s);
    expect(answer?.envelope.sender).toBe('わたなべ');
    expect(answer?.mail.subject).toMatch(/^お返事 /);
  });

  test('handed over, is answered under the name and address of the desk that has it now, in the same thread', async () => {
    const next = await makeDesk(app.db, {
      settings: { mail: mailOf('tsugi@desk.example.jp', { sender: 'つぎの係', subject: 'ご相談のお返事' }) },
    });
    const doi = await app.signIn(counsellor, { organisationId: next.deskId });
    await take(written('引き継がれる言葉', { From: 'moved@mail.example.com' }));
    const { id = '', token } = await latest();
    await carriedNow();
    await app.post(contactPaths.take.to({ contactId: id }), {}, aoki);
    const offer = { transferTo: next.deskId, basis: 'consent', handoff: '続きを頼みます' };
    await app.post(transferPaths.offer.to({ contactId: id }), offer, aoki);
    const [row] = await rows(sql`select id from transfers where contact_id = ${id}`);
    expect(
      (await app.post(transferPaths.accept.to({ transferId: String(row?.['id']) }), {}, doi)).status,
    ).toBe(303);
    await carriedNow();
    const say = { text: '引き継いで読みました', key: crypto.randomUUID() };
    await app.post(contactPaths.say.to({ contactId: id }), say, doi);
    const [carried] = await carriedNow();
    expect(carried?.mail).toMatchObject({
      to: 'moved@mail.example.com',
      subject: `ご相談のお返事 [#${token}]`,
      body: '引き継いで読みました\n',
    });
    expect(carried?.envelope).toMatchObject({
      sender: 'つぎの係',
      replyTo: `tsugi+${token}@desk.example.jp`,
    });
    const before = await contactsByMail();
    await take(
      written('ありがとうございます', { From: 'moved@mail.example.com', Subject: `Re: [#${token}]` }),
    );
    expect(await contactsByMail()).toBe(before);
  });

  test('after its end begins anew; the desk reads which one it answers, and that the address is the same', async () => {
    const From = 'again@mail.example.com';
    await take(written('一回目', { From }));
    const first = await latest();
    await app.post(contactPaths.take.to({ contactId: first['id'] as string }), {}, aoki);
    await app.post(contactPaths.end.to({ contactId: first['id'] as string }), { reason: 'done' }, aoki);
    await take(written('二回目', { From, Subject: `Re: [#${first['token']}]` }));
    const second = await latest();
    expect(second['id']).not.toBe(first['id']);
    expect(await board(second['id'] as string)).toContain(`番号 ${first['number']} の相談への返信`);
    expect(await board(second['id'] as string)).toContain('同じメールアドレス');
    await take(written('別の人です', { From: 'someone-else@mail.example.com' }));
    expect(await board((await latest())['id'] as string)).not.toContain('同じメールアドレス');
  });
});

describe('loops and machines', () => {
  test.each([
    ['an absence note', { 'Auto-Submitted': 'auto-replied' }],
    ['bulk', { Precedence: 'bulk' }],
    ['our own address', { From: address }],
    ['an address of no desk', { To: 'nobody@desk.example.jp' }],
    ['nobody', { From: '' }],
  ])('%s becomes no contact', async (_, headers) => {
    const before = await contactsByMail();
    expect(await take(written('機械です', headers))).toBe(false);
    expect(await contactsByMail()).toBe(before);
  });

  test('two machines that answer each other come to rest: few answers, then nothing is taken', async () => {
    await carriedNow();
    const From = 'machine@mail.example.com';
    const taken: boolean[] = [];
    for (let round = 0; round < 33; round++) taken.push(await take(written(`自動 ${round}`, { From })));
    expect(taken.filter(Boolean)).toHaveLength(30);
    expect((await carriedNow()).filter(({ mail }) => mail.to === From)).toHaveLength(3);
  });

  test('what was not taken leaves one line without anything of whose it was', async () => {
    const lines: unknown[] = [];
    const spy = { info: (...line: unknown[]) => lines.push(line) } as never;
    await takeRaw(app.db, { vault, raw: Buffer.from(written('x', { Precedence: 'bulk' })), from, log: spy });
    expect(lines).toEqual([[{ why: 'bulk' }, 'mail was not taken']]);
  });
});

describe('an answer that does not arrive', () => {
  test('marks the contact, and the desk is told and not the person', async () => {
    await take(written('届きますか'));
    const { id, token } = await latest();
    const before = await contactsByMail();
    expect(
      await take(
        sample('bounce')
          .toString()
          .replace('0000000000000000', token as string),
      ),
    ).toBe(true);
    expect(await contactsByMail()).toBe(before);
    expect((await latest())['bounced_at']).not.toBeNull();
    expect(await board(id as string)).toContain('返信が届きませんでした');
    expect(
      await rows(sql`select 1 from messages where contact_id = ${id} and sender = 'whisper'`),
    ).toHaveLength(1);
  });

  test('is tried again when the server is away, and no more when it refuses the address', async () => {
    await carriedNow();
    await take(written('届きますか'));
    const away = await carriedNow(async () => {
      throw new Error('connection refused for p@mail.example.com');
    });
    expect(away).toEqual([]);
    const { rows: waiting } = await app.db.owner.query(
      `select last_error from graphile_worker.jobs where task_identifier = 'mail.deliver'`,
    );
    expect(JSON.stringify(waiting)).toContain('could not be handed over');
    expect(JSON.stringify(waiting)).not.toContain('mail.example.com');
    await take(written('断られますか'));
    await carriedNow(async () => {
      throw Object.assign(new Error('550'), { code: 'EENVELOPE', responseCode: 550 });
    });
    expect((await latest())['bounced_at']).not.toBeNull();
  });
});

test('erasing takes address, thread and words; a late answer begins anew', async () => {
  await take(written('消える言葉', { From: 'gone@mail.example.com' }));
  const { id, token } = await latest();
  await inTransaction(app.db, system('test'), async (tx) => {
    await tx.execute(sql`update contacts set state = 'ended', ended_at = now() where id = ${id}`);
    await eraseContacts(tx, [id as string], new Date());
  });
  expect(await rows(sql`select 1 from mail_threads where contact_id = ${id}`)).toEqual([]);
  expect(await rows(sql`select 1 from mail_ids where contact_id = ${id}`)).toEqual([]);
  await take(written('まだいますか', { From: 'gone@mail.example.com', Subject: `Re: [#${token}]` }));
  expect((await latest())['id']).not.toBe(id);
});
