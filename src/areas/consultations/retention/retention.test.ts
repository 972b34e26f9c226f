import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { openContact } from '../contacts/actions.ts';
import { makeTalk } from '../contacts/fixtures.ts';
import { updateContact } from '../contacts/store.ts';
import { listCounts } from '../counts/store.ts';
import { exampleSettings, makeDesk } from '../desks/fixtures.ts';
import { counsellor } from '../access.ts';
import { deskPaths, talkPaths } from '../paths.ts';
import { returnToTalk } from '../talks/actions.ts';
import { endQuiet, eraseDue } from './actions.ts';
import { eraseJob } from './jobs.ts';
import { listErasures } from './store.ts';

const app = await testApp();
const chat = { ...exampleSettings().doors.chat, retentionDays: 30 } as const;
const { deskId } = await makeDesk(app.db, { settings: { doors: { chat: chat as never } } });
const tester = system('test');
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, tester, async (tx) => (await tx.execute(statement)).rows);
const now = new Date('2026-11-25T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

async function ended(days: number | null) {
  const talk = await makeTalk(app, { deskId, text: '消えるはずの言葉' });
  if (days !== null)
    await inTransaction(app.db, tester, (tx) =>
      updateContact(tx, talk.contactId, { state: 'ended', endedAt: daysAgo(days), worries: ['income'] }),
    );
  return talk;
}

test('words go when the promised days are over, with their key; what is counted stays', async () => {
  const [old, young, open] = [await ended(31), await ended(29), await ended(null)];
  const month =
    old.contactId &&
    (
      await rows(sql`select to_char(arrived_at at time zone 'Asia/Tokyo', 'YYYY-MM') as m
    from contacts where id = ${old.contactId}`)
    )[0]?.['m'];
  const counted = () =>
    inTransaction(app.db, tester, (tx) =>
      listCounts(tx, { kinds: ['door', 'worry'], from: String(month), to: String(month), deskId }),
    );
  const before = await counted();
  expect(await eraseDue(app.db, tester, now)).toEqual({ contacts: 1 });
  const left = await rows(sql`select c.id, c.sealed_key is null as erased,
    (select count(*)::int from messages m where m.contact_id = c.id) as messages
    from contacts c where desk_id = ${deskId} order by c.created_at`);
  expect(left).toEqual([
    { id: old.contactId, erased: true, messages: 0 },
    { id: young.contactId, erased: false, messages: 1 },
    { id: open.contactId, erased: false, messages: 1 },
  ]);
  expect(await counted()).toEqual(before);
  expect(await returnToTalk(app.db, old)).toMatchObject({ ok: false });
  expect((await returnToTalk(app.db, young)).ok).toBe(true);
});

test('each desk and each of its ways keeps its own promise', async () => {
  const door = (retentionDays: number) => ({ ...exampleSettings().doors.chat, retentionDays }) as never;
  const strict = await makeDesk(app.db, { settings: { doors: { chat: door(7), phone: door(40) } } });
  const long = await makeDesk(app.db, { settings: { doors: { chat: door(60) } } });
  const held = async (desk: string, way: 'chat' | 'phone', days: number) => {
    const endedAt = new Date(now.getTime() + days * 86_400_000);
    const opening = {
      vault: app.tools.vault,
      deskId: desk,
      door: way,
      state: 'ended',
      inHours: true,
    } as const;
    return (await openContact(app.db, tester, { ...opening, fields: { endedAt } }, endedAt)).id;
  };
  // Days before the run, of which the promise of one way has passed and that of the other has not.
  const ids = [
    await held(strict.deskId, 'chat', -8),
    await held(strict.deskId, 'chat', -6),
    await held(strict.deskId, 'phone', -39),
    await held(strict.deskId, 'phone', -41),
    await held(long.deskId, 'chat', -41),
    await held(long.deskId, 'chat', -61),
  ];
  await eraseDue(app.db, tester, now);
  const erased = await rows(
    sql`select id from contacts where erased_at is not null and id = any(${sql.param(ids)}::uuid[])`,
  );
  expect(erased.map(({ id }) => ids.indexOf(String(id))).toSorted((a, b) => a - b)).toEqual([0, 3, 5]);
  const proofs = await inTransaction(app.db, tester, (tx) =>
    listErasures(tx, { deskId: strict.deskId, limit: 10 }),
  );
  expect(
    Object.fromEntries(proofs.map(({ door, retentionDays, contacts }) => [door, [retentionDays, contacts]])),
  ).toEqual({ chat: [7, 1], phone: [40, 1] });
});

test('the run proves itself by numbers, and a second one finds nothing', async () => {
  const [proof] = await inTransaction(app.db, tester, (tx) => listErasures(tx, { deskId, limit: 10 }));
  expect(proof).toMatchObject({ door: 'chat', retentionDays: 30, contacts: 1, messages: 1 });
  expect(await eraseDue(app.db, tester, now)).toEqual({ contacts: 0 });
});

test('the desk sees the proof and the next run, others nothing', async () => {
  const aoki = await app.signIn(counsellor, { organisationId: deskId });
  const stranger = await app.signIn(counsellor, { kind: 'desk' });
  const page = await textOf(await app.get(deskPaths.retention.to({ deskId }), aoki));
  expect(page).toContain('チャット 30 1 1 0');
  expect(page).toMatch(/次に消す日時 ：\d{4}-\d\d-\d\d 03:30/);
  expect((await app.get(deskPaths.retention.to({ deskId }), stranger)).status).toBe(404);
});

test('everybody reads what was promised and that it was kept, few as few; a run that does not come is seen', async () => {
  await eraseDue(app.db, tester);
  const statement = async () => textOf(await app.get(talkPaths.promises.to({})));
  expect(await statement()).toContain('これまでに消した相談 10件未満');
  expect(await statement()).toContain('約束の日を過ぎて残っているもの 0件');
  const forgotten = await ended(0);
  await inTransaction(app.db, tester, (tx) =>
    updateContact(tx, forgotten.contactId, { endedAt: new Date(Date.now() - 32 * 86_400_000) }),
  );
  expect(await statement()).toContain('約束の日を過ぎて残っているもの 1件');
});

test('a talk with the guide that nobody went on with ends after a day; who asked for a human still waits', async () => {
  const quiet = await makeTalk(app, { deskId, asks: false });
  const waiting = await makeTalk(app, { deskId });
  const tomorrow = new Date(Date.now() + 86_400_000 + 60_000);
  const fresh = await endQuiet(app.db, tester, new Date(Date.now() + 3_600_000));
  const ids = [quiet.contactId, waiting.contactId];
  const states = async () =>
    Object.fromEntries(
      (
        await rows(sql`select id, state, end_reason from contacts where id = any(${sql.param(ids)}::uuid[])`)
      ).map(({ id, state, end_reason }) => [String(id), [state, end_reason]]),
    );
  expect([fresh, (await states())[quiet.contactId]]).toEqual([0, ['bot', null]]);
  await endQuiet(app.db, tester, tomorrow);
  expect(await states()).toEqual({
    [quiet.contactId]: ['ended', 'quiet'],
    [waiting.contactId]: ['waiting', null],
  });
});

test('each night the tries of numbers that rest no more are forgotten', async () => {
  await rows(sql`insert into talk_tries (number, tries, rests_until) values ('11110000', 2, null),
    ('11110001', 5, now() - interval '1 hour'), ('11110002', 5, now() + interval '1 hour')`);
  await eraseJob.run({ db: app.db, who: tester, now: new Date(), log: makeLog('silent') }, {});
  expect(await rows(sql`select number from talk_tries where number like '1111%'`)).toEqual([
    { number: '11110002' },
  ]);
});
