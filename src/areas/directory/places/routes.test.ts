import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { system } from '#platform/access.ts';
import { inTransaction } from '#platform/database/database.ts';
import { publicPagesChanged } from '#platform/public-pages.ts';
import { textOf } from '#platform/testing/text-of.ts';
import type { Hours } from '../hours/hours.ts';
import { findPaths } from '../paths.ts';
import type { ServiceContent } from '../services/content.ts';
import { exampleLocation, makeMunicipalities, makeService } from '../services/fixtures.ts';
import { type TestApp, testApp } from '#src/app.testing.ts';
import { type MapData, mostOnMap } from './map-data.ts';

const always: Hours = { alwaysOpen: true, rules: [], publicHolidays: 'same', closures: [], exceptions: [] };
const unknown: Hours = { ...always, alwaysOpen: false };
const rough = { town: '', line: '', name: '', building: '', postalCode: '', latitude: null, longitude: null };
let app: TestApp;

beforeAll(async () => {
  app = await testApp();
  await makeMunicipalities(app.db);
  await place('本町の食堂', { placeTypes: ['kids-cafeteria'], beneficiaries: ['child'], hours: always });
  await place('東の学び舎', {
    placeTypes: ['learning'],
    locations: [exampleLocation({ municipality: '99101', latitude: 35.52, longitude: 139.62 })],
    hours: unknown,
  });
  await place('かくれ家', {
    placeTypes: ['women'],
    locations: [exampleLocation({ ...rough, precision: 'municipality', municipality: '99301' })],
    hours: unknown,
  });
  await place('市のどこか', {
    locations: [exampleLocation({ ...rough, precision: 'municipality', municipality: '99100' })],
    hours: unknown,
  });
  await place('画面の広場', { placeTypes: ['online'], locations: [], hours: always });
  const hidden = (name: string) => ({
    kind: 'place' as const,
    name: { ja: name },
    locations: [exampleLocation()],
  });
  await makeService(app.db, { sealed: true, content: hidden('秘密の家') });
  await makeService(app.db, { publish: false, content: hidden('下書きの家') });
  await makeService(app.db, { content: { name: { ja: '相談窓口' }, locations: [exampleLocation()] } });
});

async function place(name: string, content: Partial<ServiceContent>): Promise<void> {
  const kind = 'place' as const;
  await makeService(app.db, {
    content: { kind, name: { ja: name }, placeTypes: ['salon'], locations: [exampleLocation()], ...content },
  });
}

