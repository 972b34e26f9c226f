import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { beginTalk, type DeskWorld, staff, startDeskWorld, wordsOf } from './support/desks.ts';
import { signIn } from './support/people.ts';
import { expectSound } from './support/sound.ts';

let world: DeskWorld;
let browser: Browser;
let counsellor: Page;
beforeAll(async () => {
  world = await startDeskWorld();
  await world.openDesk('women');
  browser = await openBrowser();
  counsellor = await newPage(browser);
  await signIn(counsellor, { url: world.url, email: staff.women });
});
afterAll(() => world.stop());

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
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
    await reply(counsellor, '話してくださってありがとうございます');
    await person.getByText('話してくださってありがとうございます').waitFor();
    await write(person, '書く').fill('家に帰るのがこわいです');
    await press(person, '送る');
    await counsellor.getByText('家に帰るのがこわいです').waitFor();
    await reply(counsellor, 'いまは安全なところにいますか');
    await person.getByText('いまは安全なところにいますか').waitFor();
    expect(await write(person, '書く').inputValue()).toBe('');
    const said = ['眠れない夜が続いています', '話してくださって', '家に帰るのがこわいです', 'いまは安全な'];
    const inOrder = said.map((words) => expect.stringContaining(words));
    expect(await wordsOf(person, 'やりとり')).toEqual(inOrder);
    expect(await wordsOf(counsellor, '会話')).toEqual(inOrder);
    await expectSound(person, 'talk-live');
    await expectSound(counsellor, 'board-live');
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
    await person.context().close();
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
    expect(await person.getByRole('main').textContent()).not.toContain('見られたくない話');
    await person.context().close();

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
