import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { beginTalk, type DeskWorld, staff, startDeskWorld, wordsOf } from './support/desks.ts';
import { mainText, press, told, unfold } from './support/page.ts';
import { signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let world: DeskWorld;
let browser: Browser;
let counsellor: Page;
beforeAll(async () => {
  world = await startDeskWorld();
  await world.openDesk('women');
  browser = await openBrowser();
  counsellor = await signedInPage(browser, { url: world.url, email: staff.women });
});
afterAll(() => world.stop());

const write = (page: Page, label: string) => page.getByRole('textbox', { name: label });
const line = (page: Page, number: string) => page.getByRole('link', { name: new RegExp(number) });

/** The counsellor opens the desk, finds the number in the queue and takes it. */
async function take(page: Page, number: string): Promise<void> {
  await page.goto(`${world.url}/staff/consultations`);
  await line(page, number).first().click();
  await press(page, '引き受ける');
  await write(page, '返事').waitFor();
}

async function reply(page: Page, text: string): Promise<void> {
  await write(page, '返事').fill(text);
  await page.keyboard.press('Control+Enter');
}

/** Ends the conversation, so that a counsellor's hands are free for the next. */
async function goesHome(person: Page): Promise<void> {
  const end = person.getByRole('button', { name: '相談を終える' });
  if (await end.isVisible()) await end.click();
  await person.context().close();
}

describe('two browsers, a person on a telephone and a counsellor at a desk', () => {
  test('talk both ways as it is said, nobody loads a page again, and both pages are sound', async () => {
    const person = await newPage(browser, { width: 390 });
    await person.goto(`${world.url}/talk`);
    await expectSound(person, 'talk-start');
    const { number } = await beginTalk(person, {
      url: world.url,
      desk: 'women',
      text: '眠れない夜が続いています',
    });
    await expectSound(person, 'talk-begun');
    await press(person, '人と話す');
    await counsellor.goto(`${world.url}/staff/consultations`);
    await take(counsellor, number);
    await person.getByText('相談員とつながっています').waitFor();
    await reply(counsellor, 'よく書いてくださいました');
    await person.getByText('よく書いてくださいました').waitFor();
    await write(person, '書く').fill('家に帰るのがこわいです');
    await press(person, '送る');
    await counsellor.getByText('家に帰るのがこわいです').waitFor();
    await reply(counsellor, 'いまは安全なところにいますか');
    await person.getByText('いまは安全なところにいますか').waitFor();
    await expect.poll(() => write(person, '書く').inputValue()).toBe('');
    const said = [
      '眠れない夜が続いています',
      'よく書いてくださいました',
      '家に帰るのがこわいです',
      'いまは安全な',
    ];
    for (const [page, name] of [
      [person, 'やりとり'],
      [counsellor, '会話'],
    ] as const) {
      const shown = (await wordsOf(page, name)).filter((line) => said.some((words) => line.includes(words)));
      expect(shown).toEqual(said.map((words) => expect.stringContaining(words)));
    }
    await expectSound(person, 'talk-live');
    await expectSound(counsellor, 'board-live');

    await unfold(counsellor, '終える');
    await counsellor.getByLabel(/^終わり方/).selectOption('done');
    await press(counsellor, '終える');
    await person.getByRole('heading', { name: 'よかったら、3つだけ教えてください' }).waitFor();
    await expect.poll(() => person.getByRole('button', { name: '相談を終える' }).isVisible()).toBe(false);
    await person.getByRole('group', { name: '話しやすかったですか' }).getByLabel('はい').check();
    await expectSound(person, 'talk-survey');
    await press(person, '答える');
    await person.getByText('答えてくださって、ありがとうございました').waitFor();
    await person.context().close();
  });

  test('the person without scripts talks by reload', async () => {
    const person = await newPage(browser, { width: 390, javaScript: false });
    const { number } = await beginTalk(person, {
      url: world.url,
      desk: 'women',
      text: 'スクリプトなしで書いています',
    });
    await press(person, '人と話す');
    await take(counsellor, number);
    await reply(counsellor, '読んでいます');
    await expect
      .poll(async () => {
        await person.getByRole('link', { name: '新しい言葉を見る' }).click();
        return wordsOf(person, 'やりとり');
      })
      .toContainEqual(expect.stringContaining('読んでいます'));
    await write(person, '書く').fill('届きました');
    await press(person, '送る');
    await counsellor.getByText('届きました').waitFor();
    await expectSound(person, 'talk-plain');
    await goesHome(person);
  });

  test('quick exit leaves nothing on the device, and number and passphrase lead back from another one', async () => {
    const person = await newPage(browser, { width: 390 });
    await person
      .context()
      .route('https://www.jma.go.jp/**', (route) =>
        route.fulfill({ body: '天気', contentType: 'text/html; charset=utf-8' }),
      );
    const { number, passphrase } = await beginTalk(person, {
      url: world.url,
      desk: 'women',
      text: '見られたくない話',
    });
    const before = await person.evaluate(() => history.length);
    await person.getByRole('link', { name: 'すぐ離れる' }).click();
    await person.waitForURL('https://www.jma.go.jp/**');
    expect(await person.evaluate(() => history.length)).toBeLessThanOrEqual(before);
    expect(await person.context().cookies()).toEqual([]);
    expect((await person.context().storageState()).origins).toEqual([]);
    await person.goto(`${world.url}/talk/here`);
    expect(await mainText(person)).not.toContain('見られたくない話');
    await goesHome(person);

    const other = await newPage(browser, { width: 390 });
    await other.goto(`${world.url}/talk`);
    await other.getByLabel(/番号（8けた）/).fill(number);
    await other.getByLabel(/合言葉（5つのことば）/).fill(passphrase);
    await press(other, '続きを開く');
    await other.getByText('見られたくない話').waitFor();
    expect(await other.title()).not.toContain('女性');
    await expectSound(other, 'talk-back');
    await other.context().close();
  });
});

describe('an evening at the desk', () => {
  test('ten minutes before closing a crisis word comes: it stands first, the counsellor stays, and the person is told so', async () => {
    const clock = (minutes: number) =>
      new Date(Date.now() + (540 + minutes) * 60_000).toISOString().slice(11, 16);
    await world.openDesk('women', { opens: clock(-60), closes: clock(10) });
    const person = await newPage(browser, { width: 390 });
    const { number } = await beginTalk(person, { url: world.url, desk: 'women', text: 'もう死にたいです' });
    await person.getByRole('link', { name: /0120-061-338/ }).waitFor();
    await press(person, '人と話す');
    await take(counsellor, number);
    await counsellor.getByText(/あと\d+分で受付が終わります/).waitFor();
    await person.getByText(/話が途中で切れることはありません/).waitFor();
    await press(counsellor, 'このまま続ける（相談者に伝える）');
    await person.getByText('相談員は、時間のあともここに残ります。', { exact: true }).waitFor();
    await counsellor.getByText('時間のあとも続けると伝えました。').first().waitFor();
    await counsellor.waitForLoadState();
    await counsellor.keyboard.press('d');
    await counsellor.getByLabel('4 いま危険').check();
    await press(counsellor, '確認を残す');
    await counsellor
      .getByText(/責任者を呼んでいます 危険 4/)
      .first()
      .waitFor();
    await expectSound(counsellor, 'board-danger');
    await expectSound(person, 'talk-closing');

    const supervisor = await signedInPage(browser, { url: world.url, email: staff.womenSupervisor });
    await supervisor.goto(`${world.url}/staff/consultations`);
    await supervisor.getByRole('link', { name: /責任者を呼んでいます/ }).click();
    await press(supervisor, '会話に入る');
    await supervisor.getByText(/会話に入っています/).waitFor();
    await counsellor.getByRole('link', { name: /責任者が確認しました/ }).waitFor();
    // Words inside go both ways and never to the person.
    await unfold(counsellor, '責任者に相談する');
    await write(counsellor, '責任者に相談する').fill('どう返しましょう');
    await write(counsellor, '責任者に相談する').press('Control+Enter');
    await supervisor.getByText('どう返しましょう').waitFor();
    await unfold(supervisor, '内線で答える・助言する');
    await write(supervisor, '内線で答える・助言する').fill('いま一人かを聞いてください');
    await write(supervisor, '内線で答える・助言する').press('Control+Enter');
    await counsellor.getByText('いま一人かを聞いてください').waitFor();
    await reply(counsellor, 'いま一人ですか');
    await person.getByText('いま一人ですか').waitFor();
    const seen = () => mainText(person);
    expect(await seen()).not.toMatch(/どう返しましょう|一人かを聞いて/);
    await person.reload();
    expect(await seen()).not.toMatch(/どう返しましょう|一人かを聞いて/);
    await supervisor.context().close();
    await goesHome(person);
    await world.openDesk('women');
  });

  test('what is typed outlives a lost connection and a reload, and is sent once', async () => {
    const person = await newPage(browser, { width: 390 });
    const { number } = await beginTalk(person, {
      url: world.url,
      desk: 'women',
      text: '接続の悪いところにいます',
    });
    await press(person, '人と話す');
    await take(counsellor, number);
    await counsellor.context().setOffline(true);
    await write(counsellor, '返事').fill('書きかけの返事');
    await counsellor.getByText('書きかけはまだ保存されていません').waitFor();
    await counsellor.keyboard.press('Control+Enter');
    await counsellor.getByText('送れませんでした').waitFor();
    await expect.poll(() => write(counsellor, '返事').inputValue()).toBe('書きかけの返事');
    await write(counsellor, '返事').fill('書きかけの返事です');
    await counsellor.context().setOffline(false);
    await expect.poll(() => counsellor.getByText('書きかけはまだ保存されていません').count()).toBe(0);
    await counsellor.reload();
    await expect.poll(() => write(counsellor, '返事').inputValue()).toBe('書きかけの返事です');
    await write(counsellor, '返事').press('Control+Enter');
    await person.getByText('書きかけの返事です').waitFor();

    await person.context().setOffline(true);
    await write(person, '書く').fill('届かない言葉');
    await press(person, '送る');
    await person.getByText('送れませんでした').waitFor();
    await expect.poll(() => write(person, '書く').inputValue()).toBe('届かない言葉');
    await person.context().setOffline(false);
    await press(person, '送る');
    await counsellor.getByText('届かない言葉').waitFor();
    expect((await wordsOf(counsellor, '会話')).filter((each) => each.includes('届かない言葉'))).toHaveLength(
      1,
    );
    await goesHome(person);
  });

  test('works by the keyboard alone, and tells of new words without taking the focus', async () => {
    const person = await newPage(browser, { width: 390 });
    const { number } = await beginTalk(person, { url: world.url, desk: 'women', text: 'キーだけで' });
    await press(person, '人と話す');
    await counsellor.goto(`${world.url}/staff/consultations`);
    await line(counsellor, number).first().waitFor();
    const focused = () => counsellor.evaluate(() => document.activeElement?.closest('a')?.textContent ?? '');
    for (let at = 0; at < 20 && !(await focused()).includes(number); at++)
      await counsellor.keyboard.press('j');
    expect(await focused()).toContain(number);
    await counsellor.keyboard.press('Enter');
    await counsellor.getByRole('button', { name: '引き受ける' }).waitFor();
    await counsellor.waitForLoadState();
    await counsellor.keyboard.press('t');
    await write(counsellor, '返事').waitFor();
    await counsellor.waitForLoadState();
    await counsellor.keyboard.press('r');
    await counsellor.keyboard.type('書いているところ');

    const second = await newPage(browser, { width: 390 });
    const other = await beginTalk(second, { url: world.url, desk: 'women', text: 'もう一人です' });
    await press(second, '人と話す');
    await line(counsellor, other.number).first().waitFor();
    await expect.poll(() => counsellor.title()).toMatch(/^\(\d+\) /);
    await told(counsellor, '新しい言葉');
    await write(person, '書く').fill('読んでいますか');
    await press(person, '送る');
    await counsellor.getByText('読んでいますか').waitFor();
    await counsellor.keyboard.type('です');
    await expect.poll(() => write(counsellor, '返事').inputValue()).toBe('書いているところです');
    await counsellor.keyboard.press('Control+Enter');
    await person.getByText('書いているところです').waitFor();
    await goesHome(second);
    await goesHome(person);
  });

  test('goes to another desk with a handoff: the person stays on their page under the same number', async () => {
    await world.openDesk('livelihood');
    const person = await newPage(browser, { width: 390 });
    const { number } = await beginTalk(person, { url: world.url, desk: 'women', text: '家賃が払えません' });
    await press(person, '人と話す');
    await take(counsellor, number);
    const other = await signedInPage(browser, { url: world.url, email: staff.livelihood });
    await other.goto(`${world.url}/staff/consultations`);
    await unfold(counsellor, '別の窓口へ引き継ぐ');
    const form = counsellor.getByRole('form', { name: '別の窓口へ引き継ぐ' });
    const [desk] = await world.query(`select id from desks where code = 'livelihood'`);
    await form.getByLabel(/^引き継ぐ窓口/).selectOption(String(desk?.['id']));
    await form.getByLabel('本人の同意がある').check();
    await form.getByLabel(/^申し送り/).fill('住居確保給付金を一緒に確かめてください');
    await form.getByRole('button', { name: '引き継ぎを頼む' }).click();
    await counsellor.getByText(/引き継ぎを頼んでいます/).waitFor();
    await expectSound(counsellor, 'board-offered');
    await other.getByRole('link', { name: /引き継ぎの依頼が1件/ }).click();
    await other.getByText('住居確保給付金を一緒に').waitFor();
    await expectSound(other, 'board-asked');
    await press(other, '引き受ける');
    await other.getByText('家賃が払えません').first().waitFor();
    await person
      .getByText(/もう一度話さなくて大丈夫です/)
      .first()
      .waitFor();
    await counsellor.getByText('この会話は別の窓口へ引き継がれました').first().waitFor();
    await reply(other, '一緒に考えましょう');
    await person.getByText('一緒に考えましょう').first().waitFor();
    await write(person, '書く').fill('お願いします');
    await press(person, '送る');
    await other.getByText('お願いします', { exact: true }).first().waitFor();
    await expectSound(person, 'talk-transferred');
    await counsellor.reload();
    expect(await mainText(counsellor)).not.toContain('家賃が払えません');
    await other.context().close();
    await goesHome(person);
  });
});
