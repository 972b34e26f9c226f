import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  exampleSecret,
  type FakeLine,
  lineBody,
  lineEvent,
  pressEvent,
  signed,
  startFakeLine,
  textEvent,
  wordsOf as wordsAtLine,
} from '#areas/consultations/lines/line.testing.ts';
import { newPage, openBrowser } from './support/browser.ts';
import { type DeskWorld, staff, startDeskWorld, wordsOf } from './support/desks.ts';
import { press } from './support/page.ts';
import { signedInPage } from './support/people.ts';
import { expectSound } from './support/sound.ts';

/** The bell gives an open page twenty seconds to show what was said. */
const bellSeconds = 45;
/** All that LINE was ever told. */
const atLine: string[] = [];
let line: FakeLine;
let world: DeskWorld;
let browser: Browser;
let supervisor: Page;
let counsellor: Page;

beforeAll(async () => {
  line = await startFakeLine();
  world = await startDeskWorld({ LINE_API_URL: line.url });
  await world.openDesk('women');
  browser = await openBrowser();
  supervisor = await signedInPage(browser, { url: world.url, email: staff.womenSupervisor });
  counsellor = await signedInPage(browser, { url: world.url, email: staff.women });
});
afterAll(async () => {
  await world.stop();
  await line.stop();
});

const write = (page: Page, label: string) => page.getByRole('textbox', { name: label });

async function openLinePage(): Promise<void> {
  await supervisor.goto(`${world.url}/staff/consultations`);
  await supervisor.getByRole('link', { name: '窓口の決まり', exact: true }).click();
  await supervisor.getByRole('link', { name: 'LINE', exact: true }).click();
}

/** LINE tells the product something, signed as LINE signs. */
async function tell(event: Record<string, unknown>, secret = exampleSecret): Promise<number> {
  const body = lineBody(event);
  const answer = await fetch(`${world.url}/webhooks/line/women`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'x-line-signature': signed(body, secret) },
  });
  return answer.status;
}

/** What arrives at LINE next, as a person reads it there. */
async function nextAtLine(seconds = 15): Promise<string> {
  await expect.poll(() => line.arrived.length, { timeout: seconds * 1000 }).toBeGreaterThan(0);
  const words = line.arrived.splice(0).flatMap(({ messages }) => messages.map(wordsAtLine));
  atLine.push(...words);
  return words.join(' ');
}

const linkIn = (words: string) => /http:\/\/localhost:\d+\/talk\/line\/[\w-]{43}/.exec(words)?.[0] ?? '';

