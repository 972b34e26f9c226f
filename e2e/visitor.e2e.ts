import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { bare, hasCompiler, pdfText } from '#areas/report/outputs/compare.testing.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { expectSound } from './support/sound.ts';
import { follow, mainText, row, shows, unfold } from './support/page.ts';
import { sharedTsunagi } from './support/tsunagi.ts';

const url = sharedTsunagi();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('a visitor, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  const open = () => newPage(browser, { javaScript, width });
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  test('reads the results of R6 from the list of reports down to a figure and its year before', async () => {
    const page = await open();
    await page.goto(`${url}/reports`);
    await expectSound(page, `reports-${mark}`);
    await page.getByRole('link', { name: '令和6年度の取組みの結果' }).click();
    await expect.poll(() => page.getByRole('heading', { level: 1 }).textContent()).toContain('令和6年度');
    const text = await mainText(page);
    expect(text).toContain('概ね順調');
    expect(text).toContain('深刻な課題を抱える子ども・若者への支援');
    await expectSound(page, `results-${mark}`);
    await page.getByRole('link', { name: 'ICTを活用したいのちの相談支援体制整備事業' }).first().click();
    await page.waitForURL('**/reports/2024/programs/life-line-by-ict');
    const program = await mainText(page);
    for (const value of ['11,987', '9,121', '63,468', '38,576']) expect(program).toContain(value);
    await expectSound(page, `program-${mark}`);
  });

  test('sees what is invented marked as such, with its months in a chart and in a table', async () => {
    const page = await open();
    await page.goto(`${url}/reports/2024/programs/school-cafe`);
    await expect.poll(() => mainText(page)).toContain('実際の実績ではありません');
    await expect.poll(() => page.getByRole('img').count()).toBeGreaterThan(0);
    await expect.poll(() => row(page, '9月').textContent()).toContain('330');
    await expectSound(page, `program-months-${mark}`);
  });

  test('goes from a number to the document in which it stands, and fetches it', async () => {
    const page = await open();
    await page.goto(`${url}/reports/2024/programs/telephone-watch-over`);
    await page.getByRole('main').getByRole('link', { name: '2,310' }).first().click();
    await page.waitForURL('**/figures/f*');
    await shows(
      page,
      '電話で話す見守りの会（例示）「令和6年度 見守りの電話の記録（例示）」（1ページの表）に書かれています。',
    );
    await expectSound(page, `figure-document-${mark}`);
    const link = page.getByRole('link', { name: /文書のファイルを受け取る（PDF形式/ });
    // Where nothing prints, the document is named and cannot be fetched.
    expect(await link.count()).toBe(hasCompiler() ? 1 : 0);
    if (!hasCompiler()) return;
    const hash = await page.getByText('文書の検証値（SHA-256）').locator('code').textContent();
    const answer = await fetch(new URL((await link.getAttribute('href')) ?? '', url));
    const file = new Uint8Array(await answer.arrayBuffer());
    expect(createHash('sha256').update(file).digest('hex')).toBe(hash);
    const printed = bare(pdfText(file) ?? '令和6年度 見守りの電話の記録（例示） 合計 2,310');
    for (const said of ['令和6年度 見守りの電話の記録（例示）', '合計 2,310'])
      expect(printed).toContain(bare(said));
  });

  test('reads the plan of R7: four pillars, five new programs and 17億1,097万円', async () => {
    const page = await open();
    await page.goto(`${url}/reports/2025`);
    const text = await mainText(page);
    expect(text.replaceAll(/\s/g, '')).toContain('17億1,097万円');
    for (const amount of ['3,509', '316', '50', '7,765', '494', '101,319', '57,644', '171,097'])
      expect(text).toContain(amount);
    expect(text).toContain('声をあげやすい・かけやすい社会づくり');
    await expectSound(page, `plan-${mark}`);
  });

  test('follows a target of a year whose results are not out from the plan to its path and back', async () => {
    const page = await open();
    await page.goto(`${url}/reports/2025`);
    await unfold(page, '事業の一覧');
    await follow(page, '困難な問題を抱える女性を地域で支える仕組みづくり');
    await page.getByRole('heading', { level: 1, name: '歩み' }).waitFor();
    expect(await mainText(page)).toContain('この年度の結果は、まだ公表していません。');
    await row(page, '通所型支援の場').getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: '通所型支援の場の目標（令和7年度）' }).waitFor();
    const path = await mainText(page);
    for (const said of ['そのままの形で残しました', '令和7年度の結果は、まだ公表していません'])
      expect(path).toContain(said);
    await expectSound(page, `expected-path-${mark}`);
    await follow(page, /この数字の載っているページ/);
    await page.getByRole('heading', { level: 1, name: '歩み' }).waitFor();
  });

  test('finds a figure by a word, and what it does not find is said', async () => {
    const page = await open();
    await page.goto(`${url}/reports/figures`);
    await page.getByRole('searchbox').fill('いのち　相談');
    await page.getByRole('searchbox').press('Enter');
    await page.waitForURL(/\?.*=/);
    await expect.poll(() => row(page, 'LINEでの相談').textContent()).toContain('11,987');
    await expectSound(page, `figures-${mark}`);
    await page.getByRole('searchbox').fill('そんな言葉はどこにもない');
    await page.getByRole('searchbox').press('Enter');
    await shows(page, '当てはまる数字はありませんでした');
    expect(await mainText(page)).not.toContain('11,987');
    await expectSound(page, `figures-none-${mark}`);
  });

  test('reads on in English once it was chosen, page after page', async () => {
    const page = await open();
    await page.goto(`${url}/reports/2024`);
    await page.getByRole('link', { name: 'English' }).click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await page.getByRole('link', { name: 'General consultation desk for women' }).first().click();
    await page.waitForURL('**/womens-consultation-desk*');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => mainText(page)).toContain('By telephone');
    await expectSound(page, `program-english-${mark}`);
  });
});

test('anybody takes all figures of the year as CSV: one row per program, measure and period', async () => {
  const page = await newPage(browser);
  await page.goto(`${url}/reports/2024`);
  const link = await page.getByRole('link', { name: '全事業の数字（CSV）' }).getAttribute('href');
  const response = await fetch(new URL(link ?? '', url));
  expect(response.headers.get('content-type')).toMatch(/^text\/csv/);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
  expect(lines[0]).toBe(
    'fiscal_year,program_id,program,category,bureau,measure_id,measure,unit,period,value,previous_value,source,edition,figure_id',
  );
  const phone = lines.find((line) => line.includes('電話での相談'));
  expect(phone).toMatch(/^2024,.*,件,2024,63468,38576,/);
  const invented = lines.filter((line) => line.includes('高校の中の居場所カフェ'));
  expect(invented.length).toBeGreaterThanOrEqual(13);
  for (const line of invented) expect(line).toContain('例示');
});
