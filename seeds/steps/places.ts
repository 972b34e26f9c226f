import { addDays, tokyoDay } from '#platform/dates.ts';
import { findServiceByCode } from '#areas/directory/services/store.ts';
import { pixel } from '#areas/grants/applications/fixtures.ts';
import { addSession, placeDesk, sayToday } from '#areas/partnerships/places/actions.ts';
import { addPaper } from '#areas/partnerships/places/papers/actions.ts';
import { addPhoto } from '#areas/partnerships/places/photos/actions.ts';
import { findPlace, readCalendar } from '#areas/partnerships/places/read.ts';
import { countVisitors } from '#areas/partnerships/places/visitors/actions.ts';
import { answering, answerWish, openWish } from '#areas/partnerships/places/wishes/actions.ts';
import { listOpenWishes } from '#areas/partnerships/places/wishes/store.ts';
import { granted } from '../cast.ts';
import type { Step } from '../load.ts';
import { drawnPot } from '../partnerships/picture.ts';
import type { World } from '../world.ts';
import type { Stage } from './programs.ts';

const table = 'sample-npo-table';
const [anchor, stew, lunch] = ['yokosuka-anchor-rice', 'yokosuka-navy-stew', 'atsugi-sweetfish-lunch'];

/** Three places of the group that runs children's cafeterias: sessions, what they look for, who came, papers, a picture. */
export function places({ directory, people }: World, now: Date): readonly Step[] {
  const runs = people.some(({ roles }) => roles.some(({ role }) => role === 'place-operator'));
  const isThere = Object.values(directory.entries).some((file) => file.some(({ code }) => code === anchor));
  if (!runs || !isThere) return [];
  const operator: Step['as'] = (cast) => cast.atDesk('place-operator', table);
  return [
    { name: 'places-sessions', as: () => placeDesk, at: now, run: plan },
    { name: 'places-work', as: operator, at: now, run: work },
    { name: 'places-answers', as: () => answering, at: now, run: answer },
  ];
}

async function idOf({ tx }: Stage, code: string): Promise<string> {
  const service = await findServiceByCode(tx, code);
  if (!service) throw new Error(`the demo world has no place ${code}`);
  return service.id;
}

async function plan(stage: Stage): Promise<void> {
  const { tx, who, now } = stage;
  const today = tokyoDay(now);
  for (const [code, days, title] of [
    [anchor, 9, 'カレーの日（例示）'],
    [stew, 16, '英語で歌う夕べ（例示）'],
    [lunch, 23, '弁当を作る会（例示）'],
  ] as const) {
    const session = { day: addDays(today, days), opens: '10:00', closes: '10:30', title };
    granted(await addSession(tx, who, { serviceId: await idOf(stage, code), ...session }, now), code);
  }
  const noted = {
    serviceId: await idOf(stage, stew),
    open: false,
    until: '',
    note: '会場の点検のため（例示）',
  };
  granted(await sayToday(tx, who, noted, now), stew);
}

const wishes = [
  { code: anchor, kind: 'hands', title: '火曜の配膳を手伝う人（例示）', wanted: 3, unit: '人' },
  { code: stew, kind: 'food', title: 'じゃがいもと玉ねぎ（例示）', wanted: 20, unit: 'kg' },
  { code: lunch, kind: 'things', title: '小さな机（例示）', wanted: null, unit: '' },
] as const;

const papers = [
  { code: anchor, kind: 'insurance', days: 5 },
  { code: anchor, kind: 'hygiene', days: 300 },
  { code: lunch, kind: 'kitchen', days: 200 },
] as const;

async function work(stage: Stage): Promise<void> {
  const { tx, who, now, vault, files } = stage;
  const today = tokyoDay(now);
  for (const { code, ...wish } of wishes) {
    const asked = { ...wish, detail: '', untilOn: addDays(today, 45), serviceId: await idOf(stage, code) };
    granted(await openWish(tx, who, asked, now), code);
  }
  for (const { code, kind, days } of papers) {
    const paper = { kind, expiresOn: addDays(today, days), content: pixel, name: '例示.png' };
    granted(
      await addPaper(tx, who, { serviceId: await idOf(stage, code), ...paper, tray: { vault, files } }, now),
      code,
    );
  }
  const shown = {
    content: drawnPot(),
    name: 'rei.png',
    alternative: '大きな鍋と並んだ皿（例示）',
    shows: 'nobody',
  } as const;
  const photo = { ...shown, consent: '', consentedOn: '', files, scanner: undefined } as const;
  granted(await addPhoto(tx, who, { serviceId: await idOf(stage, anchor), ...photo }, now), anchor);
  await count(stage, await idOf(stage, anchor));
}

/** Every session of the last weeks but the latest, which waits to be counted. */
async function count({ tx, who, now }: Stage, serviceId: string): Promise<void> {
  const today = tokyoDay(now);
  const days = { from: addDays(today, -56), to: addDays(today, -1) };
  const sessions = (await readCalendar(tx, await findPlace(tx, serviceId), days)).filter(
    ({ cancelled }) => !cancelled,
  );
  for (const [at, { day, slot }] of sessions.slice(0, -1).entries()) {
    const counted = { preschool: 2, primary: 14 + at, 'junior-high': 3, adult: 6, senior: 4 };
    granted(
      await countVisitors(tx, who, { serviceId, day, slot, counted, way: undefined, reason: '' }, now),
      day,
    );
  }
}

async function answer(stage: Stage): Promise<void> {
  const { tx, vault, now } = stage;
  const serviceId = await idOf(stage, anchor);
  const [wish] = await listOpenWishes(tx, { serviceIds: [serviceId], today: tokyoDay(now) });
  if (!wish) throw new Error('the demo world looks for nobody');
  const said = {
    name: '見本 手伝（例示）',
    reach: 'tetsudai@example.jp',
    words: '火曜なら行けます。',
    amount: 1,
  };
  const asked = { vault, publicUrl: 'http://localhost', serviceId, wishId: wish.id };
  granted(await answerWish(tx, { ...asked, ...said }, now), wish.title);
}