describe('LINE as a doorbell', () => {
  test('a supervisor connects the channel, and is told which step is still missing', async () => {
    await openLinePage();
    await expectSound(supervisor, 'line-settings');
    await supervisor.getByLabel(/チャネルシークレット/).fill(exampleSecret);
    await supervisor.getByLabel(/チャネルアクセストークン/).fill(line.token);
    await press(supervisor, '鍵を保存する');
    await supervisor.getByText('鍵を保存しました').waitFor();
    await supervisor.waitForLoadState();
    expect(await supervisor.content()).not.toContain(exampleSecret);
    await press(supervisor, '届くか確かめる');
    await supervisor.getByText('Webhook URLがまだ入っていません').first().waitFor();
    line.endpoint = { endpoint: `${world.url}/webhooks/line/women`, active: true };
    await press(supervisor, '届くか確かめる');
    await supervisor.getByText('届きました').first().waitFor();
    await expectSound(supervisor, 'line-connected');
  });

  test('whoever signs otherwise is not heard', async () => {
    expect(await tell(textEvent('にせもの'), 'f'.repeat(32))).toBe(401);
    expect(line.arrived).toEqual([]);
  });

  test('a typed word leads by a link that works once into a live talk; the bell calls back whoever has left', async () => {
    expect(await tell(lineEvent('follow', { follow: { isUnblocked: false } }))).toBe(200);
    expect(await nextAtLine()).toContain('話の内容がLINEに残らないように');
    expect(await tell(textEvent('夫が帰ってくる前に話したい'))).toBe(200);
    const url = linkIn(await nextAtLine());

    const person = await newPage(browser, { width: 390 });
    await person.goto(url);
    await expectSound(person, 'line-come-over');
    await press(person, 'この画面で話しはじめる');
    await person.waitForURL(`${world.url}/talk/here`);
    await press(person, '人と話す');
    await counsellor.goto(`${world.url}/staff/consultations`);
    await counsellor.getByRole('link', { name: /番号 \d{8} LINE/ }).click();
    await press(counsellor, '引き受ける');
    await write(counsellor, '返事').fill('こんばんは。いま安全ですか');
    await counsellor.keyboard.press('Control+Enter');
    await person.getByText('こんばんは。いま安全ですか').waitFor();
    await write(person, '書く').fill('はい、いまは一人です');
    await press(person, '送る');
    await counsellor.getByText('はい、いまは一人です').waitFor();
    expect(line.arrived).toEqual([]);
    await expectSound(counsellor, 'line-board');

    const other = await newPage(browser, { width: 390 });
    await other.goto(url);
    await other.getByRole('heading', { name: 'この入り口は、もう使えません' }).waitFor();
    await expectSound(other, 'line-link-over');
    await other.context().close();
    await person.context().close();

    await write(counsellor, '返事').fill('明日の朝、部屋をご用意できます');
    await counsellor.keyboard.press('Control+Enter');
    const rung = await nextAtLine(bellSeconds);
    expect(rung).toContain('お知らせがあります');
    expect(rung).not.toContain('部屋');

    await tell(pressEvent('open'));
    const back = await newPage(browser, { width: 390, javaScript: false });
    await back.goto(linkIn(await nextAtLine()));
    await press(back, 'この画面で話しはじめる');
    await expect
      .poll(() => wordsOf(back, 'やりとり'))
      .toEqual(
        ['いま安全ですか', 'いまは一人です', '部屋をご用意できます'].map((words) =>
          expect.stringContaining(words),
        ),
      );
    await expectSound(back, 'line-back');
    await back.context().close();
  }, 120_000);

  test('LINE was told nothing of it, and the desk sees what the month has cost', async () => {
    expect(atLine.length).toBeGreaterThan(3);
    for (const word of ['夫が帰って', 'いま安全', 'いまは一人', '部屋をご用意'])
      expect(atLine.join()).not.toContain(word);
    await supervisor.reload();
    await expectSound(supervisor, 'line-used');
    const month = supervisor.getByText('今月送った数', { exact: true });
    await expect.poll(() => month.locator('..').textContent()).toMatch(/今月送った数\s*1/);
  });
});

test('words go through LINE by decision alone; what is taken back there disappears from the open desk', async () => {
  const userId = `U${'c3'.repeat(16)}`;
  await openLinePage();
  await supervisor.getByRole('radio', { name: '直接やりとりする' }).check();
  await press(supervisor, '使い方を保存する');
  await supervisor.getByText('認めた決定の番号を入力してください').first().waitFor();
  await supervisor.getByLabel(/認めた決定の番号/).fill('令和8年度 例示第1号');
  await press(supervisor, '使い方を保存する');
  await supervisor.getByText('LINEの使い方を保存しました').waitFor();
  await tell(textEvent('言わなければよかったこと', { userId, id: '770001' }));
  await nextAtLine();
  await counsellor.goto(`${world.url}/staff/consultations`);
  await counsellor
    .getByRole('link', { name: /番号 \d{8} LINE/ })
    .last()
    .click();
  await counsellor.getByText('言わなければよかったこと', { exact: true }).waitFor();
  await tell(lineEvent('unsend', { unsend: { messageId: '770001' } }, { userId }));
  await counsellor.getByText('（送信取消）').waitFor();
  await expect
    .poll(() => wordsOf(counsellor, '会話'))
    .not.toContainEqual(expect.stringContaining('言わなければ'));
  await expectSound(counsellor, 'line-unsent');
});
