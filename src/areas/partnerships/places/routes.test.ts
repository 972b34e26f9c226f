import { describe, expect, test } from 'vitest';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay, tokyoMinute } from '#platform/dates.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { findPaths } from '#areas/directory/paths.ts';
import { testApp } from '#src/app.testing.ts';
import { placeOperator } from '../access.ts';
import { placePaths, placeStaffPaths } from '../paths.ts';
import { addSession, cancelSession, moveSession, placeDesk, sayToday, setHours } from './actions.ts';
import { readCalendar as readFeed } from './feeds/reader.testing.ts';
import { daily, makePlace } from './fixtures.ts';
import { findPlace, readCalendar } from './read.ts';
import { listSaid } from './store.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const operator = await app.signIn(placeOperator, { name: '居場所 担当' });
const other = await app.signIn(placeOperator, { name: '別の 担当' });
const { organisationId } = operator;
const today = tokyoDay(new Date());
const at = (day: string, minute: string) => new Date(`${day}T${minute}:00+09:00`);
const sessionsOn = (serviceId: string, day: string) =>
  inTransaction(app.db, placeDesk, async (tx) =>
    readCalendar(tx, await findPlace(tx, serviceId), { from: day, to: day }),
  );
const entry = async (serviceId: string) => textOf(await app.get(findPaths.service.to({ id: serviceId })));

describe('today in one press', () => {
  test('closed is said on the place’s page, in the directory and in the list of places', async () => {
    const hours = { ...daily, rules: [{ days: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }] };
    const rested = { ...hours, closures: [] };
    const serviceId = await makePlace(app.db, { organisationId, hours: rested, name: { ja: '風の食卓' } });
    expect(await textOf(await app.get(placePaths.place.to({ serviceId })))).toContain('いま開いています');
    const form = { open: 'no', note: '台風のため', until: '' };
    const done = await app.post(placeStaffPaths.today.to({ serviceId }), form, operator);
    expect(done.status).toBe(303);
    for (const url of [placePaths.place.to({ serviceId }), findPaths.service.to({ id: serviceId })])
      expect(await textOf(await app.get(url))).toContain('台風のため');
    const open = await textOf(await app.get(findPaths.places.to({}, { day: 'today' })));
    const minute = tokyoMinute(new Date()).slice(11);
    if (minute > '00:00') expect(open.match(/風の食卓.{0,80}開いています/)).toBeNull();
    expect(await textOf(await app.get(placePaths.place.to({ serviceId })))).not.toContain('いま開いています');
  });

  test('a press counts by the server’s clock: what runs ends then, what is to come is cancelled, and open again holds it', async () => {
    const serviceId = await makePlace(app.db, { organisationId });
    const day = '2031-06-04';
    await sayToday(
      app.db,
      operator.who,
      { serviceId, open: false, until: '', note: '停電' },
      at(day, '12:00'),
    );
    expect(await sessionsOn(serviceId, day)).toMatchObject([
      { slot: '13:00', cancelled: true, reason: '停電' },
    ]);
    await sayToday(app.db, operator.who, { serviceId, open: true, until: '', note: '' }, at(day, '12:05'));
    expect(await sessionsOn(serviceId, day)).toMatchObject([
      { slot: '13:00', cancelled: false, sequence: 2 },
    ]);
    await sayToday(app.db, operator.who, { serviceId, open: false, until: '', note: '' }, at(day, '14:10'));
    expect(await sessionsOn(serviceId, day)).toMatchObject([{ opens: '13:00', closes: '14:10' }]);
    expect(await sessionsOn(serviceId, addDays(day, 1))).toMatchObject([{ opens: '13:00', closes: '15:00' }]);
  });

  test('two telephones at once leave one opening', async () => {
    const serviceId = await makePlace(app.db, { organisationId, hours: { ...daily, rules: [] } });
    const press = () =>
      sayToday(
        app.db,
        operator.who,
        { serviceId, open: true, until: '18:00', note: '' },
        at('2031-06-04', '16:00'),
      );
    await Promise.all([press(), press()]);
    expect(await sessionsOn(serviceId, '2031-06-04')).toMatchObject([{ opens: '16:00', closes: '18:00' }]);
  });

  test('is refused in words where the hour is over, and to those who do not run the place', async () => {
    const serviceId = await makePlace(app.db, { organisationId, hours: { ...daily, rules: [] } });
    const url = placeStaffPaths.today.to({ serviceId });
    const late = await app.post(url, { open: 'yes', until: '00:00', note: 'ひとこと' }, operator);
    expect([late.status, await textOf(late)]).toEqual([422, expect.stringContaining('いまより後の時刻')]);
    expect((await app.post(url, { open: 'yes', until: '', note: '' }, other)).status).toBe(403);
    expect((await app.get(placeStaffPaths.place.to({ serviceId }), other)).status).toBe(403);
    expect((await app.get(placeStaffPaths.list.to({}), other)).status).toBe(200);
    expect(await textOf(await app.get(placeStaffPaths.list.to({}), other))).not.toContain('みほんの食卓');
  });

  test('a sealed place has no page, no feed and no operator', async () => {
    const serviceId = await makePlace(app.db, { organisationId, sealed: true });
    for (const url of [placePaths.place, placePaths.feed])
      expect((await app.get(url.to({ serviceId }))).status).toBe(404);
    expect((await app.get(placeStaffPaths.place.to({ serviceId }), operator)).status).toBe(404);
  });
});

