import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeLog } from '#platform/log.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { type SignedIn, type TestApp, testApp } from '#src/app.testing.ts';
import { concierge, watchKeeper } from '../access.ts';
import { lawyerPaths, lawyerStaffPaths, watchPaths, watchStaffPaths } from '../paths.ts';
import { eraseTogetherJob } from '../retention/jobs.ts';
import { makeNetwork, makeWatchMember, type TestNetwork } from './fixtures.ts';
import { bookDay } from './lawyer-days/actions.ts';
import { planDay } from './lawyer-days/days.ts';
import { lawyerJob } from './lawyer-days/jobs.ts';
import { findNetwork } from './store.ts';

let app: TestApp;
let network: TestNetwork;
let second: SignedIn;
let code = '';
const it = system('test');

beforeAll(async () => {
  app = await testApp();
  network = await makeNetwork(app);
  second = await app.signIn(concierge, { kind: 'bureau' });
  ({ code } = await inTransaction(app.db, it, (tx) => findNetwork(tx, network.organisationId)));
});

async function rows<Row>(query: ReturnType<typeof sql>): Promise<Row[]> {
  return inTransaction(app.db, it, async (tx) => (await tx.execute(query)).rows as unknown as Row[]);
}
const mailsTo = (mail: string) =>
  rows<{ subject: string; body: string }>(
    sql`select subject, body from mail_outbox where recipient = ${mail} order by created_at`,
  );
const linkIn = (body: string | undefined, after: string) =>
  new RegExp(`${after}/([A-Za-z0-9_-]{43})`).exec(body ?? '')?.[1] ?? '';

const text = {
  title: '屋根の点検に注意',
  body: '点検をよそおう訪問があります。',
  advice: '消費生活センターへ。',
};
async function written(): Promise<{ warningId: string; seen: string }> {
  const list = watchStaffPaths.warnings.to({ organisationId: network.organisationId });
  const answer = await app.post(list, text, network.keeper);
  expect(answer.status).toBe(303);
  const warningId = /warnings\/([0-9a-f-]{36})/.exec(answer.headers.get('location') ?? '')?.[1] ?? '';
  const [row] = await rows<{ at: Date | string }>(
    sql`select written_at as at from watch_warnings where id = ${warningId}`,
  );
  return { warningId, seen: new Date(row?.at ?? 0).toISOString() };
}
const at = (warningId: string) => ({ organisationId: network.organisationId, warningId });
const step = (
  warningId: string,
  name: 'send' | 'return' | 'withdraw',
  fields: Record<string, string>,
  as: SignedIn,
) => app.post(watchStaffPaths.warningStep.to({ ...at(warningId), step: name }), fields, as);

test('a warning goes out once a second person has read it: to members by mail or paper, and to everybody', async () => {
  const { who, organisationId } = network.keeper;
  const { token } = await makeWatchMember(app, { who, organisationId }, { mail: 'mise@example.jp' });
  await makeWatchMember(app, { who, organisationId }, { name: '紙の店' });
  const { warningId, seen } = await written();
  const open = watchPaths.warning.to({ code, warningId });
  expect((await app.get(open)).status).toBe(404);
  expect((await step(warningId, 'send', { seen }, network.keeper)).status).toBe(422);
  const toCheck = await textOf(await app.get(watchStaffPaths.toCheck.to({}), second));
  expect(toCheck).toContain(text.title);
  const old = new Date(Date.parse(seen) - 1).toISOString();
  expect(await textOf(await step(warningId, 'send', { seen: old }, second))).toContain('書きなおされました');
  expect((await step(warningId, 'send', { seen }, second)).status).toBe(303);
  expect((await step(warningId, 'send', { seen }, second)).status).toBe(422);
  expect(await textOf(await app.get(open))).toContain(text.body);
  expect(await textOf(await app.get(watchPaths.network.to({ code })))).toContain(text.title);
  const mails = await mailsTo('mise@example.jp');
  expect(mails).toHaveLength(1);
  expect(mails[0]?.body).toContain(watchPaths.memberWarning.to({ token, warningId }));
});

