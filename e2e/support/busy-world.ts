import type { Browser, Page } from 'playwright-core';
import { newPage } from './browser.ts';
import { giveBack, openRound, takeWorkbook } from './collection.ts';
import { mailTo } from './mailbox.ts';
import { told } from './page.ts';
import { people, signedInPage } from './people.ts';
import { approve, prepareResults, propose, proposeCorrection } from './publication.ts';
import type { Tsunagi } from './tsunagi.ts';

/** The smallest PNG: one pixel. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const program = '女性総合相談窓口';

/**
 * Leaves the demo world as it is in the middle of work: a workbook that came back, a program with a picture, a second
 * edition with it, a third one in preparation, a correction that waits; a list that came in, a confirmation under way.
 * Gives the addresses that stand in mails only.
 */
export async function makeBusy(
  browser: Browser,
  { url, dataDir }: Tsunagi,
): Promise<{ confirmation: string }> {
  const as = async <T>(email: string, work: (page: Page) => Promise<T>): Promise<T> => {
    const page = await signedInPage(browser, { url, email });
    const made = await work(page);
    await page.context().close();
    return made;
  };
  await as(people.welfare, async (bureau) => {
    await openRound(bureau, { url });
    await giveBack(bureau, await takeWorkbook(bureau));
    await addPicture(bureau, { url });
  });
  await as(people.secretariat, async (office) => {
    const year = '令和6年度';
    await prepareResults(office, { url, year });
    await propose(office);
    await as(people.approver, (second) => approve(second, { url, year }));
    await office.reload();
    const reason = '数え落としがありました。';
    await proposeCorrection(office, { program, figure: '電話相談', value: '3116', reason });
    await prepareResults(office, { url, year });
  });
  await suggestPlace(browser, { url });
  await as(people.grantOfficer, (officer) => beginCall(officer, { url }));
  const confirmation = await as(people.keeper, async (keeper) => {
    await returnList(keeper, { url });
    return askToConfirm(keeper, { url, dataDir });
  });
  return { confirmation };
}

/** A call of which little more than the name is written, with a question. */
async function beginCall(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/staff/grants/calls/new`);
  await page.getByLabel(/^募集の名前(?!（)/).fill('夜の居場所応援補助金');
  await page.getByLabel(/^公開ページのアドレス/).fill('yoru-no-ibasho');
  await page.getByLabel(/^補助金：/).check();
  await page.getByRole('button', { name: '下書きをつくる' }).click();
  await page.getByRole('link', { name: '質問', exact: true }).first().click();
  await page.getByRole('link', { name: '質問をつくる' }).click();
  await page.getByLabel(/^質問(?!（)/).fill('だれのための居場所ですか');
  await page.getByRole('button', { name: '保存する' }).click();
  await told(page, '保存しました');
}

async function addPicture(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/staff/programs/years/2024`);
  await page.getByRole('link', { name: program }).click();
  await page.getByRole('link', { name: '写真・図を加える' }).click();
  await page
    .getByLabel(/^ファイル/)
    .setInputFiles({ name: 'mado.png', mimeType: 'image/png', buffer: pixel });
  await page.getByLabel(/^画像の説明/).fill('窓口の入口。椅子が二つ並んでいる。');
  await page.getByRole('button', { name: '保存する' }).click();
  await told(page, '画像を加えました');
}

/** Somebody without an account tells of a place. */
async function suggestPlace(browser: Browser, { url }: { url: string }): Promise<void> {
  const page = await newPage(browser);
  await page.goto(`${url}/services/suggest`);
  await page.getByLabel('居場所', { exact: true }).check();
  await page.getByRole('textbox', { name: /^名前/ }).fill('川べりの食堂');
  await page.getByRole('textbox', { name: /^どんな支援ですか/ }).fill('月に一度、だれでも食べられます。');
  await page.getByRole('button', { name: '知らせる' }).click();
  await page.waitForURL('**done=1');
  await page.context().close();
}

/** A city's list, read and waiting to be taken over. */
async function returnList(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/staff/directory/imports`);
  await page.getByLabel('担当する団体').first().selectOption({ label: '横須賀市' });
  await page.getByLabel(/^CSVファイル/).setInputFiles({
    name: '一覧.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(
      'NO,名称,住所,電話番号\n1,みほん食堂,横須賀市小川町11,046-000-0001\n2,,横須賀市小川町12,\n',
    ),
  });
  await page.getByRole('button', { name: '読み込んで確かめる' }).click();
  await page.getByRole('heading', { level: 1, name: '取り込む内容を確かめる' }).waitFor();
}

/** Sends an owner the link that asks whether an entry is still true; gives where it leads. */
async function askToConfirm(page: Page, { url, dataDir }: { url: string; dataDir: string }): Promise<string> {
  await page.goto(`${url}/staff/directory/freshness`);
  await page.getByRole('group').getByText('メールのリンク', { exact: true }).first().click();
  await page.getByRole('button', { name: 'リンクを送る' }).first().click();
  await told(page, 'リンクを送ります');
  const mail = await mailTo(dataDir, { to: '', saying: '/confirm/' });
  return /\/confirm\/[A-Za-z0-9_-]{43}/.exec(mail)?.[0] ?? '';
}
