import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mailTo } from './support/mailbox.ts';
import { mainText, row, told } from './support/page.ts';
import { enterPassword, people, registerApp, signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

const newcomer = { name: '見本 新任', email: 'shinnin@example.jp', password: 'みどりの 傘と 七つの鈴' };

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('an administrator, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  let tsunagi: Tsunagi;
  let browser: Browser;
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  beforeAll(async () => {
    tsunagi = await startTsunagi();
    browser = await openBrowser();
  });
  afterAll(() => tsunagi.stop());

  const visitor = () => newPage(browser, { javaScript, width });
  const choose = async (page: Page, chosen: { organisation: string; role: string }) => {
    await page.getByLabel(/^組織/).selectOption({ label: chosen.organisation });
    await page.getByLabel(/^役割/).last().selectOption({ label: chosen.role });
  };

  test('invites somebody by mail, gives a role more, sees a lock, and stops an access at once', async () => {
    const { url, dataDir } = tsunagi;
    const admin = await visitor();
    await signIn(admin, { url, email: people.administrator });
    await registerApp(admin, { url });
    await admin.goto(`${url}/staff`);
    await admin.getByRole('link', { name: '利用者と組織' }).first().click();
    await admin.getByRole('link', { name: '招待する' }).click();
    await admin.getByLabel(/^氏名/).fill(newcomer.name);
    await admin.getByLabel(/^メールアドレス/).fill(newcomer.email);
    await choose(admin, { organisation: '教育局', role: '局の報告担当（局）' });
    await admin.getByRole('button', { name: '招待を送る' }).click();
    await told(admin, '招待を送りました');
    await expectSound(admin, `invitations-${mark}`);

    const link =
      /http:\/\/\S+/.exec(await mailTo(dataDir, { to: newcomer.email, saying: newcomer.name }))?.[0] ?? '';
    const one = await visitor();
    await one.goto(link);
    await expectSound(one, `invitation-${mark}`);
    await one.getByLabel(/^新しいパスワード/).fill(newcomer.password);
    await one.getByLabel(/^もう一度同じパスワード/).fill(newcomer.password);
    await one.getByRole('button', { name: 'このパスワードで始める' }).click();
    await one.waitForURL(`${url}/staff`);
    await one.goto(link);
    await expect.poll(() => mainText(one)).toContain('このリンクはすでに使われています');
    await expectSound(one, `invitation-used-${mark}`);

    await admin.getByRole('link', { name: '利用者', exact: true }).click();
    await admin.getByRole('link', { name: newcomer.name }).click();
    await choose(admin, { organisation: '神奈川県', role: '公表の承認者（都道府県・局）' });
    await admin.getByRole('button', { name: '役割を加える' }).click();
    await told(admin, '役割を加えました');
    await expect.poll(() => row(admin, '公表の承認者').textContent()).toContain('神奈川県');

    const other = await visitor();
    await signIn(other, { url, ...newcomer });
    await one.goto(`${url}/staff/account`);
    await one.getByRole('button', { name: '終わらせる', exact: true }).click();
    await told(one, 'サインインを終わらせました');
    await other.goto(`${url}/staff`);
    expect(new URL(other.url()).pathname).toBe('/sign-in');

    const passwords = [...Array.from({ length: 5 }, () => 'not the right one'), newcomer.password];
    for (const password of passwords) {
      await enterPassword(other, { url, email: newcomer.email, password });
      await other.getByText('メールアドレスまたはパスワードが違います').first().waitFor();
    }
    await expectSound(other, `locked-${mark}`);
    await admin.reload();
    await expect.poll(() => mainText(admin)).toContain('一時停止（15分）');
    await expectSound(admin, `person-locked-${mark}`);

    await one.goto(`${url}/staff`);
    expect(new URL(one.url()).pathname).toBe('/staff');
    await admin.getByRole('button', { name: '利用を止める' }).click();
    await told(admin, '利用を止めました');
    await one.goto(`${url}/staff`);
    expect(new URL(one.url()).pathname).toBe('/sign-in');
  }, 240_000);

  test('begins with an empty database and the printed link, once', async () => {
    const empty = await startTsunagi({ from: 'none', env: { TSUNAGI_DEMO: '0' } });
    try {
      const { url } = empty;
      const page = await visitor();
      for (const path of ['/', '/reports', '/reports/figures']) {
        await page.goto(`${url}${path}`);
        await expectSound(page, `empty${path.replaceAll('/', '-')}-${mark}`);
      }
      const link = /first administrator.*?: (\S+)/.exec(empty.output())?.[1] ?? '';
      await page.goto(link);
      await expectSound(page, `first-${mark}`);
      await page.getByLabel(/^運営する自治体（日本語）/).fill('青海県');
      await page.getByLabel(/^運営する自治体（英語）/).fill('Aoumi Prefecture');
      await page.getByLabel(/^サイトの名前（英語）/).fill('Tsunagi');
      await page.getByLabel(/^推進する本部や会議の名前（日本語）/).fill('くらし会議');
      await page.getByLabel(/^推進する本部や会議の名前（英語）/).fill('Council');
      await page.getByLabel(/^氏名/).fill('見本 最初');
      await page.getByLabel(/^メールアドレス/).fill('saisho@example.jp');
      await page.getByLabel(/^新しいパスワード/).fill(newcomer.password);
      await page.getByLabel(/^もう一度同じパスワード/).fill(newcomer.password);
      await page.getByRole('button', { name: '始める' }).click();
      await page.waitForURL(/\/staff\/account\/second-factor/);
      await registerApp(page, { url });
      await page.goto(`${url}/staff/people`);
      await expect.poll(() => mainText(page)).toContain('見本 最初');
      await page.goto(link);
      await expect.poll(() => mainText(page)).toContain('すでに管理者がいます');
      await page.goto(url);
      await expect.poll(() => page.getByRole('banner').textContent()).toContain('青海県');
    } finally {
      await empty.stop();
    }
  }, 180_000);
});
