import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { inTransaction } from '#platform/database/database.ts';
import { mailCarrier, sendMailJob } from '#platform/mail/outbox.ts';
import { outbox } from '#platform/mail/tables.ts';
import { testApp } from '#src/app.testing.ts';
import { callPaths } from '../../paths.ts';
import { makeSubsidyCall } from '../fixtures.ts';
import { grantSubscriptions } from '../tables.ts';
import { callJobs } from './jobs.ts';
import { tellingsOf } from './rules.ts';

const app = await testApp();
const today = tokyoDay(new Date());
const it = system('test');
const { vault, publicUrl, log } = app.tools;
const [published, remind] = callJobs({ vault, publicUrl });
const mails = (to: string) =>
  inTransaction(app.db, it, async (tx) =>
    (await tx.select().from(outbox)).filter((mail) => mail.recipient === to),
  );
const rows = () => inTransaction(app.db, it, (tx) => tx.select().from(grantSubscriptions));
const tools = (now = new Date()) => ({ db: app.db, who: it, now, log });

const ask = (mail: string, fields: Record<string, string> = {}) =>
  app.post(callPaths.subscribe.to({}), { mail, about: 'groups', ...fields });
const tokenIn = (body = '') => /\/grants\/mail\/([0-9a-f]{64})/.exec(body)?.[1] ?? '';

async function reader(mail: string, fields: Record<string, string> = {}): Promise<string> {
  await ask(mail, fields);
  const token = tokenIn((await mails(mail)).at(-1)?.body);
  await app.post(callPaths.confirm.to({ token }), {});
  return token;
}

test('an address hears nothing before its reader confirmed, is asked once, and lies nowhere in the open', async () => {
  expect((await ask('a@example.jp')).status).toBe(303);
  expect((await ask('A@example.jp')).status).toBe(303);
  expect(await mails('a@example.jp')).toHaveLength(1);
  const call = await makeSubsidyCall(app.db);
  await published.run(tools(), call);
  expect(await mails('a@example.jp')).toHaveLength(1);
  expect(JSON.stringify(await rows())).not.toContain('a@example.jp');
  expect((await ask('nobody')).status).toBe(422);
});

test('looking at the link changes nothing; one press begins, and one press ends and forgets', async () => {
  await ask('b@example.jp');
  const token = tokenIn((await mails('b@example.jp'))[0]?.body);
  const page = callPaths.subscription.to({ token });
  expect(await (await app.get(page)).text()).toContain('お知らせを受け取りますか');
  const of = async () => (await rows()).filter(({ confirmedAt }) => confirmedAt).length;
  const before = await of();
  await app.get(page);
  expect(await of()).toBe(before);
  await app.post(callPaths.confirm.to({ token }), {});
  expect(await of()).toBe(before + 1);
  expect((await app.post(callPaths.unsubscribe.to({ token }), {})).status).toBe(303);
  expect(await of()).toBe(before);
  expect((await app.get(page)).status).toBe(410);
});

test('readers are told of a new call once, however often the job runs, in their language and with the way out', async () => {
  const token = await reader('c@example.jp');
  const persons = await reader('d@example.jp', { about: 'persons' });
  expect(persons).not.toBe(token);
  await app.post(callPaths.subscribe.to({}, { lang: 'en' }), { mail: 'h@example.jp', about: 'groups' });
  const english = tokenIn((await mails('h@example.jp')).at(-1)?.body);
  await app.post(callPaths.confirm.to({ token: english }), {});
  const call = await makeSubsidyCall(app.db);
  await published.run(tools(), call);
  await published.run(tools(), call);
  const told = (await mails('c@example.jp')).filter(({ subject }) => subject.startsWith('新しい募集'));
  expect(told).toHaveLength(1);
  expect(told[0]?.body).toContain(`http://localhost/grants/${call.slug}`);
  expect(told[0]?.body).toContain(token);
  const inEnglish = (await mails('h@example.jp')).filter(({ subject }) => subject.startsWith('New call: '));
  expect(inEnglish).toMatchObject([{ subject: 'New call: Grant for children’s cafeterias' }]);
  expect(inEnglish[0]?.body).toContain('Half of what a children’s cafeteria costs.');
  expect((await mails('d@example.jp')).filter(({ subject }) => subject.startsWith('新しい募集'))).toEqual([]);
});

