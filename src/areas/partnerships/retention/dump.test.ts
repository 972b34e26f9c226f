import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { placeOf } from '#platform/files/store.ts';
import { sweepFiles } from '#platform/files/sweep.ts';
import { makeLog } from '#platform/log.ts';
import { forgetMailJob } from '#platform/mail/outbox.ts';
import { wordsInClear } from '#platform/testing/dump.ts';
import { makeMunicipalities } from '#areas/directory/services/fixtures.ts';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import { makeCourse, makeSession } from '#areas/training/fixtures.ts';
import { trainingKeeper } from '#areas/training/index.ts';
import { staffTrainingPaths, trainingPaths } from '#areas/training/paths.ts';
import { type SignedIn, testApp } from '#src/app.testing.ts';
import { concierge, placeOperator } from '../access.ts';
import { makeOffer } from '../exchange/fixtures.ts';
import { makeRequest } from '../matches/fixtures.ts';
import { holdMeeting } from '../meetings/actions.ts';
import { makeAgent } from '../members/fixtures.ts';
import {
  lawyerPaths,
  matchOfficePaths,
  matchPaths,
  meetingPaths,
  memberPaths,
  memberStaffPaths,
  placePaths,
  placeStaffPaths,
  watchPaths,
} from '../paths.ts';
import { daily, makePlace } from '../places/fixtures.ts';
import { planDay } from '../watch/lawyer-days/days.ts';
import { makeNetwork } from '../watch/fixtures.ts';
import { findNetwork } from '../watch/store.ts';
import { eraseTogetherJob } from './jobs.ts';

const app = await testApp();
await makeMunicipalities(app.db);
const it = system('test');
const office = await app.signIn(concierge, { kind: 'bureau' });
const company = await makeAgent(app, { kind: 'company', nameJa: '試験食品株式会社' });
const group = await makeAgent(app, { nameJa: '試験の食卓' });
const today = tokyoDay(new Date());

/** What people wrote of themselves and others; `said` marks it. */
const told: string[] = [];
function said<Word extends string>(word: Word): Word {
  told.push(word);
  return word;
}
type Fields = Record<string, string | string[]>;
async function post(url: string, fields: Fields | FormData, as?: SignedIn): Promise<string> {
  const answer = await app.post(url, fields, as);
  expect([answer.status, url]).toEqual([303, url]);
  return answer.headers.get('location') ?? '';
}
const one = async (query: string): Promise<string> =>
  inTransaction(app.db, it, async (tx) => String((await tx.execute(sql.raw(query))).rows[0]?.['it']));
const mailed = async (to: string, path: string): Promise<string> => {
  const body = await one(
    `select body as it from mail_outbox where recipient = '${to}' order by created_at desc limit 1`,
  );
  return new RegExp(`${path}/([A-Za-z0-9_-]{43,64})`).exec(body)?.[1] ?? '';
};

async function thread(words: { why: string; word: string }, title = '余った米'): Promise<string> {
  const { postId } = await makeOffer(app.db, { organisationId: company.organisationId, title });
  const { organisationId } = group;
  const matchId = await makeRequest(app.db, group.who, {
    postId,
    organisationId,
    request: { why: words.why },
  });
  const step = (name: string, fields: Fields, as: SignedIn) =>
    post(matchPaths.step.to({ matchId, step: name }), fields, as);
  await step('say', { words: words.word }, company);
  await step('accept', {}, company);
  return matchId;
}

async function threads(): Promise<void> {
  const [first, second, third] = [
    await thread({ why: said('北浜さんの家に五人います'), word: said('倉庫の南野が待ちます') }),
    await thread({ why: said('西岡の孫が来ました'), word: said('裏口で東山を呼んで') }),
    await thread({ why: said('中村の妹さんへ'), word: said('玄関は上田まで') }),
  ];
  const step = (matchId: string, name: string, fields: Fields, as: SignedIn) =>
    post(matchPaths.step.to({ matchId, step: name }), fields, as);
  const draft = { text: said('下条が車で運ぶ'), quantity: '30', dueOn: addDays(today, 3) };
  await step(first, 'draft', draft, company);
  await step(first, 'confirm', { seenVersion: '1' }, group);
  await step(first, 'receive', { on: today, received: '30', unit: 'kg', last: 'on' }, group);
  await step(first, 'thank', { thankWords: said('左近さんに深く感謝します'), offered: '' }, group);
  await post(matchOfficePaths.step.to({ matchId: first, step: 'count' }), {}, office);
  await step(second, 'report', { why: 'rude', reportWords: said('右田という人が怒鳴った') }, company);
  const close = { nudgeWords: '', closeWords: said('前川の件で終わりにします') };
  await post(matchOfficePaths.step.to({ matchId: second, step: 'close' }), close, office);
  await step(third, 'decline', { reason: 'time', declineWords: said('奥寺が入院したため') }, company);
}

