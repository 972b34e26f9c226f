import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mailTo } from './support/mailbox.ts';
import { mainText, row, told, unfold } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

const cafeteria = 'ロケットおむすび';
let tsunagi: Tsunagi;
let browser: Browser;

beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
});
afterAll(() => tsunagi.stop());

const phone = () => newPage(browser, { javaScript: false, width: 390 });

async function atDesk(email: string, path: string): Promise<Page> {
  const page = await signedInPage(browser, { url: tsunagi.url, email, javaScript: false, width: 390 });
  await page.goto(`${tsunagi.url}/staff/directory${path}`);
  return page;
}

describe('who answers for a children’s cafeteria, on a telephone, without scripts and without an account', () => {
  let owner: Page;

  test('gets a link by mail, and sees there what everybody sees', async () => {
    const keeper = await atDesk(people.keeper, '/freshness');
    await keeper
      .getByRole('combobox', { name: '担当する団体' })
      .selectOption({ label: 'NPO法人 見本みんなの食卓' });
    await keeper.getByRole('button', { name: '表示する' }).click();
    await expectSound(keeper, 'freshness-board');
    await row(keeper, cafeteria).getByText('メールのリンク', { exact: true }).last().click();
    await row(keeper, cafeteria).getByRole('button', { name: 'リンクを送る' }).click();
    await told(keeper, 'リンクを送ります');
    const mail = await mailTo(tsunagi.dataDir, { to: 'sample-npo-table@example.jp', saying: cafeteria });
    const link = /https?:\/\/\S+\/confirm\/[\w-]{43}/.exec(mail)?.[0] ?? '';
    owner = await phone();
    await owner.goto(`${tsunagi.url}${new URL(link).pathname}`);
    await expect.poll(() => mainText(owner)).toContain(cafeteria);
    await expect.poll(() => mainText(owner)).toContain('金曜');
    await expectSound(owner, 'confirm');
  });

  test('confirms with one press, and the public page says so', async () => {
    await owner.getByRole('button', { name: '変わりありません' }).click();
    await told(owner, 'ありがとうございます');
    await expectSound(owner, 'confirm-done');
    const visitor = await phone();
    const entry = await owner.getByRole('link', { name: '公開ページを開く' }).getAttribute('href');
    await visitor.goto(`${tsunagi.url}${entry}`);
    await expect.poll(() => mainText(visitor)).toMatch(/NPO法人 見本みんなの食卓が内容を確認しました/);
  });

  test('mends the hours in plain words, and everybody reads them at once', async () => {
    await unfold(owner, '時間を直す');
    const form = owner.getByRole('form', { name: '時間を直す' });
    await form.getByLabel('曜日').fill('水・金');
    await form.getByLabel('始まり').fill('17時半');
    await form.getByRole('button', { name: '時間を保存する' }).click();
    await told(owner, '時間を直しました');
    await expect.poll(() => mainText(owner)).toContain('水曜・金曜 17:30〜19:30');
    await expectSound(owner, 'confirm-hours');
    expect(await owner.context().cookies()).toEqual([]);
  });
});

describe('those who keep the directory, on a telephone', () => {
  test('read what waits, and take in what somebody outside wrote', async () => {
    const editor = await atDesk(people.table, '/proposals');
    await expectSound(editor, 'proposals');
    await editor.getByRole('link', { name: cafeteria }).first().click();
    await expect.poll(() => mainText(editor)).toContain('第5金曜日は休みになっていました');
    await expectSound(editor, 'proposal');
    await editor.goto(`${tsunagi.url}/staff/directory/proposals`);
    await editor.getByRole('link', { name: 'あゆみの昼ごはん' }).first().click();
    await editor.getByRole('button', { name: '採用する' }).click();
    await told(editor, '採用しました');
    await expectSound(editor, 'proposal-accepted');
    const visitor = await phone();
    await visitor.goto(`${tsunagi.url}/find?q=あゆみの昼ごはん`);
    await visitor.getByRole('link', { name: 'あゆみの昼ごはん' }).first().click();
    await expect.poll(() => mainText(visitor)).toContain('雨の日は中止になることがあるそうです');
  });

  test('look at what can be imported and at the holidays to come, and try words before they are kept', async () => {
    const keeper = await atDesk(people.keeper, '/imports');
    await expectSound(keeper, 'imports');
    await keeper.goto(`${tsunagi.url}/staff/directory/holidays`);
    await expectSound(keeper, 'holidays');
    await keeper.goto(`${tsunagi.url}/staff/directory/words`);
    await expectSound(keeper, 'words');
    await keeper.getByRole('link', { name: /^生活保護/ }).click();
    await keeper.getByRole('textbox', { name: /^試しに探す/ }).fill('生活保護を受けたい');
    await keeper.getByRole('button', { name: '試す' }).click();
    await keeper.getByRole('heading', { name: 'この内容にした検索' }).waitFor();
    await expect.poll(() => mainText(keeper)).toMatch(/この内容にした検索\d+件/);
    await expectSound(keeper, 'words-tried');
  });
});