describe('sessions', () => {
  test('a single one is added, moved and cancelled, and the entry says each', async () => {
    const serviceId = await makePlace(app.db, { organisationId });
    const day = addDays(today, 3);
    const to = { serviceId };
    const add = { day, opens: '17:00', closes: '19:00', title: 'カレーの日' };
    expect((await app.post(placeStaffPaths.sessions.to(to), add, operator)).status).toBe(303);
    expect(await entry(serviceId)).toContain('みほんの食卓');
    const change = { opens: '１７：３０', closes: '19:30', title: 'シチューの日' };
    const session = placeStaffPaths.session.to({ ...to, day, slot: '1700' });
    expect((await app.post(session, change, operator)).status).toBe(303);
    const page = await textOf(await app.get(placePaths.place.to(to)));
    expect(page).toContain('17:30–19:30 シチューの日');
    expect((await app.post(session, { ...change, opens: '14:00' }, operator)).status).toBe(422);
    const cancel = placeStaffPaths.cancel.to({ ...to, day, slot: '1700' });
    const silent = await app.post(cancel, { reason: '' }, operator);
    expect([silent.status, await textOf(silent)]).toEqual([
      422,
      expect.stringContaining('理由を書いてください'),
    ]);
    expect((await app.post(cancel, { reason: '鍋がこわれた' }, operator)).status).toBe(303);
    expect(await textOf(await app.get(placePaths.place.to(to)))).toContain('鍋がこわれた');
    expect((await app.post(cancel, { reason: '鍋がこわれた' }, other)).status).toBe(403);
  });

  test('over the turn of the year they rest as the rule says, and one on New Year’s Eve is held beside it', async () => {
    const serviceId = await makePlace(app.db, { organisationId });
    const now = at('2030-12-20', '09:00');
    const eve = { serviceId, day: '2030-12-31', opens: '22:00', closes: '01:00', title: '年越しそば' };
    expect(await addSession(app.db, operator.who, eve, now)).toMatchObject({ ok: true });
    const all = await inTransaction(app.db, placeDesk, async (tx) =>
      readCalendar(tx, await findPlace(tx, serviceId), { from: '2030-12-28', to: '2031-01-04' }),
    );
    expect(all.map(({ day, opens }) => `${day} ${opens}`)).toEqual([
      '2030-12-28 13:00',
      '2030-12-31 22:00',
      '2031-01-04 13:00',
    ]);
  });

  test('the weekly rule is the entry’s, and a form that somebody overtook is refused', async () => {
    const serviceId = await makePlace(app.db, { organisationId });
    const hours = { ...daily, rules: [{ days: [6], opens: '11:00', closes: '14:00' }] };
    const set = (version: number) => setHours(app.db, operator.who, { serviceId, version, hours });
    expect(await set(1)).toMatchObject({ ok: true });
    expect(await set(1)).toMatchObject({ refusal: 'changed-meanwhile' });
    expect(await entry(serviceId)).toContain('11:00');
    const shown = await textOf(await app.get(placeStaffPaths.hours.to({ serviceId }), operator));
    expect(shown).toContain('毎週の決まり');
  });

  test('somebody else’s role sees none of what was said of a place that is not shown', async () => {
    const serviceId = await makePlace(app.db, { organisationId });
    await cancelSession(
      app.db,
      operator.who,
      { serviceId, day: today, slot: '13:00', reason: '雨' },
      at(today, '09:00'),
    );
    await inTransaction(app.db, placeDesk, (tx) =>
      tx.$client.query('update services set published_at = null where id = $1', [serviceId]),
    );
    const seen = (as: typeof other) =>
      inTransaction(app.db, as.who, (tx) =>
        listSaid(tx, { serviceIds: [serviceId], from: today, to: today }),
      );
    expect(await seen(operator)).toHaveLength(1);
    expect(await seen(other)).toHaveLength(0);
  });
});

describe('the calendar', () => {
  test('is read by another reader with the same sessions, keeps its mark until something changes, and then changes', async () => {
    const serviceId = await makePlace(app.db, { organisationId, name: { ja: '暦, 食卓; みほん' } });
    const url = placePaths.feed.to({ serviceId });
    const first = await app.get(url);
    expect(first.headers.get('content-type')).toContain('text/calendar');
    const etag = first.headers.get('etag') ?? '';
    const { events } = readFeed(await first.text());
    expect(events.length).toBeGreaterThan(180);
    expect(events[0]?.['SUMMARY']).toBe('暦, 食卓; みほん');
    const known = (mark: string) => app.send(url, { headers: { 'if-none-match': mark } });
    expect((await known(etag)).status).toBe(304);
    const day = addDays(today, 5);
    const moved = { serviceId, slot: '13:00', day, opens: '16:00', closes: '18:00', title: '' };
    await moveSession(app.db, operator.who, moved);
    const again = await known(etag);
    expect(again.status).toBe(200);
    const uid = `${serviceId}-${day}-1300@localhost`;
    const changed = readFeed(await again.text()).events.filter(({ UID }) => UID === uid);
    expect(changed).toMatchObject([{ SEQUENCE: '1', start: at(day, '16:00'), end: at(day, '18:00') }]);
    await cancelSession(app.db, operator.who, { serviceId, day, slot: '13:00', reason: '台風' });
    const off = readFeed(await (await app.get(url)).text()).events.find(({ UID }) => UID === uid);
    expect(off).toMatchObject({ SEQUENCE: '2', STATUS: 'CANCELLED', DESCRIPTION: '台風' });
  });

  test('of all places holds each of them, or those of a municipality', async () => {
    const all = readFeed(await (await app.get(placePaths.allFeed.to({}))).text());
    expect(all.events.length).toBeGreaterThan(100);
    const none = readFeed(await (await app.get(placePaths.allFeed.to({}, { municipality: '99301' }))).text());
    expect(none.events).toEqual([]);
    expect((await app.get(placePaths.allFeed.to({}, { municipality: 'x' }))).status).toBe(404);
  });
});
