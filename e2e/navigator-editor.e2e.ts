import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText, row, told } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('a keeper of the guide, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  let tsunagi: Tsunagi;
  let browser: Browser;
  let page: Page;
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  beforeAll(async () => {
    tsunagi = await startTsunagi();
    browser = await openBrowser();
    page = await signedInPage(browser, { url: tsunagi.url, email: people.keeper, javaScript, width });
  });
  afterAll(() => tsunagi.stop());

  const save = () => page.getByRole('button', { name: '下書きに保存する' }).click();
  const tab = (name: string | RegExp) =>
    page.getByRole('navigation', { name: '案内の部分' }).getByRole('link', { name }).click();

  test('finds in the menu which version is public and that every situation reaches its desk', async () => {
    await page.goto(`${tsunagi.url}/staff/directory`);
    await page
      .getByRole('navigation', { name: '支援情報のメニュー' })
      .getByRole('link', { name: '相談先の案内' })
      .click();
    await page.getByRole('heading', { level: 1, name: '相談先の案内' }).waitFor();
    await expect.poll(() => mainText(page)).toContain('場面が、すべて決めた窓口に着きます');
    await expectSound(page, `guide-overview-${mark}`);
    await tab(/^場面/);
    await expect
      .poll(() => row(page, '箱根で、家賃を3か月滞納している').textContent())
      .toContain('神奈川県 自立相談支援窓口');
    await expectSound(page, `guide-situations-${mark}`);
    for (const part of ['situations/61', 'topics/1', 'questions/3', 'tables/support']) {
      await page.goto(`${tsunagi.url}/staff/directory/navigator/${part}`);
      await expectSound(page, `guide-${part.replace('/', '-')}-${mark}`);
    }
  });

  test('changes a question, which makes a draft that nobody outside sees', async () => {
    await tab(/^質問/);
    await expectSound(page, `guide-questions-${mark}`);
    await page.getByRole('link', { name: 'いま、何に困っていますか' }).click();
    await page.getByRole('textbox', { name: /^質問の文/ }).fill('いま、いちばん気がかりなことは何ですか');
    await expectSound(page, `guide-question-${mark}`);
    await save();
    await told(page, '下書きに保存しました');
    const visitor = await newPage(browser, { javaScript, width });
    await visitor.goto(`${tsunagi.url}/navigator`);
    await expect.poll(() => mainText(visitor)).toContain('いま、何に困っていますか');
  });

  test('is refused a change that leaves a situation without its desk, by the name of the situation', async () => {
    await tab(/^窓口の決まり/);
    await expectSound(page, `guide-desks-${mark}`);
    await page.getByRole('link', { name: '配偶者などからの暴力の電話相談' }).click();
    await page.getByRole('combobox', { name: /^窓口/ }).fill('@support');
    await save();
    await page.getByRole('alert').waitFor();
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('場面「家で夫に殴られる」が');
    await expectSound(page, `guide-refused-${mark}`);
    await expect.poll(() => page.getByRole('combobox', { name: /^窓口/ }).inputValue()).toBe('@support');
    await page.getByRole('combobox', { name: /^窓口/ }).fill('not-there');
    await save();
    await page.getByRole('alert').filter({ hasText: '「not-there」は登録されていません' }).waitFor();
  });

  test('walks through the draft, publishes it, and everybody is asked the new question', async () => {
    await page.goto(`${tsunagi.url}/staff/directory/navigator`);
    await expect.poll(() => row(page, 'worry').textContent()).toContain('変更');
    await page.getByRole('link', { name: '下書きを試す' }).click();
    await expect.poll(() => mainText(page)).toContain('いま、いちばん気がかりなことは何ですか');
    await page.getByRole('checkbox', { name: '借金の返済が苦しい' }).check();
    await page.getByRole('button', { name: 'すぐに相談先を見る' }).click();
    await expect.poll(() => mainText(page)).toContain('下書きの試し歩き');
    await expect.poll(() => mainText(page)).toContain('あなたの地域の窓口');
    await expectSound(page, `guide-preview-${mark}`);
    await page.getByRole('link', { name: '案内の編集に戻る' }).click();
    await page.getByRole('button', { name: '公開する' }).click();
    await told(page, '公開しました');
    const visitor = await newPage(browser, { javaScript, width });
    await visitor.goto(`${tsunagi.url}/navigator`);
    await expect.poll(() => mainText(visitor)).toContain('いま、いちばん気がかりなことは何ですか');
  });

  test('sees in the history what changed, and takes it back', async () => {
    await page.getByRole('link', { name: '第2版' }).click();
    await expect.poll(() => row(page, 'worry').textContent()).toContain('変更');
    await page.goto(`${tsunagi.url}/staff/directory/navigator`);
    await row(page, '第1版').getByRole('button', { name: 'この版から下書きを始める' }).click();
    await told(page, '下書きを始めました');
    await page.getByRole('button', { name: '公開する' }).click();
    await told(page, '公開しました');
    await page.goto(`${tsunagi.url}/navigator`);
    await expect.poll(() => mainText(page)).toContain('いま、何に困っていますか');
  });
});
