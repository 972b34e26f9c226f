import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

export const demoRound = '令和7年度 取組実績の照会（見本）';

/** From the desk to the page of the round: the board for the secretariat, what is owed for a bureau. */
export async function openRound(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/staff`);
  await page.getByRole('link', { name: '実績の照会' }).first().click();
  await page.getByRole('link', { name: demoRound }).click();
  await page.getByRole('heading', { level: 1, name: demoRound }).waitFor();
}

/** The bureau's workbook as it is given out. */
export async function takeWorkbook(page: Page): Promise<Uint8Array> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Excelブックを受け取る' }).click(),
  ]);
  return readFile(await download.path());
}

/** Returns a workbook on the page of the round; the page that shows what is in it follows. */
export async function giveBack(page: Page, bytes: Uint8Array): Promise<void> {
  await page.getByLabel('記入したブック').setInputFiles({
    name: '記入ずみ.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(bytes),
  });
  await page.getByRole('button', { name: 'ブックを戻して内容を確かめる' }).click();
  await page.getByRole('heading', { level: 1, name: '戻ってきたブックの確認' }).waitFor();
}
