import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { dayName, tokyoDay } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import { counsellor, deskSupervisor } from '../access.ts';
import { makeDesk } from '../desks/fixtures.ts';
import { deskPaths } from '../paths.ts';
import { namesOnDuty } from './read.ts';

const app = await testApp();
const { deskId } = await makeDesk(app.db, { settings: { twoPeople: true } });
const to = { deskId };
const aoki = await app.signIn(counsellor, { organisationId: deskId, name: '青木 相談' });
const chief = await app.signIn(deskSupervisor, { organisationId: deskId, name: '長 責任' });
const stranger = await app.signIn(deskSupervisor, { kind: 'desk' });
const rows = (statement: ReturnType<typeof sql>) =>
  inTransaction(app.db, system('test'), async (tx) => (await tx.execute(statement)).rows);
const planned = async () =>
  (await rows(sql`select count(*)::int as n from shifts where desk_id = ${deskId}`))[0]?.['n'];

const shift = (fields: Record<string, string | string[]> = {}) => ({
  personId: aoki.who.personId,
  day: '2026-12-01',
  from: '9:00',
  to: '17:00',
  'doors[]': ['chat', 'phone'],
  ...fields,
});
const plan = (fields: Record<string, string | string[]> = {}, as = chief) =>
  app.post(deskPaths.shifts.to(to), shift(fields), as);
const page = async (query: Record<string, string>, as = aoki) =>
  textOf(await app.get(deskPaths.shifts.to(to, query), as));

describe('the plan', () => {
  test('is made by the supervisor: once, or every week up to a day, all of it or nothing', async () => {
    expect((await plan({}, aoki)).status).toBe(403);
    expect((await plan({}, stranger)).status).toBe(403);
    expect((await plan({ until: '2026-12-20' })).status).toBe(303);
    expect(await planned()).toBe(3);
    const taken = await plan({ day: '2026-11-24', until: '2026-12-20' });
    expect(await textOf(taken)).toContain('同じ時間にもう当番があります');
    expect(await planned()).toBe(3);
  });

  test.each([
    [{ personId: stranger.who.personId }, 'この窓口で働く人'],
    [{ 'doors[]': [] }, '手段を一つは'],
    [{ from: '朝' }, '時刻は 9:00 のように'],
    [{ from: '1:00', to: '23:00', day: '2026-12-24' }, '16時間まで'],
  ])('%j is refused in words', async (fields, said) => {
    const answer = await plan(fields);
    expect(answer.status).toBe(422);
    expect(await textOf(answer)).toContain(said);
  });

  test('shows each day’s people, and where nobody or one alone is planned', async () => {
    const week = await page({ day: '2026-12-01' });
    expect(week).toContain('9:00〜17:00 青木 相談（電話・チャット）');
    expect(week).toContain('0:00〜9:00 チャット 1人必要・0人');
    expect(week).toContain('9:00〜17:00 窓口全体 2人必要・1人');
    await plan({ personId: chief.who.personId });
    expect(await page({ day: '2026-12-01' })).not.toContain('9:00〜17:00 窓口全体');
    expect(await page({ span: 'month', day: '2026-12-01' })).toContain('12/8');
  });

  test('one day is dropped, or it and what follows', async () => {
    const ids = await rows(
      sql`select id from shifts where person_id = ${aoki.who.personId} order by starts_at`,
    );
    const drop = (at: number, which: string, as = chief) =>
      app.post(deskPaths.removeShift.to({ deskId, shiftId: String(ids[at]?.['id']) }), { which }, as);
    expect((await drop(0, 'one', aoki)).status).toBe(403);
    expect((await drop(0, 'one', stranger)).status).toBe(403);
    await drop(0, 'one');
    await drop(1, 'following');
    expect(await planned()).toBe(1);
  });

  test('is not found for another desk', async () => {
    expect((await app.get(deskPaths.shifts.to(to), stranger)).status).toBe(404);
  });
});

test('who is on duty now stands on the desk’s page and on one’s own list', async () => {
  const at = new Date();
  const span = (hours: number) => new Date(at.getTime() + hours * 3_600_000).toISOString();
  await rows(sql`insert into shifts (desk_id, person_id, starts_at, ends_at, doors, series_id)
    values (${deskId}, ${aoki.who.personId}, ${span(-1)}, ${span(1)}, '{chat}', gen_random_uuid())`);
  expect(await textOf(await app.get(deskPaths.desk.to(to), chief))).toContain('いまの当番 ：青木 相談');
  const day = dayName('ja', tokyoDay(new Date(span(-1))));
  expect(await textOf(await app.get(deskPaths.ownShifts.to({}), aoki))).toContain(day);
  expect(await textOf(await app.get(deskPaths.ownShifts.to({}), chief))).not.toContain(day);
  const later = { deskId, now: new Date(at.getTime() + 2 * 3_600_000) };
  expect(await inTransaction(app.db, aoki.who, (tx) => namesOnDuty(tx, later))).toEqual([]);
});
