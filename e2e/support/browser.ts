import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, expect, inject } from 'vitest';

const flags = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** One browser for a test file, closed when the file is done. */
export async function openBrowser(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({
    executablePath: inject('chromium'),
    headless: true,
    args: [...flags, ...asRoot],
  });
  afterAll(() => browser.close());
  return browser;
}

export interface PageOptions {
  /** Every journey is walked with and without. */
  readonly javaScript?: boolean;
  /** In CSS pixels: 390 is a telephone, 1280 a desk. */
  readonly width?: number;
  readonly lang?: 'ja' | 'en';
}

const troubles = new WeakMap<Page, string[]>();
const withoutScripts = new WeakSet<Page>();

/** A page of its own context: no cookies, Tokyo's time, Japanese first. */
export async function newPage(browser: Browser, options: PageOptions = {}): Promise<Page> {
  const { javaScript = true, width = 1280, lang = 'ja' } = options;
  const context = await browser.newContext({
    javaScriptEnabled: javaScript,
    viewport: { width, height: width < 600 ? 844 : 900 },
    locale: lang === 'ja' ? 'ja-JP' : 'en-GB',
    timezoneId: 'Asia/Tokyo',
  });
  context.setDefaultTimeout(15_000);
  const page = await newTab(context);
  if (!javaScript) withoutScripts.add(page);
  return page;
}

/** One more page of somebody who has one. */
export async function newTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  watch(page);
  return page;
}

/** Remembers what a person would not see: script errors, breaches of the content policy, requests to strangers. */
function watch(page: Page): void {
  const found: string[] = [];
  troubles.set(page, found);
  page.on('pageerror', (error) => found.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|TrustedHTML|Trusted Type/i.test(message.text())) found.push(message.text());
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
      found.push(`asked a third party: ${request.url()}`);
    }
  });
}

export function runsScripts(page: Page): boolean {
  return !withoutScripts.has(page);
}

/** No script error, no breach of the content policy, no third party asked, since the page was opened. */
export function expectNoTrouble(page: Page): void {
  expect(troubles.get(page) ?? [], `troubles of ${page.url()}`).toEqual([]);
}