test('reading is counted by a press, once for each member, and never by opening the link', async () => {
  const { who, organisationId } = network.keeper;
  const { token } = await makeWatchMember(
    app,
    { who, organisationId },
    { name: '読む店', mail: 'yomu@example.jp' },
  );
  const { warningId, seen } = await written();
  await step(warningId, 'send', { seen }, second);
  const own = watchPaths.memberWarning.to({ token, warningId });
  expect(await textOf(await app.get(watchPaths.member.to({ token })))).toContain(text.title);
  expect(await textOf(await app.get(own))).toContain('読みました');
  const reads = async () => textOf(await app.get(watchStaffPaths.warning.to(at(warningId)), network.keeper));
  const members = (await rows(sql`select 1 from watch_members where organisation_id = ${organisationId}`))
    .length;
  expect(await reads()).toContain(`${members}か所のうち0か所`);
  const press = watchPaths.readWarning.to({ token, warningId });
  expect((await app.post(press, {})).status).toBe(303);
  expect((await app.post(press, {})).status).toBe(303);
  expect(await reads()).toContain(`${members}か所のうち1か所`);
  expect(await textOf(await app.get(own))).toContain('読んだことを受け取りました');
  const later = await makeWatchMember(app, { who, organisationId }, { name: 'あとの店', mail: '' });
  await app.post(watchPaths.readWarning.to({ token: later.token, warningId }), {});
  expect(await reads()).toContain(`${members + 1}か所のうち2か所`);
  const all = await textOf(await app.get(watchStaffPaths.warnings.to({ organisationId }), network.keeper));
  expect(all).toContain(`${members + 1}か所のうち2か所`);
  const office = await textOf(await app.get(watchStaffPaths.warning.to(at(warningId)), second));
  expect(office).not.toContain('読む店');
  expect((await step(warningId, 'withdraw', { seen, remark: '' }, network.keeper)).status).toBe(422);
  expect((await step(warningId, 'withdraw', { seen, remark: '誤りでした' }, network.keeper)).status).toBe(
    303,
  );
  expect((await app.get(own)).status).toBe(404);
  expect((await app.get(watchPaths.warning.to({ code, warningId }))).status).toBe(404);
  expect((await mailsTo('yomu@example.jp')).at(-1)?.subject).toContain('取り下げました');
});

test('the second person asks to rewrite; another network’s keeper neither reads nor sends', async () => {
  const { warningId, seen } = await written();
  const other = await app.signIn(watchKeeper, { kind: 'municipality' });
  expect((await app.get(watchStaffPaths.warning.to(at(warningId)), other)).status).toBe(403);
  expect((await step(warningId, 'send', { seen }, other)).status).toBe(403);
  expect((await step(warningId, 'return', { seen, remark: '町名を消してください' }, second)).status).toBe(
    303,
  );
  const page = watchStaffPaths.warning.to(at(warningId));
  expect(await textOf(await app.get(page, network.keeper))).toContain('町名を消してください');
  expect((await app.post(page, { ...text, title: '書きなおした' }, network.keeper)).status).toBe(303);
  expect((await app.post(page, text, second)).status).toBe(403);
  expect(await textOf(await app.get(watchStaffPaths.toCheck.to({}), second))).toContain('書きなおした');
});

