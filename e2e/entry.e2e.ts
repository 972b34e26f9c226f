import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText } from './support/page.ts';
import { expectSound } from './support/sound.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const url = sharedTsunagi();
let browser: Browser;
let entries: ReadonlyMap<string, string>;

beforeAll(async () => {
  browser = await openBrowser();
  const answer = await fetch(`${url}/hsds/services?per_page=500`);
  const { contents } = (await answer.json()) as { contents: { id: string; name: string }[] };
  entries = new Map(contents.map(({ id, name }) => [name, `${url}/services/${id}`]));
});

function entryNamed(name: string): string {
  const found = entries.get(name);
  if (!found) throw new Error(`the demo world has no ${name}`);
  return found;
}

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
  { javaScript: true, width: 390 },
])('somebody reads an entry, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  const open = () => newPage(browser, { javaScript, width });
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  test('calls the desk, knows its week, and is told before a map of another site opens', async () => {
    const page = await open();
    await page.goto(entryNamed('横須賀市 自立相談支援窓口'));
    await expect
      .poll(() => page.getByRole('heading', { level: 1 }).textContent())
      .toBe('横須賀市 自立相談支援窓口');
    const call = page.getByRole('link', { name: /電話する/ }).first();
    expect(await call.getAttribute('href')).toMatch(/^tel:\d+$/);
    await expect
      .poll(() => page.getByRole('table', { name: '今日から7日間の時間' }).getByRole('row').count())
      .toBe(8);
    const map = page.getByRole('link', { name: '地図を開く' });
    expect(await map.getAttribute('href')).toMatch(/^https:\/\/maps\.gsi\.go\.jp\//);
    await expect.poll(() => mainText(page)).toContain('国土地理院のサーバーにアクセスが記録されます');
    await expectSound(page, `entry-desk-${mark}`);
  });

  test('reads hours by language and in English, where what is only in Japanese is marked', async () => {
    const page = await open();
    await page.goto(`${entryNamed('多言語支援センターかながわ')}?lang=en`);
    await expect
      .poll(() => page.getByRole('table', { name: /Hours of the seven days/ }).textContent())
      .toContain('Vietnamese');
    await expectSound(page, `entry-languages-${mark}`);
  });

  test('meets no word in title or heading that betrays a page about violence, and leaves it at once', async () => {
    const page = await open();
    await page.goto(`${url}/reports`);
    await page.goto(entryNamed('かながわ女性の不安・困りごと相談室'));
    expect(await page.title()).toBe('相談窓口のご案内｜つなぎ');
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('相談窓口のご案内');
    await expectSound(page, `entry-quiet-${mark}`);
    await page.route('https://www.jma.go.jp/**', (route) =>
      route.fulfill({ body: 'weather', contentType: 'text/plain' }),
    );
    if (javaScript) {
      await page.keyboard.press('Escape');
      expect(page.url()).toContain('/services/');
      await page.keyboard.press('Escape');
    } else {
      await page.getByRole('link', { name: 'すぐ離れる' }).focus();
      await page.keyboard.press('Enter');
    }
    await page.waitForURL('https://www.jma.go.jp/**');
    if (!javaScript) return;
    await page.goBack();
    expect(page.url()).toBe(`${url}/reports`);
  });

  test('finds at a scheme who can be talked to now, and goes there', async () => {
    const page = await open();
    await page.goto(entryNamed('住居確保給付金（家賃補助）海老名市'));
    await expectSound(page, `entry-scheme-${mark}`);
    // Who is open depends on the hour at which this runs; somebody always is.
    const first = page.getByRole('article').first().getByRole('heading').getByRole('link');
    const name = (await first.textContent()) ?? '';
    const target = await first.getAttribute('href');
    await first.click();
    await page.waitForURL(`**${target}`);
    expect(name).not.toBe('');
    await expect.poll(() => mainText(page)).toMatch(/受付中|24時間|いま開いて/);
  });

  test('passes on an address without anything about themselves, and prints what holds on paper', async () => {
    const page = await open();
    const address = entryNamed('横須賀市 自立相談支援窓口');
    await page.goto(`${address}?topic=debt&from=somewhere`);
    const share = page.getByRole('region', { name: 'このページを伝える' }).or(page.locator('#share'));
    await expect.poll(() => share.first().textContent()).toContain(address);
    expect(await share.first().textContent()).not.toContain('somewhere');
    await expect
      .poll(() => page.getByRole('button', { name: 'アドレスをコピー' }).isVisible())
      .toBe(javaScript);
    if (javaScript) {
      await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.getByRole('button', { name: 'アドレスをコピー' }).click();
      await page.getByText('コピーしました').waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    }
    await page.emulateMedia({ media: 'print' });
    await expect.poll(() => page.getByRole('img', { name: /このページが開きます/ }).isVisible()).toBe(true);
    await expect.poll(() => page.getByRole('table').first().isVisible()).toBe(false);
    await expect.poll(() => page.getByText('月曜〜金曜 8:30〜17:15').isVisible()).toBe(true);
  });

  test('is led on from an address that leads nowhere', async () => {
    const page = await open();
    const answer = await page.goto(`${url}/services/00000000-0000-4000-8000-000000000000`);
    expect(answer?.status()).toBe(404);
    await expect.poll(() => page.getByRole('link', { name: '窓口・制度をさがす' }).isVisible()).toBe(true);
    await expectSound(page, `entry-gone-${mark}`);
  });

  test('sees all that an organisation offers', async () => {
    const page = await open();
    await page.goto(entryNamed('横須賀市 自立相談支援窓口'));
    await page.getByRole('link', { name: '横須賀市', exact: true }).click();
    await page.waitForURL('**/organisations/*');
    await expect
      .poll(() => page.getByRole('link', { name: '横須賀市 自立相談支援窓口' }).isVisible())
      .toBe(true);
    await expectSound(page, `entry-organisation-${mark}`);
  });
});
