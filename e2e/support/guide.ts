import type { Page } from 'playwright-core';
import { press } from './page.ts';

/** Through the guide to its end, by own words: rent in 横須賀. */
export async function walkTheGuide(page: Page, { url }: { url: string }): Promise<void> {
  await page.goto(`${url}/navigator`);
  await page.getByRole('textbox', { name: '自分の言葉で書く' }).fill('家賃を二か月払えていません');
  await press(page, 'つぎへ');
  await page.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '横須賀市' });
  await press(page, 'すぐに相談先を見る');
}

/** From the end of the guide: a note for the desk. Gives the code by which the desk opens it. */
export async function leaveNote(page: Page, text: string): Promise<string> {
  await press(page, '話したいことをメモにする');
  await page.getByRole('textbox', { name: 'メモ' }).fill(text);
  await press(page, 'コードをもらう');
  return (await page.getByText(/^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}$/).textContent()) ?? '';
}
