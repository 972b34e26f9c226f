import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './support/accessibility.ts';
import { expectNoTrouble, newPage, openBrowser } from './support/browser.ts';
import { mainText, press } from './support/page.ts';
import { screenshot } from './support/screenshot.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const url = sharedTsunagi();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

const phone = () => newPage(browser, { javaScript: false, width: 390 });

async function expectSound(page: Page, name: string): Promise<void> {
  await screenshot(page, `navigator-${name}`);
  await expectNoAxeViolations(page);
  await expectNoSidewaysScroll(page);
  expectNoTrouble(page);
}

/** Nothing that was answered is in the address or the title of the page. */
async function expectNoTrace(page: Page): Promise<void> {
  expect(page.url()).toBe(`${url}/navigator`);
  expect(await page.title()).toMatch(/^(エラー：)?(相談先をさがす|Find somebody to talk to)｜/);
  expect(await page.context().cookies()).toEqual([]);
}

const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent();
/** Texts that do not come in this order. */
async function outOfOrder(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const text = await mainText(page);
  const at = texts.map((each) => text.indexOf(each));
  return texts.filter((_, index) => (at[index] ?? -1) < Math.max(0, at[index - 1] ?? 0));
}

describe('at night, on a telephone, without scripts', () => {
  test('hungry tonight in 横須賀: who is there now comes first, then the desk of the city', async () => {
    const page = await phone();
    await page.goto(`${url}/navigator`);
    await expectSound(page, 'worry');
    await page.getByRole('checkbox', { name: '食べるものがない' }).check();
    await press(page, 'つぎへ');
    await expect.poll(() => heading(page)).toBe('いま話せるところ');
    await expectSound(page, 'interlude');
    await press(page, 'つづける');
    await expectSound(page, 'place');
    await page.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '横須賀市' });
    await press(page, 'つぎへ');
    await expectSound(page, 'urgency');
    await press(page, '今日・今夜');
    await press(page, '自分');
    await press(page, '答えずに進む');
    await expectSound(page, 'language');
    await press(page, '日本語');
    await expect.poll(() => mainText(page)).toContain('横須賀市 自立相談支援窓口');
    expect(await outOfOrder(page, ['いま話せるところ', '0120-279-338', '使えるかもしれない制度'])).toEqual(
      [],
    );
    await expectSound(page, 'hungry');
    await expectNoTrace(page);
  });

  test('rent overdue in 箱根, in three presses and in own words: the desk of the prefecture, and why a scheme may fit', async () => {
    const page = await phone();
    await page.goto(`${url}/navigator`);
    await page.getByRole('textbox', { name: '自分の言葉で書く' }).fill('家賃を3か月滞納しています');
    await press(page, 'すぐに相談先を見る');
    await page.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '箱根町' });
    await press(page, '窓口を見る');
    await expect.poll(() => mainText(page)).toContain('神奈川県 自立相談支援窓口');
    await page.getByText('住居確保給付金（家賃補助）').click();
    for (const said of ['生活困窮者自立支援法 第6条', '令和7年4月1日', 'まだ分からない'])
      await expect.poll(() => mainText(page)).toContain(said);
    await expectSound(page, 'hakone');
    await expectNoTrace(page);
  });

  test('violence at home: neutral titles, the way out in sight, and the back button of the page keeps the answers', async () => {
    const page = await phone();
    await page.goto(`${url}/navigator`);
    await page.getByRole('checkbox', { name: /身近な人がこわい/ }).check();
    await press(page, 'つぎへ');
    await expect.poll(() => heading(page)).toBe('いま話せるところ');
    expect(await outOfOrder(page, ['110', '0120-279-889'])).toEqual([]);
    await expectNoTrace(page);
    await press(page, /もどる$/);
    await expect.poll(() => page.getByRole('checkbox', { name: /身近な人がこわい/ }).isChecked()).toBe(true);
    await press(page, 'すぐに相談先を見る');
    await expectSound(page, 'afraid');
    await expectNoTrace(page);
    const leave = page.getByRole('link', { name: 'すぐ離れる' });
    await expect.poll(() => leave.isVisible()).toBe(true);
    expect(await leave.getAttribute('href')).not.toContain(url);
  });

  test('a neighbour worried about somebody: the desk listens to them as well, and the answer can be changed', async () => {
    const page = await phone();
    await page.goto(`${url}/navigator`);
    await page.getByRole('checkbox', { name: /ひとりぼっち/ }).check();
    await press(page, 'つぎへ');
    await page.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '藤沢市' });
    await press(page, 'つぎへ');
    await press(page, /急がない/);
    await press(page, /気になる人がいる/);
    await press(page, 'すぐに相談先を見る');
    await expect.poll(() => mainText(page)).toContain('まわりの人からの相談も受けます');
    await page.getByText('あなたの答え').click();
    await press(page, /^変える: どこに/);
    await page.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '真鶴町' });
    await press(page, 'つぎへ');
    await expect.poll(() => mainText(page)).toContain('神奈川県 自立相談支援窓口');
    await expectSound(page, 'neighbour');
  });

  test('a Nepali speaker is asked in Nepali, and gets a sentence to show and somebody who speaks it', async () => {
    const page = await phone();
    await page.goto(`${url}/navigator`);
    await press(page, 'नेपाली');
    await expect.poll(() => heading(page)).toBe('अहिले तपाईंलाई के समस्या छ?');
    await expectSound(page, 'nepali-worry');
    await page.getByRole('textbox').fill('खाना छैन');
    await press(page, 'अर्को');
    await expect.poll(() => mainText(page)).toContain('0120-279-338');
    await press(page, 'अगाडि बढ्ने');
    await page.getByRole('combobox').selectOption({ label: 'Yamato City' });
    await press(page, 'अहिले नै सहयोग गर्ने ठाउँ हेर्ने');
    for (const said of ['Yamato City', 'ネパール語を話します。通訳をお願いします。', 'Multilingual'])
      await expect.poll(() => mainText(page)).toContain(said);
    await expectSound(page, 'nepali');
    await expectNoTrace(page);
  });
});

test('a note for the desk is written, gets its code, and is taken back, wide and with scripts', async () => {
  const page = await newPage(browser, { width: 1280 });
  await page.goto(`${url}/navigator`);
  await page.getByRole('checkbox', { name: /借金/ }).check();
  await press(page, 'すぐに相談先を見る');
  await expectSound(page, 'wide');
  await press(page, '話したいことをメモにする');
  await page.getByRole('textbox', { name: 'メモ' }).fill('夜は電話に出られません');
  await expectSound(page, 'note');
  await press(page, 'コードをもらう');
  await page.getByText(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/).waitFor();
  await expectSound(page, 'code');
  await press(page, 'いますぐメモを消す');
  await expect.poll(() => heading(page)).toBe('メモを消しました');
  expect(page.url()).toBe(`${url}/navigator/packet`);
});
