import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText, told } from './support/page.ts';
import { codeOf, enterPassword, people, registerApp, signIn, signOut } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let tsunagi: Tsunagi;
let browser: Browser;
beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
});
afterAll(() => tsunagi.stop());

/** A device that holds passkeys and knows its holder, as Chromium plays it. */
async function giveDevice(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('WebAuthn.enable');
  await devTools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

describe.each([
  { javaScript: true, width: 1280, email: people.secretariat },
  { javaScript: false, width: 390, email: people.approver },
])('an authenticator app, scripts $javaScript, $width pixels wide', ({ javaScript, width, email }) => {
  test('is registered, asked for, replaced by a recovery code once, and turned off', async () => {
    const { url } = tsunagi;
    const mark = `${javaScript ? 'js' : 'plain'}-${width}`;
    const page = await newPage(browser, { javaScript, width });
    await signIn(page, { url, email });
    const look = (at: Page, name: string) => expectSound(at, `${name}-${mark}`);
    const { secret, recoveryCodes } = await registerApp(page, { url, look });
    expect(recoveryCodes).toHaveLength(10);
    expect(new Set(recoveryCodes).size).toBe(10);
    await signOut(page);

    await enterPassword(page, { url, email });
    await expectSound(page, `second-step-${mark}`);
    await page.getByLabel(/^確認コード/).fill('000000');
    await page.getByRole('button', { name: '確認する' }).click();
    await expect.poll(() => mainText(page)).toContain('この確認コードは使えません');
    await expectSound(page, `second-step-wrong-${mark}`);
    await page.getByLabel(/^確認コード/).fill(codeOf(secret, { next: true }));
    await page.getByRole('button', { name: '確認する' }).click();
    await page.waitForURL(`${url}/staff`);
    await signOut(page);

    const [recovery = ''] = recoveryCodes;
    for (const expected of [`${url}/staff`, `${url}/sign-in/second-step`]) {
      await enterPassword(page, { url, email });
      await page.getByLabel(/^確認コード/).fill(recovery);
      await page.getByRole('button', { name: '確認する' }).click();
      await page.waitForURL(expected);
      if (expected.endsWith('/staff')) await signOut(page);
    }

    await page.getByLabel(/^確認コード/).fill(recoveryCodes[1] ?? '');
    await page.getByRole('button', { name: '確認する' }).click();
    await page.waitForURL(`${url}/staff`);
    await page.goto(`${url}/staff/account/second-factor`);
    await expect.poll(() => mainText(page)).toContain('使っていない回復コードが8個あります');
    await expectSound(page, `second-factor-on-${mark}`);
    await page.getByText('認証アプリを使うのをやめる').click();
    await page.getByLabel(/^確認コード/).fill(recoveryCodes[2] ?? '');
    await page.getByRole('button', { name: 'やめる', exact: true }).click();
    await told(page, '認証アプリを使うのをやめました');
    await signOut(page);
    await signIn(page, { url, email });
  }, 120_000);
});

test('a passkey is made on the account page, signs in without a password, gets a name, and is removed', async () => {
  const { url } = tsunagi;
  const page = await newPage(browser);
  await giveDevice(page);
  await signIn(page, { url, email: people.health });
  await page.goto(`${url}/staff/account`);
  await page.getByLabel(/^パスキーの名前/).fill('机の端末');
  await page.getByRole('button', { name: 'この端末や鍵をパスキーに加える' }).click();
  await told(page, 'パスキーを加えました');
  await expectSound(page, 'account-with-passkey');
  await signOut(page);

  await page.goto(`${url}/sign-in?next=%2Fstaff%2Faccount`);
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await page.waitForURL(`${url}/staff/account`);
  const passkeys = page.getByRole('table', { name: 'パスキー' });
  expect(await passkeys.textContent()).not.toContain('未使用');
  await page.getByRole('textbox', { name: '「机の端末」の新しい名前' }).fill('窓口の端末');
  await page.getByRole('button', { name: '名前を変える' }).click();
  await told(page, 'パスキーの名前を変えました');
  await page.getByRole('button', { name: '削除' }).click();
  await told(page, 'パスキーを削除しました');
  await signOut(page);

  await page.goto(`${url}/sign-in`);
  await page.getByRole('button', { name: 'パスキーでサインイン' }).click();
  await told(page, 'パスキーを使えませんでした');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('an administrator who has a passkey is let in at once, and the account page works without scripts', async () => {
  const { url } = tsunagi;
  const page = await newPage(browser);
  await giveDevice(page);
  await signIn(page, { url, email: people.administrator });
  await expect.poll(() => mainText(page)).toContain('次の役割は、二段階認証を設定すると使える');
  await page.goto(`${url}/staff/account/second-factor?next=%2Fstaff%2Fpeople`);
  await page.getByRole('button', { name: 'この端末や鍵をパスキーに加える' }).click();
  await page.waitForURL(`${url}/staff/people`);
  await page.getByRole('heading', { level: 1, name: '利用者' }).waitFor();
  const plain = await newPage(browser, { javaScript: false });
  await signIn(plain, { url, email: people.welfare });
  await plain.goto(`${url}/staff/account`);
  await expect
    .poll(() => plain.getByRole('button', { name: 'この端末や鍵をパスキーに加える' }).count())
    .toBe(0);
  await expect.poll(() => mainText(plain)).toContain('パスキーの登録には、JavaScriptが動く');
});
