import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { exampleSettings, makeDesk } from '../desks/fixtures.ts';
import { talkPaths } from '../paths.ts';
import { findTalk } from './actions.ts';
import { deviceOf } from './fixtures.ts';

const app = await testApp();
const { deskId, code } = await makeDesk(app.db);
const night = await makeDesk(app.db, { settings: { doors: {} } });

const begin = (text = '') => ({ text, key: crypto.randomUUID() });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

async function begun(text = '眠れません') {
  const phone = deviceOf(app);
  const page = await textOf(await phone.post(talkPaths.desk.to({ desk: code }), begin(text)));
  const number = /(\d{8})/.exec(page)?.[1] ?? '';
  const passphrase = /合言葉（5つのことば） ((?:[ぁ-ん]+ ){4}[ぁ-ん]+)/.exec(page)?.[1] ?? '';
  const contact = await findTalk(app.db, phone.cookie.replace('talk=', ''));
  if (!contact) throw new Error('no talk');
  return { phone, page, number, passphrase, contact };
}

describe('before the first word', () => {
  test('the page says who reads, how long it stays and what happens in danger', async () => {
    const page = await textOf(await app.get(talkPaths.desk.to({ desk: code })));
    expect(page).toContain('試験の窓口の相談員と責任者だけです');
    expect(page).toContain('90日で消します');
    expect(page).toContain('警察や救急に知らせることがあります');
    expect(page).toContain('119');
  });

  test('a desk that has as many talks as it takes at once says that one waits', async () => {
    const door = exampleSettings().doors.chat;
    const small = await makeDesk(app.db, { settings: { doors: { chat: { ...door, lines: 1 } as never } } });
    const page = async () => textOf(await app.get(talkPaths.desk.to({ desk: small.code })));
    expect(await page()).not.toContain('いま混み合っています');
    await makeTalk(app, { deskId: small.deskId });
    expect(await page()).toMatch(/いま混み合っています.*順番に読みます/);
    expect(await textOf(await app.get(talkPaths.start.to({})))).toContain('いま混み合っています');
  });

  test('a desk that does not answer in writing, or that nobody knows, is not found', async () => {
    expect((await app.get(talkPaths.desk.to({ desk: night.code }))).status).toBe(404);
    expect((await app.get(talkPaths.desk.to({ desk: 'nowhere' }))).status).toBe(404);
  });
});