async function shown(url: string): Promise<{ html: string; text: string; names: readonly string[] }> {
  const response = await app.get(url);
  expect(response.status).toBe(200);
  const text = await textOf(response.clone());
  const html = await response.text();
  const names = [...html.matchAll(/<h[34]><a href="[^"]*">([^<]*)<\/a>/g)].map(([, name]) => name ?? '');
  return { html, text, names };
}

const tileOf = (html: string, name: string) => new RegExp(`<a [^>]*><title>${name} [^<]*`).exec(html)?.[0];

test('every public place is listed, the open ones first, and nothing else', async () => {
  const { names, text } = await shown('/places');
  expect(new Set(names)).toEqual(
    new Set(['本町の食堂', '画面の広場', '東の学び舎', 'かくれ家', '市のどこか']),
  );
  expect(new Set(names.slice(0, 2))).toEqual(new Set(['本町の食堂', '画面の広場']));
  expect(text).toContain('5か所');
});

test('each municipality is a tile that counts its places and leads to them', async () => {
  const { html, text } = await shown('/places');
  expect(tileOf(html, 'みほん市')).toContain('<title>みほん市 1か所');
  expect(tileOf(html, 'みほん市')).toContain('href="/places?municipality=99201"');
  expect(tileOf(html, '大みほん市東区')).toContain('1か所');
  expect(tileOf(html, '奥みほん村')).toContain('0か所');
  expect(text).toContain('場所を問わない（オンライン） 1か所');
});

test.each([
  ['type=kids-cafeteria', ['本町の食堂']],
  ['welcomes=child&municipality=99201', ['本町の食堂']],
  ['welcomes=elderly', ['画面の広場', '東の学び舎', 'かくれ家', '市のどこか']],
  ['municipality=99100', ['東の学び舎', '市のどこか']],
  ['day=today', ['本町の食堂', '画面の広場']],
  ['type=women&municipality=99301', ['かくれ家']],
])('?%s shows only what fits', async (query, expected) => {
  const { names } = await shown(`/places?${query}`);
  expect(new Set(names)).toEqual(new Set(expected));
});

test('a chosen answer can be taken back by itself, and others keep it', async () => {
  const { html } = await shown('/places?type=kids-cafeteria&municipality=99201');
  expect(html).toContain('href="/places?municipality=99201" aria-label="子ども食堂をやめる"');
  expect(tileOf(html, 'みほん市')).toContain('href="/places?type=kids-cafeteria"');
  expect(tileOf(html, 'みほん市')).toContain('aria-current="true"');
});

test('where there is none, the nearest are shown and the way leads on', async () => {
  const { names, text } = await shown('/places?municipality=99302');
  expect(text).toContain('まだ見つかっていません');
  expect(text).toContain('奥みほん村の近くの居場所');
  expect(names[0]).toBe('かくれ家');
  expect(names).not.toContain('画面の広場');
});

test.each([
  '?municipality=xx&type=%00&day=9&welcomes=<script>&page=-1',
  '?page=1e99',
  `?type=${'a'.repeat(3000)}`,
])('answers that are none change nothing: %.40s', async (query) => {
  const { names, html } = await shown(`/places${query}`);
  expect(names).toHaveLength(5);
  expect(html).not.toContain('<script>&');
});

test('the page of the map may show pictures of 国土地理院, and no other page may', async () => {
  const policy = async (url: string) => (await app.get(url)).headers.get('content-security-policy') ?? '';
  expect(await policy('/places/map')).toContain("img-src 'self' data: https://cyberjapandata.gsi.go.jp;");
  expect(await policy('/places')).not.toContain('gsi.go.jp');
  expect(
    (await policy('/places'))
      .replace('data:;', 'data: https://cyberjapandata.gsi.go.jp;')
      .replace("trusted-types 'none'", 'trusted-types default'),
  ).toBe(await policy('/places/map'));
});

test('the page of the map says who will see the request before it asks, and lists the same places', async () => {
  const { html, text, names } = await shown('/places/map?type=kids-cafeteria');
  expect(text).toContain('国土地理院のサーバーに伝わります');
  expect(html).not.toMatch(/(src|href)="https:\/\/cyberjapandata/);
  expect(names).toEqual(['本町の食堂']);
  expect(html).toContain(`data-map="${findPaths.placesData.to({})}?type=kids-cafeteria"`);
});

test('the data of the map hold public places only, and rough ones in the middle of their municipality', async () => {
  const response = await app.get(findPaths.placesData.to({}));
  const text = await response.clone().text();
  const data = (await response.json()) as MapData;
  expect(text).not.toMatch(/秘密|下書き|相談窓口/);
  expect(data.places.map(({ name }) => name).toSorted()).toEqual(['本町の食堂', '東の学び舎'].toSorted());
  expect(
    data.rough.map(({ name, latitude, longitude, places }) => [name, latitude, longitude, places.length]),
  ).toEqual(expect.arrayContaining([['小みほん町（くわしい場所は公開していません）', 35.5, 140, 1]]));
  const filtered = (await (await app.get(`${findPaths.placesData.to({})}?type=learning`)).json()) as MapData;
  expect(filtered.places).toHaveLength(1);
  expect(filtered.rough).toEqual([]);
});

test('a map never has more than two thousand markers, and then says so', async () => {
  const markers = async () => {
    const { places, rough: middles } = (await (await app.get(findPaths.placesData.to({}))).json()) as MapData;
    return places.length + middles.reduce((sum, middle) => sum + middle.places.length, 0);
  };
  expect(await markers()).toBeLessThan(10);
  expect((await shown(findPaths.placesMap.to({}))).text).not.toContain('2,000');
  await inTransaction(app.db, system('test'), async (tx) => {
    await tx.execute(sql`insert into services (organisation_id, code, content, kind, status, topics, areas, published_at)
      select organisation_id, 'copy-' || n, content, kind, status, topics, areas, published_at
      from services, generate_series(1, ${mostOnMap + 10}) n where content->'name'->>'ja' = '本町の食堂'`);
    await publicPagesChanged(tx);
  });
  await expect.poll(markers, { timeout: 15_000 }).toBeGreaterThan(mostOnMap - 10);
  expect(await markers()).toBeLessThanOrEqual(2000);
  expect((await shown(findPaths.placesMap.to({}))).text).toMatch(/2,?000/);
});
