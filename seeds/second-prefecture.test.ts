import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '#src/app.testing.ts';
import { loadDemo } from './load.ts';
import { aoumi } from './second-prefecture.ts';

const otherPrefecture = /神奈川|kanagawa|横浜|yokohama|横須賀|yokosuka|さぽなび|かながわ/i;

describe('another prefecture', () => {
  let app: TestApp;
  const textOf = async (url: string) => {
    const response = await app.get(url);
    expect(response.status, url).toBe(200);
    return (await response.text()).replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  };

  beforeAll(async () => {
    app = await testApp();
    await loadDemo({ db: app.db, vault: app.tools.vault, files: app.tools.files }, new Date(), aoumi);
  });

  test('its report speaks its own words: three categories, its ratings, its bureaus, its headquarters', async () => {
    const text = await textOf('/reports/2030');
    for (const word of [
      '青海県',
      '島のくらし会議',
      '海の区分',
      '丘の区分',
      '空の区分',
      '港局',
      '丘局',
      '青',
      '赤',
    ])
      expect(text).toContain(word);
    expect(text).not.toContain('概ね順調');
  });

  test('its figures come in its units, with last year beside them', async () => {
    const text = await textOf('/reports/2030/programs/ferry-desk');
    expect(text).toMatch(/48\s*便/);
    expect(text).toMatch(/40\s*便/);
    expect(text).toMatch(/12\.5\s*分/);
  });

  test('its plan has its one pillar and comes to its total', async () => {
    const text = await textOf('/reports/2031');
    expect(text).toContain('ただ一つの柱');
    expect(text).toContain('1億2,345万円');
  });

  test('what helps is found there: the desk by its worry, the places on its own tiles, the guide to its own desk', async () => {
    expect(await textOf('/find?q=お金がない')).toContain('船着き場のよろず相談');
    expect(await textOf('/find?municipality=98301')).toContain('舟小屋の広間');
    const places = await textOf('/places');
    for (const word of ['灯市', '渚町', '舟小屋の広間']) expect(places).toContain(word);
    expect(await textOf('/navigator')).toContain('お金のこと');
    const answered = await app.post('/navigator', {
      worry: 'income',
      place: 'live',
      municipality: '98301',
      go: 'now',
    });
    expect(await answered.text()).toContain('船着き場のよろず相談');
    expect(await textOf('/talk')).toContain('いま文字で話せる窓口はありません');
    expect(await textOf('/opendata')).toContain('青海県');
  });

  test('no page of it speaks of another prefecture', async () => {
    const pages = [
      '/',
      '/find',
      '/find?q=子ども食堂',
      '/navigator',
      '/places',
      '/places/map',
      '/talk',
      '/services/suggest',
    ];
    const more = [
      '/opendata',
      '/opendata/api',
      '/about',
      '/privacy',
      '/accessibility',
      '/reports',
      '/reports/figures',
    ];
    const entries = (await (await app.get('/hsds/services')).json()) as { contents: { id: string }[] };
    const each = entries.contents.map(({ id }) => `/services/${id}`);
    expect(each).toHaveLength(3);
    for (const page of [...pages, ...more, ...each])
      for (const url of [page, `${page}${page.includes('?') ? '&' : '?'}lang=en`])
        expect(await textOf(url), url).not.toMatch(otherPrefecture);
  });

  test('in English too', async () => {
    expect(await textOf('/reports/2030?lang=en')).toContain('Council for Island Life');
    expect(await textOf('/reports/2030/programs/hill-bus?lang=en')).toContain('Rides up the hill');
  });
});

test('the product itself knows no prefecture: no word of the demo world stands in it', async () => {
  const root = join(import.meta.dirname, '..');
  const found: string[] = [];
  for await (const file of glob('{src,migrations}/**/*.{ts,tsx,css,sql}', { cwd: root })) {
    if (/(\.(test|testing)|fixtures)\.tsx?$/.test(file)) continue;
    const words = (await readFile(join(root, file), 'utf8')).match(otherPrefecture);
    if (words) found.push(`${file}: ${words.join(', ')}`);
  }
  expect(found).toEqual([]);
});
