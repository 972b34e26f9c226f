import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { readCounts, sumBy } from '../counts/read.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { contactPaths, deskPaths, riskPaths, talkPaths, transferPaths } from '../paths.ts';
import { offerJob } from './jobs.ts';

const app = await testApp();
const here = await makeDesk(app.db, { settings: { transferMinutes: 12 } });
const there = await makeDesk(app.db);
const closed = await makeDesk(app.db, { settings: { doors: {} } });
const aoki = await app.signIn(counsellor, { organisationId: here.deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: here.deskId, name: '長 責任' });
const doi = await app.signIn(counsellor, { organisationId: there.deskId, name: '土井 相談' });
const third = await app.signIn(counsellor, { kind: 'desk', name: 'よその 相談' });

const rows = (statement: ReturnType<typeof sql>, who = system('test')) =>
  inTransaction(app.db, who, async (tx) => (await tx.execute(statement)).rows);
const board = ({ deskId }: { deskId: string }, contact?: string) =>
  deskPaths.desk.to({ deskId }, { contact });
const page = async (url: string, as: SignedIn) => textOf(await app.get(url, as));

async function taken(text = '家賃が払えません') {
  const talk = await makeTalk(app, { deskId: here.deskId, text });
  await app.post(contactPaths.take.to(talk), {}, chief);
  await app.post(contactPaths.handOver.to(talk), { to: aoki.who.personId }, chief);
  return talk;
}
const fields = (change: Record<string, string> = {}) => ({
  transferTo: there.deskId,
  basis: 'consent',
  handoff: '住まいの制度を一緒に確かめてほしい',
  ...change,
});
async function offered(change: Record<string, string> = {}) {
  const talk = await taken();
  expect((await app.post(transferPaths.offer.to(talk), fields(change), aoki)).status).toBe(303);
  const [row] = await rows(sql`select id from transfers where contact_id = ${talk.contactId}`);
  return { ...talk, transferId: String(row?.['id']) };
}
/** Ends what a counsellor holds, so that the limit of the desk is not what is tested. */
const freeHands = () =>
  rows(
    sql`update contacts set state = 'ended', ended_at = now(), end_reason = 'done' where state = 'open' returning 1`,
  );

describe('an offer', () => {
  test.each([
    [{ handoff: '' }, '申し送りを書いてください'],
    [{ basis: '' }, '引き継ぐ根拠を選んでください'],
    [{ basis: 'danger' }, '危険の理由を選んでください'],
    [{ transferTo: closed.deskId }, '受けられる窓口を選んでください'],
    [{ transferTo: here.deskId }, '受けられる窓口を選んでください'],
    [{ transferTo: '' }, '受けられる窓口を選んでください'],
  ])('%j is refused: %s, and what was typed stays', async (change, why) => {
    await freeHands();
    const talk = await taken();
    const answer = await app.post(
      transferPaths.offer.to(talk),
      fields({ handoff: '途中の申し送り', ...change }),
      aoki,
    );
    expect(answer.status).toBe(422);
    const text = await answer.text();
    expect(text).toContain(why);
    if (!('handoff' in change)) expect(text).toContain('途中の申し送り');
  });

  test('shows the other desk codes and the handoff, and nothing of the conversation until it accepts', async () => {
    await freeHands();
    const { contactId, number } = await offered();
    const seen = await page(board(there), doi);
    expect(seen).toContain('住まいの制度を一緒に確かめてほしい');
    expect(seen).not.toContain('家賃が払えません');
    expect(seen).not.toContain(number);
    const peek = await page(board(there, contactId), doi);
    expect(peek).not.toContain('家賃が払えません');
    expect(
      await rows(sql`select id from messages where contact_id = ${contactId}`, doi.who as never),
    ).toEqual([]);
    expect(
      await rows(sql`select id from transfers where contact_id = ${contactId}`, third.who as never),
    ).toEqual([]);
    expect(
      JSON.stringify(await rows(sql`select * from transfers where contact_id = ${contactId}`)),
    ).not.toContain('住まい');
    expect(await page(board(here, contactId), aoki)).toContain('引き継ぎを頼んでいます');
    expect((await app.post(transferPaths.offer.to({ contactId }), fields(), aoki)).status).toBe(422);
  });
});