async function watch(): Promise<void> {
  const { keeper, organisationId } = await makeNetwork(app);
  const { code } = await inTransaction(app.db, it, (tx) => findNetwork(tx, organisationId));
  const noticed = {
    id: randomUUID(),
    'signs[]': ['not-seen'],
    place: said('見本町四丁目の角'),
    words: said('新聞が四日分たまる'),
    noticed: said('緑の屋根の杉本さん'),
    name: said('見守 気子'),
    reach: said('kiko@example.jp'),
    nickname: '',
  };
  await post(watchPaths.notice.to({ code }), noticed);
  const day = { day: addDays(today, 20), place: '会館', opens: '13:00', minutes: 30, slots: 2, note: '' };
  const planned = await planDay(app.db, keeper.who, { organisationId, ...day });
  const dayId = planned.ok ? planned.value.dayId : '';
  const booking = { slot: '0', topic: 'debt', name: said('予約 月代'), mail: said('tsukiyo@example.jp') };
  await post(lawyerPaths.day.to({ dayId }), { ...booking, phone: said('045-000-0033') });
}

function upload(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new File([new Uint8Array(pixel)], said('保険証券 居場代表.png')));
  return form;
}

async function places(): Promise<void> {
  const operator = await app.signIn(placeOperator);
  const { organisationId } = operator;
  const serviceId = await makePlace(app.db, { organisationId, hours: { ...daily, closures: [] } });
  const wish = {
    kind: 'hands',
    title: '配膳',
    detail: '',
    wanted: '',
    unit: '人',
    untilOn: addDays(today, 9),
  };
  await post(placeStaffPaths.wishes.to({ serviceId }), wish, operator);
  const wishId = await one('select id as it from place_wishes');
  const answer = {
    name: said('手伝 空男'),
    reach: said('046-000-0044'),
    words: said('膝が悪いので座り仕事を'),
  };
  await post(placePaths.wish.to({ serviceId, wishId }), { ...answer, amount: '1', nickname: '' });
  const paper = { kind: 'insurance', expiresOn: addDays(today, 25) };
  await post(placeStaffPaths.papers.to({ serviceId }), upload(paper), operator);
  const paperId = await one('select id as it from place_papers');
  await post(placeStaffPaths.endPaper.to({ serviceId, paperId }), {}, operator);
  const photo = {
    alternative: said('鍋を囲む笹川家'),
    shows: 'adults',
    consent: 'word',
    consentedOn: today,
  };
  await post(placeStaffPaths.photos.to({ serviceId }), upload(photo), operator);
  const photoId = await one('select id as it from place_photos');
  await post(placeStaffPaths.removePhoto.to({ serviceId, photoId }), {}, operator);
}

async function meetings(): Promise<void> {
  const day = addDays(today, 5);
  const held = await holdMeeting(app.db, office.who, {
    nameJa: '集まり',
    nameEn: '',
    aboutJa: '話します',
    startsAt: new Date(`${day}T14:00:00+09:00`),
    endsAt: new Date(`${day}T16:00:00+09:00`),
    place: 'ホール',
    url: '',
    quota: 10,
    topics: ['食品'],
    seats: 4,
  });
  const meetingId = held.ok ? held.value.meetingId : '';
  const entry = {
    organisationName: said('個人 水木方'),
    name: said('参加 水代'),
    mail: said('mizuyo@example.jp'),
  };
  await post(meetingPaths.enter.to({ meetingId }), { ...entry, kind: 'npo', attends: 'site' });
}

async function applications(): Promise<void> {
  const apply = async (mail: string, about: string) => {
    const fields = {
      organisationName: '申込の会',
      kind: 'npo',
      about,
      website: '',
      phone: said('045-000-0055'),
    };
    await app.post(memberPaths.join.to({}), { ...fields, name: said('申込 草太'), mail });
    await post(memberPaths.confirm.to({ token: await mailed(mail, 'join') }), {});
    return one(`select id as it from member_applications order by created_at desc limit 1`);
  };
  const asked = await apply(said('kusata@example.jp'), said('草太の自宅で開いています'));
  const ask = { askWords: said('草太さまの自宅とは、木下方ですか') };
  await post(memberStaffPaths.ask.to({ applicationId: asked }), ask, office);
  const refused = await apply(said('kusae@example.jp'), said('草江の庭で開いています'));
  const refuse = { refuseWords: said('草江さまのお庭は県外でした') };
  await post(memberStaffPaths.refuse.to({ applicationId: refused }), refuse, office);
}

