import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText } from './support/page.ts';
import { expectSound } from './support/sound.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const url = sharedTsunagi();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const countOf = async (page: Page) => Number(/(\d+)か所（今日/.exec(await mainText(page))?.[1] ?? '0');

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
  { javaScript: true, width: 390 },
])('somebody looks for a place to be, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  const open = () => newPage(browser, { javaScript, width });
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  test('presses a municipality on the map, narrows down, takes it back, and opens a place', async () => {
    const page = await open();
    await page.goto(`${url}/places`);
    await expectSound(page, `places-${mark}`);
    const all = await countOf(page);
    expect(all).toBeGreaterThanOrEqual(100);
    const tile = page.getByRole('link', { name: /^横須賀市 \d+か所$/ });
    // Most places are in the east: a narrow screen shows that side of the map first.
    const box = await tile.boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? width) + (box?.width ?? 0) <= width).toBe(true);
    const counted = Number(/(\d+)か所/.exec((await tile.textContent()) ?? '')?.[1]);
    await tile.click();
    await page.waitForURL('**/places?municipality=14201');
    expect(await countOf(page)).toBe(counted);
    await page.getByRole('list', { name: '種類' }).getByRole('link').nth(1).click();
    await page.waitForURL('**type=**');
    await expectSound(page, `places-chosen-${mark}`);
    await page.getByRole('link', { name: '横須賀市をやめる' }).click();
    await page.waitForURL((at) => !at.search.includes('municipality'));
    const name = page.getByRole('heading', { level: 3 }).getByRole('link').first();
    const said = await name.textContent();
    await name.click();
    await page.waitForURL('**/services/*');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe(said);
  });

  test('sees on which days there is something, and only then', async () => {
    const page = await open();
    await page.goto(`${url}/places`);
    const saturday = page.getByRole('list', { name: 'いつ' }).getByRole('link', { name: /^土曜 / });
    const counted = Number(/\d+/.exec((await saturday.textContent()) ?? '')?.[0]);
    await saturday.click();
    await page.waitForURL('**day=6');
    expect(await countOf(page)).toBe(counted);
  });

  test('asks no other server for a map before a press that says so', async () => {
    const page = await open();
    const asked: string[] = [];
    await page.route(/^https:/, (route) => {
      asked.push(new URL(route.request().url()).host);
      return route.fulfill({ body: '', contentType: 'image/png' });
    });
    await page.goto(`${url}/places`);
    await page.getByRole('link', { name: '地図で見る' }).click();
    await page.waitForURL('**/places/map');
    await page.waitForLoadState('networkidle');
    const show = page.getByRole('button', { name: /地図を表示する/ });
    await expect.poll(() => show.isVisible()).toBe(javaScript);
    await expectSound(page, `map-before-${mark}`);
    expect(asked).toEqual([]);
    expect(await countOf(page)).toBeGreaterThanOrEqual(100);
    if (!javaScript) {
      await expect.poll(() => mainText(page)).toContain('JavaScriptを使えるようにしてください');
      return;
    }
    const tile = page.waitForRequest(/^https:\/\/cyberjapandata\.gsi\.go\.jp\/xyz\//);
    await show.click();
    await tile;
    const marker = page
      .getByRole('region', { name: /居場所の地図/ })
      .getByRole('button')
      .first();
    await marker.waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=region]'));
    expect(new Set(asked)).toEqual(new Set(['cyberjapandata.gsi.go.jp']));
    await marker.focus();
    await page.keyboard.press('Enter');
    const link = page
      .getByRole('region', { name: /居場所の地図/ })
      .getByRole('link')
      .first();
    await link.waitFor();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/services/*');
  });

  test('finds what is near where there is nothing', async () => {
    const page = await open();
    await page.goto(`${url}/places?municipality=14402&type=online`);
    await expect.poll(() => mainText(page)).toContain('まだ見つかっていません');
    await expectSound(page, `places-none-${mark}`);
    await page.getByRole('link', { name: 'しぼりこみをやめる' }).click();
    await page.waitForURL(`${url}/places`);
  });
});
