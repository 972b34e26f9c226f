import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { testApp } from '#src/app.testing.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { mailInCommand } from './command.ts';
import { fakeMailbox } from './imap.testing.ts';
import { mailJobs } from './jobs.ts';
import { readMailbox } from './mailbox.ts';
import { mostBytes } from './parse.ts';

const app = await testApp();
const mail = { address: 'madoguchi@desk.example.jp', sender: '', subject: '', quote: false, plus: false };
await makeDesk(app.db, { settings: { mail } });
const sample = (name: string) => readFileSync(new URL(`./eml/${name}.eml`, import.meta.url));
const contacts = async () =>
  inTransaction(
    app.db,
    system('test'),
    async (tx) => (await tx.execute(sql`select 1 from contacts where door = 'mail'`)).rows.length,
  );
const poll = (imapUrl: string, lines: unknown[] = []) =>
  mailJobs({ carrier: { carry: async () => {} }, vault: app.tools.vault, from: 'tsunagi@localhost', imapUrl })
    .find(({ name }) => name === 'mail.poll')
    ?.run(
      {
        db: app.db,
        who: system('mail.poll'),
        now: new Date(),
        log: {
          info: (...line: unknown[]) => lines.push(line),
          warn: (...line: unknown[]) => lines.push(line),
        } as never,
      },
      {},
    );

test('a mailbox is read, what is new becomes contacts, and all of it is marked as read', async () => {
  const mailbox = await fakeMailbox([sample('utf8'), sample('bounce'), sample('iso-2022-jp')]);
  const before = await contacts();
  const lines: unknown[] = [];
  await poll(mailbox.url, lines);
  expect(await contacts()).toBe(before + 2);
  expect([...mailbox.seen]).toEqual([1, 2, 3]);
  await poll(mailbox.url);
  expect(await contacts()).toBe(before + 2);
  await mailbox.close();
  expect(lines).toEqual([
    [{ why: 'report' }, 'mail was not taken'],
    [{ taken: 3 }, 'mailbox read'],
  ]);
});

test('of a large mail only its beginning crosses the wire; a mail that is not taken stays new', async () => {
  const mailbox = await fakeMailbox([Buffer.alloc(mostBytes * 2, 'a')]);
  const lengths: number[] = [];
  const failing = readMailbox(mailbox.url, async (raw) => {
    lengths.push(raw.length);
    throw new Error('the database is away');
  });
  await expect(failing).rejects.toThrow('the database is away');
  expect(lengths).toEqual([mostBytes]);
  expect(mailbox.seen.size).toBe(0);
  await mailbox.close();
});

test('a mailbox that is away is one line in the log, without its password, and the next minute tries again', async () => {
  const lines: unknown[] = [];
  await poll('imap://desk:secret@127.0.0.1:1/INBOX', lines);
  expect(JSON.stringify(lines)).toContain('mailbox could not be read');
  expect(JSON.stringify(lines)).not.toContain('secret');
});

test('one message that is piped in comes to the desk of the address that the mail server names', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-mail-in-'));
  await writeFile(join(folder, 'secret.key'), app.tools.secretKey.toString('base64'));
  const environment = { DATA_DIR: folder, DATABASE_URL: app.db.url, LOG_LEVEL: 'silent' };
  async function* piped() {
    yield Buffer.from('From: pipe@mail.example.com\r\nTo: undisclosed-recipients:;\r\n');
    yield Buffer.from('Message-ID: <pipe-1@mail.example.com>\r\n\r\nhello\r\n');
  }
  const before = await contacts();
  expect(await mailInCommand(environment, piped(), ['Madoguchi@desk.example.jp'])).toBe(true);
  expect(await contacts()).toBe(before + 1);
  expect(await mailInCommand(environment, piped(), ['nobody@desk.example.jp'])).toBe(false);
  await rm(folder, { recursive: true });
});
