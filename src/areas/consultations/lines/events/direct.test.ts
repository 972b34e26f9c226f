import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { counsellor } from '../../access.ts';
import { takeContact } from '../../contacts/actions.ts';
import { deskPaths } from '../../paths.ts';
import { lineWorld } from '../desk.testing.ts';
import { lineEvent, pressEvent, textEvent } from '../line.testing.ts';

const { app, rows, desk, tell, arrived } = await lineWorld();
const { deskId, code } = await desk({
  line: { mode: 'direct', decision: '福援第1号', pushesPerMonth: 100 },
});
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const somebody = () => `U${crypto.randomUUID().replaceAll('-', '')}`;
const contact = async () =>
  (await rows(sql`select * from contacts where desk_id = ${deskId} order by arrived_at desc limit 1`))[0] ??
  {};
const board = async () => {
  const contactId = String((await contact())['id']);
  return (await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), aoki)).text();
};
const message = (content: Record<string, unknown>, userId: string) =>
  lineEvent('message', { message: { quoteToken: 'q', ...content } }, { userId });

describe('words go both ways where somebody decided so', () => {
  test('a text becomes a sealed message of a contact, once however often it is told', async () => {
    const event = textEvent('仕事を辞めました', { userId: somebody() });
    await tell(code, event);
    await tell(code, event);
    expect(arrived().join()).toContain('人と話す');
    expect(await board()).toContain('仕事を辞めました');
    const { id, door } = await contact();
    expect(door).toBe('line');
    const said = await rows(sql`select sealed from messages where contact_id = ${String(id)}`);
    expect(said).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('仕事');
  });

  test('stickers and pictures are shown in words, and pictures are not fetched', async () => {
    const userId = somebody();
    await tell(code, message({ type: 'sticker', id: '1', keywords: ['泣く'] }, userId));
    await tell(code, message({ type: 'image', id: '2', contentProvider: { type: 'line' } }, userId));
    const page = await board();
    expect(page).toContain('（スタンプ：泣く）');
    expect(page).toContain('（写真が送られました。内容は受け取っていません）');
    expect(arrived().join()).toContain('こちらでは見られません');
  });

  test('what is taken back is gone at once, and that it was there is seen', async () => {
    const userId = somebody();
    await tell(code, textEvent('言わなければよかった', { userId, id: '900' }));
    await tell(code, lineEvent('unsend', { unsend: { messageId: '900' } }, { userId }));
    const page = await board();
    expect(page).not.toContain('言わなければよかった');
    expect(page).toContain('（送信取消）');
  });

  test('what is taken back after the end is gone as well', async () => {
    const userId = somebody();
    await tell(code, textEvent('あのときの言葉', { userId, id: '903' }));
    const { id } = await contact();
    await rows(sql`update contacts set state = 'ended', ended_at = now() where id = ${String(id)}`);
    await tell(code, lineEvent('unsend', { unsend: { messageId: '903' } }, { userId }));
    expect(
      await rows(sql`select kind from messages where contact_id = ${String(id)} and sender = 'person'`),
    ).toEqual([{ kind: 'unsent' }]);
  });

  test('taken back before it was told: it never appears', async () => {
    const userId = somebody();
    await tell(code, lineEvent('unsend', { unsend: { messageId: '901' } }, { userId }));
    await tell(code, textEvent('遅れて届いた言葉', { userId, id: '901' }));
    const said = await rows(sql`select 1 from messages m join line_talks t on t.contact_id = m.contact_id
      join line_friends f on f.id = t.friend_id where f.last_seen_at = (select max(last_seen_at) from line_friends)`);
    expect(said).toEqual([]);
  });

  test('what is changed at LINE is changed here', async () => {
    const userId = somebody();
    await tell(code, textEvent('明日いきます', { userId, id: '902' }));
    const changed = { message: { type: 'text', id: '902', text: 'もう死にたい', quoteToken: 'q' } };
    await tell(code, lineEvent('messageEdited', changed, { userId }));
    const page = await board();
    expect(page).not.toContain('明日いきます');
    expect(page).toContain('（書き直されました）');
    expect((await contact())['flags']).toEqual(['suicide']);
  });

  test('crisis words flag at arrival, and numbers come at once', async () => {
    const userId = somebody();
    await tell(code, textEvent('こんばんは', { userId }));
    await tell(code, pressEvent('human', { userId }));
    expect(arrived().join()).toContain('相談員に知らせました');
    await tell(code, textEvent('死にたい', { userId }));
    expect(arrived().join()).toContain('0120-061-338');
    expect(await contact()).toMatchObject({ state: 'waiting', flags: ['suicide'] });
  });

  test('events that come out of order are heard in the order in which they happened', async () => {
    const userId = somebody();
    const at = (seconds: number) => new Date(Date.now() + seconds * 1000);
    const [one, two] = ['一つめ', '二つめ'].map((text, n) => textEvent(text, { userId, at: at(n) }));
    await tell(code, two ?? {}, one ?? {});
    const page = await board();
    expect(page.indexOf('一つめ')).toBeGreaterThan(0);
    expect(page.indexOf('一つめ')).toBeLessThan(page.indexOf('二つめ'));
  });

  test('after the end, what is written begins a new contact, proposed as of the same person', async () => {
    const userId = somebody();
    await tell(code, textEvent('はじめて', { userId }));
    const first = String((await contact())['id']);
    await tell(code, pressEvent('human', { userId }));
    await takeContact(app.db, aoki.who, { contactId: first });
    await rows(sql`update contacts set state = 'ended', ended_at = now() where id = ${first}`);
    await tell(code, textEvent('また来ました', { userId }));
    expect((await contact())['id']).not.toBe(first);
    expect(await board()).toContain('同じLINEの相手');
    await tell(code, textEvent('はじめまして', { userId: somebody() }));
    expect(await board()).not.toContain('同じLINEの相手');
  });
});
