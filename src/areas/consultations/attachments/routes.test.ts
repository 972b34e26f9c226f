import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { findDesk } from '../desks/store.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths, talkPaths, transferPaths } from '../paths.ts';
import { eraseContacts } from '../retention/store.ts';
import { deviceOf } from '../talks/fixtures.ts';

const app = await testApp();
const here = await makeDesk(app.db, { settings: { attachments: true } });
const there = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: here.deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: here.deskId, name: '長 責任' });
const doi = await app.signIn(counsellor, { organisationId: there.deskId, name: '土井 相談' });

const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 12]),
  Buffer.from('GPS 35.44N', 'latin1'),
  Buffer.from([0xff, 0xda, 0, 4, 1, 1]),
  Buffer.from('pixels of a letter'),
  Buffer.from([0xff, 0xd9]),
]);
const bare = Buffer.concat([jpeg.subarray(0, 2), jpeg.subarray(16)]);

const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

function upload(content: Buffer, { name = '手紙.jpg', key = crypto.randomUUID() as string } = {}): FormData {
  const form = new FormData();
  form.append('key', key);
  form.append('file', new File([new Uint8Array(content)], name));
  return form;
}

async function talk(deskId = here.deskId, asks = true) {
  const begun = await makeTalk(app, { deskId, asks });
  const phone = deviceOf(app);
  phone.cookie = `talk=${begun.token}`;
  return { ...begun, phone };
}
const fileOf = async (contactId: string) =>
  String(
    (await rows(sql`select message_id from attachments where contact_id = ${contactId}`))[0]?.['message_id'],
  );
const sendTo = talkPaths.attach.to({});

describe('a desk that takes pictures', () => {
  test('gets one sealed, without where it was taken, and both sides see it in the conversation', async () => {
    const { phone, contactId } = await talk();
    expect(await textOf(await phone.get(talkPaths.conversation.to({})))).toContain('写真や書類を送る');
    const key = crypto.randomUUID();
    expect((await phone.post(sendTo, upload(jpeg, { key }))).status).toBe(303);
    expect((await phone.post(sendTo, upload(jpeg, { key }))).status).toBe(303);
    const kept = await rows(sql`select media_type, size, encode(sealed, 'escape') as sealed from attachments
      where contact_id = ${contactId}`);
    expect(kept).toMatchObject([{ media_type: 'image/jpeg', size: bare.length }]);
    expect(kept[0]?.['sealed']).not.toContain('pixels');
    const messageId = await fileOf(contactId);
    const own = await phone.get(talkPaths.file.to({ messageId }));
    expect(own.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(own.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.from(await own.arrayBuffer())).toEqual(bare);
    expect(await (await phone.get(talkPaths.conversation.to({}))).text()).toContain(
      `/talk/here/files/${messageId}`,
    );
    const board = await app.get(deskPaths.desk.to({ deskId: here.deskId }, { contact: contactId }), aoki);
    expect(await textOf(board)).toContain('手紙.jpg を見る');
    const before = await rows(sql`select 1 from contact_reads where contact_id = ${contactId}`);
    const seen = await app.get(contactPaths.file.to({ messageId }), aoki);
    expect(Buffer.from(await seen.arrayBuffer())).toEqual(bare);
    expect(await rows(sql`select 1 from contact_reads where contact_id = ${contactId}`)).toHaveLength(
      before.length + 1,
    );
  });

  test('shows it to nobody else: no other device, no other desk', async () => {
    const { phone, contactId } = await talk();
    await phone.post(sendTo, upload(jpeg));
    const messageId = await fileOf(contactId);
    const other = await talk();
    expect((await other.phone.get(talkPaths.file.to({ messageId }))).status).toBe(404);
    expect((await deviceOf(app).get(talkPaths.file.to({ messageId }))).status).toBe(404);
    expect((await app.get(contactPaths.file.to({ messageId }), doi)).status).toBe(404);
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'ファイルの中身がありません'],
    ['a page', Buffer.from('<script>1</script>'), '写真（JPEG、PNG、WebP）かPDFを選んでください'],
    ['half a picture', jpeg.subarray(0, 12), '写真（JPEG、PNG、WebP）かPDFを選んでください'],
    ['too much', Buffer.concat([jpeg, Buffer.alloc(8 * 1_048_576)]), '8MBまで'],
  ])('refuses %s in words and keeps nothing', async (_, content, words) => {
    const { phone, contactId } = await talk();
    const answer = await phone.post(sendTo, upload(content));
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain(words);
    expect(await rows(sql`select 1 from attachments where contact_id = ${contactId}`)).toEqual([]);
    expect(await rows(sql`select 1 from messages where contact_id = ${contactId} and kind = 'file'`)).toEqual(
      [],
    );
  });

  test('takes none while the guide listens', async () => {
    const { phone } = await talk(here.deskId, false);
    expect(await textOf(await phone.get(talkPaths.conversation.to({})))).not.toContain('写真や書類を送る');
    expect((await phone.post(sendTo, upload(jpeg))).status).toBe(422);
  });

  test('hands it over with the conversation, and it goes with the words when they are erased', async () => {
    const { phone, contactId } = await talk();
    await phone.post(sendTo, upload(jpeg));
    const messageId = await fileOf(contactId);
    await app.post(contactPaths.take.to({ contactId }), {}, chief);
    const offer = { transferTo: there.deskId, basis: 'consent', handoff: '続きを頼みます' };
    expect((await app.post(transferPaths.offer.to({ contactId }), offer, chief)).status).toBe(303);
    const [row] = await rows(sql`select id from transfers where contact_id = ${contactId}`);
    await app.post(transferPaths.accept.to({ transferId: String(row?.['id']) }), {}, doi);
    expect((await app.get(contactPaths.file.to({ messageId }), doi)).status).toBe(200);
    expect((await app.get(contactPaths.file.to({ messageId }), aoki)).status).toBe(404);
    await inTransaction(app.db, system('test'), (tx) => eraseContacts(tx, [contactId], new Date()));
    expect(await rows(sql`select 1 from attachments where message_id = ${messageId}`)).toEqual([]);
  });
});

describe('attachments are off by default', () => {
  test('a new desk neither offers nor takes them, until its supervisor says so', async () => {
    const { phone } = await talk(there.deskId);
    expect(await textOf(await phone.get(talkPaths.conversation.to({})))).not.toContain('写真や書類を送る');
    const answer = await phone.post(sendTo, upload(jpeg));
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('いまは写真や書類を受け取れません');
    const head = await app.signIn(deskSupervisor, { organisationId: there.deskId });
    const settings = deskPaths.settings.to({ deskId: there.deskId });
    const html = await (await app.get(settings, head)).text();
    const fields = Object.fromEntries(
      [...html.matchAll(/<(?:input|textarea)[^>]*name="([^"]+)"[^>]*>(?:([^<]*)<\/textarea>)?/g)]
        .map(
          ([tag, name, text]) =>
            [name as string, text ?? /value="([^"]*)"/.exec(tag)?.[1] ?? '', tag] as const,
        )
        .filter(([, , tag]) => !tag.includes('type="checkbox"') || tag.includes('checked'))
        .map(([name, value]) => [name, value]),
    );
    expect((await app.post(settings, { ...fields, attachments: 'on' }, head)).status).toBe(303);
    const desk = await inTransaction(app.db, system('test'), (tx) => findDesk(tx, there.deskId));
    expect(desk.settings.attachments).toBe(true);
    expect((await phone.post(sendTo, upload(jpeg))).status).toBe(303);
  });
});
