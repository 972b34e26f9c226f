import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type TestApp, testApp } from '#src/app.testing.ts';
import { loadDemo } from './load.ts';
import { aoumi } from './second-prefecture.ts';

describe('another prefecture', () => {
  let app: TestApp;
  const textOf = async (url: string) => {
    const response = await app.get(url);
    expect(response.status, url).toBe(200);
    return (await response.text()).replaceAll(/<[^>]+>/g, '').replaceAll(/\s+/g, ' ');
  };

  beforeAll(async () => {
    app = await testApp();
    await loadDemo(app.db, new Date(), aoumi);
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
    const words = (await readFile(join(root, file), 'utf8')).match(
      /神奈川|kanagawa|横浜|yokohama|さぽなび|かながわ/gi,
    );
    if (words) found.push(`${file}: ${words.join(', ')}`);
  }
  expect(found).toEqual([]);
});
