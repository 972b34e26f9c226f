import { expect, test } from 'vitest';
import { anonymous } from '#platform/access.ts';
import { testDatabase } from '#platform/testing/database.ts';
import { searchIn, searchServices, type SearchQuery } from './actions.ts';
import { corpus, publishCorpus } from './corpus.testing.ts';
import type { Entries } from './entries.ts';
import { fold } from './folding.ts';
import { currentVocabulary } from './vocabulary/current.ts';

/** A Tuesday, two in the afternoon in Tokyo. */
const now = new Date('2026-11-24T05:00:00Z');
const db = await testDatabase();
const codeOf = await publishCorpus(db, now);

const search = (query: SearchQuery) => searchServices(db, anonymous, query, now);
async function codes(query: SearchQuery): Promise<readonly string[]> {
  return (await search({ pageSize: 50, ...query })).rows.map(({ id }) => codeOf(id));
}

test.each<[typed: string, first: string]>([
  ['今日食べるものがない', 'foodbank'],
  ['きょうたべるものがない', 'foodbank'],
  ['横須賀 ごはん', 'kids-yokosuka pantry-yokosuka'],
  ['よこすか ご飯', 'kids-yokosuka pantry-yokosuka'],
  ['横須賀市で食べ物がない', 'pantry-yokosuka kids-yokosuka'],
  ['ヨコスカ 子ども食堂', 'kids-yokosuka'],
  ['子供食堂', 'kids-yokosuka kids-zushi kids-hakone'],
  ['こども食堂', 'kids-yokosuka kids-zushi kids-hakone'],
  ['ｺﾄﾞﾓ食堂', 'kids-yokosuka kids-zushi kids-hakone'],
  ['お米', 'foodbank'],
  ['米', 'foodbank'],
  ['食糧', 'foodbank'],
  ['フードバンク', 'foodbank'],
  ['フドバンク', 'foodbank'],
  ['フードパントリ', 'pantry-yokosuka'],
  ['food bank', 'foodbank'],
  ['家賃が払えない', 'rent-benefit'],
  ['やちん', 'rent-benefit'],
  ['じゅうきょかくほ', 'rent-benefit'],
  ['ジュウキョカクホキュウフキン', 'rent-benefit'],
  ['住居確保給付近', 'rent-benefit'],
  ['住居確保給付', 'rent-benefit'],
  ['rent', 'rent-benefit'],
  ['箱根 家賃', 'prefecture-desk rent-benefit'],
  ['横須賀 家賃', 'yokosuka-desk rent-benefit'],
  ['アパートを探したい', 'housing-support'],
  ['入居を断られた', 'housing-support'],
  ['追い出される', 'shelter-open housing-support moving-aid rent-benefit'],
  ['立ち退き', 'shelter-open housing-support moving-aid rent-benefit'],
  ['立退き', 'shelter-open housing-support moving-aid rent-benefit'],
  ['泊まるところがない', 'shelter-open'],
  ['今夜泊まるところがない', 'shelter-open'],
  ['家具がない', 'moving-aid'],
  ['引越し', 'housing-support'],
  ['生活保護', 'public-assistance'],
  ['せいかつほご', 'public-assistance'],
  ['生活補護', 'public-assistance'],
  ['お金を借りたい', 'small-loan'],
  ['緊急小口資金', 'small-loan'],
  ['借金', 'debt-desk'],
  ['借金が返せない', 'debt-desk'],
  ['債務整理', 'debt-desk'],
  ['多重債務', 'debt-desk'],
  ['水道が止められた', 'water-relief'],
  ['電気代', 'water-relief'],
  ['給食費', 'school-aid'],
  ['就学援助', 'school-aid'],
  ['しゅうがくえんじょ', 'school-aid'],
  ['学費が払えない', 'school-aid'],
  ['クビになった', 'labour-desk'],
  ['解雇', 'labour-desk'],
  ['失業', 'labour-desk hello-work'],
  ['パワハラ', 'labour-desk'],
  ['横須賀 ハローワーク', 'hello-work'],
  ['仕事を探しています', 'hello-work'],
  ['働くのがこわい', 'youth-station'],
  ['横浜市 仕事', 'yokohama-desk'],
  ['夫が怖い', 'violence-desk'],
  ['夫に殴られる 子どもがいる', 'violence-desk'],
  ['ＤＶ', 'violence-desk'],
  ['離婚したい', 'violence-desk children-desk'],
  ['死にたい', 'life-line mind-line'],
  ['眠れない', 'mind-line'],
  ['こころ', 'mind-line'],
  ['いのち', 'life-line'],
  ['LINE', 'life-line young-carers'],
  ['ひきこもり', 'hikikomori-desk'],
  ['引籠り', 'hikikomori-desk'],
  ['引きこもり', 'hikikomori-desk'],
  ['学校に行けない', 'hikikomori-desk'],
  ['子育てに疲れた', 'multilingual children-desk young-carers single-parents'],
  ['ひとり親', 'single-parents'],
  ['一人親', 'single-parents'],
  ['single mother', 'single-parents'],
  ['養育費', 'single-parents'],
  ['ヤングケアラー', 'young-carers'],
  ['弟の世話', 'young-carers'],
  ['親の介護', 'care-yokosuka'],
  ['物忘れ', 'care-yokosuka dementia-cafe'],
  ['緑区 認知症', 'dementia-cafe'],
  ['話し相手がほしい', 'salon'],
  ['茅ケ崎 サロン', 'salon'],
  ['居場所がない', 'free-space'],
  ['ネパール語', 'nepali-desk multilingual'],
  ['नेपाली', 'nepali-desk multilingual'],
  ['nepali', 'nepali-desk multilingual'],
  ['横須賀 ネパール語', 'nepali-desk'],
  ['外国語', 'multilingual'],
  ['だまされた', 'consumer'],
  ['悪質商法', 'consumer'],
  ['つばさプロジェクト', 'wings'],
  ['ﾂﾊﾞｻﾌﾟﾛｼﾞｪｸﾄ', 'wings'],
  ['つばさプロジクト', 'wings'],
  ['髙崎', 'takasaki'],
  ['高﨑記念会', 'takasaki'],
  ['まなびひろば', 'study-room'],
  ['110番', 'children-desk'],
  ['ダイヤル', 'single-parents'],
])('「%s」 finds %s before anything else', async (q, first) => {
  const expected = first.split(' ');
  const found = await codes({ q });
  expect(expected, found.join(' ')).toContain(found[0]);
  expect(found.slice(0, expected.length + 1), found.join(' ')).toEqual(expect.arrayContaining(expected));
});

