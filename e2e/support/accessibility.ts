import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runsScripts } from './browser.ts';

/** axe finds nothing on the page as it stands, best practices included; the error names every rule and element. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // A form that was just sent may have left a page that is still empty.
  await page.waitForLoadState();
  const found = runsScripts(page) ? await violationsOn(page) : await violationsOnTwin(page);
  if (found.length > 0) throw new Error(`axe on ${page.url()} found ${found.length}:\n${found.join('\n')}`);
}

/** No page of ours has frames: axe runs in the page itself, and stays there for the next look at it. */
async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
    );
  });
}

/** axe cannot run where scripts are off: the same markup is looked at in a page beside it, without the page's scripts. */
async function violationsOnTwin(page: Page): Promise<string[]> {
  const body = (await page.content())
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<\/?noscript>/g, '');
  const context = await page
    .context()
    .browser()
    ?.newContext({
      viewport: page.viewportSize(),
      storageState: await page.context().storageState(),
    });
  if (!context) throw new Error('the browser has gone');
  try {
    const twin = await context.newPage();
    await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }));
    await twin.goto(page.url());
    return await violationsOn(twin);
  } finally {
    await context.close();
  }
}

/** Nothing makes the page wider than the window: nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `pixels that ${page.url()} is too wide`).toBe(0);
}
