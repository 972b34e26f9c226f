import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { anonymous, system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, type TestApp, testApp } from '#src/app.testing.ts';
import { concierge } from '../access.ts';
import { makeAgent, makeMember } from '../members/fixtures.ts';
import { meetingPaths, meetingStaffPaths } from '../paths.ts';
import { cancelMeeting, enterMeeting, holdMeeting } from './actions.ts';
import { calendarOf } from './calendar.ts';
import { countEntries, findMeeting, listEntries, listTables } from './store.ts';

let app: TestApp;
let office: SignedIn;
const it = system('test');

beforeAll(async () => {
  app = await testApp();
  office = await app.signIn(concierge, { kind: 'bureau' });
});

async function meetingIn(days: number, changes: { quota?: number; place?: string } = {}): Promise<string> {
  const day = addDays(tokyoDay(new Date()), days);
  const [startsAt, endsAt] = [new Date(`${day}T14:00:00+09:00`), new Date(`${day}T16:00:00+09:00`)];
  const held = await holdMeeting(app.db, office.who, {
    nameJa: '冬の集まり',
    nameEn: '',
    aboutJa: '話しあいます。',
    startsAt,
    endsAt,
    place: '見本ホール',
    url: 'https://meeting.example.jp/secret',
    quota: 10,
    topics: ['食品', '仕事'],
    seats: 4,
    ...changes,
  });
  if (!held.ok) throw new Error(held.refusal);
  return held.value.meetingId;
}

const fields = (mail: string, attends = 'site') => ({
  organisationName: `団体 ${mail.slice(0, 1)}`,
  kind: 'npo',
  name: '試験 月子',
  mail,
  attends,
});
const enter = (meetingId: string, mail: string, attends?: string) =>
  app.post(meetingPaths.enter.to({ meetingId }), fields(mail, attends));
const count = (meetingId: string) => inTransaction(app.db, it, (tx) => countEntries(tx, meetingId));
async function tokenOf(mail: string): Promise<string> {
  const { rows } = await inTransaction(app.db, it, (tx) =>
    tx.execute<{ body: string }>(
      sql`select body from mail_outbox where recipient = ${mail} order by created_at desc limit 1`,
    ),
  );
  return /entries\/([A-Za-z0-9_-]{43})/.exec(rows[0]?.body ?? '')?.[1] ?? '';
}

test('the office holds a meeting by the form; members see it and cannot', async () => {
  const form = {
    nameJa: '春の集まり',
    nameEn: '',
    aboutJa: '話題を持ち寄ります。',
    day: addDays(tokyoDay(new Date()), 20),
    from: '14:00',
    to: '13:00',
    place: '見本ホール',
    url: '',
    quota: '30',
    topics: '食品\n\n仕事',
    seats: '6',
  };
  const list = meetingStaffPaths.list.to({});
  const agent = await makeAgent(app);
  expect((await app.post(list, { ...form, to: '16:00' }, agent)).status).toBe(403);
  expect((await app.post(list, form, office)).status).toBe(422);
  expect((await app.post(list, { ...form, to: '16:00' }, office)).status).toBe(303);
  expect(await textOf(await app.get(meetingPaths.list.to({})))).toContain('春の集まり');
});

test('anybody enters by a short form; who they are stands sealed and the online address is behind their link alone', async () => {
  const meetingId = await meetingIn(10);
  expect((await enter(meetingId, 'tsuki@example.jp', 'online')).status).toBe(303);
  expect((await enter(meetingId, 'tsuki@example.jp', 'online')).status).toBe(303);
  expect(await count(meetingId)).toBe(1);
  const rows = await inTransaction(app.db, it, (tx) => listEntries(tx, meetingId));
  expect(JSON.stringify(rows)).not.toMatch(/月子|tsuki@example/);
  expect(await textOf(await app.get(meetingPaths.meeting.to({ meetingId })))).not.toContain('secret');
  const entry = meetingPaths.entry.to({ token: await tokenOf('tsuki@example.jp') });
  expect(await (await app.get(entry)).text()).toContain('https://meeting.example.jp/secret');
  expect(await inTransaction(app.db, anonymous, (tx) => countEntries(tx, meetingId))).toBe(0);
  const staff = meetingStaffPaths.meeting.to({ meetingId });
  expect(await textOf(await app.get(staff, office))).toContain('試験 月子');
  expect(await textOf(await app.get(staff, await makeAgent(app)))).not.toContain('試験 月子');
});

test('the last place is given once, and is free again when somebody cancels', async () => {
  const meetingId = await meetingIn(11, { quota: 1 });
  const answers = await Promise.all([enter(meetingId, 'a@example.jp'), enter(meetingId, 'b@example.jp')]);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 422]);
  expect(await count(meetingId)).toBe(1);
  const token = (await tokenOf('a@example.jp')) || (await tokenOf('b@example.jp'));
  await app.post(meetingPaths.cancelEntry.to({ token }), {});
  expect(await count(meetingId)).toBe(0);
  expect((await enter(meetingId, 'c@example.jp')).status).toBe(303);
});

