import { sql } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeNavigator } from '#areas/directory/navigator/fixtures.ts';
import { navigatorPaths } from '#areas/directory/paths.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor } from '../access.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths, talkPaths } from '../paths.ts';
import { deviceOf } from '../talks/fixtures.ts';

const app = await testApp({ TRUSTED_PROXIES: '1' });
const { ids } = await makeNavigator(app.db);
const { deskId, code: desk } = await makeDesk(app.db);
const other = await makeDesk(app.db);
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const yoso = await app.signIn(counsellor, { organisationId: other.deskId, name: 'よその 相談' });
const page = deskPaths.packet.to({ deskId });
const key = () => crypto.randomUUID();
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);

/** Somebody leaves a note at the end of the guide, and is told its code. */
async function note(text: string): Promise<string> {
  const made = await textOf(await app.post(navigatorPaths.packet.to({}), { go: 'make', text }));
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(made)?.[0];
  if (!code) throw new Error('no code');
  return code;
}

describe('a code that is told at a desk', () => {
  test.each(['phone', 'visit'])(
    'becomes a contact by %s of whoever typed it, in the own words of the person',
    async (door) => {
      const code = await note('夫の借金のことで、電話は昼だけにしてください');
      const answer = await app.post(page, { code: code.toLowerCase(), door }, aoki);
      expect(answer.status).toBe(303);
      const board = await textOf(await app.get(answer.headers.get('location') as string, aoki));
      expect(board).toContain('夫の借金のことで');
      const [contact] = await rows(sql`select * from contacts order by created_at desc limit 1`);
      expect(contact).toMatchObject({ door, state: 'open', taken_by: aoki.who.personId, desk_id: deskId });
      expect(JSON.stringify(await rows(sql`select * from messages`))).not.toContain('借金');
    },
  );

  test('in chat gives number and passphrase once, and they lead the person in', async () => {
    const code = await note('文字で話したいです');
    const shown = await textOf(await app.post(page, { code, door: 'chat' }, aoki));
    const number = /番号（8けた） (\d{8})/.exec(shown)?.[1] ?? '';
    const passphrase = /合言葉（5つのことば） ((?:[ぁ-ん]+ ){4}[ぁ-ん]+)/.exec(shown)?.[1] ?? '';
    const phone = deviceOf(app);
    await phone.post(talkPaths.return.to({}), { number, passphrase });
    expect(await textOf(await phone.get(talkPaths.conversation.to({})))).toContain('文字で話したいです');
  });

  test('is one contact, whoever types it again at the desk, and no other desk opens it', async () => {
    const code = await note('一度だけ');
    const first = await app.post(page, { code, door: 'phone' }, aoki);
    const second = await app.post(page, { code, door: 'visit' }, aoki);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    const elsewhere = await app.post(
      deskPaths.packet.to({ deskId: other.deskId }),
      { code, door: 'phone' },
      yoso,
    );
    expect(elsewhere.status).toBe(422);
    expect(await textOf(elsewhere)).toContain('ほかの窓口が先に開いています');
  });

  test('that opens nothing is told, and after ten of them the person waits', async () => {
    const baba = await app.signIn(counsellor, { organisationId: deskId });
    const wrong = { code: 'ABCD-EFGH-JKLM', door: 'phone' };
    const before = await rows(sql`select count(*) from contacts`);
    const answer = await app.post(page, wrong, baba);
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain('このコードのメモはありません');
    for (let tries = 0; tries < 9; tries++) await app.post(page, wrong, baba);
    const right = await note('正しいコード');
    expect(await textOf(await app.post(page, { code: right, door: 'phone' }, baba))).toContain(
      'しばらく使えません',
    );
    expect(await rows(sql`select count(*) from contacts`)).toEqual(before);
  });

  test('is opened at the own desk alone', async () => {
    expect((await app.get(page, yoso)).status).toBe(404);
    expect((await app.post(page, { code: await note('x'), door: 'phone' }, yoso)).status).toBe(404);
  });
});

