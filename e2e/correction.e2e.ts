import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { people, signedInPage } from './support/people.ts';
import { proposeCorrection } from './support/publication.ts';
import { expectSound } from './support/sound.ts';
import { mainText, row, told } from './support/page.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

const program = '女性総合相談窓口';

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('a correction, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  let tsunagi: Tsunagi;
  let browser: Browser;
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  beforeAll(async () => {
    tsunagi = await startTsunagi();
    browser = await openBrowser();
  });
  afterAll(() => tsunagi.stop());

  const visitor = () => newPage(browser, { javaScript, width });
  const signedIn = (email: string) => signedInPage(browser, { url: tsunagi.url, email, javaScript, width });

  test('waits for the second person, and is then seen beside what stood there', async () => {
    const { url } = tsunagi;
    const publicPage = `${url}/reports/2024/programs/womens-consultation-desk`;
    const office = await signedIn(people.secretariat);
    await office.goto(`${url}/staff/report`);
    await row(office, /令和6年度.*結果/)
      .getByRole('link', { name: '第1版' })
      .click();
    await proposeCorrection(office, {
      program,
      figure: '電話相談',
      value: '3116',
      reason: '一件の数え落としがありました。',
    });
    await expect.poll(() => mainText(office)).toContain('別の人が決めます');
    await expect.poll(() => office.getByRole('button', { name: '承認して公表する' }).count()).toBe(0);
    await expectSound(office, `correction-proposed-${mark}`);

    const reader = await visitor();
    await reader.goto(publicPage);
    expect(await mainText(reader)).not.toContain('3,116');

    const second = await signedIn(people.approver);
    await second.goto(`${url}/staff/report`);
    await second.getByRole('link', { name: '承認を待っている訂正：1件' }).click();
    await expectSound(second, `correction-to-approve-${mark}`);
    await second.getByRole('button', { name: '承認して公表する' }).click();
    await told(second, '訂正を公表しました');

    await reader.reload();
    await expect.poll(() => row(reader, '電話相談').textContent()).toContain('3,116');
    const note = await mainText(reader);
    for (const said of ['訂正', '3,115', '一件の数え落としがありました。']) expect(note).toContain(said);
    expect(note).not.toContain(people.secretariat);
    await expectSound(reader, `corrected-${mark}`);
    const csv = await (await fetch(`${url}/reports/2024/measures.csv`)).text();
    expect(
      csv.split('\r\n').find((line) => line.includes(`${program},`) && line.includes('電話相談')),
    ).toContain(',3116,');
  }, 120_000);
});
