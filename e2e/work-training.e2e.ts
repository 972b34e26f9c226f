import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '#platform/database/database.ts';
import { addDays, tokyoDay } from '#platform/dates.ts';
import { makeOwnPage } from '#areas/cases/own-page/fixtures.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText, press, told, unfold } from './support/page.ts';
import { people, signedInPage, signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { databaseOf, startTsunagi, type Tsunagi } from './support/tsunagi.ts';

let tsunagi: Tsunagi;
let browser: Browser;
let db: Database;
let worker: Page;
let workplace: Page;
let person: Page;
/** Where the training stands for the staff of both sides. */
let url = '';

beforeAll(async () => {
  tsunagi = await startTsunagi();
  browser = await openBrowser();
  db = await databaseOf(tsunagi);
  worker = await newPage(browser);
  workplace = await newPage(browser, { javaScript: false, width: 390 });
  person = await newPage(browser, { javaScript: false, width: 390 });
  await signIn(worker, { url: tsunagi.url, email: people.caseWorker });
  await signIn(workplace, { url: tsunagi.url, email: people.workplaceAgent });
});
afterAll(async () => {
  await db?.close();
  await tsunagi?.stop();
});

const today = tokyoDay(new Date());
const considerations = '大きな音が苦手です。午前のほうが動けます（例示）';

async function soundInBoth(page: Page, name: string): Promise<void> {
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectSound(page, `work-training-${name}-${width}`);
  }
}

async function review(page: Page, questions: readonly string[]): Promise<void> {
  await unfold(page, '振り返りを残す：終わり');
  const form = page.getByRole('form', { name: '振り返りを残す：終わり' });
  for (const question of questions)
    await form.getByRole('group', { name: question }).getByLabel('だいたい').check();
  await form.getByLabel(/^伝えたいこと/).fill('休む日を自分で決められました（例示）');
  await form.getByRole('button', { name: '振り返りを残す', exact: true }).click();
  await told(page, '振り返りを残しました');
}

test('a plan finds a workplace, which sees nothing before the person has agreed, and then no more than they agreed to', async () => {
  await worker.goto(`${tsunagi.url}/staff/work-trainings`);
  await worker.getByRole('link', { name: '事業所を探す' }).first().click();
  const [, caseId = ''] = /cases\/([0-9a-f-]{36})/.exec(worker.url()) ?? [];
  await worker.getByRole('checkbox', { name: '月', exact: true }).check();
  await worker.getByRole('checkbox', { name: /^組立て|^組み立て/ }).check();
  await press(worker, '探す');
  await expect.poll(() => mainText(worker)).toContain('希望の曜日（月）に訓練ができます');
  await soundInBoth(worker, 'choose');
  await press(worker, 'この事業所で準備する');
  await worker.waitForURL(/work-trainings\/[0-9a-f-]{36}/);
  url = worker.url().split('?')[0] ?? '';
  await worker.getByLabel(/^事業所での呼び名/).fill('みつさん');
  await worker.getByLabel(/^配慮してほしいこと/).fill(considerations);
  await worker.getByLabel('始まりの日').fill(today);
  await worker.getByLabel('終わりの日').fill(addDays(today, 10));
  await press(worker, '保存する');
  await told(worker, '保存しました');
  await soundInBoth(worker, 'told');
  expect((await workplace.goto(url))?.status()).toBe(404);
  await worker.getByLabel(/^同意した日/).fill(today);
  await worker.getByRole('radio', { name: '署名' }).check();
  await press(worker, '同意を記録して、事業所に相談する');
  await told(worker, '事業所に相談しました');
  await workplace.goto(url);
  const seen = await mainText(workplace);
  expect(seen).toContain(considerations);
  for (const hidden of ['三郎', caseId, '借入']) expect(seen).not.toContain(hidden);
  await soundInBoth(workplace, 'asked');

  const { number, passphrase } = await makeOwnPage(db, caseId);
  await person.goto(`${tsunagi.url}/my`);
  await person.getByLabel('番号').fill(number);
  await person.getByLabel(/^合言葉/).fill(passphrase);
  await press(person, '開く');
  await person.waitForURL('**/my/page');
});

