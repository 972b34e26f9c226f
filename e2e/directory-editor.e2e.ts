import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { mainText, row, told } from './support/page.ts';
import { people, signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';
import { startTsunagi, type Tsunagi } from './support/tsunagi.ts';

describe.each([
  { javaScript: true, width: 1280 },
  { javaScript: false, width: 390 },
])('an editor of the directory, scripts $javaScript, $width pixels wide', ({ javaScript, width }) => {
  let tsunagi: Tsunagi;
  let browser: Browser;
  const mark = `${javaScript ? 'js' : 'plain'}-${width}`;
  const name = `水曜の子ども食堂 ${width}`;

  beforeAll(async () => {
    tsunagi = await startTsunagi();
    browser = await openBrowser();
  });
  afterAll(() => tsunagi.stop());

  const part = (page: Page, named: string) => page.getByRole('link', { name: `${named}を直す` }).click();
  const save = (page: Page) => page.getByRole('button', { name: '保存する' }).click();
  const group = (page: Page, named: string) => page.getByRole('group', { name: named, exact: true });

  async function atDesk(email: string): Promise<Page> {
    const page = await signedInPage(browser, { url: tsunagi.url, email, javaScript, width });
    await page.goto(`${tsunagi.url}/staff/directory`);
    return page;
  }

  async function openOwn(page: Page): Promise<void> {
    await page.goto(`${tsunagi.url}/staff/directory/services`);
    await page.getByLabel('ことば').fill(name);
    await page.getByRole('button', { name: 'しぼり込む' }).click();
    await page.getByRole('link', { name }).click();
  }

  test('registers a place, part by part, and publishes it', async () => {
    const page = await atDesk(people.table);
    await expect.poll(() => mainText(page)).toContain('自分の情報');
    await expectSound(page, `directory-home-${mark}`);
    await page.getByRole('link', { name: '居場所を登録' }).click();
    await page.getByLabel(/^名前\s*必須$/).fill(name);
    await page.getByLabel('名前の読み（カナ）').fill('スイヨウノコドモショクドウ');
    await page.getByLabel('一文の説明', { exact: true }).fill('水曜の夕方、だれでも食べられます');
    await page.getByLabel('食べるものがない').check();
    await expectSound(page, `directory-new-${mark}`);
    await page.getByRole('button', { name: '下書きを作る' }).click();
    await told(page, '下書きを作りました');
    await expect.poll(() => mainText(page)).toContain('公開に足りないもの');

    await part(page, '連絡方法');
    await group(page, '連絡方法 1').getByLabel('方法', { exact: true }).selectOption({ label: '電話' });
    await group(page, '連絡方法 1').getByLabel('番号・アドレス・ID').fill('０４５ー０００ー００７７');
    await page.getByRole('button', { name: '連絡方法の行を足す' }).click();
    await group(page, '連絡方法 2').waitFor();
    await expect
      .poll(() => group(page, '連絡方法 1').getByLabel('番号・アドレス・ID').inputValue())
      .toBe('０４５ー０００ー００７７');
    await group(page, '連絡方法 2').getByLabel('方法', { exact: true }).selectOption({ label: 'メール' });
    await group(page, '連絡方法 2').getByLabel('番号・アドレス・ID').fill('table');
    await save(page);
    await page.getByRole('alert').waitFor();
    await expectSound(page, `directory-contact-wrong-${mark}`);
    await page.getByRole('link', { name: /メールアドレスの形で/ }).click();
    await group(page, '連絡方法 2').getByLabel('番号・アドレス・ID').fill('table@mihon.example.jp');
    await save(page);
    await expect.poll(() => page.getByRole('alert').textContent()).toContain('実在しない番号です');
    await page.getByRole('link', { name: '基本のこと', exact: true }).click();
    await page.getByLabel('これは例示です').check();
    await save(page);
    await told(page, '保存しました');

    await part(page, '連絡方法');
    await group(page, '連絡方法 1').getByLabel('方法', { exact: true }).selectOption({ label: '電話' });
    await group(page, '連絡方法 1').getByLabel('番号・アドレス・ID').fill('045-000-0077');
    await save(page);
    await told(page, '保存しました');
    await page.getByRole('button', { name: '公開する' }).click();
    await told(page, '公開しました');
    await expectSound(page, `directory-entry-${mark}`);
    await page.getByRole('link', { name: '公開ページを見る' }).click();
    await expect.poll(() => mainText(page)).toContain(name);
  });

  test('changes the hours, sees in the history what changed, and takes it back', async () => {
    const page = await atDesk(people.table);
    await openOwn(page);
    await part(page, '受付の時間');
    await group(page, '曜日と時間 1').getByLabel('水', { exact: true }).check();
    await group(page, '曜日と時間 1').getByLabel('始まり').fill('17時');
    await group(page, '曜日と時間 1').getByLabel('終わり', { exact: true }).fill('19:30');
    await page.getByLabel('変更の理由').fill('会場が決まった');
    await expectSound(page, `directory-hours-${mark}`);
    await save(page);
    await told(page, '保存しました');
    await expect.poll(() => mainText(page)).toContain('水曜 17:00〜19:30');

    await part(page, '受付の時間');
    await group(page, '曜日と時間 1').getByLabel('終わり', { exact: true }).fill('20:00');
    await save(page);
    await told(page, '保存しました');
    await page.getByRole('link', { name: '履歴' }).click();
    await expect.poll(() => row(page, '会場が決まった').textContent()).toContain('受付の時間');
    await expectSound(page, `directory-history-${mark}`);
    await page.getByRole('link', { name: '第5版' }).click();
    await expect.poll(() => row(page, '受付の時間').first().textContent()).toContain('17:00〜19:30');
    await page.getByRole('button', { name: 'この版の内容に戻す' }).waitFor();
    await expectSound(page, `directory-version-${mark}`);
    await page.getByRole('button', { name: 'この版の内容に戻す' }).click();
    await told(page, 'の内容に戻しました');
    await expect.poll(() => mainText(page)).toContain('水曜 17:00〜19:30');
  });

  test('says in one press that there is a waiting list, and everybody sees it', async () => {
    const page = await atDesk(people.table);
    await openOwn(page);
    await page.getByText('受け入れの状況：', { exact: false }).click();
    await page.getByRole('radio', { name: '順番待ちがあります' }).check();
    await page.getByRole('button', { name: '状況を変える' }).click();
    await told(page, '受け入れの状況を変えました');
    await page.getByRole('link', { name: '公開ページを見る' }).click();
    await expect.poll(() => mainText(page)).toContain('順番待ち');
  });

  test('two people who change the same sentence both see it, and nothing typed is lost', async () => {
    const [editor, keeper] = [await atDesk(people.table), await atDesk(people.keeper)];
    for (const page of [editor, keeper]) {
      await openOwn(page);
      await part(page, '基本のこと');
    }
    await keeper.getByLabel('一文の説明', { exact: true }).fill('水曜の夕方に開く食堂です');
    await save(keeper);
    await told(keeper, '保存しました');
    await editor.getByLabel('一文の説明', { exact: true }).fill('水曜の夕方、親子で食べられます');
    await save(editor);
    await editor.getByText('ほかの人が同じところを変えました').waitFor();
    const text = await mainText(editor);
    expect(text).toContain('水曜の夕方に開く食堂です');
    expect(text).toContain('水曜の夕方、親子で食べられます');
    await expectSound(editor, `directory-conflict-${mark}`);
    await save(editor);
    await told(editor, '保存しました');
    await expect.poll(() => mainText(editor)).toContain('親子で食べられます');
  });

  test('a keeper seals it: at once it is nowhere, and only its writers know it', async () => {
    const keeper = await atDesk(people.keeper);
    await openOwn(keeper);
    const publicPage = await keeper.getByRole('link', { name: '公開ページを見る' }).getAttribute('href');
    await keeper.getByText('秘匿する', { exact: true }).first().click();
    await keeper.getByRole('group').getByLabel(/^理由/).last().fill('避難先になったため');
    await keeper.getByRole('button', { name: '秘匿する' }).click();
    await told(keeper, '秘匿しました');
    await expectSound(keeper, `directory-sealed-${mark}`);
    const visitor = await newPage(browser, { javaScript, width });
    const answer = await visitor.goto(`${tsunagi.url}${publicPage}`);
    expect(answer?.status()).toBe(404);
    await visitor.goto(`${tsunagi.url}/find?q=${encodeURIComponent('水曜の子ども食堂')}`);
    expect(await mainText(visitor)).not.toContain(name);
  });
});
