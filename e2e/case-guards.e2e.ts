import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { follow, mainText, press, shows } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let tsunagi: Tsunagi;
let browser: Browser;
let worker: Page;
let supervisor: Page;
beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
  worker = await enter(people.caseWorker, 1280);
  supervisor = await enter(people.caseSupervisor, 390);
}, 240_000);
afterAll(() => tsunagi?.stop());

/** Signed in; whoever answers from a telephone does it without scripts. */
const enter = (email: string, width: number) =>
  signedInPage(browser, { url: tsunagi.url, email, width, javaScript: width > 390 });
const go = (page: Page, path: string) => page.goto(`${tsunagi.url}${path}`);

/** The line of somebody in the organisation's list; gives the number of their case. */
async function open(page: Page, name: string): Promise<string> {
  await go(page, '/staff/cases?range=all');
  const row = page.getByRole('row', { name: new RegExp(name) });
  const link = row.getByRole('link');
  const number = (await link.textContent()) ?? '';
  await link.click();
  await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
  return number;
}

test('a consent is withdrawn, and whoever was told reads nothing from that moment', async () => {
  const receiver = await enter(people.tableWorker, 1280);
  await go(receiver, '/staff/cases/referrals');
  await receiver.getByRole('table').getByRole('link').first().click();
  await shows(receiver, '二週間分をお願いできますか');
  await open(worker, '見本 一郎');
  await follow(worker, '共有の根拠');
  await expectSound(worker, 'case-bases');
  const ofGroup = worker.getByRole('article').filter({ hasText: 'みんなの食卓' });
  await ofGroup.getByRole('button', { name: '撤回を記録する' }).first().click();
  await shows(worker, '撤回しました。止めた依頼：1件');
  await expectSound(worker, 'case-withdrawn');
  await receiver.reload();
  expect(await mainText(receiver)).not.toContain('二週間分をお願いできますか');
});

test('a glass is broken for life and body: it opens for hours, and the supervisor who is told says that they looked', async () => {
  const number = await open(worker, '見本 𠮷子');
  const stranger = await enter(people.homeWorker, 1280);
  await stranger.goto(worker.url());
  expect(await mainText(stranger)).not.toContain('見本 𠮷子');
  await go(stranger, '/staff/cases');
  await follow(stranger, '緊急に開く');
  await stranger.getByLabel(/^ケースのある組織/).selectOption({ label: '生活困窮の相談窓口（神奈川県）' });
  await stranger.getByLabel(/^受付番号/).fill(number);
  await stranger.getByLabel(/^理由/).fill('今夜、命に危険があると家族から電話がありました。');
  await stranger.getByLabel(/^すぐに知らせる人/).selectOption({ label: '見本 浜' });
  await expectSound(stranger, 'case-glass');
  await press(stranger, '緊急に開く');
  await shows(stranger, '24時間後に閉じます');
  await expect.poll(() => mainText(stranger)).toContain('見本 𠮷子');
  const second = await enter(people.homeSupervisor, 390);
  await go(second, '/staff/cases');
  await shows(second, '今夜、命に危険がある');
  await expectSound(second, 'case-glass-told');
  await press(second, '確かめました');
  await shows(second, '確かめたことを記録しました');
});

test('somebody whom another person looks for is in no list, and on paper only after a second person', async () => {
  const number = await open(worker, 'Mihon Maya Kumari');
  const address = worker.url();
  await follow(worker, '支援措置');
  await worker.getByRole('radio', { name: '配偶者からの暴力（DV）' }).check();
  await worker.getByLabel(/^住所/).fill('見本町九丁目9番9号');
  await worker.getByLabel(/^相手方の氏名/).fill('見本 相手');
  await expectSound(worker, 'protection-begin');
  await press(worker, '記録して封をする');
  await shows(worker, '住所に封をしました');
  expect(await mainText(worker)).not.toContain('見本町九丁目');
  await go(worker, '/staff/cases?range=all');
  expect(await mainText(worker)).not.toContain('Mihon Maya');
  await shows(worker, '保護中');
  await worker.getByRole('textbox', { name: /名前・ふりがな・電話/ }).fill('Mihon Maya Kumari');
  await press(worker, '探す');
  await shows(worker, '0件見つかりました');
  await worker.goto(`${address}/sheets/reception`);
  await shows(worker, '二人目の確認が要ります');
  await expectSound(worker, 'protection-stop');
  await worker.getByLabel(/^理由/).fill('本人が役所に出す紙を自分で持っていくため。');
  await press(worker, '申し出る');
  await shows(worker, '申し出ました');
  await go(supervisor, '/staff/cases/openings');
  await shows(supervisor, number);
  await expectSound(supervisor, 'protection-openings');
  await press(supervisor, '認める（15分）');
  await shows(supervisor, '認めました');
  await worker.goto(`${address}/sheets/reception`);
  await worker.getByRole('heading', { level: 1, name: /相談受付/ }).waitFor();
});
