import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { knock, lineWorld } from '../desk.testing.ts';
import { exampleSecret, lineBody, lineEvent, pressEvent, signed, textEvent } from '../line.testing.ts';

const { app, line, rows, desk, tell, settle, arrived } = await lineWorld();
const { deskId, code } = await desk();
const events = async () =>
  Number((await rows(sql`select count(*)::int as n from line_events where desk_id = ${deskId}`))[0]?.['n']);
const somebody = () => `U${crypto.randomUUID().replaceAll('-', '')}`;

describe('the door', () => {
  test('where one desk alone has LINE, the address needs no name', async () => {
    expect((await knock(app, null, lineBody())).status).toBe(200);
    const other = await desk({}, 'f'.repeat(32));
    expect((await knock(app, null, lineBody())).status).toBe(401);
    expect(other.code).not.toBe(code);
  });

  test('an empty telling is LINE asking whether somebody is there', async () => {
    expect((await knock(app, code, lineBody())).status).toBe(200);
  });

  test('a wrong signature, none, that of another desk, and a desk that nobody knows are answered alike', async () => {
    const body = lineBody(textEvent('こんにちは'));
    const before = await events();
    const answers = [
      await knock(app, code, body, signed(body, 'e'.repeat(32))),
      await knock(app, code, body, ''),
      await knock(app, code, `${body} `, signed(body, exampleSecret)),
      await knock(app, 'nowhere', body),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(await answer.text()).toBe('');
    }
    expect(await events()).toBe(before);
  });

  test('signed, but not what LINE sends: refused, and nothing is written', async () => {
    const before = await events();
    for (const body of ['{', '[]', '{"destination":"x"}', '{"destination":"x","events":[{"type":1}]}'])
      expect((await knock(app, code, body)).status).toBe(400);
    expect(await events()).toBe(before);
  });

  test('more than a megabyte is not read', async () => {
    const body = lineBody({ ...textEvent('x'), padding: 'x'.repeat(1_100_000) });
    expect((await knock(app, code, body)).status).toBe(413);
  });

  test('an event counts once by its id, told again or replayed', async () => {
    const event = textEvent('一度だけ', { userId: somebody() });
    await tell(code, event);
    const before = await events();
    await tell(code, { ...event, deliveryContext: { isRedelivery: true } });
    await tell(code, event);
    expect(await events()).toBe(before);
    expect(arrived()).toHaveLength(1);
  });

  test('what was kept for longer than it is remembered is refused, whatever its signature', async () => {
    const at = new Date(Date.now() - 8 * 86_400_000);
    expect((await knock(app, code, lineBody(textEvent('昔の言葉', { at })))).status).toBe(400);
  });

  test('groups, events for another system and kinds to come are taken and lead to nothing', async () => {
    const group = { ...textEvent('みんなへ'), source: { type: 'group', groupId: 'C1' } };
    const standby = { ...textEvent('別の仕組みへ'), mode: 'standby' };
    const before = await events();
    const answer = await tell(
      code,
      group,
      standby,
      lineEvent('hologram', { hologram: {} }, { userId: somebody() }),
    );
    expect(answer.status).toBe(200);
    expect(await events()).toBe(before + 1);
    expect(arrived()).toEqual([]);
  });
});

