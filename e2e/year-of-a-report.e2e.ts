import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edited, parts, rowOf, withCell, withText } from '#areas/programs/workbooks/fixtures.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { giveBack, openRound, takeWorkbook } from './support/collection.ts';
import { people, signedInPage } from './support/people.ts';
import { approve, prepareResults, propose } from './support/publication.ts';
import { expectSound } from './support/sound.ts';
import { mainText, row, told } from './support/page.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

const program = 'ICTを活用したいのちの相談支援体制整備事業';
/** The column «年度計» where some measures are reported by month. */
const yearColumn = 'Q';

/** The workbook with its words and the figures of the program; `calls` as somebody typed it. */
function filled(bytes: Uint8Array, { calls }: { calls: number | string }): Uint8Array {
  const values = (label: string) => `${yearColumn}${rowOf(bytes, parts.values, label)}`;
  const words = rowOf(bytes, parts.words, program);
  const byPhone = values('電話での相談');
  return edited(bytes, {
    [parts.values]: (xml) => {
      const withLine = withCell(values('LINEでの相談'), '<v>12345</v>')(xml);
      return typeof calls === 'number'
        ? withCell(byPhone, `<v>${calls}</v>`)(withLine)
        : withText(byPhone, calls)(withLine);
    },
    [parts.words]: (xml) =>
      withText(`D${words}`, '夜の時間に届く声が増えました。')(withText(`E${words}`, '順調')(xml)),
  });
}

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('the way of a figure, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
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

  test('goes from a bureau’s workbook, mended once, returned once, to the next edition', async () => {
    const { url } = tsunagi;
    const reader = await visitor();
    await reader.goto(url);
    await reader.getByRole('link', { name: '令和6年度の取組みの結果' }).click();
    await reader.getByRole('link', { name: program }).first().click();
    await expect.poll(() => row(reader, '電話での相談').textContent()).toContain('63,468');

    const bureau = await signedIn(people.health);
    await openRound(bureau, { url });
    const book = await takeWorkbook(bureau);
    await giveBack(bureau, filled(book, { calls: 'およそ7万' }));
    const error = row(bureau, '「およそ7万」は数ではありません');
    const line = String(rowOf(book, parts.values, '電話での相談'));
    await expect
      .poll(() => error.getByRole('cell').allTextContents())
      .toEqual(expect.arrayContaining(['実績', line, `${yearColumn} 年度計`]));
    await expect.poll(() => bureau.getByRole('button', { name: /取り込む/ }).count()).toBe(0);
    await expectSound(bureau, `returned-with-error-${mark}`);

    await bureau.getByRole('link', { name: '直したブックを戻す' }).click();
    await giveBack(bureau, filled(book, { calls: 70_123 }));
    await expect.poll(() => row(bureau, '70,123').textContent()).toContain('電話での相談');
    await expectSound(bureau, `returned-mended-${mark}`);
    await bureau.getByRole('button', { name: '4か所を取り込む' }).click();
    await bureau.getByRole('link', { name: '照会の画面へ' }).click();
    await bureau.getByRole('button', { name: '記入がそろった1件をまとめて提出する' }).click();
    await told(bureau, '1件を提出しました');

    const office = await signedIn(people.secretariat);
    await openRound(office, { url });
    await office.getByRole('link', { name: program }).click();
    await office.getByLabel('直してほしいところ').fill('3月分は入っていますか。');
    await office.getByRole('button', { name: '差し戻す' }).click();
    await told(office, '差し戻しました');

    await openRound(bureau, { url });
    await expect.poll(() => row(bureau, program).textContent()).toContain('3月分は入っていますか。');
    await bureau.getByRole('link', { name: new RegExp(`^直す.*${program}`) }).click();
    await bureau.getByLabel('電話での相談').fill('71,234');
    await bureau.getByRole('button', { name: '保存して提出する' }).click();
    await told(bureau, '提出しました');
    await expectSound(bureau, `submitted-again-${mark}`);

    await openRound(office, { url });
    await office.getByRole('link', { name: program }).click();
    await expect.poll(() => mainText(office)).toContain('71,234');
    await office.getByRole('button', { name: '受理する' }).click();
    await told(office, '受理しました');
    await expectSound(office, `accepted-${mark}`);

    await prepareResults(office, { url, year: '令和7年度', reason: '照会の途中です（見本）。' });
    await propose(office);
    await expect.poll(() => office.getByRole('button', { name: '承認して公表する' }).count()).toBe(0);
    await expectSound(office, `proposed-${mark}`);
    const second = await signedIn(people.approver);
    await approve(second, { url, year: '令和7年度' });
    await expectSound(second, `published-${mark}`);

    await reader.goto(`${url}/reports`);
    await reader.getByRole('link', { name: '令和7年度の取組みの結果' }).click();
    await reader.getByRole('link', { name: program }).first().click();
    for (const figure of ['71,234', '63,468'])
      await expect.poll(() => row(reader, '電話での相談').textContent()).toContain(figure);
    await expectSound(reader, `next-edition-${mark}`);
  }, 240_000);
});
