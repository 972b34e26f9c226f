import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { counsellor, deskSupervisor } from '../../access.ts';
import { takeContact } from '../../contacts/actions.ts';
import { say } from '../../messages/actions.ts';
import { deskPaths } from '../../paths.ts';
import { talker } from '../../talks/actions.ts';
import { lineWorld } from '../desk.testing.ts';
import { lineEvent, textEvent, wordsOf } from '../line.testing.ts';
import { sendWaiting } from './sending.ts';

const { app, line, api, rows, desk, tell, settle } = await lineWorld();
const { vault } = app.tools;
const direct = { mode: 'direct', decision: '福援第1号', pushesPerMonth: 1000 } as const;
const { deskId, code } = await desk({ line: direct });
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId });
afterEach(async () => {
  line.moods.length = 0;
  line.arrived.length = 0;
  // What one test left to be tried again would take the mood of the next, where the machine is slow.
  await rows(sql`update line_calls set state = 'dead', ended_at = now() where state = 'open'`);
  await rows(sql`update line_outbox set state = 'dead' where state = 'waiting'`);
});

/** Somebody who wrote, whom a counsellor has, and whose minute for answers is over. */
async function talk(at: string = deskId, deskCode: string = code, who = aoki.who) {
  const userId = `U${crypto.randomUUID().replaceAll('-', '')}`;
  await tell(deskCode, textEvent('話を聞いてください', { userId }));
  const [found] = await rows(sql`select t.contact_id, t.friend_id from line_talks t
    join contacts c on c.id = t.contact_id where c.desk_id = ${at} order by t.began_at desc limit 1`);
  const contactId = String(found?.['contact_id']);
  const friendId = String(found?.['friend_id']);
  await inTransaction(app.db, talker, async (tx) => {
    await tx.execute(sql`update contacts set state = 'waiting' where id = ${contactId}`);
    await tx.execute(
      sql`update line_friends set reply_until = now() - interval '1 second' where id = ${friendId}`,
    );
    await tx.execute(sql`update contacts set state = 'ended' where state = 'open' and desk_id = ${at}`);
  });
  await takeContact(app.db, who, { contactId });
  line.arrived.length = 0;
  const says = async (...texts: string[]) => {
    for (const text of texts)
      await say(app.db, who, { vault, contactId, sender: 'counsellor', text, key: crypto.randomUUID() });
    await settle();
  };
  /** The time comes at which it is tried again. */
  const later = async (hours = 0) => {
    await rows(sql`update line_calls set next_try_at = null, claimed_until = null,
      first_tried_at = first_tried_at - make_interval(hours => ${hours}) where state = 'open'`);
    await sendWaiting(app.db, { vault, api }, { friendId });
  };
  return { userId, contactId, friendId, says, later };
}

const words = () =>
  line.arrived.flatMap(({ messages }) => messages.map((each) => wordsOf(each).split(' ')[0]));
const call = async (friendId: string) =>
  (
    await rows(
      sql`select * from line_calls where friend_id = ${friendId} order by created_at desc, id limit 1`,
    )
  )[0];
const pushes = async (at: string) =>
  Number(
    (await rows(sql`select coalesce(sum(pushes), 0)::int as n from line_months where desk_id = ${at}`))[0]?.[
      'n'
    ],
  );

describe('reply first, push afterwards', () => {
  test('within the minute an answer costs nothing', async () => {
    const before = await pushes(deskId);
    await tell(code, textEvent('こんばんは', { userId: `U${'b'.repeat(32)}` }));
    expect(line.arrived[0]?.how).toBe('reply');
    expect(await pushes(deskId)).toBe(before);
  });

  test('afterwards a push, to whom it belongs, and it counts', async () => {
    const { says, userId } = await talk();
    const before = await pushes(deskId);
    await says('お待たせしました');
    expect(line.arrived).toMatchObject([{ how: 'push', to: userId }]);
    expect(await pushes(deskId)).toBe(before + 1);
  });

  test('a token that LINE no longer takes becomes a push at once', async () => {
    const { says, friendId } = await talk();
    await rows(
      sql`update line_friends set reply_until = now() + interval '30 seconds' where id = ${friendId}`,
    );
    line.moods.push({ status: 400, message: 'Invalid reply token' });
    await says('聞いています');
    expect(line.arrived.map(({ how }) => how)).toEqual(['push']);
  });

  test('what waits for one person goes together and is charged once', async () => {
    const { says } = await talk();
    const before = await pushes(deskId);
    line.moods.push({ status: 500 });
    await says('一');
    await says('二', '三');
    await rows(sql`update line_calls set next_try_at = null where state = 'open'`);
    await settle();
    await rows(sql`update line_calls set next_try_at = null where state = 'open'`);
    await settle();
    expect(line.arrived.length).toBeLessThanOrEqual(2);
    expect(await pushes(deskId)).toBeLessThanOrEqual(before + 2);
  });
});

