import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { textOf } from '#platform/testing/text-of.ts';
import { directoryKeeper } from '#areas/directory/index.ts';
import { staffDirectoryPaths } from '#areas/directory/paths.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { dayAndNight, exampleSettings, makeDesk } from '../desks/fixtures.ts';
import { closingPaths, contactPaths, deskPaths, talkPaths } from '../paths.ts';
import { type Device, deviceOf } from '../talks/fixtures.ts';

const app = await testApp();
const door = exampleSettings().doors.chat;
if (!door) throw new Error('no chat');
const hours = {
  ...dayAndNight,
  alwaysOpen: false,
  rules: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '17:00', closes: '24:00' }],
};
const { deskId, code } = await makeDesk(app.db, {
  settings: { doors: { chat: { ...door, hours: { ...hours, publicHolidays: 'closed' } } } },
});

/** The clock of the product; the database keeps its own. */
const at = (moment: string) => vi.setSystemTime(new Date(`${moment}:00+09:00`));
beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => vi.useRealTimers());

const words = async (device: Device) => textOf(await device.get(talkPaths.conversation.to({})));
async function comes(text: string): Promise<{ device: Device; contactId: string }> {
  const device = deviceOf(app);
  await device.post(talkPaths.desk.to({ desk: code }), { text, key: crypto.randomUUID() });
  await device.post(talkPaths.human.to({}), {});
  const { findTalk } = await import('../talks/actions.ts');
  const contact = await findTalk(app.db, device.cookie.replace('talk=', ''), new Date());
  return { device, contactId: contact?.id ?? '' };
}
const say = (text: string) => ({ text, key: crypto.randomUUID() });

test('a crisis word at ten to midnight: the talk goes on, both are told of the hour, the counsellor stays, and the lines stand there', async () => {
  at('2026-11-20T23:50');
  const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
  const { device, contactId } = await comes('もう死にたいです');
  expect(await words(device)).toContain('受付は24:00までです');
  await app.post(contactPaths.take.to({ contactId }), {}, aoki);
  const board = deskPaths.desk.to({ deskId }, { contact: contactId });
  const warned = await textOf(await app.get(board, aoki));
  expect(warned).toContain('あと10分で受付が終わります。あなたの対応中は1件です');
  expect(warned).toContain('このまま続ける');
  const told = await words(device);
  expect(told).toContain('受付は24:00までですが、この話が途中で切れることはありません');
  expect(told).toContain('0120-061-338');
  expect(told).not.toContain('時間のあともここに残ります');
  expect((await app.post(closingPaths.stay.to({ contactId }), {}, aoki)).status).toBe(303);
  expect(await words(device)).toContain('相談員は、時間のあともここに残ります');

  at('2026-11-21T00:05');
  expect((await app.post(contactPaths.say.to({ contactId }), say('ここにいます'), aoki)).status).toBe(303);
  expect((await device.post(talkPaths.say.to({}), say('ありがとう'))).status).toBe(303);
  const after = await words(device);
  expect(after).toContain('受付の時間は終わりましたが、この話は続けられます');
  expect(after).toContain('ここにいます');
  expect(await textOf(await app.get(board, aoki))).toContain('受付の時間は終わっています');
  expect(await textOf(await app.get(board, aoki))).toContain('ありがとう');
});

test('who still waits when a holiday begins at midnight is told when they are read, and whom to call', async () => {
  at('2026-11-22T23:58');
  const { device } = await comes('だれかと話したい');
  expect(await words(device)).toContain('受付は24:00までです');
  at('2026-11-23T00:00');
  const told = await words(device);
  expect(told).toContain('書いた言葉は2026-11-24 17:00に読みます');
  expect(told).toContain('時間外のため、次に窓口が開いたときに読みます');
  expect(told).toContain('0120-279-338');
});

test('a day that staff make a holiday in the directory is one for the desk: people are told, and nobody has to be planned', async () => {
  at('2026-11-25T23:58');
  const keeper = await app.signIn(directoryKeeper);
  const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
  const { device } = await comes('だれかと話したい');
  const plan = async () =>
    textOf(await app.get(deskPaths.shifts.to({ deskId }, { day: '2026-11-26' }), chief));
  const gaps = async () => (await plan()).split('17:00').length;
  const before = await gaps();
  const holiday = { date: '2026-11-26', what: 'make', nameJa: '臨時の休日', nameEn: '' };
  expect((await app.post(staffDirectoryPaths.holidays.to({}), holiday, keeper)).status).toBe(303);
  expect(await gaps()).toBeLessThan(before);
  at('2026-11-26T00:00');
  expect(await words(device)).toContain('書いた言葉は2026-11-27 17:00に読みます');
  at('2026-11-26T18:00');
  expect(await textOf(await app.get(talkPaths.start.to({})))).not.toContain('24:00まで');
  await app.post(staffDirectoryPaths.holidayRestore.to({ date: '2026-11-26' }), {}, keeper);
});

test('while the desk is open for long nobody speaks of hours, and only who has it can stay', async () => {
  at('2026-11-20T20:00');
  const baba = await app.signIn(counsellor, { organisationId: deskId, name: '馬場 相談' });
  const { device, contactId } = await comes('こんばんは');
  const page = await (await device.get(talkPaths.conversation.to({}))).text();
  expect(page).toMatch(/hidden[^>]*data-talk-closing/);
  expect((await app.post(closingPaths.stay.to({ contactId }), {}, baba)).status).toBe(422);
});
