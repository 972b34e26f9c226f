import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText } from './support/page.ts';
import { expectSound } from './support/sound.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const url = sharedTsunagi();
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  page = await newPage(browser, { javaScript: false, width: 390 });
});

const heading = (name: string | RegExp) => page.getByRole('heading', { name });

/** From the first page, as somebody does who has nothing but a sentence. */
async function search(typed: string): Promise<void> {
  await page.goto(url);
  await page.getByRole('searchbox').first().fill(typed);
  await page.getByRole('button', { name: '探す' }).first().click();
  await page.waitForURL('**/find?**');
}

describe('on a telephone, without scripts, by what one types', () => {
  test('hungry tonight in 横須賀: what stands first is for there and near there, one press from a call', async () => {
    await search('横須賀で今夜食べるものがない');
    await expect.poll(() => mainText(page)).toContain('横須賀市で使えるところと、その近くを先に並べています');
    const call = page.getByRole('link', { name: /0[0-9]{1,3}-[0-9]+-[0-9]+/ }).first();
    expect(await call.getAttribute('href')).toMatch(/^tel:/);
    await expectSound(page, 'find-hungry');
  });

  test('rent overdue in 箱根: the prefecture’s desk for towns, and the housing benefit', async () => {
    await search('箱根 家賃を滞納している');
    const text = await mainText(page);
    expect(text).toContain('神奈川県 自立相談支援窓口');
    expect(text).toContain('住居確保給付金');
    expect(text).not.toContain('横須賀市 自立相談支援窓口');
    await expectSound(page, 'find-hakone');
  });

  test('violence at home: lines that answer now, the way out in sight, and a title that says nothing', async () => {
    await search('夫に殴られる');
    await expect.poll(() => mainText(page)).toContain('0120-279-889');
    expect(await page.title()).toBe('相談先を探す｜つなぎ');
    await expect.poll(() => page.getByRole('link', { name: 'すぐ離れる' }).isVisible()).toBe(true);
    expect(await page.context().cookies()).toEqual([]);
    await expectSound(page, 'find-violence');
  });

  test('somebody who speaks Nepali finds who speaks it, by a link', async () => {
    await search('ネパール語で相談したい');
    await expect.poll(() => mainText(page)).toContain('多言語支援センターかながわ');
    await expectSound(page, 'find-nepali');
  });

  test('what nobody offers is no dead end: a desk that hears everything, a conversation, worries that are near', async () => {
    await search('ぴゅるりんぽ');
    await heading('言葉そのものに当てはまるものは、見つかりませんでした').waitFor();
    await expect.poll(() => mainText(page)).toContain('どんな困りごとでも聞く窓口');
    await expectSound(page, 'find-nothing');
    await page.getByRole('link', { name: '質問に答えて、相談先を一緒に探す' }).click();
    await page.waitForURL(`${url}/navigator`);
    expect(page.url()).not.toContain('%');
  });

  test('a page that is not there leads to the first one', async () => {
    await page.goto(`${url}/find?topic=no_food&page=900`);
    await page.getByText('このページはありません').first().waitFor();
    await page.getByRole('link', { name: '最初のページから見る' }).click();
    await expect.poll(() => mainText(page)).toContain('件');
  });
});