async function dayIn(days: number, slots = 2): Promise<string> {
  const day = addDays(tokyoDay(new Date()), days);
  const { organisationId } = network;
  const input = { organisationId, day, place: '見本会館', opens: '13:00', minutes: 30, slots, note: '' };
  const planned = await planDay(app.db, network.keeper.who, input);
  if (!planned.ok) throw new Error(planned.refusal);
  return planned.value.dayId;
}
const fields = (mail: string, slot = '0') => ({ slot, topic: 'debt', name: '試験 月子', mail, phone: '' });
const asked = (dayId: string, mail: string, slot: number | null = 0) => ({
  dayId,
  slot,
  topic: 'debt' as const,
  person: { name: '試験 月子', mail, phone: '', lang: 'ja' as const },
  vault: app.tools.vault,
  publicUrl: app.tools.publicUrl,
});
const tokenOf = async (mail: string) => linkIn((await mailsTo(mail)).at(-1)?.body, 'bookings');
const run = (now: Date) =>
  lawyerJob(app.tools).run({ db: app.db, who: it, now, log: makeLog('silent') } as never, {});

test('a slot is booked without an account, confirmed by the mailed link, and cancelled by it', async () => {
  const dayId = await dayIn(20);
  const url = lawyerPaths.day.to({ dayId });
  expect(await textOf(await app.get(url))).toContain('13:30');
  const sent = await app.post(url, fields('a@example.jp'));
  expect(sent.headers.get('location')).toContain('sent=sent');
  expect(await textOf(await app.get(url))).not.toMatch(/13:00 13:30/);
  const token = await tokenOf('a@example.jp');
  expect(await textOf(await app.get(lawyerPaths.booking.to({ token })))).toContain('まだ確定していません');
  expect((await app.post(lawyerPaths.confirm.to({ token }), {})).status).toBe(303);
  expect(await textOf(await app.get(lawyerPaths.booking.to({ token })))).toContain('確定しています');
  const list = lawyerStaffPaths.day.to({ organisationId: network.organisationId, dayId });
  expect(await textOf(await app.get(list, network.keeper))).toContain('試験 月子');
  expect((await app.get(list, await app.signIn(watchKeeper, { kind: 'municipality' }))).status).toBe(403);
  await app.post(lawyerPaths.cancel.to({ token }), {});
  expect(await textOf(await app.get(list, network.keeper))).not.toContain('試験 月子');
});

test('many who book one slot at once: exactly one gets it', async () => {
  const dayId = await dayIn(21, 2);
  const all = Array.from({ length: 8 }, (_, n) => bookDay(app.db, asked(dayId, `many${n}@example.jp`)));
  const answers = await Promise.all(all);
  expect(answers.filter((each) => each.ok)).toHaveLength(1);
  expect(answers.filter((each) => !each.ok && each.refusal === 'slot-taken')).toHaveLength(7);
  const held = await rows(sql`select 1 from lawyer_bookings where day_id = ${dayId} and slot = 0`);
  expect(held).toHaveLength(1);
});

test('the same address twice is one booking, and the answer is the same', async () => {
  const dayId = await dayIn(22);
  for (const slot of [0, 1])
    expect(await bookDay(app.db, asked(dayId, 'twice@example.jp', slot))).toEqual({
      ok: true,
      value: 'held',
    });
  expect(await rows(sql`select 1 from lawyer_bookings where day_id = ${dayId}`)).toHaveLength(1);
});

test('with no slot left one waits, moves up when somebody cancels, and has to confirm in time', async () => {
  const dayId = await dayIn(23, 1);
  await bookDay(app.db, asked(dayId, 'first@example.jp'));
  await app.post(lawyerPaths.confirm.to({ token: await tokenOf('first@example.jp') }), {});
  expect(await bookDay(app.db, asked(dayId, 'wait1@example.jp', null))).toEqual({
    ok: true,
    value: 'waiting',
  });
  await bookDay(app.db, asked(dayId, 'wait2@example.jp', null));
  await app.post(lawyerPaths.cancel.to({ token: await tokenOf('first@example.jp') }), {});
  expect((await mailsTo('wait1@example.jp')).at(-1)?.subject).toBe('枠が空きました');
  expect((await mailsTo('wait2@example.jp')).at(-1)?.subject).not.toBe('枠が空きました');
  await run(new Date(Date.now() + 25 * 3_600_000));
  expect((await mailsTo('wait2@example.jp')).at(-1)?.subject).toBe('枠が空きました');
  const late = await app.post(lawyerPaths.confirm.to({ token: await tokenOf('wait1@example.jp') }), {});
  expect(late.status).toBe(422);
});