describe('accepting', () => {
  test('moves all that was said; the person goes on in the same conversation and is told calmly', async () => {
    await freeHands();
    const { contactId, number, token, transferId } = await offered();
    const counts = async (deskId: string) =>
      inTransaction(app.db, system('test'), async (tx) => {
        const month = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 7);
        const counted = await readCounts(tx, { deskId, months: [month] });
        const chat = (kind: string) => sumBy(counted, kind)['chat'] ?? 0;
        return { came: chat('door'), answered: chat('answered') };
      });
    const before = [await counts(here.deskId), await counts(there.deskId)];
    await app.post(riskPaths.assess.to({ contactId }), { 'risk-level': '3', 'risk-note': '薬箱' }, aoki);
    const accepted = await app.post(transferPaths.accept.to({ transferId }), {}, doi);
    expect(accepted.headers.get('location')).toBe(board(there, contactId));

    const now = await page(board(there, contactId), doi);
    for (const words of [
      '家賃が払えません',
      '住まいの制度を一緒に確かめてほしい',
      '薬箱',
      '責任者を呼んでいます',
    ])
      expect(now).toContain(words);
    const left = await page(board(here, contactId), aoki);
    expect(left).toContain('別の窓口へ引き継がれました');
    expect(left).not.toContain('家賃が払えません');
    expect(
      await rows(sql`select id from messages where contact_id = ${contactId}`, aoki.who as never),
    ).toEqual([]);
    expect(
      await rows(sql`select id from risk_assessments where contact_id = ${contactId}`, chief.who as never),
    ).toEqual([]);

    const cookie = { cookie: `talk=${token}` } as SignedIn;
    const person = await page(talkPaths.conversation.to({}), cookie);
    expect(person).toContain('家賃が払えません');
    expect(person).toContain('もう一度話さなくて大丈夫です');
    expect(person).not.toContain('住まいの制度を一緒に');
    await app.post(talkPaths.say.to({}), { text: '聞こえますか', key: crypto.randomUUID() }, cookie);
    expect(await page(board(there, contactId), doi)).toContain('聞こえますか');

    expect([await counts(here.deskId), await counts(there.deskId)]).toEqual([
      before[0],
      { came: (before[1]?.came ?? 0) + 1, answered: (before[1]?.answered ?? 0) + 1 },
    ]);
    const stays =
      await rows(sql`select number, state, end_reason, sealed_key, outcome, transferred_from from contacts
      where id = (select transferred_from from contacts where id = ${contactId})`);
    expect(stays).toEqual([
      {
        number: expect.stringMatching(/^T/),
        state: 'ended',
        end_reason: 'transferred',
        sealed_key: null,
        outcome: 'passed-on',
        transferred_from: null,
      },
    ]);
    expect(await rows(sql`select number, desk_id from contacts where id = ${contactId}`)).toEqual([
      { number, desk_id: there.deskId },
    ]);
    const calls = sql`select desk_id, cause, outcome from escalations where contact_id = ${contactId} order by raised_at`;
    expect(await rows(calls)).toEqual([
      { desk_id: here.deskId, cause: 'risk', outcome: 'transferred' },
      { desk_id: there.deskId, cause: 'transfer', outcome: null },
    ]);
    const events = await rows(
      sql`select event from audit_events where event like 'transfer.%' and subject_id = ${contactId} order by position`,
    );
    expect(events).toEqual([{ event: 'transfer.offer' }, { event: 'transfer.accept' }]);
  });

  test('is for the people of the desk that was asked, once', async () => {
    await freeHands();
    const { transferId } = await offered();
    const accept = transferPaths.accept.to({ transferId });
    expect((await app.post(accept, {}, aoki)).status).toBe(404);
    expect((await app.post(accept, {}, third)).status).toBe(404);
    const both = await Promise.all([app.post(accept, {}, doi), app.post(accept, {}, doi)]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  });

  test('the database moves nothing for anybody else, whatever the code forgets', async () => {
    await freeHands();
    const { contactId, transferId } = await offered();
    const move = sql`select accept_transfer(${transferId}::uuid, now(), true)`;
    await expect(rows(move, aoki.who as never)).rejects.toMatchObject({ cause: { code: '42501' } });
    await expect(rows(move, third.who as never)).rejects.toMatchObject({ cause: { code: '42501' } });
    // Nobody offers themselves a conversation that they do not see.
    const steal = sql`insert into transfers (contact_id, from_desk_id, to_desk_id, state, basis, door, offered_by, offered_at, due_at)
      values (${contactId}, ${there.deskId}, ${there.deskId}, 'offered', 'consent', 'chat', ${doi.who.personId}, now(), now())`;
    await rows(sql`update transfers set state = 'withdrawn' where id = ${transferId} returning 1`);
    await expect(rows(steal, doi.who as never)).rejects.toMatchObject({ cause: { code: '42501' } });
  });
});