test('a mail program ends it for its reader by one press: headers of the mail, no sign-in, no redirect', async () => {
  const token = await reader('g@example.jp');
  await published.run(tools(), await makeSubsidyCall(app.db));
  const mail = (await mails('g@example.jp')).find(({ subject }) => subject.startsWith('新しい募集'));
  const folder = await mkdtemp(join(tmpdir(), 'tsunagi-mail-'));
  const carrier = mailCarrier({ from: 'Tsunagi <tsunagi@example.jp>', folder });
  await sendMailJob(carrier).run(tools(), { id: mail?.id ?? '' });
  const [name = ''] = await readdir(folder);
  const [folded = ''] = (await readFile(join(folder, name), 'utf8')).split('\r\n\r\n');
  const head = folded.replace(/\r\n[ \t]+/g, ' ').replaceAll('\r', '');
  await rm(folder, { recursive: true });
  const url = /^List-Unsubscribe: <(\S+)>$/m.exec(head)?.[1] ?? '';
  expect(url).toBe(`${publicUrl}${callPaths.unsubscribe.to({ token })}`);
  expect(head).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click$/m);
  // As the provider of the mailbox sends it: from another site, without cookie or page of ours.
  const press = () =>
    app.send(new URL(url).pathname, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const before = (await rows()).length;
  expect((await press()).status).toBe(200);
  expect((await rows()).length).toBe(before - 1);
  expect((await press()).status).toBe(200);
  expect((await app.get(callPaths.subscription.to({ token }))).status).toBe(410);
  // Sent, it is known no longer.
  expect((await mails('g@example.jp')).find(({ id }) => id === mail?.id)).toMatchObject({
    body: '',
    unsubscribeUrl: null,
  });
});

test('a week before it closes those who follow one call are told once, and of a call that is over their addresses go', async () => {
  const terms = { windows: [{ opensOn: addDays(today, -20), closesOn: addDays(today, 7) }] };
  const { slug } = await makeSubsidyCall(app.db, { terms });
  await reader('e@example.jp', { about: 'call', call: slug });
  await remind.run(tools(new Date(Date.now() + 1_000)), {});
  await remind.run(tools(new Date(Date.now() + 86_400_000)), {});
  const told = (await mails('e@example.jp')).filter(({ subject }) => subject.startsWith('まもなく締切'));
  expect(told).toHaveLength(1);
  const ofCalls = async () => (await rows()).filter(({ callId }) => callId !== null).length;
  expect(await ofCalls()).toBe(1);
  await remind.run(tools(new Date(Date.now() + 9 * 86_400_000)), {});
  expect(await ofCalls()).toBe(0);
});

test('an address that nobody confirmed is forgotten after two days', async () => {
  await ask('f@example.jp');
  const open = async () => (await rows()).filter(({ confirmedAt }) => confirmedAt === null).length;
  expect(await open()).toBeGreaterThan(0);
  await remind.run(tools(new Date(Date.now() + 49 * 3_600_000)), {});
  expect(await open()).toBe(0);
});

const windows = [{ opensOn: '2026-05-01', closesOn: '2026-05-31' }];
test.each([
  ['2026-05-01', 'open', ['opened:2026-05-01']],
  ['2026-05-23', 'open', []],
  ['2026-05-24', 'open', ['closing:2026-05-31']],
  ['2026-05-31', 'open', ['closing:2026-05-31']],
  ['2026-05-31', 'full', []],
  ['2026-06-01', 'closed', []],
] as const)('on %s a call that is %s tells %o', (day, is, told) =>
  expect(tellingsOf({ standing: { is }, windows }, day).map(({ what }) => what)).toEqual(told),
);
