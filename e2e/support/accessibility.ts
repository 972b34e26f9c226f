import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runsScripts } from './browser.ts';

/** Without its comments: it is sent to a thousand pages. */
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** axe finds nothing on the page as it stands, best practices included; the error names every rule and element. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  // A form that was just sent may have left a page that is still empty.
  await page.waitForLoadState();
  const found = runsScripts(page) ? await violationsOn(page) : await violationsOnTwin(page);
  if (found.length > 0) throw new Error(`axe on ${page.url()} found ${found.length}:\n${found.join('\n')}`);
}

/** No page of ours has frames: axe runs in the page itself, and stays there for the next look at it. */
async function violationsOn(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.map(
      ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
    );
  });
}

/** Beside a page without scripts: the page in which axe looks at its markup. */
const twins = new WeakMap<Page, Page>();

/** axe cannot run where scripts are off: the same markup is looked at in a page beside it, without the page's scripts. */
async function violationsOnTwin(page: Page): Promise<string[]> {
  const body = (await page.content())
    .replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
    .replaceAll(/<\/?noscript>/g, '');
  const twin = twins.get(page) ?? (await newTwin(page));
  await twin.setViewportSize(page.viewportSize() as { width: number; height: number });
  await twin.context().clearCookies();
  await twin.context().addCookies(await page.context().cookies());
  // What is asked for has no mark, and to go to another mark of what the twin shows would ask for nothing.
  const [address] = page.url().split('#');
  if (twin.url().split('#')[0] === address) await twin.goto('about:blank');
  await twin.route(
    ({ href }) => href === address,
    (route) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }),
  );
  try {
    await twin.goto(page.url());
    return await violationsOn(twin);
  } finally {
    await twin.unrouteAll();
  }
}

/** Goes with its page. */
async function newTwin(page: Page): Promise<Page> {
  const context = await page.context().browser()?.newContext();
  if (!context) throw new Error('the browser has gone');
  const twin = await context.newPage();
  twins.set(page, twin);
  page.once('close', () => void context.close().catch(() => {}));
  return twin;
}

/** Nothing makes the page wider than the window: nobody scrolls sideways to read. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess, `pixels that ${page.url()} is too wide`).toBe(0);
}
