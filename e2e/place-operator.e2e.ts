import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText, press, told } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

const place = 'いかりのごはん';
let tsunagi: Tsunagi;
let browser: Browser;

beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
});
afterAll(() => tsunagi.stop());

describe('who runs a place, on a telephone, without scripts', () => {
  let operator: Page;
  let visitor: Page;
  let publicUrl = '';

  test('closes today in one press, with a word, and everybody reads it', async () => {
    operator = await signedInPage(browser, {
      url: tsunagi.url,
      email: people.placeOperator,
      javaScript: false,
      width: 390,
    });
    await operator.goto(`${tsunagi.url}/staff/places`);
    await expectSound(operator, 'place-list');
    await operator.getByRole('link', { name: place, exact: true }).click();
    await expectSound(operator, 'place-operator');
    publicUrl = (await operator.getByRole('link', { name: '公開のページを見る' }).getAttribute('href')) ?? '';
    await operator.getByLabel('訪れる人への一言').fill('水道の工事のため');
    await operator.getByRole('button', { name: '今日は休みます' }).click();
    await told(operator, '反映しました');
    visitor = await newPage(browser, { javaScript: false, width: 390 });
    await visitor.goto(`${tsunagi.url}${publicUrl}`);
    await expect.poll(() => mainText(visitor)).toContain('水道の工事のため');
  });

  test('opens after all, and the page and the directory’s entry say so', async () => {
    await operator.getByRole('button', { name: '今日は開いています' }).click();
    await told(operator, '反映しました');
    await visitor.goto(`${tsunagi.url}${publicUrl}`);
    await expect.poll(() => mainText(visitor)).toMatch(/いま開いています|このあと開きます/);
    await expectSound(visitor, 'place-public');
    await visitor.getByRole('link', { name: '場所・連絡先・くわしい案内' }).click();
    await expect.poll(() => mainText(visitor)).toContain('これから開く日');
  });

  test('is answered by a visitor who would help, without an account', async () => {
    await visitor.goto(`${tsunagi.url}${publicUrl}`);
    await visitor.getByRole('link', { name: /^応募する/ }).click();
    await expectSound(visitor, 'place-answer');
    await visitor.getByLabel('お名前').fill('見本 来人（例示）');
    await visitor.getByLabel('電話番号かメールアドレス').fill('kuruhito@example.jp');
    await press(visitor, '送る');
    await expect.poll(() => mainText(visitor)).toContain('運営者から連絡します');
  });

  test('counts the session that waits, and reads who offered a hand', async () => {
    await operator.getByRole('link', { name: '来た人の数' }).click();
    await operator
      .getByRole('link', { name: /^数える/ })
      .last()
      .click();
    await operator.getByLabel('小学生').fill('１２');
    await operator.getByLabel('65歳以上').fill('3');
    await expectSound(operator, 'place-count');
    await operator.getByRole('button', { name: '記録する' }).click();
    await told(operator, '15人を記録しました');
    await operator.goto(`${tsunagi.url}/staff/places`);
    await operator.getByRole('link', { name: place, exact: true }).click();
    await operator.getByRole('link', { name: '募集', exact: true }).click();
    await operator.getByRole('link', { name: '火曜の配膳を手伝う人（例示）' }).click();
    const answer = operator.getByRole('article').filter({ hasText: '見本 来人（例示）' });
    await answer.getByText('kuruhito@example.jp').waitFor();
    await answer.getByRole('button', { name: 'お願いする' }).click();
    await told(operator, '記録しました');
    await expect.poll(() => answer.textContent()).toContain('お願いした');
    await expectSound(operator, 'place-wish');
  });
});
