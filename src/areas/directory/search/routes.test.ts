import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { textOf } from '#platform/testing/text-of.ts';
import { testApp } from '#src/app.testing.ts';
import type { Hours } from '../hours/hours.ts';
import type { ServiceContent } from '../services/content.ts';
import { makeService } from '../services/fixtures.ts';
import { worryTerms } from '../taxonomy/terms.ts';
import { listUnmet } from '../unmet/store.ts';
import { publishCorpus } from './corpus.testing.ts';

const app = await testApp();
const always: Hours = { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
beforeAll(() => publishCorpus(app.db, new Date()));

const find = (query: Record<string, string> = {}) => app.get(`/find?${new URLSearchParams(query)}`);
// At night nobody is open to those who cannot wait: that is counted too, and is not what is asked here.
const unmet = async () =>
  (await inTransaction(app.db, system('test'), (tx) => listUnmet(tx, '2000-01'))).filter(
    ({ why }) => why === 'nothing-found',
  );

test('what somebody types is answered, shown again, and kept nowhere', async () => {
  const response = await find({ q: '家賃が払えない' });
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('no-store');
  const html = await response.text();
  expect(html).toContain('住居確保給付金');
  expect(html).toContain('value="家賃が払えない"');
});

test('the title says nothing of what was looked for', async () => {
  const title = /<title>([^<]*)/.exec(await (await find({ q: '夫が怖い', topic: 'violence' })).text())?.[1];
  expect(title).toMatch(/^相談先を探す｜/);
});

test('filters are plain links with how many stand behind them, and can be taken away', async () => {
  const html = await (await find({ topic: 'no_food', municipality: '14201' })).text();
  expect(html).toMatch(/href="\/find\?topic=no_food&amp;kind=place&amp;municipality=14201"[^>]*>.*?居場所/s);
  expect(html).toContain('href="/find?topic=no_food"');
  expect(html).toContain('href="/find?municipality=14201"');
});

test('every result says whether it is open, how to call it, and where it is', async () => {
  const text = await textOf(await find({ q: 'ハローワーク', municipality: '14201' }));
  expect(text).toMatch(/いま開いています|から/);
  expect(text).toContain('0120-000-001');
  expect(text).toContain('横須賀市');
  expect(await textOf(await find({ kind: 'place', topic: 'no_food', municipality: '14201' }))).toMatch(
    /逗子市（約\d+km）/,
  );
});

test('the language of a desk is asked for in its own script, apart from the language of the page', async () => {
  const html = await (await find()).text();
  expect(html).toMatch(/href="\/find\?speaks=ne"[^>]*><span lang="ne">नेपाली/);
  const asked: Record<string, string>[] = [{ speaks: 'ne' }, { lang: 'ne' }, { speaks: 'ne', lang: 'en' }];
  for (const query of asked) {
    const text = await textOf(await find(query));
    expect(text).toContain('みなと国際相談');
    expect(text).not.toContain('消費生活センター');
  }
});

test('words of those who cannot wait are answered with who is there now, before anything else', async () => {
  const text = await textOf(await find({ q: 'もう死にたい' }));
  expect(text).toContain('0120-279-338');
  expect(text.indexOf('0120-279-338')).toBeLessThan(text.indexOf('いのちのほっとライン'));
  expect(await textOf(await find({ q: '家賃' }))).not.toContain('0120-279-338');
});

test('nothing found is no dead end, and is counted without the words', async () => {
  const text = await textOf(
    await find({ q: '鯨の飼い方 奨学金', kind: 'place', topic: 'debt', municipality: '14382' }),
  );
  expect(text).toContain('条件を外して探す');
  expect(text).toContain('質問に答えて、相談先を一緒に探す');
  expect(text).toContain('県くらし相談窓口');
  const counts = await unmet();
  expect(counts).toHaveLength(1);
  expect(counts[0]).toMatchObject({ topic: 'debt', municipality: '14382', why: 'nothing-found', times: 1 });
  expect(JSON.stringify(counts)).not.toContain('鯨');
  await find({ q: '鯨の飼い方', topic: 'debt', kind: 'place', municipality: '14382' });
  expect((await unmet())[0]?.times).toBe(2);
});

test('words that nobody knows lead on to every worry, words that are known to what they are about', async () => {
  const linksOf = async (q: string) => {
    const html = await (await find({ q, municipality: '14382' })).text();
    const near = html.slice(html.indexOf('id="near-topics"'));
    return [...near.matchAll(/href="\/find\?topic=(\w+)&amp;municipality=14382"/g)].map(
      ([, topic]) => topic ?? '',
    );
  };
  expect((await linksOf('ぴゅるりんぽ')).toSorted()).toEqual(worryTerms.map(({ code }) => code).toSorted());
  const [first, ...others] = await linksOf('鯨の家賃');
  expect(first).toBe('rent_loan');
  expect(others.length).toBeLessThan(4);
});

test('open=now puts whoever is there now before all others, open=any takes that back, at any hour', async () => {
  const shut: Hours = { ...always, alwaysOpen: false, closures: [{ from: '01-01', to: '12-31' }] };
  const hours = { rules: [{ days: [1], opens: '09:00', closes: '10:00' }] };
  const entry = (ja: string, more: Partial<ServiceContent>) =>
    makeService(app.db, { content: { name: { ja }, topics: ['tax_utility'], ...more } });
  await entry('ぽこぺんの窓口', { hours: { ...shut, ...hours } });
  await entry('夜どおしの窓口', { summary: { ja: 'ぽこぺんも聞きます' }, hours: always });
  const order = async (open: Record<string, string>) => {
    const html = await (await find({ q: 'ぽこぺん', ...open })).text();
    return ['ぽこぺんの窓口', '夜どおしの窓口'].toSorted(
      (a, b) => html.indexOf(`${a}</a>`) - html.indexOf(`${b}</a>`),
    );
  };
  expect(await order({})).toEqual(['ぽこぺんの窓口', '夜どおしの窓口']);
  expect(await order({ open: 'now' })).toEqual(['夜どおしの窓口', 'ぽこぺんの窓口']);
  expect(await order({ open: 'any' })).toEqual(['ぽこぺんの窓口', '夜どおしの窓口']);
});

test('what was found is not counted as missing', async () => {
  const before = await unmet();
  await find({ q: '家賃' });
  await find({ topic: 'income' });
  expect(await unmet()).toEqual(before);
});

test('a slip of the finger says what was looked for instead', async () => {
  expect(await textOf(await find({ q: '生活補護' }))).toContain('「生活保護」で探しました');
});

test('a name that is that of two wards asks which', async () => {
  const html = await (await find({ q: '緑区' })).text();
  expect(html).toContain('横浜市緑区');
  expect(html).toMatch(/href="\/find\?q=%E7%B7%91%E5%8C%BA&amp;municipality=14151"/);
});

const long = 'あ'.repeat(350_000);
test.each([
  ['a megabyte', long],
  ['a regular expression', '^(a+)+$'],
  ['SQL', "'; drop table services; -- %' or 1=1"],
  ['NUL and control characters', 'a\u0000\u0007\u001b[31m家賃'],
  ['marks that turn the direction', '\u202e賃家\u2066'],
  ['emoji', '🍙🍚🏠👩‍👩‍👧‍👦'],
  ['wildcards', '%_\\%'],
  ['combining marks', `e${'\u0301'.repeat(5000)}`],
  ['markup', '<script>alert(1)</script>"\'><img src=x>'],
  ['blanks', '\u3000 \t\n'],
])('%s in the search is answered with a page', async (_, q) => {
  const response = await find({ q });
  expect(response.status).toBe(200);
  const html = await response.text();
  expect(html).toContain('相談先を探す');
  expect(html).not.toContain('<script>alert');
  expect(html).not.toMatch(/[\u0000\u202e]/);
  expect(html.length).toBeLessThan(200_000);
});

test.each([
  'q=%ED%A0%80',
  'q=%E0%A4%A',
  'q=%00',
  'q[]=1',
  'q=1&q=2',
  '%',
  'topic=%00',
  'municipality=%F0%28',
])('the broken address /find?%s is answered with a page', async (query) => {
  expect((await app.get(`/find?${query}`)).status).toBe(200);
});

test.each(['0', '-1', '1.5', 'abc', '', 'NaN', '1e9999'])(
  'page %s is the first page, or says that it is none',
  async (page) => {
    const response = await find({ page });
    expect([200, 404]).toContain(response.status);
    expect(await textOf(response)).toMatch(/相談窓口|このページはありません/);
  },
);

test('a page beyond the last says so and leads back', async () => {
  const response = await find({ topic: 'income', page: '400' });
  expect(response.status).toBe(404);
  expect(await response.text()).toContain('href="/find?topic=income"');
});

test.each<Record<string, string>>([
  { topic: 'nonsense' },
  { kind: 'ship' },
  { municipality: '99999' },
  { municipality: '14000' },
  { speaks: 'xx' },
  { open: 'later' },
])('an unknown code is left out, and the page says so: %j', async (query) => {
  const text = await textOf(await find(query));
  expect(text).toContain('指定の一部がわからなかった');
  expect(text).toContain('消費生活センター');
});

test('a sealed entry is in no search, for nobody', async () => {
  await makeService(app.db, { content: { name: { ja: 'ひみつの隠れ家' } }, sealed: true });
  const text = await textOf(await find({ q: 'ひみつの隠れ家' }));
  expect(text.match(/ひみつの隠れ家/g) ?? []).toHaveLength(0);
});

test('the page is whole in English', async () => {
  const text = await textOf(await find({ q: 'no food', municipality: '14201', lang: 'en' }));
  expect(text).toContain('Find help');
  expect(text).toContain('Yokosuka');
  expect(text).toMatch(/Looked for help with/);
});
