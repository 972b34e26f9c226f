import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { mailTo } from './support/mailbox.ts';
import { mainText, row, told, unfold } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('the secretariat, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  let tsunagi: Tsunagi;
  let browser: Browser;
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  beforeAll(async () => {
    tsunagi = await startTsunagi();
    browser = await openBrowser();
  });
  afterAll(() => tsunagi.stop());

  test('opens a year: words, plan, overall rating and programs of the year before', async () => {
    const { url } = tsunagi;
    const page = await signedInPage(browser, { url, email: people.secretariat, javaScript, width });
    await page.getByRole('link', { name: '本部の一年' }).first().click();
    await page.getByLabel(/^登録する年度/).fill('2026');
    await page.getByLabel(/^用語を写す年度/).selectOption({ label: '令和7年度' });
    await page.getByRole('button', { name: 'この年度を登録する' }).click();
    await told(page, '令和8年度を登録しました');

    await page.goto(`${url}/staff/programs/years/2026`);
    await page.getByRole('link', { name: '用語', exact: true }).click();
    await page.getByRole('link', { name: '柱', exact: true }).click();
    await page.getByLabel(/^名前（日本語）/).fill('声を聴きつづける');
    await page.getByRole('button', { name: '加える' }).click();
    await told(page, '「声を聴きつづける」を加えました');
    await page.getByRole('button', { name: '「声を聴きつづける」を上へ' }).click();
    await expect
      .poll(async () => (await page.getByRole('rowheader').allTextContents()).at(-2))
      .toContain('声を聴きつづける');
    await expectSound(page, `pillars-${mark}`);

    await page.getByRole('link', { name: '予算の計画', exact: true }).click();
    await page.getByRole('link', { name: '行を加える' }).click();
    await page.getByLabel(/^柱/).selectOption({ label: '声を聴きつづける' });
    await page.getByLabel(/^事業名（日本語）/).fill('夜の相談の試み');
    await page.getByLabel(/^金額/).fill('１２，３４５，６７８');
    await page.getByRole('button', { name: '保存する' }).click();
    await told(page, '「夜の相談の試み」を保存しました');
    await expect.poll(() => row(page, '夜の相談の試み').textContent()).toContain('1,234');
    await expect.poll(() => mainText(page)).toContain('12,345,678円');
    await expectSound(page, `plan-rows-${mark}`);

    await page.getByRole('link', { name: '全体の評価', exact: true }).click();
    await page.getByLabel(/^全体の評価/).selectOption({ label: '概ね順調' });
    await page.getByLabel(/^全体のまとめ（日本語）/).fill('始まったばかりの年です。');
    await page.getByRole('button', { name: '保存する' }).click();
    await told(page, '全体の評価を保存しました');

    await page.goto(`${url}/staff/programs/years/2025/carry`);
    await page.getByRole('button', { name: '55事業を引き継ぐ' }).click();
    await told(page, '55事業を引き継ぎました');
    await page.goto(`${url}/staff/programs/years/2026`);
    await page.getByRole('link', { name: '女性総合相談窓口' }).click();
    await expect.poll(() => mainText(page)).toContain('令和8年度');
    await expectSound(page, `carried-program-${mark}`);
  }, 180_000);

  test('asks the bureaus, reminds the one that is slow, gives more time, and closes', async () => {
    const { url, dataDir } = tsunagi;
    const page = await signedInPage(browser, { url, email: people.secretariat, javaScript, width });
    await page.goto(`${url}/staff/programs/rounds`);
    await page.getByRole('link', { name: '照会を始める' }).click();
    await page.getByLabel(/^年度/).selectOption({ label: '令和6年度' });
    await page.getByLabel(/^照会の名前/).fill('令和6年度 追加の照会');
    await page.getByLabel(/^締切/).fill('2030-03-01');
    await page.getByRole('button', { name: '照会を始めて各局に知らせる' }).click();
    await told(page, '50件の回答を各局にお願いしています');
    await expectSound(page, `board-${mark}`);
    const opened = await mailTo(dataDir, { to: people.health, saying: '令和6年度 追加の照会' });
    expect(opened).toContain(page.url());

    await row(page, /^健康医療局/)
      .getByRole('button', { name: /催促する/ })
      .click();
    await told(page, '1局にメールで催促しました');
    await mailTo(dataDir, { to: people.health, saying: 'まだそろっていません' });
    await expect.poll(() => row(page, /^健康医療局/).textContent()).toContain('事務局から');

    await unfold(page, '締切を延ばす・照会を締め切る');
    await page
      .getByRole('textbox', { name: /締切を延ばす/ })
      .or(page.getByLabel(/^締切を延ばす/))
      .first()
      .fill('2030-03-15');
    await page.getByRole('button', { name: '締切を延ばす' }).click();
    await told(page, '締切を令和12年3月15日に延ばしました');
    await unfold(page, '締切を延ばす・照会を締め切る');
    await page.getByRole('button', { name: '照会を締め切る' }).click();
    await told(page, '照会を締め切りました');
    await expectSound(page, `board-closed-${mark}`);

    const bureau = await signedInPage(browser, { url, email: people.health, javaScript, width });
    await bureau.goto(page.url());
    await expect.poll(() => bureau.getByRole('link', { name: /記入する/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'もう一度受け付ける' }).click();
    await told(page, 'もう一度受け付けます');
  }, 180_000);
});