test.each(corpus.filter(({ ended }) => !ended).map(({ name, kana, code }) => [name, kana, code]))(
  'the name %s finds its entry, and so do its reading and its beginning',
  async (name, kana, code) => {
    for (const q of [name, kana, name.slice(0, Math.max(4, Math.ceil(name.length * 0.7)))])
      expect((await codes({ q })).slice(0, 3), q).toContain(code);
  },
);

test('what has ended is not found', async () => {
  expect(await codes({ q: '旧・特別給付金' })).not.toContain('ended');
  expect(await codes({})).not.toContain('ended');
});

test.each([
  'ありえない言葉だよ',
  '鯨',
  'xyzzy',
  '🐈',
  '%',
  '_',
  '.*',
  "'; drop table services; --",
  '\u0000',
  '\ud800',
  '\u202e',
])('「%s」 finds nothing and breaks nothing', async (q) => {
  const found = await search({ q });
  // What folds to nothing is like nothing typed.
  expect(found.total).toBe(fold(q).replace(/[^\p{L}\p{N}]/gu, '') === '' ? corpus.length - 1 : 0);
});

test('filters narrow, and each counts what it would show beside the others', async () => {
  const found = await search({ topic: 'no_food', kind: 'place' });
  expect(found.total).toBe(4);
  expect(found.counts.kinds).toEqual({ place: 4, desk: 3, group: 1 });
  expect(found.counts.topics['no_food']).toBe(4);
  expect(found.counts.topics['childcare']).toBe(4);
  expect(found.about).toBe(false);
});

test('a language narrows to those who speak it', async () => {
  expect((await codes({ language: 'ne' })).toSorted()).toEqual(['multilingual', 'nepali-desk']);
});