describe('an offer that is not accepted', () => {
  test('is declined with a reason: who asked is told, the person is not', async () => {
    await freeHands();
    const { contactId, token, transferId } = await offered({ basis: 'danger', dangerReason: 'life' });
    const decline = transferPaths.decline.to({ transferId });
    expect(await page(board(there), doi)).toContain('引き継ぎの依頼');
    expect((await app.post(decline, {}, doi)).status).toBe(422);
    expect((await app.post(decline, { [`decline-${transferId}`]: 'full' }, doi)).status).toBe(303);
    expect(await page(board(here, contactId), aoki)).toContain('引き受けられませんでした：手が足りない');
    expect(await page(talkPaths.conversation.to({}), { cookie: `talk=${token}` } as SignedIn)).not.toContain(
      '引き',
    );
    expect(
      await rows(sql`select basis, danger, sealed, sealed_key from transfers where id = ${transferId}`),
    ).toEqual([{ basis: 'danger', danger: 'life', sealed: null, sealed_key: null }]);
  });

  test('goes with a conversation that ends', async () => {
    await freeHands();
    const { contactId, transferId } = await offered();
    await app.post(contactPaths.end.to({ contactId }), { reason: 'done' }, aoki);
    expect((await app.post(transferPaths.accept.to({ transferId }), {}, doi)).status).toBe(422);
    expect(await rows(sql`select state, sealed from transfers where id = ${transferId}`)).toEqual([
      { state: 'withdrawn', sealed: null },
    ]);
  });

  test('comes back when its time is up, and can be taken back before', async () => {
    await freeHands();
    await rows(sql`update transfers set state = 'withdrawn' where state = 'offered' returning 1`);
    const first = await offered();
    const run = (now: Date) =>
      offerJob.run(
        { db: app.db, who: system('transfer.expire'), now, log: makeLog('silent') } as never,
        first,
      );
    expect(await page(board(there), doi)).toContain('あと12分');
    await run(new Date(Date.now() + 11 * 60_000));
    expect(await rows(sql`select state from transfers where id = ${first.transferId}`)).toEqual([
      { state: 'offered' },
    ]);
    await run(new Date(Date.now() + 13 * 60_000));
    expect(await page(board(here, first.contactId), aoki)).toContain('時間内に返事がありませんでした');
    expect(await page(board(there), doi)).not.toContain('住まいの制度');
    await app.post(transferPaths.offer.to(first), fields(), aoki);
    const [again] = await rows(
      sql`select id from transfers where contact_id = ${first.contactId} and state = 'offered'`,
    );
    const withdraw = transferPaths.withdraw.to({ transferId: String(again?.['id']) });
    expect((await app.post(withdraw, {}, doi)).status).toBe(404);
    expect((await app.post(withdraw, {}, aoki)).status).toBe(303);
    expect(
      (await app.post(transferPaths.accept.to({ transferId: String(again?.['id']) }), {}, doi)).status,
    ).toBe(422);
  });
});
