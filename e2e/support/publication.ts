import type { Page } from 'playwright-core';
import { told } from './page.ts';

/** Makes the draft of a year's results; what is missing gets its reason. */
export async function prepareResults(
  page: Page,
  { url, year, reason }: { url: string; year: string; reason?: string },
): Promise<void> {
  await page.goto(`${url}/staff/report`);
  await page.getByRole('link', { name: new RegExp(`版を作る ${year} 結果`) }).click();
  if (reason) await page.getByLabel(/^入れずに公表する理由/).fill(reason);
  await page.getByRole('button', { name: '版を作る' }).click();
  await told(page, '下書きを作りました');
}

export async function propose(page: Page): Promise<void> {
  await page.getByRole('button', { name: '承認を求める' }).click();
  await told(page, '承認を求めました');
}

/** The second person opens what waits, and publishes it. */
export async function approve(page: Page, { url, year }: { url: string; year: string }): Promise<void> {
  await page.goto(`${url}/staff/report`);
  await page.getByRole('link', { name: `開く ${year} 結果` }).click();
  await page.getByRole('button', { name: '承認して公表する' }).click();
  await told(page, '公表しました');
}

/** From the page of a published edition: what one figure of a program should say, and why. */
export async function proposeCorrection(
  page: Page,
  { program, figure, value, reason }: { program: string; figure: string; value: string; reason: string },
): Promise<void> {
  await page.getByRole('link', { name: `${program}の訂正を提案する` }).click();
  const option = page.getByRole('option', { name: new RegExp(`^${figure}`) });
  await page.getByLabel(/^訂正するところ/).selectOption(await option.getAttribute('value'));
  await page.getByLabel(/^正しい値または文章/).fill(value);
  await page.getByLabel(/^訂正の理由/).fill(reason);
  await page.getByRole('button', { name: '訂正を提案する' }).click();
  await told(page, '訂正を提案しました');
}