describe('LINE in its moods', () => {
  test('busy, broken, unreached and silent: order is kept, nothing is lost, nothing arrives twice', async () => {
    const { says, later } = await talk();
    line.moods.push({ status: 429, retryAfter: 1 }, { status: 500 }, 'lost', { status: 503 });
    await says('一', '二', '三', '四', '五', '六', '七');
    for (let turn = 0; turn < 8; turn++) await later();
    expect(words()).toEqual(['一', '二', '三', '四', '五', '六', '七']);
    const keys = line.requests.slice(-5).map(({ retryKey }) => retryKey);
    expect(new Set(keys).size).toBeLessThanOrEqual(3);
  });

  test('a push that arrived though no answer came is told apart by its retry key', async () => {
    const { says, later, friendId } = await talk();
    line.moods.push('lost');
    await says('届いていますか');
    expect(await call(friendId)).toMatchObject({ state: 'open', last_error: 'silent', doubtful: true });
    await later();
    expect(words()).toEqual(['届いていますか']);
    expect(await call(friendId)).toMatchObject({ state: 'sent', tries: 2 });
  });

  test('a reply that arrived though no answer came is not sent a second time', async () => {
    const userId = `U${crypto.randomUUID().replaceAll('-', '')}`;
    line.moods.push('lost');
    await tell(code, textEvent('はい', { userId }));
    await rows(sql`update line_calls set next_try_at = null where state = 'open'`);
    await settle();
    const [friend] = await rows(sql`select id from line_friends order by first_seen_at desc limit 1`);
    await sendWaiting(app.db, { vault, api }, { friendId: String(friend?.['id']) });
    expect(line.arrived).toHaveLength(1);
    expect(line.arrived[0]?.how).toBe('reply');
  });

  test('silent for hours: it waits, and goes when LINE is back', async () => {
    const { says, later } = await talk();
    line.moods.push(...Array.from({ length: 6 }, () => ({ status: 502 })));
    await says('待っています');
    for (let hours = 0; hours < 5; hours++) await later(3);
    expect(words()).toEqual([]);
    await later();
    expect(words()).toEqual(['待っています']);
  });

  test('a process that is killed between sending and writing it down: the next one sends nothing twice', async () => {
    const { says, friendId, later } = await talk();
    await says('一度だけ');
    await rows(
      sql`update line_calls set state = 'open', ended_at = null, doubtful = true where friend_id = ${friendId}`,
    );
    await rows(sql`update line_outbox set state = 'waiting', sent_at = null where friend_id = ${friendId}`);
    await later();
    expect(words()).toEqual(['一度だけ']);
  });

  test('two processes at once send it once', async () => {
    const { says, friendId } = await talk();
    line.moods.push({ status: 500 });
    await says('一度だけ');
    await rows(sql`update line_calls set next_try_at = null where friend_id = ${friendId}`);
    await Promise.all([1, 2, 3].map(() => sendWaiting(app.db, { vault, api }, { friendId })));
    expect(words()).toEqual(['一度だけ']);
    expect(await call(friendId)).toMatchObject({ tries: 2 });
  });

  test('what LINE refuses is given up, stands on the page of the desk, and can be sent again', async () => {
    const { says, contactId, friendId } = await talk();
    line.moods.push({ status: 400, message: 'The property is invalid' });
    await says('送れない言葉');
    expect(await call(friendId)).toMatchObject({ state: 'dead', last_error: '400' });
    const page = await (await app.get(deskPaths.line.to({ deskId }), chief)).text();
    expect(page).toContain('LINEが断った（400）');
    const board = await (await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), aoki)).text();
    expect(board).toContain('1通が届いていません');
    const again = deskPaths.lineAgain.to({ deskId });
    const id = String((await call(friendId))?.['id']);
    expect((await app.post(again, { call: id }, aoki)).status).toBe(403);
    expect((await app.post(again, { call: id }, chief)).status).toBe(303);
    await settle();
    expect(words()).toEqual(['送れない言葉']);
  });

  test('wrong keys are no reason to give up: mended, it goes', async () => {
    const { says, later, friendId } = await talk();
    line.moods.push({ status: 401 });
    await says('鍵のこと');
    expect(await call(friendId)).toMatchObject({ state: 'open', last_error: 'keys' });
    await later();
    expect(words()).toEqual(['鍵のこと']);
  });
});

describe('the budget of the month', () => {
  const poor = (pushesPerMonth: number) => desk({ line: { ...direct, pushesPerMonth } });

  test('spent: no push; the counsellor sees that it waits, and it goes with the next message of the person', async () => {
    const { deskId: at, code: where } = await poor(0);
    const person = await app.signIn(counsellor, { organisationId: at });
    const { says, userId, contactId } = await talk(at, where, person.who);
    await says('あとで届きます');
    expect(line.arrived).toEqual([]);
    const board = await (
      await app.get(deskPaths.desk.to({ deskId: at }, { contact: contactId }), person)
    ).text();
    expect(board).toContain('1通は相手が次に書いたときに届きます');
    expect(board).toContain('LINEの送信 今月0／0');
    await tell(where, textEvent('どうですか', { userId }));
    expect(line.arrived).toMatchObject([{ how: 'reply' }]);
    expect(words()).toEqual(['あとで届きます']);
  });

  test('LINE says that nothing is left: nothing more is tried this month', async () => {
    const { deskId: at, code: where } = await poor(5);
    const person = await app.signIn(counsellor, { organisationId: at });
    const { says, friendId } = await talk(at, where, person.who);
    line.moods.push({ status: 429, message: 'You have reached your monthly limit.' });
    await says('月の終わり');
    const tried = line.requests.length;
    await sendWaiting(app.db, { vault, api }, { friendId });
    expect(line.requests.length).toBe(tried);
    expect(await pushes(at)).toBe(5);
  });
});

test('a message of somebody who has blocked the account is not sent', async () => {
  const { says, userId, contactId } = await talk();
  await tell(code, lineEvent('unfollow', {}, { userId }));
  await says('届かない言葉');
  expect(line.arrived).toEqual([]);
  const page = await app.get(deskPaths.desk.to({ deskId }, { contact: contactId }), aoki);
  expect(await page.text()).toContain('ブロックしています');
});