async function trainings(): Promise<void> {
  const keeper = await app.signIn(trainingKeeper, { kind: 'bureau' });
  const courseId = await makeCourse(app.db, keeper.organisationId);
  const sessionId = await makeSession(app.db, courseId, { startsIn: -20 });
  const mail = said('hamako@example.jp');
  const entry = { name: said('浜名 研子'), mail, from: said('東浦地区の民生'), audience: 'commissioner' };
  await post(trainingPaths.enter.to({ sessionId }), entry);
  await post(trainingPaths.entryStep.to({ token: await mailed(mail, 'entries'), step: 'confirm' }), {});
  const entries = await one('select id as it from training_entries');
  await post(staffTrainingPaths.attendance.to({ sessionId }), { entries }, keeper);
}

/** Tables of this area and of the trainings in which a data key lies. */
async function sealedTables(): Promise<string[]> {
  const found: string[] = [];
  for (const area of [new URL('..', import.meta.url), new URL('../../training/', import.meta.url)])
    for (const file of readdirSync(area, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('tables.ts')) continue;
      const tables: Record<string, unknown> = await import(new URL(file, area).pathname);
      for (const table of Object.values(tables))
        if (table instanceof PgTable) {
          const { name, columns } = getTableConfig(table);
          if (columns.some((column) => column.name === 'sealed_key')) found.push(name);
        }
    }
  return found.toSorted();
}

/** Not by days: a watch member is forgotten in the moment in which they leave, a trainee with their case, and a certification stands. */
const otherwise = ['watch_members', 'work_training_told', 'workplace_requests'];
const keysIn = async (tables: readonly string[]) =>
  Object.fromEntries(
    await Promise.all(
      tables.map(
        async (table) => [table, await one(`select count(sealed_key) as it from ${table}`)] as const,
      ),
    ),
  );

test('once its days are over, no name, address or word of anybody is left in a dump, and no key', async () => {
  for (const world of [threads, watch, places, meetings, applications, trainings]) await world();
  const open = await thread({ why: '続いている話です', word: 'まだ終わらない話' });
  expect(told.length).toBeGreaterThan(35);
  const erased = (await sealedTables()).filter((table) => !otherwise.includes(table));
  const before = await keysIn(erased);
  expect(erased.filter((table) => before[table] === '0')).toEqual([]);
  const clear = await wordsInClear(app.db, told);
  for (const word of ['北浜さんの家に五人います', '下条が車で運ぶ', '右田という人が怒鳴った'])
    expect(clear.join('\n')).toContain(word);
  const fileId = await one('select file_id as it from place_papers');
  const bytes = placeOf(app.tools.files, await one(`select sha256 as it from files where id = '${fileId}'`));
  await stat(bytes);

  // A certificate of twelve months, and five years after it.
  const now = new Date(Date.now() + 2300 * 86_400_000);
  const tools = { db: app.db, who: it, now, log: makeLog('silent') };
  await eraseTogetherJob.run(tools, {});
  await forgetMailJob.run(tools, {});
  expect(await wordsInClear(app.db, told)).toEqual([]);
  expect(await keysIn(erased)).toEqual(Object.fromEntries(erased.map((table) => [table, '0'])));
  await sweepFiles(app.db, it, app.tools.files, now);
  await expect(stat(bytes)).rejects.toThrow('ENOENT');

  // What is counted stays, and so does what is not over.
  expect(await one(`select status as it from matches where reason = 'time'`)).toBe('declined');
  expect(await one('select sum(quantity) as it from match_deliveries')).toBe('30');
  const going = await wordsInClear(app.db, ['続いている話です', 'まだ終わらない話']);
  for (const word of ['続いている話です', 'まだ終わらない話'])
    expect(going).toContain(`public.match_notes: ${word}`);
  const page = await (await app.get(matchPaths.match.to({ matchId: open }), group)).text();
  expect(page).toContain('まだ終わらない話');
  const over = await one(`select id as it from matches where reason = 'time'`);
  const gone = await app.get(matchPaths.match.to({ matchId: over }), group);
  expect(await gone.text()).toContain('残す日数が過ぎたので、やりとりの言葉は消えました');
});