test('three sides agree to the same text, the worker last', async () => {
  await press(workplace, '受け入れる');
  await told(workplace, '返事をしました');
  await workplace.getByLabel(/^賃金・手当/).fill('1000');
  await workplace.getByRole('radio', { name: '1日あたり' }).check();
  await workplace.getByRole('radio', { name: '傷害保険など' }).check();
  await press(workplace, '内容を変える');
  await told(workplace, '内容を変えました');
  await press(workplace, 'この内容で確認する');
  await told(workplace, '確認を記録しました');
  await soundInBoth(workplace, 'agreement');
  await person.reload();
  await person.getByRole('link', { name: /^働く練習（見本製作所/ }).click();
  await soundInBoth(person, 'own');
  await press(person, 'この内容で確認する');
  await told(person, '確認を記録しました');
  await worker.reload();
  await press(worker, 'この内容で確認する');
  await told(worker, '確認を記録しました');
  for (const side of ['本人', '事業所', '支援員'])
    await expect.poll(() => mainText(worker)).toContain(`${side}：確認済み`);
});

test('hours are kept by two, and what does not agree is seen until it does', async () => {
  const keep = async (page: Page, minutes: string) => {
    await page
      .getByRole('form', { name: '時間を記録する' })
      .getByLabel(/^時間の記録/)
      .fill(minutes);
    await press(page, '時間を記録する');
    await told(page, '時間を記録しました');
  };
  for (const page of [workplace, person]) await page.reload();
  await keep(workplace, '180');
  await keep(person, '120');
  await worker.goto(url);
  expect(await mainText(worker)).toContain('合っていません');
  await soundInBoth(worker, 'hours');
  await keep(person, '180');
  await expect
    .poll(async () => {
      await worker.reload();
      return mainText(worker);
    })
    .not.toContain('合っていません');
});

test('it is looked back on by three, ends in ordinary employment, and the person’s own words go on by their consent', async () => {
  await review(person, ['安心していられる', '作業が合っている', 'ペースが合っている', '話を聞いてもらえる']);
  await review(workplace, [
    '来られている',
    '作業が合っている',
    'まわりとやりとりができる',
    '支え方がうまくいっている',
  ]);
  await worker.reload();
  await review(worker, [
    '来られている',
    '体調が保たれている',
    '目標に近づいている',
    '支え方がうまくいっている',
  ]);
  for (const side of ['本人', '事業所', '支援員'])
    await expect.poll(() => mainText(worker)).toContain(`終わりの振り返り（${side}）`);
  const words = '朝、行く場所ができました（例示）';
  await person.getByRole('form', { name: '声を届ける' }).getByLabel(/^言葉/).fill(words);
  await press(person, '声を届ける');
  await expect.poll(() => mainText(person)).toContain('同意');
  await person.getByRole('form', { name: '声を届ける' }).getByLabel(/^言葉/).fill(words);
  await person.getByLabel('名前を出さずに公表することに同意します').check();
  await press(person, '声を届ける');
  await told(person, '声を受け取りました');
  await soundInBoth(person, 'voice');
  await worker.getByRole('radio', { name: '一般就労が決まった' }).check();
  await press(worker, '訓練を終える');
  await told(worker, '終わりを記録しました');
  await soundInBoth(worker, 'ended');
  const officer = await signedInPage(browser, { url: tsunagi.url, email: people.workOfficer });
  await officer.goto(url);
  const counted = await mainText(officer);
  expect(counted).toContain(words);
  for (const hidden of [considerations, 'みつさん', '三郎']) expect(counted).not.toContain(hidden);
  await soundInBoth(officer, 'officer');
});