test('a member enters in one press, for itself alone; seats are suggested and moved', async () => {
  const meetingId = await meetingIn(12);
  const agent = await makeAgent(app, { nameJa: '一押しの会' });
  const press = meetingStaffPaths.enter.to({ meetingId });
  const other = await makeMember(app.db);
  expect((await app.post(press, { organisationId: other.organisationId }, agent)).status).toBe(403);
  expect((await app.post(press, { organisationId: agent.organisationId }, agent)).status).toBe(303);
  await app.post(meetingStaffPaths.seatAll.to({ meetingId }), {}, office);
  const seats = () => inTransaction(app.db, it, (tx) => listEntries(tx, meetingId));
  const tables = await inTransaction(app.db, it, (tx) => listTables(tx, meetingId));
  const [entry] = await seats();
  expect(tables.map(({ id }) => id)).toContain(entry?.tableId);
  const free = tables.find(({ id }) => id !== entry?.tableId)?.id ?? '';
  const moved = { entryId: entry?.id ?? '', [`tableId-${entry?.id}`]: free };
  await app.post(meetingStaffPaths.seat.to({ meetingId }), moved, office);
  expect((await seats())[0]?.tableId).toBe(free);
});

test('who wished for a topic sits there, and reads it behind their link', async () => {
  const meetingId = await meetingIn(16);
  const [, work] = await inTransaction(app.db, it, (tx) => listTables(tx, meetingId));
  const wished = { ...fields('negai@example.jp'), wish: work?.id ?? '', wish2: '' };
  expect((await app.post(meetingPaths.enter.to({ meetingId }), wished)).status).toBe(303);
  const entry = meetingPaths.entry.to({ token: await tokenOf('negai@example.jp') });
  expect(await textOf(await app.get(entry))).not.toContain(work?.topic);
  await app.post(meetingStaffPaths.seatAll.to({ meetingId }), {}, office);
  expect(await textOf(await app.get(entry))).toContain(work?.topic);
});

test('what came of it is written after it was held, and is public', async () => {
  const [coming, past] = [await meetingIn(13), await meetingIn(-2)];
  const foods = await makeMember(app.db, { nameJa: '結果の食品' });
  const table = await makeMember(app.db, { nameJa: '結果の食卓' });
  const result = {
    words: '月に一度届けます',
    agreed: 'on',
    organisationId: foods.organisationId,
    partnerId: '',
  };
  const post = (meetingId: string, given: Record<string, string>) =>
    app.post(meetingStaffPaths.result.to({ meetingId }), given, office);
  expect((await post(past, result)).status).toBe(422);
  expect((await post(coming, { ...result, partnerId: table.organisationId })).status).toBe(422);
  expect((await post(past, { ...result, partnerId: table.organisationId })).status).toBe(303);
  const page = await textOf(await app.get(meetingPaths.meeting.to({ meetingId: past })));
  expect(page).toContain('結果の食品 × 結果の食卓');
});

test('its calendar entry is cancelled with it, and whoever entered is told', async () => {
  const meetingId = await meetingIn(14);
  const entrant = { name: '試験 月子', mail: 'told@example.jp', lang: 'ja' } as const;
  const entering = {
    meetingId,
    organisationName: '会',
    kind: 'npo',
    attends: 'site',
    wishes: [],
    entrant,
  } as const;
  await enterMeeting(app.db, app.tools, entering);
  const file = async () => (await app.get(meetingPaths.calendar.to({ meetingId }))).text();
  expect(await file()).toContain('STATUS:CONFIRMED');
  await cancelMeeting(app.db, office.who, { meetingId, vault: app.tools.vault });
  const { rows } = await inTransaction(app.db, it, (tx) =>
    tx.execute(sql`select id from mail_outbox where recipient = 'told@example.jp' and subject like '%中止%'`),
  );
  expect(rows).toHaveLength(1);
  const text = await file();
  expect(text).toContain('STATUS:CANCELLED');
  expect(text).toContain('SEQUENCE:1');
  expect((await enter(meetingId, 'late@example.jp')).status).toBe(422);
});

test('lines of the calendar have 75 octets at most, cut between characters, and unfold to what was written', async () => {
  const meetingId = await meetingIn(15);
  const meeting = await inTransaction(app.db, it, (tx) => findMeeting(tx, meetingId));
  const aboutJa = `${'長い話題、'.repeat(40)}終わり; 次\n行`;
  const text = calendarOf('ja', { ...meeting, aboutJa }, 'https://tsunagi.example.jp/x');
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain('終わり\\; 次\\n行');
});