test('in a municipality stands what is for it, then what is for everybody, then places near by; nothing for other towns', async () => {
  const found = await codes({ topic: 'no_food', municipality: '14201' });
  expect(found.slice(0, 3).toSorted()).toEqual(['kids-yokosuka', 'pantry-yokosuka', 'yokosuka-desk']);
  expect(found).toContain('foodbank');
  expect(found).toContain('kids-zushi');
  expect(found).not.toContain('kids-hakone');
  expect(found).not.toContain('yokohama-desk');
});

test('a ward has what its city has, a city what its wards have', async () => {
  expect(await codes({ kind: 'desk', topic: 'income', municipality: '14104' })).toContain('yokohama-desk');
  expect(await codes({ kind: 'place', municipality: '14100' })).toContain('study-room');
  expect(await codes({ kind: 'place', municipality: '14150' })).toContain('dementia-cafe');
});

test('an unknown municipality narrows nothing', async () => {
  expect((await search({ municipality: '99999' })).total).toBe((await search({})).total);
});

test('what is open now stands first when asked, or when it cannot wait', async () => {
  const evening = new Date('2026-11-24T10:00:00Z');
  const at = async (moment: Date, query: SearchQuery) =>
    (await searchServices(db, anonymous, query, moment)).rows.map(
      ({ id, open }) => `${codeOf(id)}${open ? '' : '-'}`,
    );
  const found = await at(evening, { topic: 'violence', open: true });
  expect(found).toEqual(['violence-desk', 'children-desk-']);
  const byDay = await at(now, { topic: 'violence', open: true });
  expect(byDay[0]).toBe('children-desk');
  const open = (await at(evening, { q: '横須賀 今夜 ごはん' })).map((each) => !each.endsWith('-'));
  expect(open.lastIndexOf(true)).toBeLessThan(open.indexOf(false));
});

test('pages follow one another without a gap, the same each time', async () => {
  const all = await codes({});
  const pages = await Promise.all([1, 2, 3, 4].map((page) => codes({ page, pageSize: 10 })));
  expect(pages.flat()).toEqual(all);
  expect(new Set(all).size).toBe(corpus.length - 1);
  expect(await codes({ page: 99 })).toEqual([]);
});

test('a slip of the finger says what was looked for instead', async () => {
  expect(await search({ q: '生活補護' })).toMatchObject({ corrected: '生活保護', similar: false });
  expect(await search({ q: 'つばさプロジクト' })).toMatchObject({ corrected: undefined, similar: true });
  expect(await search({ q: '生活保護' })).toMatchObject({ corrected: undefined, similar: false });
});

test('a Latin word is found by its beginning, not in the middle of another', async () => {
  expect(await codes({ q: 'ine' })).toEqual([]);
  expect(await codes({ q: 'lin' })).toContain('life-line');
});

test('places elsewhere stand in the order of their distance', async () => {
  const rows = (await search({ topic: 'no_food', kind: 'place', municipality: '14208', pageSize: 50 })).rows;
  const far = rows.filter(({ here }) => !here).map(({ km }) => km ?? 0);
  expect(far.length).toBeGreaterThan(1);
  expect(far).toEqual(far.toSorted((a, b) => a - b));
  expect(codeOf(rows[0]?.id ?? '')).toBe('kids-zushi');
});

test.each<[what: string, query: SearchQuery, enough: number]>([
  ['something', { q: '借金' }, 200],
  ['nothing', { topic: 'debt' }, 400],
  ['blanks', { q: ' 　' }, 400],
  ['everything', { q: '借金', everything: true }, 2_000_000_000],
])('who types %s has so many ranked', async (_, query, enough) => {
  const read: number[] = [];
  const nothing = { total: 0, about: false, reachable: 0, open: 0, rows: [] };
  const entries: Entries = {
    async answer(__, reading) {
      read.push(reading.enough);
      return { ...nothing, counts: { kinds: {}, topics: {}, languages: {} } };
    },
    namesWith: async () => [],
  };
  await searchIn(entries, { query, vocabulary: await currentVocabulary(db, anonymous, now), now });
  expect(new Set(read)).toEqual(new Set([enough]));
});
