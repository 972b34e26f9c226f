import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openBrowser } from './support/browser.ts';
import { mainText, told, unfold } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('a problem, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  let tsunagi: Tsunagi;
  let browser: Browser;
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;

  beforeAll(async () => {
    tsunagi = await startTsunagi();
    browser = await openBrowser();
  });
  afterAll(() => tsunagi.stop());

  const signedIn = (email: string) => signedInPage(browser, { url: tsunagi.url, email, javaScript, width });
  const openProblems = async (page: Page) => {
    await page.goto(`${tsunagi.url}/staff/programs`);
    await page.getByRole('link', { name: '課題', exact: true }).click();
  };
  const raise = async (page: Page, problem: { title: string; detail: string }) => {
    await openProblems(page);
    await page.getByRole('link', { name: '課題を出す' }).click();
    await page.getByLabel(/^課題の名前/).fill(problem.title);
    await page.getByLabel(/^内容/).fill(problem.detail);
    await page.getByLabel('住まい').check();
    await page.getByLabel('食料').check();
    await page.getByRole('button', { name: '課題を出す' }).click();
    await told(page, '課題を出しました');
  };

  test('is raised, joined, considered and becomes a program, whose page tells the whole way', async () => {
    const title = '終電のあとに行ける場所がない';
    const bureau = await signedIn(people.welfare);
    await raise(bureau, { title, detail: '仕事が遅く終わる方が、朝まで店で過ごしています。' });
    await expectSound(bureau, `problem-raised-${mark}`);

    const other = await signedIn(people.health);
    await openProblems(other);
    await other.getByRole('link', { name: title }).click();
    await unfold(other, '加わる');
    await other
      .getByRole('textbox', { name: 'ひとこと', exact: true })
      .fill('眠れない方の相談にも関わります。');
    await other.getByRole('button', { name: '加わる' }).click();
    await told(other, '課題に加わりました');
    await expect.poll(() => other.getByRole('button', { name: '検討を始める' }).count()).toBe(0);

    const office = await signedIn(people.secretariat);
    await openProblems(office);
    await office.getByRole('link', { name: title }).click();
    await unfold(office, '検討を始める');
    await office.getByLabel(/^検討の進め方/).fill('来月の本部会議で話し合います。');
    await office.getByRole('button', { name: '検討を始める' }).click();
    await told(office, '検討を始めました');
    await unfold(office, '事業にする');
    await office.getByLabel(/^新しい事業の名前/).fill('夜をこす居場所');
    await office.getByLabel(/^新しい事業の局/).selectOption({ label: '福祉子どもみらい局' });
    await office.getByRole('button', { name: '事業にする' }).click();
    await told(office, '事業にしました');
    await expectSound(office, `problem-became-program-${mark}`);

    await other.reload();
    await other.getByRole('link', { name: '夜をこす居場所' }).click();
    await other.getByRole('heading', { level: 1, name: '夜をこす居場所' }).waitFor();
    const whole = await mainText(other);
    for (const said of [
      title,
      '眠れない方の相談にも関わります。',
      '来月の本部会議で話し合います。',
      '健康医療局',
    ])
      expect(whole).toContain(said);
    await expectSound(other, `program-with-thread-${mark}`);
  }, 120_000);

  test('is set aside with a reason that its bureau reads', async () => {
    const title = '夏のあいだ給食がない';
    const bureau = await signedIn(people.welfare);
    await raise(bureau, { title, detail: '昼ごはんのない日が続きます。' });
    const office = await signedIn(people.secretariat);
    await office.goto(bureau.url());
    await unfold(office, '見送りにする');
    await office.getByLabel(/^見送りの理由/).fill('似た取組が県内で始まるためです。');
    await office.getByRole('button', { name: '見送りにする' }).click();
    await told(office, '見送りにしました');
    await bureau.reload();
    await expect.poll(() => mainText(bureau)).toContain('似た取組が県内で始まるためです。');
    await expectSound(bureau, `problem-set-aside-${mark}`);
  }, 120_000);
});
