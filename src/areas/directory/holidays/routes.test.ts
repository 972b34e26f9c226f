import { beforeAll, expect, test } from 'vitest';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { directoryEditor, directoryKeeper } from '../access.ts';
import { exampleHours } from '../hours/fixtures.ts';
import { nationalHolidays } from '../hours/holidays.ts';
import { findPaths, staffDirectoryPaths } from '../paths.ts';
import { makeService } from '../services/fixtures.ts';
import { type SignedIn, type TestApp, testApp } from '#src/app.testing.ts';

const url = staffDirectoryPaths.holidays.to({});
const today = tokyoDay(new Date());
let app: TestApp;
let keeper: SignedIn;

beforeAll(async () => {
  app = await testApp();
  keeper = await app.signIn(directoryKeeper);
});

/** A day that is none in the national table, so that the test holds on every day. */
const plainDay = (from: number) => {
  let day = addDays(today, from);
  while (nationalHolidays.nameOf(day)) day = addDays(day, 1);
  return day;
};

test('a day that staff make a holiday closes the desks that keep to holidays, at once', async () => {
  const hours = exampleHours([{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }], {
    publicHolidays: 'closed',
  });
  const { serviceId } = await makeService(app.db, { content: { hours } });
  const day = plainDay(2);
  const entry = async () => textOf(await app.get(findPaths.service.to({ id: serviceId })));
  expect(await entry()).not.toContain('臨時の休日');
  const posted = await app.post(url, { date: day, what: 'make', nameJa: '臨時の休日', nameEn: '' }, keeper);
  expect(posted.status).toBe(303);
  expect(await entry()).toContain('休み（臨時の休日）');
  const list = await textOf(await app.get(url, keeper));
  expect(list).toContain('臨時の休日');
  expect(list).toContain('ここで加えた');
  await app.post(staffDirectoryPaths.holidayRestore.to({ date: day }), {}, keeper);
  expect(await entry()).not.toContain('臨時の休日');
});

test('what was typed stays when it is refused, and says why', async () => {
  const refused = await app.post(
    url,
    { date: plainDay(5), what: 'make', nameJa: '', nameEn: 'Special' },
    keeper,
  );
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain('祝日にするときは、名前を入力してください');
  expect(html).toContain('value="Special"');
  expect((await app.post(url, { date: '2026-02-30', what: 'take' }, keeper)).status).toBe(422);
  expect(
    (await app.post(url, { date: addDays(today, -1), what: 'make', nameJa: '昨日' }, keeper)).status,
  ).toBe(422);
  expect(
    (await app.post(staffDirectoryPaths.holidayRestore.to({ date: plainDay(9) }), {}, keeper)).status,
  ).toBe(422);
});

test('only who keeps the whole directory may change them', async () => {
  const editor = await app.signIn(directoryEditor);
  expect((await app.get(url, editor)).status).toBe(403);
  const typed = { date: plainDay(3), what: 'make', nameJa: '勝手な休日', nameEn: '' };
  expect((await app.post(url, typed, editor)).status).toBe(403);
  expect((await app.get(url)).status).toBe(303);
});
