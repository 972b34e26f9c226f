import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { counsellor } from '../../access.ts';
import { takeContact } from '../../contacts/actions.ts';
import { say } from '../../messages/actions.ts';
import { deskPaths, talkPaths } from '../../paths.ts';
import { eraseDue } from '../../retention/actions.ts';
import { talker } from '../../talks/actions.ts';
import { lineWorld } from '../desk.testing.ts';
import { pressEvent, textEvent } from '../line.testing.ts';
import { ringBell } from '../outbox/deliver.ts';

const { app, rows, desk, tell, settle, arrived } = await lineWorld();
const { vault } = app.tools;
const { deskId, code } = await desk();
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const somebody = () => `U${crypto.randomUUID().replaceAll('-', '')}`;

/** Presses the button at LINE; gives the address that came. */
async function linkFor(userId: string): Promise<string> {
  await tell(code, pressEvent('open', { userId }));
  const found = /http:\/\/localhost(\/talk\/line\/[\w-]+)/.exec(arrived().join(' '))?.[1];
  if (!found) throw new Error('no link came');
  return found;
}

const open = (url: string) => app.send(url, { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' } });
const cookieOf = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
const read = async (cookie: string) =>
  textOf(await app.send(talkPaths.conversation.to({}), { headers: { cookie } }));
const contactId = async () =>
  String(
    (
      await rows(sql`select id from contacts where desk_id = ${deskId} order by arrived_at desc limit 1`)
    )[0]?.['id'],
  );

describe('out of LINE', () => {
  test('the page says first who reads, how long it stays and what happens in danger; looking uses nothing up', async () => {
    const url = await linkFor(somebody());
    for (let looks = 0; looks < 3; looks++) {
      const page = await textOf(await app.get(url));
      for (const said of ['試験の窓口の相談員と責任者だけです', '90日で消します', '警察や救急', '119'])
        expect(page).toContain(said);
    }
    expect(await rows(sql`select 1 from contacts where desk_id = ${deskId}`)).toEqual([]);
  });

  test('one press leads into the conversation, a second nowhere, from whatever device', async () => {
    const url = await linkFor(somebody());
    const [one, two] = await Promise.all([open(url), open(url)]);
    expect([one.status, two.status].toSorted((a, b) => a - b)).toEqual([303, 410]);
    const cookie = cookieOf(one.status === 303 ? one : two);
    expect(cookie).toMatch(/^talk=.+/);
    expect(await read(cookie)).toContain('まだ相談員にはつながっていません');
    expect(await textOf(await app.get(url))).toContain('この入り口は、もう使えません');
    expect(await rows(sql`select door, state from contacts where id = ${await contactId()}`)).toEqual([
      { door: 'line', state: 'bot' },
    ]);
  });

  test('after a quarter of an hour it leads nowhere', async () => {
    const url = await linkFor(somebody());
    await rows(sql`update line_links set expires_at = now() - interval '1 second' where used_at is null`);
    expect((await open(url)).status).toBe(410);
    expect((await app.get(`/talk/line/${'A'.repeat(43)}`)).status).toBe(410);
  });

  test('a new link leads back into the same conversation, and LINE tells the place in the queue', async () => {
    const userId = somebody();
    const cookie = cookieOf(await open(await linkFor(userId)));
    const before = await contactId();
    await app.send(talkPaths.human.to({}), {
      method: 'POST',
      headers: { cookie, 'sec-fetch-site': 'same-origin' },
    });
    await tell(code, pressEvent('place', { userId }));
    expect(arrived().join()).toMatch(/相談員を待っています。(次があなたの番です|あなたの前に\d+人います)/);
    await open(await linkFor(userId));
    expect(await contactId()).toBe(before);
  });
});

describe('the bell', () => {
  async function inTalk() {
    const userId = somebody();
    const cookie = cookieOf(await open(await linkFor(userId)));
    const id = await contactId();
    await rows(sql`update contacts set state = 'ended', ended_at = now() where state = 'open'`);
    await takeContact(app.db, aoki.who, { contactId: id });
    const says = async (text: string) => {
      await say(app.db, aoki.who, {
        vault,
        contactId: id,
        sender: 'counsellor',
        text,
        key: crypto.randomUUID(),
      });
      await settle();
      // The time in which an open page would have shown it.
      await ringBell(app.db, { vault, contactId: id });
      await settle();
    };
    return { userId, cookie, id, says };
  }

  test('rings once for words that nobody has seen, and says nothing of them', async () => {
    const { says, id } = await inTalk();
    await says('お待たせしました、家賃のことですね');
    await says('ゆっくりで大丈夫です');
    const rung = arrived();
    expect(rung).toHaveLength(1);
    expect(rung[0]).toContain('お知らせがあります');
    expect(rung[0]).not.toContain('家賃');
    const page = await (await app.get(deskPaths.desk.to({ deskId }, { contact: id }), aoki)).text();
    expect(page).toContain('相手はまだ見ていません（LINEで知らせました）');
  });

  test('does not ring for what the open page has shown, and rings again after a look', async () => {
    const { says, cookie, id } = await inTalk();
    await says('一つめ');
    expect(arrived()).toHaveLength(1);
    expect(await read(cookie)).toContain('一つめ');
    await ringBell(app.db, { vault, contactId: id });
    await settle();
    expect(arrived()).toEqual([]);
    const page = await (await app.get(deskPaths.desk.to({ deskId }, { contact: id }), aoki)).text();
    expect(page).toContain('相手の画面に出ました');
    await says('二つめ');
    expect(arrived()).toHaveLength(1);
  });
});

test('who they are at LINE goes with their words, after the days that were promised', async () => {
  const userId = somebody();
  await open(await linkFor(userId));
  const id = await contactId();
  await tell(code, textEvent('さようなら', { userId }));
  await rows(
    sql`update contacts set state = 'ended', ended_at = now() - interval '91 days' where id = ${id}`,
  );
  await rows(sql`update line_friends set last_seen_at = now() - interval '91 days'`);
  const friends = async () => (await rows(sql`select 1 from line_friends where desk_id = ${deskId}`)).length;
  const before = await friends();
  await eraseDue(app.db, talker);
  expect(await friends()).toBeLessThan(before);
  expect(await rows(sql`select 1 from line_talks where contact_id = ${id}`)).toEqual([]);
  expect(await rows(sql`select 1 from line_outbox where contact_id = ${id}`)).toEqual([]);
});
