import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectNoAxeViolations, expectNoSidewaysScroll } from './accessibility.ts';
import { expectNoTrouble, newPage, openBrowser } from './browser.ts';
import { makeOf } from './make.ts';

const policy =
  "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; trusted-types 'none'";
const pages: Readonly<Record<string, string>> = {
  '/sound': '<main><h1>しっかりしたページ</h1><p>読めます。</p></main>',
  '/nameless': '<main><h1>名前のない画像</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>',
  '/inline': '<main><h1>禁じられた指定</h1><p style="color:red">赤</p></main>',
  '/stranger': '<main><h1>よその絵</h1><img alt="" src="http://example.invalid/x.png"></main>',
  '/wide': '<main><h1>広すぎる表</h1><svg width="2000" height="10" role="img" aria-label="線"></svg></main>',
};

/** What stands at one address, time after time. */
const turns: (string | undefined)[] = [];

describe('the tools of the browser tests', () => {
  let browser: Browser;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    browser = await openBrowser();
    server = createServer((request, response) => {
      const body = request.url === '/turns' ? turns.shift() : pages[request.url ?? ''];
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': policy,
      });
      response.end(`<!doctype html><html lang="ja"><title>試し</title><body>${body ?? ''}</body></html>`);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  test.each([true, false])(
    'axe works under the strict policy (scripts of the page: %s) and sees what is wrong',
    async (javaScript) => {
      const page = await newPage(browser, { javaScript, width: 390 });
      await page.goto(`${url}/sound`);
      await expectNoAxeViolations(page);
      await expectNoSidewaysScroll(page);
      await page.goto(`${url}/nameless`);
      await expect(expectNoAxeViolations(page)).rejects.toThrow('image-alt');
      expectNoTrouble(page);
    },
  );

  test.each([true, false])(
    'axe looks at what stands there now, though the address is another by its mark only (scripts: %s)',
    async (javaScript) => {
      turns.splice(0, turns.length, pages['/sound'], pages['/nameless']);
      const page = await newPage(browser, { javaScript });
      await page.goto(`${url}/turns`);
      await expectNoAxeViolations(page);
      await page.goto(`${url}/wide`);
      await page.goto(`${url}/turns#again`);
      await expect(expectNoAxeViolations(page)).rejects.toThrow('image-alt');
    },
  );

  test.each(['/inline', '/stranger'])(
    'a page that does what the policy forbids is trouble: %s',
    async (path) => {
      const page = await newPage(browser);
      await page.goto(url + path);
      await page.waitForLoadState();
      expect(() => expectNoTrouble(page)).toThrow('troubles of');
    },
  );

  test('a page wider than a telephone is seen', async () => {
    const page = await newPage(browser, { width: 390 });
    await page.goto(`${url}/wide`);
    await expect(expectNoSidewaysScroll(page)).rejects.toThrow('too wide');
  });
});

describe('the make of a page', () => {
  const rows = (...texts: string[]) => `<main><table><tbody>${texts.join('')}</tbody></table></main>`;
  const plain = '<tr><th>1</th><td>a &gt; b</td></tr>';
  const linked = '<tr><th>2</th><td><a href="/x?a>b">c</a></td></tr>';

  test.each([
    ['words and attributes', '<main><p class="a">x</p></main>', '<main><p>y</p></main>'],
    ['rows more of a kind', rows(plain), rows(plain, plain)],
    ['rows in another order', rows(plain, linked), rows(linked, plain, linked)],
    ['what stands around it', '<nav><a>x</a></nav><main><p>x</p></main>', '<main><p>x</p></main>'],
  ])('is the same for %s', (_, one, other) => {
    expect(makeOf(one)).toBe(makeOf(other));
  });

  test.each([
    ['a row of another kind', rows(plain), rows(plain, linked)],
    ['headings in another order', '<main><h2>a</h2><h3>b</h3></main>', '<main><h3>b</h3><h2>a</h2></main>'],
    ['an element more', '<main><p>a</p></main>', '<main><p>a<br></p></main>'],
    ['what stands in it', '<main><div><p>a</p></div></main>', '<main><div></div><p>a</p></main>'],
  ])('is another for %s', (_, one, other) => {
    expect(makeOf(one)).not.toBe(makeOf(other));
  });
});