describe('the doorbell', () => {
  test('somebody who adds the account learns hours and the way in; nothing is said on a locked screen', async () => {
    await tell(code, lineEvent('follow', { follow: { isUnblocked: false } }, { userId: somebody() }));
    expect(line.arrived[0]).toMatchObject({ how: 'reply' });
    for (const message of line.arrived[0]?.messages ?? [])
      expect(message).toMatchObject({ type: 'flex', altText: 'お知らせがあります' });
    const [words = ''] = arrived();
    for (const said of ['話の内容がLINEに残らないように', '受付時間', '話す画面をひらく', '緊急の電話番号'])
      expect(words).toContain(said);
  });

  test('what is typed leads to a link, and is kept nowhere', async () => {
    const userId = somebody();
    await tell(code, textEvent('夫のことで話したい', { userId }));
    const [words = ''] = arrived();
    expect(words).toMatch(/http:\/\/localhost\/talk\/line\/[A-Za-z0-9_-]{43}/);
    expect(words).toContain('窓口には残していません');
    for (const table of [
      'line_events',
      'line_friends',
      'line_outbox',
      'line_links',
      'contacts',
      'messages',
    ]) {
      const stored = JSON.stringify(await rows(sql`select * from ${sql.raw(table)}`));
      expect(stored).not.toContain('夫のこと');
      expect(stored).not.toContain(userId);
    }
    expect(await rows(sql`select 1 from line_events where sealed is not null`)).toEqual([]);
    expect(await rows(sql`select 1 from contacts where desk_id = ${deskId}`)).toEqual([]);
  });

  test('a sticker and a picture lead to the link as well, and nothing is fetched', async () => {
    const sticker = {
      type: 'sticker',
      id: '1',
      packageId: '1',
      stickerId: '2',
      keywords: ['泣く'],
      quoteToken: 'q',
    };
    const image = { type: 'image', id: '2', contentProvider: { type: 'line' }, quoteToken: 'q' };
    const before = line.requests.length;
    await tell(code, lineEvent('message', { message: sticker }, { userId: somebody() }));
    await tell(code, lineEvent('message', { message: image }, { userId: somebody() }));
    expect(arrived().map((words) => words.includes('/talk/line/'))).toEqual([true, true]);
    expect(line.requests.length).toBe(before + 2);
  });

  test('crisis words bring numbers and the link at once, and a flag to people at the desk, without the words', async () => {
    await tell(code, textEvent('もう死にたい', { userId: somebody() }));
    const words = arrived();
    expect(words[0]).toContain('0120-061-338');
    expect(words[1]).toContain('/talk/line/');
    const [contact] = await rows(sql`select state, flags, id from contacts where desk_id = ${deskId}`);
    expect(contact).toMatchObject({ state: 'waiting', flags: ['suicide'] });
    const said = await rows(sql`select sender from messages where contact_id = ${String(contact?.['id'])}`);
    expect(said).toEqual([{ sender: 'whisper' }]);
  });

  test.each([
    ['hours', '受付時間'],
    ['place', 'いま待っている話はありません'],
    ['danger', '119'],
    ['open', '/talk/line/'],
    ['en', 'Hours'],
  ])('the button "%s" is answered', async (data, said) => {
    await tell(code, pressEvent(data, { userId: somebody() }));
    expect(arrived().join(' ')).toContain(said);
  });

  test('who chose English is spoken to in English from then on', async () => {
    const userId = somebody();
    await tell(code, pressEvent('en', { userId }));
    await tell(code, textEvent('hello', { userId }));
    expect(arrived().at(-1)).toContain('The desk keeps nothing of what you wrote here');
  });

  test('who blocks the account is sent nothing more; who comes back is greeted', async () => {
    const userId = somebody();
    await tell(code, textEvent('はい', { userId }));
    arrived();
    await tell(code, lineEvent('unfollow', {}, { userId }));
    expect(await rows(sql`select 1 from line_friends where state = 'blocked'`)).toHaveLength(1);
    await tell(code, lineEvent('follow', { follow: { isUnblocked: true } }, { userId }));
    expect(await rows(sql`select 1 from line_friends where state = 'blocked'`)).toHaveLength(0);
    expect(arrived()).toHaveLength(1);
  });

  test('a process that was killed before it did its work: the next one does it, once', async () => {
    const event = textEvent('はい', { userId: somebody() });
    expect((await knock(app, code, lineBody(event))).status).toBe(200);
    await app.db.owner.query(`delete from graphile_worker._private_jobs`);
    await settle();
    expect(arrived()).toHaveLength(0);
    await rows(sql`update line_events set received_at = now() - interval '2 minutes' where done_at is null`);
    await app.db.owner.query(`select graphile_worker.add_job('line.sweep')`);
    await settle();
    expect(arrived()).toHaveLength(1);
  });
});
