import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectNoTrouble, newPage, openBrowser } from './support/browser.ts';
import { expectSound } from './support/sound.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const url = sharedTsunagi();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

test.each([
  { width: 390, javaScript: false },
  { width: 1280, javaScript: true },
])('open data is found, understood and taken at $width px', async ({ width, javaScript }) => {
  const page = await newPage(browser, { width, javaScript });
  await page.goto(url);
  await page.getByRole('link', { name: 'オープンデータ' }).click();
  await page.waitForURL('**/opendata');
  await page.getByText('市町村ごとのファイル').first().click();
  await expectSound(page, `opendata-${width}`);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'CSV: 横須賀市 相談窓口' }).click();
  expect((await download).suggestedFilename()).toBe('142018_support_desk.csv');
  await page.getByRole('link', { name: '支援情報API（HSDS 3.0）' }).click();
  await page.waitForURL('**/opendata/api');
  await expectSound(page, `opendata-api-${width}`);
  const answer = page.waitForResponse(/\/hsds\/services/);
  await page.getByRole('link', { name: /\/hsds\/services\?per_page=3$/ }).click();
  expect(await (await answer).json()).toMatchObject({ page_number: 1, size: 3 });
  expectNoTrouble(page);
});