describe('a talk that begins with what was said before', () => {
  test('by the code of a note: it waits for a human at once, and the guide asks nothing', async () => {
    const code = await note('もう一度話したくありません');
    const phone = deviceOf(app);
    const begun = await textOf(
      await phone.post(talkPaths.desk.to({ desk }), { text: '続きです', code, key: key() }),
    );
    expect(begun).toContain('もう一度話したくありません');
    expect(begun).toContain('続きです');
    expect(begun).toContain('相談員を待っています');
    expect(begun).not.toContain('何に困っていますか');
    const again = await deviceOf(app).post(talkPaths.desk.to({ desk }), { text: '', code, key: key() });
    expect(again.status).toBe(422);
    expect(await textOf(again)).toContain('もう相談になっています');
  });

  test('with a code that opens nothing comes back with everything that was typed', async () => {
    const typed = { text: '書いた言葉', code: 'ABCD-EFGH-JKLM', key: key() };
    const answer = await deviceOf(app).post(talkPaths.desk.to({ desk }), typed);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('書いた言葉');
    expect(html).toContain('このコードのメモはありません');
    expect(html).not.toContain('data-talk=');
  });

  test('is tried ten times in a minute by one client and no more, even with the right one', async () => {
    const at = (client: string) => (code: string) =>
      app.send(talkPaths.desk.to({ desk }), {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', 'x-forwarded-for': client },
        body: new URLSearchParams({ text: '', code, key: key() }),
      });
    const code = await note('だれの言葉か');
    const guess = at('203.0.113.7');
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(Math.ceil(Date.now() / 60_000) * 60_000 + 1000);
    for (let turn = 0; turn < 10; turn += 1)
      expect(await textOf(await guess('AAAA-BBBB-CCCC'))).toContain('このコードのメモはありません');
    const held = await guess(code);
    expect(held.status).toBe(422);
    expect(await textOf(held)).not.toContain('だれの言葉か');
    expect(await textOf(await at('203.0.113.8')(code))).toContain('だれの言葉か');
    vi.useRealTimers();
  });
});

describe('from the end of the guide', () => {
  const answers = {
    'worry[]': ['rent_loan'],
    'municipality[]': ['99201'],
    'place[]': ['live'],
    'words[]': '家賃です',
  };

  test('the answers come to the desk that is chosen, before the first word who reads them, and nobody asks again', async () => {
    const chooser = await app.post(navigatorPaths.talk.to({}), answers);
    const choose = await chooser.text();
    expect(choose).toContain('話す窓口を選ぶ');
    const told = /name="told" value="([^"]*)"/.exec(choose)?.[1]?.replaceAll('&quot;', '"') ?? '';
    const before = await app.post(navigatorPaths.talk.to({}), { told, desk });
    const html = await before.text();
    expect(html).toContain('試験の窓口の相談員と責任者だけです');
    expect(html).toContain('家賃が払えない');
    const phone = deviceOf(app);
    const begun = await textOf(await phone.post(talkPaths.desk.to({ desk }), { text: '', told, key: key() }));
    expect(begun).toContain('家賃が払えない');
    expect(begun).toContain('「家賃です」');
    expect(begun).toContain('みほん市');
    expect(begun).toContain('相談員を待っています');
    const [contact] = await rows(
      sql`select id from contacts where state = 'waiting' order by created_at desc limit 1`,
    );
    const board = deskPaths.desk.to({ deskId }, { contact: contact?.['id'] as string });
    expect(await textOf(await app.get(board, aoki))).toContain('案内で聞いたこと');
  });

  test('lead to the desk that the guide names where it answers in writing', async () => {
    const service = ids.get('mihon-support') as string;
    await rows(sql`update desks set service_id = ${service} where id = ${deskId}`);
    const before = await textOf(await app.post(navigatorPaths.talk.to({}), answers));
    expect(before).toContain('話しはじめる前に');
    expect(before).toContain('案内で答えたことを、相談員に伝えます');
  });

  test.each([
    ['nothing', {}],
    ['what the flow does not know', { 'worry[]': 'moon', told: '{"worry":["moon"]}' }],
    ['what is no answer at all', { told: '{"worry":' }],
    ['a list', { told: '[1]' }],
  ])('of %s nothing is told: the talk begins as ever', async (_, fields) => {
    const answer = await app.post(navigatorPaths.talk.to({}), fields);
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(talkPaths.start.to({}));
  });
});
