import type { Browser } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { printed } from './support/printed.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

/** Points: the margin below, and room for a table's head with two rows. */
const standsAlone = 51 + 60;

test.each([
  { path: '/reports/2024', most: 5, first: '全体の数', last: 'この版について' },
  { path: '/reports/2024/programs/life-line-by-ict', most: 2, first: '実績', last: '事業の概要' },
  { path: '/reports/2025', most: 2, first: '予算額', last: 'この版について' },
])('$path is an A4 report of $most pages, its headings with what they head', async (report) => {
  const page = await newPage(browser);
  await page.goto(`${sharedTsunagi()}${report.path}`);
  const { pages, headings } = await printed(page);
  expect(pages).toBeLessThanOrEqual(report.most);
  const names = headings.map(({ text }) => text);
  expect(names).toContain(report.first);
  expect(headings.filter(({ above }) => above < standsAlone)).toEqual([]);
  // What ends the report is not torn: it stands where the report ends. A heading pushed to a new page is told twice.
  expect(headings.find(({ text }) => text.startsWith(report.last))?.page).toBe(pages);
});

test('the year’s overview stands on the first page, whole: what follows it begins the second', async () => {
  const page = await newPage(browser);
  await page.goto(`${sharedTsunagi()}/reports/2024`);
  const { headings } = await printed(page);
  const pageOf = (part: string) => headings.find(({ text }) => text.includes(part))?.page;
  expect(pageOf('区分ごとの取組み')).toBe(1);
  expect(pageOf('困難な問題を抱える女性等への支援')).toBe(2);
  expect(
    await page
      .getByRole('table')
      .first()
      .evaluate((table) => getComputedStyle(table).breakInside),
  ).toBe('auto');
  await page.emulateMedia({ media: 'print' });
  expect(
    await page
      .getByRole('table')
      .first()
      .evaluate((table) => getComputedStyle(table).breakInside),
  ).toBe('avoid');
});
