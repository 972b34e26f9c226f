import type { Locator, Page } from 'playwright-core';

/** A row of a table by what stands in it. */
export function row(page: Page, text: string | RegExp): Locator {
  return page.getByRole('row').filter({ hasText: text }).first();
}

/** Opens what is folded under a line. */
export async function unfold(page: Page, line: string): Promise<void> {
  await page.getByRole('group').getByText(line, { exact: true }).first().click();
}

/** Presses the button of exactly this name, or of one like it; the first, where there are several. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
}

/** Follows the link of exactly this name, or of one like it; the first, where there are several. */
export async function follow(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name, exact: true }).first().click();
}

/** Waits for the page to say that something was done. */
export async function told(page: Page, words: string | RegExp): Promise<void> {
  await page.getByRole('status').filter({ hasText: words }).first().waitFor();
}

/** Waits for these words, wherever they stand in the page. */
export async function shows(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).first().waitFor();
}

/** All that stands in the page itself, once it has come wholly. */
export async function mainText(page: Page): Promise<string> {
  await page.waitForLoadState();
  return (await page.getByRole('main').textContent()) ?? '';
}