test('who booked is reminded on the day before, once, and forgotten ninety days after the day', async () => {
  const dayId = await dayIn(24);
  await bookDay(app.db, asked(dayId, 'remind@example.jp'));
  await app.post(lawyerPaths.confirm.to({ token: await tokenOf('remind@example.jp') }), {});
  const day = addDays(tokyoDay(new Date()), 24);
  const noon = (on: string) => new Date(`${on}T12:00:00+09:00`);
  for (const days of [-2, -1, -1]) await run(noon(addDays(day, days)));
  const reminders = (await mailsTo('remind@example.jp')).filter(({ subject }) => subject.startsWith('明日'));
  expect(reminders).toHaveLength(1);
  const sealed = () =>
    rows<{ sealed: string | null; mark: string | null; topic: string }>(
      sql`select sealed, address_mark as mark, topic from lawyer_bookings where day_id = ${dayId}`,
    );
  const erase = (on: string) =>
    eraseTogetherJob.run({ db: app.db, who: it, now: noon(on), log: makeLog('silent') }, {});
  await erase(addDays(day, 90));
  expect((await sealed())[0]?.sealed).not.toBeNull();
  await erase(addDays(day, 91));
  expect(await sealed()).toEqual([{ sealed: null, mark: null, topic: 'debt' }]);
});

test('the keeper plans by the form, books for who called, and cancels the day with a word to everybody', async () => {
  const { organisationId } = network;
  const list = lawyerStaffPaths.days.to({ organisationId });
  const form = {
    day: addDays(tokyoDay(new Date()), 30),
    place: '見本会館',
    opens: '9:00',
    minutes: '30',
    slots: '2',
    note: '',
  };
  expect((await app.post(list, { ...form, opens: '25:00' }, network.keeper)).status).toBe(422);
  const planned = await app.post(list, form, network.keeper);
  expect(planned.status).toBe(303);
  const dayId = /lawyer-days\/([0-9a-f-]{36})/.exec(planned.headers.get('location') ?? '')?.[1] ?? '';
  const page = lawyerStaffPaths.day.to({ organisationId, dayId });
  const called = {
    slot: '1',
    topic: 'family',
    name: '電話の方',
    phone: '045-000-0001',
    mail: 'call@example.jp',
  };
  expect((await app.post(page, called, network.keeper)).status).toBe(303);
  expect((await app.post(page, called, network.keeper)).status).toBe(422);
  expect(await textOf(await app.get(page, network.keeper))).toContain('電話の方');
  const [booking] = await rows<{ id: string }>(sql`select id from lawyer_bookings where day_id = ${dayId}`);
  const cancelled = lawyerStaffPaths.cancelBooking.to({
    organisationId,
    dayId,
    bookingId: booking?.id ?? '',
  });
  expect((await app.post(cancelled, {}, network.keeper)).status).toBe(303);
  await app.post(page, called, network.keeper);
  await app.post(lawyerStaffPaths.cancelDay.to({ organisationId, dayId }), {}, network.keeper);
  expect((await mailsTo('call@example.jp')).at(-1)?.subject).toContain('中止');
  expect((await app.post(lawyerPaths.day.to({ dayId }), fields('late@example.jp'))).status).toBe(422);
  const kept = await rows<{ all: string }>(sql`select (select string_agg(b::text, ' ') from lawyer_bookings b)
    || (select string_agg(e::text, ' ') from audit_events e) as all`);
  for (const words of ['電話の方', '045-000-0001', 'call@example.jp'])
    expect(kept[0]?.all).not.toContain(words);
});
