import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { told } from './support/page.ts';
import { enterOwnPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let tsunagi: Tsunagi;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
  page = await newPage(browser, { javaScript: false, width: 390 });
});
afterAll(() => tsunagi?.stop());

test('a person opens their page with a slip of paper, reads their plan, and takes a consent back, without scripts', async () => {
  await enterOwnPage(page, tsunagi);
  await expectSound(page, 'own-page');
  await page.getByRole('heading', { name: 'わたしのプラン' }).waitFor();
  await page.getByRole('heading', { name: 'だれが何をするか' }).waitFor();
  const standing = page.getByRole('link', { name: 'この同意を取り消す' });
  const before = await standing.count();
  await standing.first().click();
  await page.getByText('これから何も伝えません').waitFor();
  await expectSound(page, 'own-page-withdraw');
  await page.getByRole('button', { name: '取り消す', exact: true }).click();
  await told(page, '取り消しました');
  await expect.poll(() => standing.count()).toBe(before - 1);
});

test('closes it, and the way back shows nothing', async () => {
  await page.getByRole('button', { name: '閉じる', exact: true }).click();
  await page.waitForURL('**/my?done=closed');
  await page.goBack();
  await page.waitForURL('**/my');
  expect(await page.getByRole('heading', { name: 'わたしのプラン' }).count()).toBe(0);
});
