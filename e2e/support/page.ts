import type { Locator, Page } from 'playwright-core';

/** A row of a table by what stands in it. */
export function row(page: Page, text: string | RegExp): Locator {
  return page.getByRole('row').filter({ hasText: text }).first();
}

/** Opens what is folded under a line. */
export async function unfold(page: Page, line: string): Promise<void> {
  await page.getByRole('group').getByText(line, { exact: true }).first().click();
}