describe('a conversation without account and name', () => {
  test('begins with the first words, sealed, and gives number and passphrase once', async () => {
    const { phone, page, number, passphrase, contact } = await begun('もう限界です。眠れません');
    expect(number).toMatch(/^\d{8}$/);
    expect(passphrase.split(' ')).toHaveLength(5);
    expect(page).toContain('もう限界です');
    const again = await textOf(await phone.get(talkPaths.conversation.to({})));
    expect(again).toContain('もう限界です');
    expect(again).not.toContain(passphrase);
    const stored = JSON.stringify(await rows(sql`select * from messages where contact_id = ${contact.id}`));
    expect(stored).not.toContain('限界');
    expect(JSON.stringify(await rows(sql`select * from contacts where id = ${contact.id}`))).not.toContain(
      passphrase,
    );
  });

  test('goes on from another device with number and passphrase, in katakana and without blanks', async () => {
    const { number, passphrase } = await begun('つづきです');
    const other = deviceOf(app);
    const typed = passphrase
      .replace(/[ぁ-ん]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x60))
      .replaceAll(' ', '');
    const back = await other.post(talkPaths.return.to({}), { number: ` ${number}`, passphrase: typed });
    expect(back.headers.get('location')).toBe(talkPaths.conversation.to({}));
    expect(await textOf(await other.get(talkPaths.conversation.to({})))).toContain('つづきです');
  });

  test('a wrong passphrase and an unknown number are told alike, and after five tries the number rests', async () => {
    const { number, passphrase } = await begun();
    const other = deviceOf(app);
    const wrong = await other.post(talkPaths.return.to({}), { number, passphrase: 'ちがう' });
    const unknown = await other.post(talkPaths.return.to({}), { number: '10000000', passphrase });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(await textOf(wrong)).toContain('番号か合言葉がちがいます');
    expect(await textOf(unknown)).toContain('番号か合言葉がちがいます');
    for (let tries = 0; tries < 4; tries++)
      await other.post(talkPaths.return.to({}), { number, passphrase: 'ちがう' });
    expect(await textOf(await other.post(talkPaths.return.to({}), { number, passphrase }))).toContain(
      '15分お待ちください',
    );
  });

  test('a message that is sent twice is written once, and order is kept', async () => {
    const { phone, contact } = await begun('一');
    const two = begin('二');
    await phone.post(talkPaths.say.to({}), two);
    await phone.post(talkPaths.say.to({}), two);
    await phone.post(talkPaths.say.to({}), begin('三'));
    expect(await rows(sql`select seq from messages where contact_id = ${contact.id} order by seq`)).toEqual(
      [1, 2, 3].map((seq) => ({ seq })),
    );
  });

  test('takes no files: a page has no field for one, and one that is sent all the same is kept nowhere', async () => {
    const { phone, contact } = await begun();
    expect(await (await phone.get(talkPaths.conversation.to({}))).text()).not.toContain('type="file"');
    const body = new FormData();
    body.set('text', '写真を送ります');
    body.set('key', crypto.randomUUID());
    body.set('file', new File(['ひみつの写真'], 'himitsu.jpg', { type: 'image/jpeg' }));
    const headers = { cookie: `talk=${phone.cookie.replace('talk=', '')}`, 'sec-fetch-site': 'same-origin' };
    expect((await app.send(talkPaths.say.to({}), { method: 'POST', headers, body })).status).toBe(303);
    expect(
      await rows(sql`select kind from messages where contact_id = ${contact.id} and sender = 'person'`),
    ).toEqual([{ kind: 'text' }, { kind: 'text' }]);
    expect(await rows(sql`select 1 from files`)).toEqual([]);
  });

  test('what cannot be taken is said, and what was typed stays', async () => {
    const { phone } = await begun();
    const long = await phone.post(talkPaths.say.to({}), begin('あ'.repeat(5000)));
    expect(long.status).toBe(422);
    const page = await long.text();
    expect(page).toContain('4000文字まで');
    expect(page).toContain('あ'.repeat(5000));
    expect((await phone.post(talkPaths.say.to({}), begin('\u200b\u202e'))).status).toBe(422);
  });

  test('a megabyte is refused with a sentence to pages and scripts alike, and nothing of it is written', async () => {
    const { phone, contact } = await begun('一');
    const megabyte = 'あ'.repeat(300_000);
    const page = await phone.post(talkPaths.say.to({}), begin(megabyte));
    expect(page.status).toBe(422);
    expect(await textOf(page)).toContain('一度に送れるのは4000文字まで');
    const scripted = await app.send(talkPaths.say.to({}), {
      method: 'POST',
      headers: { cookie: phone.cookie, accept: 'application/json', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(begin('a'.repeat(900_000))),
    });
    expect(scripted.status).toBe(422);
    expect(await scripted.json()).toEqual({ problem: expect.stringContaining('4000文字まで') });
    const beyond = await phone.post(talkPaths.say.to({}), begin('a'.repeat(2_000_000)));
    expect(beyond.status).toBe(413);
    const written = await rows(
      sql`select count(*)::int as n from messages where contact_id = ${contact.id} and sender = 'person'`,
    );
    expect(written).toEqual([{ n: 1 }]);
  });

  test('first words that are too long are not lost: they come back, and no conversation has begun', async () => {
    const phone = deviceOf(app);
    const page = await phone.post(talkPaths.desk.to({ desk: code }), begin('か'.repeat(5000)));
    expect(page.status).toBe(422);
    expect(await page.text()).toContain('か'.repeat(5000));
    expect(phone.cookie).toBe('');
  });

  test('marks that turn or hide text are taken out; emoji that are joined stay', async () => {
    const { phone } = await begun('\u202e逆さ\u200bま\u2066');
    await phone.post(talkPaths.say.to({}), begin('家族 👨\u200d👩\u200d👧'));
    const page = await (await phone.get(talkPaths.conversation.to({}))).text();
    expect(page).toContain('逆さま');
    expect(page).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]/);
    expect(page).toContain('👨\u200d👩\u200d👧');
  });

  test('crisis words raise a flag for people, and show who is there now', async () => {
    const { phone, contact } = await begun('死にたい');
    expect(await rows(sql`select flags from contacts where id = ${contact.id}`)).toEqual([
      { flags: ['suicide'] },
    ]);
    expect(await textOf(await phone.get(talkPaths.conversation.to({})))).toContain('0120-061-338');
  });

  test('a human is asked for, and the place in the queue is told', async () => {
    const first = await begun();
    const second = await begun();
    await first.phone.post(talkPaths.human.to({}), {});
    await second.phone.post(talkPaths.human.to({}), {});
    expect(await textOf(await second.phone.get(talkPaths.conversation.to({})))).toMatch(
      /相談員を待っています。あなたの前に\d人います/,
    );
  });

  test('leaving clears the device; the way back is the passphrase', async () => {
    const { phone } = await begun();
    const token = phone.cookie;
    const left = await phone.get(talkPaths.leave.to({}));
    expect(left.status).toBe(303);
    expect(left.headers.get('clear-site-data')).toContain('storage');
    expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
    phone.cookie = token;
    expect((await phone.get(talkPaths.conversation.to({}))).status).toBe(422);
  });
});

test('rows of a conversation are seen at their own desk, and by nobody without a name', async () => {
  const { contact } = await begun();
  const mine = await app.signIn(counsellor, { organisationId: deskId });
  const other = await app.signIn(counsellor, { kind: 'desk' });
  const seen = async (who: Parameters<typeof inTransaction>[1]) =>
    inTransaction(
      app.db,
      who,
      async (tx) =>
        (
          await tx.execute(sql`select (select count(*)::int from contacts where id = ${contact.id}) as contacts,
          (select count(*)::int from messages where contact_id = ${contact.id}) as messages,
          (select count(*)::int from talk_keys) as keys`)
        ).rows[0],
    );
  expect(await seen(mine.who)).toEqual({ contacts: 1, messages: 1, keys: 0 });
  expect(await seen(other.who)).toEqual({ contacts: 0, messages: 0, keys: 0 });
  expect(await seen(anonymous)).toEqual({ contacts: 0, messages: 0, keys: 0 });
});
