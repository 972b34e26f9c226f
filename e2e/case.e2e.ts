import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { type DeskWorld, staff, startDeskWorld } from './support/desks.ts';
import { people, signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let world: DeskWorld;
let browser: Browser;
let worker: Page;
beforeAll(async () => {
  world = await startDeskWorld();
  browser = await openBrowser();
  worker = await newPage(browser);
  await signIn(worker, { url: world.url, email: people.caseWorker });
}, 240_000);
afterAll(() => world.stop());

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const main = async (page: Page) => (await page.getByRole('main').textContent()) ?? '';
const told = (page: Page, words: string | RegExp) => page.getByText(words).first().waitFor();
const fill = (page: Page, label: RegExp, text: string) => page.getByLabel(label).first().fill(text);

test('a note made with the guide becomes a contact, and the contact a case, without anybody telling it twice', async () => {
  const person = await newPage(browser, { javaScript: false, width: 390 });
  await person.goto(`${world.url}/navigator`);
  await person.getByRole('textbox', { name: '自分の言葉で書く' }).fill('家賃を二か月払えていません');
  await press(person, 'つぎへ');
  await person.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '横須賀市' });
  await press(person, 'すぐに相談先を見る');
  await press(person, '話したいことをメモにする');
  await fill(person, /メモ/, '家賃を二か月払えていません。');
  await press(person, 'コードをもらう');
  const code = /[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/.exec(await main(person))?.[0] ?? '';
  const counsellor = await newPage(browser);
  await signIn(counsellor, { url: world.url, email: staff.livelihood });
  await counsellor.goto(`${world.url}/staff/consultations`);
  await follow(counsellor, 'メモのコード');
  await counsellor.getByRole('textbox', { name: 'コード' }).fill(code);
  await counsellor.getByRole('radio', { name: '電話' }).check();
  await press(counsellor, 'メモを開く');
  await follow(counsellor, '支援ケースにする');
  await counsellor.getByRole('radio', { name: /生活困窮の相談窓口/ }).check();
  await press(counsellor, '次へ');
  await fill(counsellor, /^ほかに伝えること/, '家賃を二か月払えていません。');
  await fill(counsellor, /^呼び名/, 'あやさん');
  await counsellor.getByLabel(/^同意の方法/).selectOption({ label: '口頭' });
  await counsellor.getByRole('checkbox', { name: /本人が同意した/ }).check();
  await expectSound(counsellor, 'case-hand-off');
  await press(counsellor, '同意を記録し、支援ケースにする');
  await told(counsellor, /支援ケースになりました|支援ケースにしました/);
  await worker.goto(`${world.url}/staff/cases?range=unassigned`);
  await worker
    .getByRole('row', { name: /あやさん/ })
    .getByRole('link')
    .click();
  await told(worker, '相談から引き継いだこと');
  expect(await main(worker)).toContain('家賃を二か月払えていません');
});
