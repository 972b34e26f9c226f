import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newPage, openBrowser } from './support/browser.ts';
import { beginTalk, type DeskWorld, staff, startDeskWorld, wordsOf } from './support/desks.ts';
import { leaveNote, walkTheGuide } from './support/guide.ts';
import { mainText, press } from './support/page.ts';
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
}, 240_000);
afterAll(() => world.stop());

/** A telephone without scripts, at the end of the guide. */
async function toTheEndOfTheGuide(): Promise<Page> {
  const person = await newPage(browser, { javaScript: false, width: 390 });
  await walkTheGuide(person, world);
  return person;
}

test('a note made with the guide is told by its code, and the desk opens it as a contact with the words of the person', async () => {
  const person = await toTheEndOfTheGuide();
  const code = await leaveNote(person, '家賃を二か月払えていません。電話は昼だけにしてください。');
  await counsellor.goto(`${world.url}/staff/consultations`);
  await counsellor.getByRole('link', { name: 'メモのコード' }).click();
  await expectSound(counsellor, 'packet');
  await counsellor.getByRole('textbox', { name: 'コード' }).fill(code.toLowerCase());
  await counsellor.getByRole('radio', { name: '電話' }).check();
  await press(counsellor, 'メモを開く');
  await counsellor.getByText('電話は昼だけにしてください').first().waitFor();
  await expect.poll(() => wordsOf(counsellor, '会話')).toHaveLength(1);
  await expectSound(counsellor, 'packet-opened');
});

test('from the end of the guide into a talk: who reads is told before, and the counsellor has the answers', async () => {
  const person = await toTheEndOfTheGuide();
  await press(person, 'この答えを持って相談へ進む');
  await expect.poll(() => person.url()).toBe(`${world.url}/navigator/talk`);
  await expectSound(person, 'guide-to-desk');
  await press(person, /女性総合相談窓口へ進む/);
  await expect.poll(() => mainText(person)).toContain('読む人');
  await expectSound(person, 'guide-before-talk');
  await press(person, '話しはじめる');
  await expect.poll(() => mainText(person)).toContain('相談員を待っています');
  const number = /\d{8}/.exec(await mainText(person))?.[0] ?? '';
  await counsellor.goto(`${world.url}/staff/consultations`);
  await counsellor
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await counsellor.getByText('案内で聞いたこと').waitFor();
  await expect.poll(() => mainText(counsellor)).toContain('横須賀市');
  await expectSound(counsellor, 'guide-told');
});

test('the guide in the chat, without scripts, asks one question at a time, ends with who can help, and a human reads all of it', async () => {
  const person = await newPage(browser, { javaScript: false, width: 390 });
  const { number } = await beginTalk(person, {
    url: world.url,
    desk: 'women',
    text: '家賃のことで困っています',
  });
  await expectSound(person, 'bot-place');
  await person.getByRole('combobox', { name: '市区町村' }).selectOption({ label: '横須賀市' });
  await press(person, 'つぎへ');
  await press(person, 'すぐに相談先を見る');
  await expect.poll(() => mainText(person)).toContain('横須賀市 自立相談支援窓口');
  await expectSound(person, 'bot-advice');
  const before = await wordsOf(person, 'やりとり');
  await press(person, '人と話す');
  await expect.poll(() => mainText(person)).toContain('相談員を待っています');
  await counsellor.goto(`${world.url}/staff/consultations`);
  await counsellor
    .getByRole('link', { name: new RegExp(number) })
    .first()
    .click();
  await press(counsellor, '引き受ける');
  await counsellor.getByRole('textbox', { name: '返事' }).waitFor();
  await expect.poll(() => wordsOf(counsellor, '会話')).toHaveLength(before.length);
  await counsellor.getByRole('link', { name: /記録に入れてみる/ }).click();
  await expect
    .poll(() => counsellor.getByRole('checkbox', { name: '家賃やローンの支払いのこと' }).isChecked())
    .toBe(true);
  await expectSound(counsellor, 'bot-proposed');
});

test('with scripts a press brings the next question, and danger is answered at once', async () => {
  const person = await newPage(browser, { width: 390 });
  await beginTalk(person, { url: world.url, desk: 'women', text: '' });
  await person.getByRole('checkbox', { name: /家賃/ }).first().check();
  await press(person, 'つぎへ');
  await person.getByRole('combobox', { name: '市区町村' }).waitFor();
  await person.getByRole('textbox', { name: '書く' }).fill('もう死にたいです');
  await press(person, '送る');
  await person.getByText('いま、すぐに話せるところがあります').waitFor();
  await expect.poll(() => mainText(person)).toContain('0120-061-338');
  await person.getByRole('button', { name: '人と話す' }).waitFor();
  await expectSound(person, 'bot-danger');
});
